"""The short forms that change what was promised: letter of apology, earlier date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.pages.forms.moment import parse_moment, typed_moment
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm, reason_choices
from motcua_desktop.gui.pages.moments import long_moment
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


class _DateForm(ShortForm):
    """Why, and a date of its own."""

    kind = ""

    def build(self) -> None:
        old = self.view.dossier.appointment_at
        if old is not None:
            self.column.addWidget(label(_("Đang hẹn {at}").format(at=long_moment(old)), "second", wrap=True))
        self.add_choice("reason", _("Lý do"), reason_choices(self.kind), typed=True)
        field = self.add_line("new_date", _("Hẹn trả mới"), aside=_("giờ và ngày"))
        field.edited.connect(self._say_day)

    def propose(self, at: datetime | None) -> None:
        """Put a date in where none was typed."""
        field = self.fields["new_date"]
        if at is not None and not field.text().strip():
            field.set_text(typed_moment(at))
            self._say_day()

    def _say_day(self, _text: str = "") -> None:
        at = self.moment()
        self.fields["new_date"].calm(long_moment(at) if at else _("Gõ như 16:00 27/11"))

    def moment(self) -> datetime | None:
        """The date typed, None when it is none."""
        near = self.view.dossier.appointment_at or self.view.now
        return parse_moment(self.value("new_date"), near)

    def sure_moment(self) -> datetime:
        """The date typed. Raises BadValue."""
        at = self.moment()
        if at is None:
            raise BadValue("new_date", self.value("new_date"), (_("giờ và ngày, như 16:00 27/11"),))
        return at

    def field_of(self, refusal: Refusal) -> str:
        return "new_date" if refusal.field == "appointment" else refusal.field


class ApologyForm(_DateForm):
    """Apologise and appoint anew, once."""

    what, kind = Move.APOLOGISE, "apology"

    def build(self) -> None:
        super().build()
        combo = self.fields["reason"].edit
        assert isinstance(combo, ComboBox)
        # Why it is late stands on a signed letter: nobody chooses for the officer.
        combo.leave_open(_("Chọn (↓) hoặc gõ lý do"))

    @property
    def title(self) -> str:
        return _("Xin lỗi và hẹn lại")

    @property
    def confirm(self) -> str:
        return _("Ghi số và in thư")

    def act(self) -> Act:
        code, reason, at = self.view.dossier.code, self.value("reason"), self.sure_moment()
        return lambda counter: counter.handling.apologise(code, reason, at)

    def undo(self, code: str) -> Callable[[Counter], object]:
        return partial(_cancel_letter, code)

    def done_words(self, done: Done) -> str:
        at = done.dossier.appointment_at
        return _("Đã xin lỗi {code}, hẹn lại {at}").format(
            code=done.dossier.short_code, at=long_moment(at) if at else ""
        )


def _cancel_letter(code: str, counter: Counter) -> None:
    """One letter is taken back like a press of them. Raises what kept it."""
    for _code, refusal in counter.letters.take_back((code,)).refused:
        raise refusal


class EarlierForm(_DateForm):
    """Promise an earlier time than the law's."""

    what, kind = Move.PROMISE_EARLIER, "earlier"

    @property
    def title(self) -> str:
        return _("Hẹn sớm hơn")

    @property
    def confirm(self) -> str:
        return _("Hẹn lại")

    def act(self) -> Act:
        code, reason, at = self.view.dossier.code, self.value("reason"), self.sure_moment()
        return lambda counter: counter.handling.promise_earlier(code, at, reason)

    def done_words(self, done: Done) -> str:
        at = done.dossier.appointment_at
        return _("Hẹn {code} sớm hơn: {at}").format(
            code=done.dossier.short_code, at=long_moment(at) if at else ""
        )
