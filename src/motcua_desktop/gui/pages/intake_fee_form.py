"""Another fee than the rules give: waived, lowered, one more, with its ground (Ctrl+M)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from motcua_desktop.counter.charging import FeeChange, changed
from motcua_desktop.domain.fees import FeeKind, FeeLine
from motcua_desktop.domain.text import clean, dong
from motcua_desktop.gui.pages.intake_forms import DraftForm
from motcua_desktop.gui.pages.intake_values import counted_fees
from motcua_desktop.gui.theme import least
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import row
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake import IntakePage

MOST = 1_000_000_000
_MONEY = re.compile(r"[\s.,\u0111]|vnd", re.IGNORECASE)


class FeeForm(DraftForm):
    """Three ways: as the rules give, other amounts, nothing. The last two need a ground."""

    def __init__(self, page: IntakePage) -> None:
        super().__init__(page)
        self.title, self.confirm = _("Phí, lệ phí"), _("Đặt mức thu")
        typed = page.form.typed()
        self._counted = counted_fees(typed, page.counter.now().date())
        self.way = Segments(
            [("rules", _("Theo quy định")), ("other", _("Giảm, sửa")), ("none", _("Miễn"))],
            name=_("Mức thu"),
        )
        self.column.addWidget(Field(_("Mức thu"), self.way, hint=_("Phím ← → để chọn")))
        self.amounts = [self._amount(line) for line in self._counted]
        self._make_other()
        choice = ComboBox([(ground, ground) for ground in grounds()])
        choice.setEditable(True)
        choice.setEditText("")
        self.ground = Field(_("Căn cứ"), choice)
        self.column.addWidget(self.ground)
        self.setFocusProxy(self.way)
        self.finish(_("Luật Phí và lệ phí, Điều 10. In trên giấy hẹn và phiếu thu."))
        self.way.changed.connect(lambda _way: self._way_changed())
        self._show(typed.fee_change)

    def _amount(self, line: FeeLine) -> Field:
        field = Field(line.name, aside=_("quy định {amount}").format(amount=dong(line.amount)))
        field.label.setWordWrap(True)
        self._is_money(field)
        field.set_text(_grouped(line.amount))
        self.column.addWidget(field)
        return field

    def _is_money(self, field: Field) -> None:
        """What is typed gets its dots when it is left."""
        field.left.connect(lambda: field.set_text(_grouped(amount)) if (amount := _amount(field)) else None)

    def _make_other(self) -> None:
        self.other = Field(_("Khoản thu khác"), placeholder=_("Tên khoản"))
        self.other_amount = Field(_("Số tiền"))
        self._is_money(self.other_amount)
        self.other_kind = ComboBox([(FeeKind.CHARGE, _("Lệ phí")), (FeeKind.FEE, _("Phí"))])
        self._kind_field = Field(_("Là"), self.other_kind)
        inner = row(self._kind_field, self.other_amount, gap=8)
        inner.setStretch(1, 1)
        least(self.other_kind, 96)
        self.column.addWidget(self.other)
        self.column.addLayout(inner)

    def _show(self, change: FeeChange | None) -> None:
        if change is None or not change.holds(self._counted):
            self.way.set_value("rules" if self._counted else "other")
        else:
            self.way.set_value("none" if change.waived else "other")
            self._ground_box.setEditText(change.ground)
            for field, line in zip(self.amounts, change.lines, strict=False):
                field.set_text(_grouped(line.amount))
            for line in change.lines[len(self._counted) :]:
                self.other.set_text(line.name)
                self.other_amount.set_text(_grouped(line.amount))
                self.other_kind.set_value(line.kind)
        self._way_changed()

    @property
    def _ground_box(self) -> ComboBox:
        assert isinstance(self.ground.edit, ComboBox)
        return self.ground.edit

    def _way_changed(self) -> None:
        other = self.way.value() == "other"
        for field in (*self.amounts, self.other, self.other_amount, self._kind_field):
            field.setVisible(other)
        self.ground.setVisible(self.way.value() != "rules")

    def run(self) -> None:
        way, form = self.way.value(), self.page.form
        if way == "rules":
            form.set_fee(None)
            self.page.close_side()
            return
        ground = clean(self.ground.text())
        if not ground:
            self.ground.fail(_("Cần ghi căn cứ: đối tượng, văn bản hoặc quyết định."))
            self.ground.edit.setFocus()
            return
        lines = () if way == "none" else self._lines(ground)
        if lines is None:
            return
        form.set_fee(FeeChange(self._counted, lines, ground, waived=way == "none"))
        self.page.close_side()

    def _lines(self, ground: str) -> tuple[FeeLine, ...] | None:
        """The lines as typed; None where an amount is none, said beside its field."""
        lines = []
        for field, line in zip(self.amounts, self._counted, strict=True):
            amount = self._money(field)
            if amount is None:
                return None
            lines.append(changed(line, amount, ground))
        name = clean(self.other.text())
        if name or self.other_amount.text().strip():
            amount = self._money(self.other_amount)
            if amount is None:
                return None
            if not name:
                self.other.fail(_("Ghi tên khoản thu."))
                self.other.edit.setFocus()
                return None
            kind = FeeKind(str(self.other_kind.value()))
            lines.append(FeeLine(name, kind, amount, note=ground))
        return tuple(lines)

    def _money(self, field: Field) -> int | None:
        amount = _amount(field)
        if amount is not None:
            field.calm("")
            return amount
        field.fail(_("Số tiền chỉ gồm chữ số, như 16.000."))
        field.edit.setFocus()
        return None


def _amount(field: Field) -> int | None:
    """What stands in a field as money, None where it is none."""
    bare = _MONEY.sub("", field.text())
    return int(bare) if bare.isdecimal() and bare.isascii() and int(bare) <= MOST else None


def _grouped(amount: int) -> str:
    """As `dong` writes it, without its sign."""
    return dong(amount).split()[0]


def grounds() -> tuple[str, ...]:
    """Grounds an officer gives often; any other can be typed."""
    return (
        _("Người có công, thân nhân người có công"),
        _("Người thuộc hộ nghèo"),
        _("Người thuộc hộ cận nghèo"),
        _("Người khuyết tật"),
        _("Người cao tuổi"),
        _("Trẻ em"),
        _("Đăng ký đúng hạn"),
        _("Theo nghị quyết của HĐND tỉnh"),
    )
