"""`motcua --self-test`: the whole job once, in a temporary folder."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.cli import output
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

_NAME = "Đặng Thị Ỷ Thử"
_PROCEDURE = "2.000815"


class Failed(Exception):
    """A check that did not hold; the words say which."""


def self_test() -> int:
    """Receive, print, read the paper back, keep and check the register, open and close the window."""
    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        checks = _Checks(Path(folder))
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            (_("Mở sổ hồ sơ"), checks.open),
            (_("Nhận hồ sơ"), checks.receive),
            (_("In và đọc lại giấy hẹn"), checks.read_slip),
            (_("Kiểm tra và sao lưu sổ"), checks.check),
            (_("Mở và đóng cửa sổ"), checks.window),
        )
        good = True
        for words, step in steps:
            try:
                detail = step()
            except Exception as trouble:
                good = False
                detail = str(trouble) if isinstance(trouble, Failed) else say(trouble)
            state = _("đạt") if good else _("hỏng")
            output.line(f"[{state}] {words}: {detail}")
            if not good:
                break
        checks.close()
    output.line(_("Tự kiểm tra xong, mọi thứ chạy được.") if good else _("Tự kiểm tra không đạt."))
    return output.DONE if good else output.REFUSED


class _Checks:
    """The steps, each building on the one before and answering with what it saw."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._counter: Counter | None = None
        self._code, self._slip = "", Path()

    @property
    def counter(self) -> Counter:
        """The open counter."""
        assert self._counter is not None
        return self._counter

    def open(self) -> str:
        from motcua_desktop.counter.counter import open_counter
        from motcua_desktop.counter.demonstration import LY_SON
        from motcua_desktop.domain.numbering import CodePattern

        self._counter = open_counter(self._folder)
        self.counter.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
        return _("{n} thủ tục").format(n=self.counter.catalogue.count())

    def receive(self) -> str:
        from motcua_desktop.domain.applicant import Applicant
        from motcua_desktop.domain.dossier import Draft

        draft = Draft(self.counter.intake.new_uid(), _PROCEDURE, Applicant(_NAME))
        received = self.counter.intake.receive(draft)
        if received.slip is None:
            raise Failed(received.slip_trouble)
        self._code, self._slip = received.dossier.code, received.slip
        at = received.dossier.appointment_at
        return f"{self._code}, {at:%H:%M %d/%m/%Y}" if at else self._code

    def read_slip(self) -> str:
        pdf = self._slip.read_bytes()
        text = self.counter.paper.text_of(pdf)
        for wanted in (_NAME, self._code):
            if wanted not in text:
                raise Failed(_("giấy hẹn thiếu “{words}”").format(words=wanted))
        return _("{n} trang, đủ tên và mã").format(n=self.counter.paper.page_count(pdf))

    def check(self) -> str:
        found = self.counter.safekeeping.check().findings
        if found:
            raise Failed(", ".join(f"{finding.what} {finding.where}" for finding in found))
        copy = self.counter.safekeeping.backup(self._folder / "sao-luu" / "motcua.db")
        return _("không lỗi, bản sao {n} KB").format(n=copy.stat().st_size // 1024)

    def window(self) -> str:
        self.close()
        if sys.platform.startswith("linux") and not (
            os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        ):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from motcua_desktop.gui.self_look import open_and_close

        return open_and_close(self._folder)

    def close(self) -> None:
        """Give the register file back."""
        if self._counter is not None:
            self._counter.close()
            self._counter = None
