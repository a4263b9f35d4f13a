"""Editing a procedure: short name, term with its note, days it is in force, fees, steps of the process."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.procedure import Procedure, Step
from motcua_desktop.domain.text import clean
from motcua_desktop.gui.pages.catalogue_fees import FeesEditor
from motcua_desktop.gui.pages.catalogue_term import NoTerm, TermFields
from motcua_desktop.gui.pages.typed_days import NoDay, day_field, days_of
from motcua_desktop.gui.pages.typed_rows import TypedColumn, TypedRows
from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import CheckBox
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _


class ProcedureForm(QWidget):
    """`procedure()` is what was typed, None while something cannot be accepted."""

    def __init__(self, procedure: Procedure) -> None:
        super().__init__()
        self.before = procedure
        self.alias = Field(_("Tên tắt"), hint=_("Gõ ở trang Tiếp nhận thay cho tên dài."))
        self.alias.set_text(procedure.alias)
        self.first = self.alias.line
        self.term = TermFields(procedure.term)
        self.note = Field(_("Ghi chú thời hạn"))
        self.start = day_field(_("Có hiệu lực từ"), procedure.effective_from)
        self.end = day_field(_("Đến hết ngày"), procedure.effective_to)
        self.fees = FeesEditor(procedure.fees, procedure.fee_note)
        self.note.set_text(procedure.term_note)
        self.common = CheckBox(_("Thủ tục hằng ngày"), _("Đứng đầu khi chọn thủ tục."))
        self.common.setChecked(procedure.common)
        self.steps = TypedRows(
            _("Các bước"),
            _step_columns(),
            add=_("Thêm bước"),
            none=_("Chưa có bước nào. Các bước in trên phiếu kiểm soát quá trình (mẫu 06)."),
        )
        self.steps.show_rows([(step.name, step.unit, step.share) for step in procedure.steps])
        layout = QVBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 10)
        layout.addWidget(label(procedure.name, "strong", wrap=True))
        for day in (self.start, self.end):
            fixed(day, 176)
        upper, lower = row(self.alias, self.start, self.end, gap=12), row(self.term, self.note, gap=12)
        for line, place in ((upper, 0), (lower, 0), (lower, 1)):
            line.setStretch(place, 1)
        layout.addLayout(upper)
        layout.addLayout(lower)
        layout.addWidget(self.common)
        layout.addWidget(self.fees)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        self.setProperty("plain", True)

    def drop_here(self) -> None:
        """Ctrl+D: take away the fee or the step the cursor is in."""
        if self.steps.here >= 0:
            self.steps.drop_here()
        else:
            self.fees.drop_here()

    def procedure(self) -> Procedure | None:
        """The procedure as typed; what is wrong is said beside its field."""
        try:
            start, end = days_of(self.start, self.end)
            term = self.term.term()
        except (NoDay, NoTerm):
            return None
        fees = self.fees.fees()
        if fees is None or not self.steps.is_whole():
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
            steps=tuple(Step(*texts) for texts in self.steps.rows()),
        )


def _step_columns() -> tuple[TypedColumn, ...]:
    return (
        TypedColumn(_("Tên bước"), 4, _("Thẩm định"), _("Gõ tên bước.")),
        TypedColumn(_("Nơi làm"), 4, _("Phòng Kinh tế")),
        TypedColumn(_("Phần thời hạn"), 2, "2"),
    )
