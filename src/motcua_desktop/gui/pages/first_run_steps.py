"""The steps of the first run that are plain fields: office, code, signer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from motcua_desktop.domain.commune import HOME_UNIT, office_of
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.office import names_a_telephone
from motcua_desktop.gui.pages.first_run_unit import UnitBox
from motcua_desktop.gui.pages.first_run_values import SetUp, names_agency
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


class Step(QWidget):
    """One step: what it asks, and reading it into the answers. `edited` at each change."""

    edited = Signal()
    words = question = purpose = later = ""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.column = QVBoxLayout(self)
        margins(self.column, 0, 0, 0, 0)
        spacing(self.column, 16)
        self.fields: dict[str, Field] = {}

    def add_field(self, name: str, field: Field) -> Field:
        """Keep a field under its name; Enter goes on."""
        self.fields[name] = field
        field.edited.connect(lambda _text: self.edited.emit())
        return field

    def value(self, name: str) -> str:
        """What stands in a field."""
        return self.fields[name].text().strip()

    def read(self, set_up: SetUp) -> SetUp:
        """The answers with those of this step."""
        return set_up

    def show_answers(self, set_up: SetUp) -> None:
        """Show what earlier steps decide."""

    def summary(self, set_up: SetUp) -> str:
        """One line for the list of steps once it is done."""
        return ""

    def to_next_field(self) -> bool:
        """Enter in a field that is filled goes on to the next one that must be; False when none is left."""
        return False

    def wrong(self) -> bool:
        """Say beside a field what is missing; True keeps the officer here."""
        return False

    def _needs(self, name: str, sentence: str) -> bool:
        if self.value(name):
            self.fields[name].calm()
            return False
        self.fields[name].fail(sentence)
        self.fields[name].edit.setFocus()
        return True


class OfficeStep(Step):
    """Which office this is; choosing a unit fills what stands on paper."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.words, self.question = _("Cơ quan"), _("Cơ quan nào?")
        self.purpose = _("Chọn xã, phường, đặc khu; các dòng dưới in trên giấy tờ, sửa được.")
        self.later = _("Xã, phường, đặc khu")
        self._units = {unit["code"]: unit for unit in counter.office.units()}
        self.unit = UnitBox(list(self._units.values()))
        home = next((u["code"] for u in self._units.values() if u["short_name"] == HOME_UNIT), None)
        self.unit.set_value(home)
        card = Card()
        self.unit_field = Field(_("Đơn vị hành chính"), self.unit, aside=_("gõ vài chữ để tìm"))
        card.add(self.unit_field)
        grid = QGridLayout()
        margins(grid, 0, 0, 0, 0)
        spacing(grid, 12)
        for name, words, at in (
            ("parent", _("Cơ quan cấp trên"), (0, 0, 1, 1)),
            ("name", _("Cơ quan"), (0, 1, 1, 1)),
            ("counter_name", _("Tên bộ phận một cửa"), (1, 0, 1, 2)),
            ("place", _("Địa danh trước ngày tháng"), (2, 0, 1, 1)),
            ("phone", _("Điện thoại"), (2, 1, 1, 1)),
            ("address", _("Địa chỉ"), (3, 0, 1, 2)),
        ):
            grid.addWidget(self.add_field(name, Field(words)), *at)
        card.add(grid)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.unit.picked.connect(self._chosen)
        self.unit.emptied.connect(self._unlisted)
        self.setFocusProxy(self.unit)
        self._office = Office()
        self._chosen(home)

    def _unlisted(self) -> None:
        """An office that is none of the list: its lines are typed."""
        self._office = Office()
        for field in self.fields.values():
            field.set_text("")
        self.unit_field.calm()

    def _chosen(self, code: object) -> None:
        unit = self._units.get(str(code))
        if unit is None:
            return
        self.unit_field.calm()
        self._office = office_of(unit)
        for name, field in self.fields.items():
            if name != "phone":
                field.set_text(getattr(self._office, name))
        self.edited.emit()

    def read(self, set_up: SetUp) -> SetUp:
        typed: dict[str, Any] = {name: self.value(name) for name in self.fields}
        office = replace(
            set_up.office, unit_code=self._office.unit_code, signer_title=self._office.signer_title, **typed
        )
        agency = set_up.agency if set_up.office.unit_code == office.unit_code else ""
        return replace(set_up, office=office, agency=agency or self._office.agency_id)

    def summary(self, set_up: SetUp) -> str:
        return self.unit.currentText() or set_up.office.place or set_up.office.name

    def wrong(self) -> bool:
        if self.unit.currentText().strip() and not self.unit.settle():
            words = _(
                "Chưa rõ đơn vị nào là “{text}”. Gõ thêm rồi chọn, hoặc xóa ô này và tự nhập các dòng dưới."
            )
            self.unit_field.fail(words.format(text=self.unit.currentText()))
            self.unit.setFocus()
            return True
        if self._needs("name", _("Chưa có tên cơ quan. Chọn đơn vị hoặc nhập tên.")):
            return True
        self.fields["phone"].calm()
        if names_a_telephone(self.value("phone")):
            return False
        self.fields["phone"].fail(_("Số này in trên mọi phiếu. Gõ như 0255 3867 890, hoặc để trống."))
        self.fields["phone"].edit.setFocus()
        return True


class CodeStep(Step):
    """The agency's identification code, with the code the first dossier would get."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.words, self.question = _("Mã hồ sơ"), _("Mã hồ sơ bắt đầu bằng gì?")
        self.purpose = _("Mã định danh của cơ quan, rồi ngày nhận và số thứ tự trong ngày.")
        self.later = _("Mã định danh cơ quan")
        card = Card()
        hint = _("Theo văn bản cấp mã định danh, như H48.25.12")
        card.add(self.add_field("agency", Field(_("Mã định danh cơ quan"), hint=hint)))
        self.example = label("", "due")
        card.add(label(_("Hồ sơ đầu tiên hôm nay"), "second"))
        card.add(self.example)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.setFocusProxy(self.fields["agency"].edit)
        self.edited.connect(lambda: self.show_example())

    def show_answers(self, set_up: SetUp) -> None:
        self.fields["agency"].set_text(set_up.agency)
        self.fields["agency"].calm()
        self.show_example()

    def show_example(self) -> None:
        """The code the first dossier of today would get."""
        pattern = self.read(SetUp()).pattern
        usable = names_agency(pattern.agency)
        self.example.setText(pattern.code(self._counter.now().date(), 1) if usable else "…")

    def read(self, set_up: SetUp) -> SetUp:
        return replace(set_up, agency=self.value("agency"))

    def summary(self, set_up: SetUp) -> str:
        return set_up.pattern.code(self._counter.now().date(), 1)

    def wrong(self) -> bool:
        if self._needs("agency", _("Chưa có mã định danh của cơ quan, như H48.25.12.")):
            return True
        if names_agency(self.read(SetUp()).pattern.agency):
            return False
        words = _("Mã có chữ H, số của tỉnh, rồi các phần cách bằng dấu chấm, như H48.25.12.")
        self.fields["agency"].fail(words)
        self.fields["agency"].edit.setFocus()
        return True


class SignerStep(Step):
    """Who signs letters and notices; may be left for later."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.words, self.question = _("Người ký"), _("Ai ký thư xin lỗi và thông báo?")
        self.purpose = _("Có thể để trống và nhập sau; giấy hẹn không cần người ký.")
        self.later = _("Giấy tờ và thư")
        card = Card()
        grid = QGridLayout()
        margins(grid, 0, 0, 0, 0)
        spacing(grid, 12)
        first = self.add_field("signer_for", Field(_("Ký thay"), placeholder=_("KT. CHỦ TỊCH")))
        grid.addWidget(first, 0, 0)
        title = self.add_field("signer_title", Field(_("Chức vụ"), placeholder=_("PHÓ CHỦ TỊCH")))
        grid.addWidget(title, 0, 1)
        grid.addWidget(self.add_field("signer_name", Field(_("Họ và tên"))), 1, 0, 1, 2)
        card.add(grid)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.setFocusProxy(self.fields["signer_name"].edit)

    def read(self, set_up: SetUp) -> SetUp:
        typed: dict[str, Any] = {name: self.value(name) for name in self.fields}
        return replace(set_up, office=replace(set_up.office, **typed))

    def show_answers(self, set_up: SetUp) -> None:
        title = self.fields["signer_title"]
        if not title.text():
            title.set_text(set_up.office.signer_title)

    def summary(self, set_up: SetUp) -> str:
        return set_up.office.signer_name or _("Nhập sau")
