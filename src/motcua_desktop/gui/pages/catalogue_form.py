"""Editing a procedure: short name, term with its note, days it is in force, fees, steps of the process."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.procedure import Procedure, Step
from motcua_desktop.domain.terms import Term, Unit
from motcua_desktop.domain.text import clean, dong
from motcua_desktop.gui.pages.catalogue_fees import FeesEditor
from motcua_desktop.gui.pages.typed_days import NoDay, day_field, days_of
from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import CheckBox, ComboBox
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def _units() -> dict[Unit, str]:
    return {
        Unit.WORKING_DAY: _("ngày làm việc"),
        Unit.WORKING_HOUR: _("giờ làm việc"),
        Unit.CALENDAR_DAY: _("ngày"),
        Unit.MONTH: _("tháng"),
        Unit.CLOCK_HOUR: _("giờ"),
    }


def term_words(procedure: Procedure) -> str:
    """ "3 ngày làm việc", "" where the portal gives no time."""
    term = procedure.term
    if term is None:
        return ""
    if not term.value:
        return _("trong ngày")
    return f"{term.value.normalize():f} {_units()[term.unit]}".replace(".", ",")


def fee_words(procedure: Procedure) -> str:
    """What is charged first, and how many fees more there are."""
    if not procedure.fees:
        return ""
    first, more = dong(procedure.fees[0].amount), len(procedure.fees) - 1
    return _("{first} và {n} mức").format(first=first, n=more) if more else first


class ProcedureForm(QWidget):
    """`procedure()` is what was typed, None while something cannot be accepted."""

    def __init__(self, procedure: Procedure) -> None:
        super().__init__()
        self.before = procedure
        self.alias = Field(_("Tên tắt"), hint=_("Gõ ở trang Tiếp nhận thay cho tên dài."))
        self.alias.set_text(procedure.alias)
        self.first = self.alias.line
        self.value = Field(_("Thời hạn"), aside=_("0 là trong ngày"))
        self.unit = Field(_("Đơn vị"), ComboBox(list(_units().items())))
        self.note = Field(_("Ghi chú thời hạn"))
        self.start = day_field(_("Có hiệu lực từ"), procedure.effective_from)
        self.end = day_field(_("Đến hết ngày"), procedure.effective_to)
        self.fees = FeesEditor(procedure.fees, procedure.fee_note)
        if procedure.term is not None:
            self.value.set_text(f"{procedure.term.value.normalize():f}".replace(".", ","))
            self.unit.edit.set_value(procedure.term.unit)  # type: ignore[attr-defined]
        self.note.set_text(procedure.term_note)
        self.common = CheckBox(_("Thủ tục hằng ngày"), _("Đứng đầu khi chọn thủ tục."))
        self.common.setChecked(procedure.common)
        steps = QPlainTextEdit("\n".join(f"{s.name}; {s.unit}; {s.share}" for s in procedure.steps))
        self.steps = Field(
            _("Các bước"),
            steps,
            hint=_("Mỗi dòng một bước: tên; nơi làm; phần thời hạn. Ví dụ: Thẩm định; Phòng Kinh tế; 2"),
        )
        least(steps, height=110)
        layout = QVBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 10)
        layout.addWidget(label(procedure.name, "strong", wrap=True))
        layout.addLayout(row(self.alias, self.start, self.end, gap=12))
        layout.addLayout(row(self.value, self.unit, self.note, gap=12))
        layout.addWidget(self.common)
        layout.addWidget(self.fees)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        self.setProperty("plain", True)

    def procedure(self) -> Procedure | None:
        """The procedure as typed; what is wrong is said beside its field."""
        for one in (self.value, self.steps):
            one.calm()
        try:
            term = self._term()
        except Refusal as error:
            self.value.fail(say(error))
            return None
        try:
            start, end = days_of(self.start, self.end)
        except NoDay:
            return None
        fees = self.fees.fees()
        if fees is None:
            return None
        steps = self._steps()
        if steps is None:
            self.steps.fail(_("Mỗi dòng cần ba phần ngăn bằng dấu chấm phẩy."))
            return None
        return replace(
            self.before,
            alias=clean(self.alias.text()).lower(),
            term=term,
            term_note=clean(self.note.text()),
            effective_from=start,
            effective_to=end,
            fees=fees,
            common=self.common.isChecked(),
            steps=steps,
        )

    def _term(self) -> Term | None:
        text = self.value.text().strip().replace(",", ".")
        unit = self.unit.edit.value()  # type: ignore[attr-defined]
        return Term.of(text, Unit(unit)) if text else None

    def _steps(self) -> tuple[Step, ...] | None:
        edit = self.steps.edit
        assert isinstance(edit, QPlainTextEdit)
        lines = [line.split(";") for line in edit.toPlainText().splitlines() if line.strip()]
        if any(len(parts) != 3 for parts in lines):
            return None
        return tuple(Step(*(clean(part) for part in parts)) for parts in lines)
