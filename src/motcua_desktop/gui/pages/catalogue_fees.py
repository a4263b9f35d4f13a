"""The fees of a procedure, one under the other: name, kind, amount, what it is counted by, from and to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from textwrap import shorten

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.fees import CHARGE_NAME, FeeKind, FeeRule, Per, doubled
from motcua_desktop.domain.text import clean
from motcua_desktop.gui.pages.typed_days import NoDay, day_field, days_of, go_to, typed_day
from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import column, holder, label, row, rule
from motcua_desktop.i18n import _


class NoAmount(ValueError):
    """Something in a fee cannot be accepted; its field says what."""


class FeeRow(QWidget):
    """One fee. `dropped` asks to take it away, `changed_from` for another amount from a later day on."""

    dropped = Signal(object)
    changed_from = Signal(object)

    def __init__(self, fee: FeeRule) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.before = fee
        self.name = Field(_("Tên"))
        self.kind = Field(_("Loại"), ComboBox([(FeeKind.FEE, _("phí")), (FeeKind.CHARGE, _("lệ phí"))]))
        self.amount = Field(_("Số tiền (đồng)"))
        pers = [(Per.DOSSIER, _("hồ sơ")), (Per.PAGE, _("trang")), (Per.COPY, _("bản"))]
        self.per = Field(_("Tính theo"), ComboBox(pers))
        self.channel = Field(_("Cách nộp"), ComboBox(_channels()))
        self.first_pages, self.after = Field(_("Số trang đầu")), Field(_("Trang sau (đồng)"))
        self.cap = Field(_("Nhiều nhất mỗi bản"))
        self.start = day_field(_("Từ ngày"), fee.effective_from)
        self.end = day_field(_("Đến hết ngày"), fee.effective_to)
        self._fill()
        self._arrange()

    def _fill(self) -> None:
        fee = self.before
        self.name.set_text(fee.name)
        for field, value in ((self.kind, fee.kind), (self.per, fee.per), (self.channel, fee.channel)):
            _box(field).set_value(value)
        self.amount.set_text(_grouped(fee.amount))
        self.first_pages.set_text(str(fee.first_pages) if fee.first_pages else "")
        self.cap.set_text(_grouped(fee.cap) if fee.cap else "")
        self.after.set_text(_grouped(fee.amount_after) if fee.first_pages else "")

    def _arrange(self) -> None:
        for field, width in (
            (self.kind, 104), (self.amount, 128), (self.per, 104), (self.channel, 136),
            (self.first_pages, 128), (self.after, 144), (self.cap, 160), (self.start, 136), (self.end, 136),
        ):  # fmt: skip
            fixed(field, width)
        drop = Button(_("Bỏ"), lambda: self.dropped.emit(self), icon="trash-2", key="Ctrl+D", small=True)
        later = Button(
            _("Mức mới từ ngày…"), lambda: self.changed_from.emit(self), icon="calendar-clock", small=True
        )
        upper = row(self.name, self.kind, self.amount, self.per, self.channel, gap=12)
        upper.setStretch(0, 1)
        self._pages = holder(row(self.first_pages, self.after, self.cap, 1, gap=12))
        lower = row(self.start, self.end, 1, column(1, row(later, drop, gap=8), gap=0), gap=12)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 6)
        layout.addLayout(upper)
        layout.addWidget(self._pages)  # a line of its own: at 150 % there is no room beside the days
        layout.addLayout(lower)
        layout.addWidget(rule())
        _box(self.per).currentIndexChanged.connect(lambda _index: self._show_pages())
        self._show_pages()

    def _show_pages(self) -> None:
        self._pages.setVisible(_box(self.per).value() == Per.PAGE)

    @property
    def has_focus(self) -> bool:
        """Whether the cursor is in one of its fields."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def fee(self) -> FeeRule:
        """The fee as typed. Raises NoAmount or NoDay after the field has said what is wrong."""
        self.name.calm()
        start, end = days_of(self.start, self.end)
        by_page = _box(self.per).value() == Per.PAGE
        amount = _number(self.amount, needed=True)
        first, after, cap = (
            (_number(self.first_pages), _number(self.after), _number(self.cap)) if by_page else (0, 0, 0)
        )
        typed = replace(
            self.before,
            name=clean(self.name.text()) or CHARGE_NAME,
            kind=FeeKind(str(_box(self.kind).value())),
            amount=amount,
            per=Per(str(_box(self.per).value())),
            channel=str(_box(self.channel).value() or ""),
            first_pages=first,
            amount_after=after,
            cap=cap,
            effective_from=start,
            effective_to=end,
        )
        # What an officer has written is what the office answers for.
        return typed if typed == self.before else replace(typed, confirmed=True)


class FeesEditor(QWidget):
    """Any number of fees; Ctrl+N adds one."""

    def __init__(self, fees: tuple[FeeRule, ...], note: str) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.rows: list[FeeRow] = []
        self._column = column(gap=8)
        self.adder = Button(_("Thêm mức"), self.add, icon="plus", key="Ctrl+N", small=True)
        head = row(label(_("Phí, lệ phí"), "card"), 1, self.adder, gap=12)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 8)
        layout.addLayout(head)
        if note:
            layout.addWidget(label(shorten(note, 240, placeholder=" …"), "hint", wrap=True))
        self._none = label(_("Không thu phí, lệ phí."), "second")
        layout.addWidget(self._none)
        layout.addLayout(self._column)
        for fee in fees:
            self._put(fee)
        self._show_none()

    def _put(self, fee: FeeRule) -> FeeRow:
        made = FeeRow(fee)
        made.dropped.connect(self.drop)
        made.changed_from.connect(self.change_from)
        self.rows.append(made)
        self._column.addWidget(made)
        return made

    def add(self) -> None:
        """Ctrl+N: one more fee, the cursor in its name."""
        made = self._put(FeeRule(CHARGE_NAME, FeeKind.CHARGE, 0))
        made.amount.set_text("")
        self._show_none()
        go_to(made.name)
        made.name.line.selectAll()

    def change_from(self, old: FeeRow) -> None:
        """The same fee with another amount from a day on: the old one ends the day before."""
        try:
            kept = old.fee()
        except (NoAmount, NoDay):
            return
        made = self._put(replace(kept, effective_from=None, effective_to=None))
        made.amount.set_text("")
        made.start.edited.connect(lambda _text: _end_before(old, made))
        go_to(made.start)

    def drop_here(self) -> None:
        """Take away the fee the cursor is in."""
        for one in self.rows:
            if one.has_focus:
                self.drop(one)
                return

    def drop(self, fee: FeeRow) -> None:
        """Take a fee away."""
        if fee.has_focus:
            self.adder.setFocus()
        self.rows.remove(fee)
        self._column.removeWidget(fee)
        fee.hide()
        fee.deleteLater()
        self._show_none()

    def _show_none(self) -> None:
        self._none.setVisible(not self.rows)

    def fees(self) -> tuple[FeeRule, ...] | None:
        """The fees as typed, None while one of them cannot be accepted: its field says what."""
        try:
            typed = tuple(one.fee() for one in self.rows)
        except (NoAmount, NoDay):
            return None
        twice = doubled(typed)
        if twice is not None:
            last = self.rows[len(typed) - 1 - typed[::-1].index(twice)]
            last.name.fail(_("Mức cùng tên, cùng cách nộp đã có trong những ngày ấy. Sửa ngày hoặc tên."))
            go_to(last.name)
            return None
        return typed


def _end_before(old: FeeRow, later: FeeRow) -> None:
    """While the day of a later amount is typed, the old one ends the day before."""
    day = typed_day(later.start.text())
    if day is not None and day.year > 1:
        old.end.calm()
        old.end.set_text(f"{day - timedelta(days=1):%d/%m/%Y}")


def _channels() -> list[tuple[object, str]]:
    return [
        ("", _("mọi cách")),
        (Channel.DIRECT.value, _("trực tiếp")),
        (Channel.ONLINE.value, _("trực tuyến")),
        (Channel.POST.value, _("bưu chính")),
    ]


def _box(field: Field) -> ComboBox:
    assert isinstance(field.edit, ComboBox)
    return field.edit


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _number(field: Field, *, needed: bool = False) -> int:
    """A whole number, 0 for an empty field that may be empty. Raises NoAmount."""
    field.calm()
    text = field.text().replace(".", "").replace(" ", "")
    if not text and not needed:
        return 0
    if not text.isdecimal():
        field.fail(_("Cần một số, như 8.000."))
        go_to(field)
        raise NoAmount(text)
    return int(text)
