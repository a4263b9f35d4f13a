"""Term and fees of a procedure in words; and the term as it is typed: a number, within the day, or none."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.fees import in_force
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.text import dong
from motcua_desktop.gui.pages.typed_days import go_to
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: Choices beside the units: no number goes with them.
SAME_DAY, NO_TERM = "same_day", "no_term"


class NoTerm(ValueError):
    """What stands in the field is no term; the field says so."""


def unit_words() -> dict[Unit, str]:
    """The units as an officer says them after a number."""
    return {
        Unit.WORKING_DAY: _("ngày làm việc"),
        Unit.WORKING_HOUR: _("giờ làm việc"),
        Unit.CALENDAR_DAY: _("ngày"),
        Unit.MONTH: _("tháng"),
        Unit.CLOCK_HOUR: _("giờ"),
    }


def term_words(procedure: Procedure) -> str:
    """ "3 ngày làm việc", "trong ngày", "" where the portal gives no time."""
    term = procedure.term
    if term is None:
        return ""
    if not term.value:
        return _("trong ngày")
    return f"{term.value.normalize():f} {unit_words()[term.unit]}".replace(".", ",")


def fee_words(procedure: Procedure, on: date) -> str:
    """What is charged first on that day, and how many fees more there are then."""
    fees = in_force(procedure.fees, on)
    if not fees:
        return ""
    first, more = dong(fees[0].amount), len(fees) - 1
    return _("{first} và {n} mức").format(first=first, n=more) if more else first


def rule_words(procedure: Procedure, on: date) -> str:
    """The term, or since or until when the procedure is not in force."""
    start, end = procedure.effective_from, procedure.effective_to
    if end is not None and end < on:
        return _("hết từ {day}").format(day=f"{end + timedelta(days=1):%d/%m/%Y}")
    if start is not None and on < start:
        return _("có từ {day}").format(day=f"{start:%d/%m/%Y}")
    return term_words(procedure)


class TermFields(QWidget):
    """A number and its unit; the number rests where the unit needs none."""

    def __init__(self, term: Term | None) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._before = term
        self.value = Field(_("Thời hạn"))
        choices: list[tuple[object, str]] = [
            *unit_words().items(),
            (SAME_DAY, _("trong ngày")),
            (NO_TERM, _("không ghi thời hạn")),
        ]
        self.box = ComboBox(choices)
        self.unit = Field(_("Đơn vị"), self.box)
        layout = QHBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 12)
        for part, stretch in ((self.value, 1), (self.unit, 2)):
            layout.addWidget(part, stretch)
        if term is not None and term.value:
            self.value.set_text(f"{term.value.normalize():f}".replace(".", ","))
        self.box.set_value(NO_TERM if term is None else term.unit if term.value else SAME_DAY)
        self.box.picked.connect(self._picked)
        self._rest()

    @property
    def _is_counted(self) -> bool:
        return self.box.value() not in (SAME_DAY, NO_TERM)

    def _picked(self, _value: object) -> None:
        self.value.calm()
        self._rest()
        if self._is_counted and not self.value.text().strip():
            self.value.setFocus()

    def _rest(self) -> None:
        self.value.edit.setEnabled(self._is_counted)
        if not self._is_counted:
            self.value.set_text("")

    def term(self) -> Term | None:
        """The term as chosen. Raises NoTerm after the field has said what is wrong."""
        self.value.calm()
        chosen, text = self.box.value(), self.value.text().strip().replace(",", ".")
        if chosen == NO_TERM:
            return None
        if chosen == SAME_DAY:
            before = self._before
            return before if before is not None and not before.value else Term.of(0, Unit.WORKING_DAY)
        if not text:
            raise self._refused(_("Gõ một số, hoặc chọn “trong ngày” ở ô bên."))
        try:
            return Term.of(text, Unit(str(chosen)))
        except Refusal as error:
            raise self._refused(say(error)) from error

    def _refused(self, sentence: str) -> NoTerm:
        self.value.fail(sentence)
        go_to(self.value)
        return NoTerm(sentence)
