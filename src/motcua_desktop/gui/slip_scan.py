"""The code on one of our papers, scanned: the dossier opens, and what does not agree is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.errors import UnknownDossier
from motcua_desktop.domain.paper_answers import SlipCheck
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

_SIGNED = "MC1*"


@dataclass(frozen=True, slots=True)
class _Read:
    code: str
    dossier: Dossier | None
    check: SlipCheck | None


def open_scanned(window: MainWindow, counter: Counter, text: str) -> None:
    """Show the dossier whose receipt or code was scanned, whatever page is in sight."""
    window.tasks.ask(window, _read, counter, text, then=lambda read: _show(window, read))


def _read(counter: Counter, text: str) -> _Read:
    check = counter.paper.check_slip(text) if text.upper().startswith(_SIGNED) else None
    code = text.upper().split("*")[1] if check else text.upper()
    try:
        return _Read(code, counter.register.dossier(code), check)
    except UnknownDossier:
        nearest = [] if check else counter.register.window(Query(words=code), 0, 2)
        only = counter.register.dossier(nearest[0].code) if len(nearest) == 1 else None
        return _Read(code, only, check)


def _show(window: MainWindow, read: _Read) -> None:
    if read.dossier is None:
        words = _("Không có hồ sơ {code} trong sổ của máy này. Giấy có thể do quầy khác lập.")
        window.show_bar("warning", words.format(code=read.code))
        return
    window.go("dossier", read.dossier.id)
    if read.check is None:
        return
    if not read.check.genuine:
        words = _("Giấy này không phải do bộ phận này lập, hoặc đã bị sửa. Trả theo sổ, đừng theo giấy.")
        window.show_bar("error", words)
    elif read.check.in_register is False:
        now = read.dossier.appointment_at
        words = _("Giấy ghi hẹn {paper}, sổ nay ghi {register}: hẹn đã đổi sau khi in giấy này.")
        paper, register = (
            f"{at:%H:%M %d/%m/%Y}" if at else _("không có hạn") for at in (read.check.due_at, now)
        )
        window.show_bar("info", words.format(paper=paper, register=register))
