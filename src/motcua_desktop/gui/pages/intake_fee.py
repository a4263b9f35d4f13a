"""What is to be paid, and how."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.fees import NOT_PAID, FeeLine
from motcua_desktop.domain.fees import total as total_of
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import dong, fold
from motcua_desktop.gui.pages.intake_copy_row import NumberEdit
from motcua_desktop.gui.pages.intake_values import counts_copies
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.segments import Segments
from motcua_desktop.gui.widgets.text import column, holder, label, row
from motcua_desktop.i18n import _

_LEFT_OPEN = ("hoi dong nhan dan", "hdnd", "theo quy dinh cua luat phi")
"""What the note of a procedure says where the amount is left to the province."""

_WIDE_SUM = len(dong(1_000_000))


class _Row(QWidget):
    """One line of the fee; kept and filled anew while the officer types."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._name, self._amount = label("", wrap=True), label("", right=True)
        self._unsure = label(_("chưa xác nhận"), "warning")
        inner = row(self._name, self._unsure, self._amount)
        inner.setStretch(0, 1)
        self.setLayout(inner)

    def show_line(self, line: FeeLine) -> None:
        """What, how much; a fee no published text confirms says so."""
        self._name.setText(line.words)
        self._amount.setText(dong(line.amount))
        self._unsure.setVisible(not line.confirmed)
        self.show()


class FeeCard(Card):
    """Lines of the fee, copies where they are paid for, and how it was paid."""

    edited = Signal()

    def __init__(self) -> None:
        self.sum = label("", "sum")
        self._hint, self._key = label(_("Miễn, giảm"), "hint"), KeyCap("Ctrl+M")
        super().__init__(_("Phí, lệ phí"), "", self._hint, self._key, self.sum)
        self.copies = NumberEdit(_("Số bản sao"))
        self.copies.setText("1")
        self.copies.textEdited.connect(lambda _text: self.edited.emit())
        self._copies_row = holder(row(label(_("Số bản sao")), 1, self.copies))
        self._rows: list[_Row] = []
        self._lines = column(gap=4)
        self.nothing = label("", "second", wrap=True)
        self.pay = Segments(
            [("cash", _("Tiền mặt")), ("transfer", _("Chuyển khoản")), (NOT_PAID, _("Chưa thu"))],
            name=_("Cách thu"),
        )
        self.pay.changed.connect(self._way_chosen)
        self._way, self._is_chosen, self._compact = "cash", False, False
        self.add(self._copies_row)
        self.add(self._lines)
        self.add(self.nothing)
        self.add(self.pay)
        self._no_fee, self._left_open = "", False
        self._shown: tuple[tuple[FeeLine, ...], bool] | None = None
        self.show_nothing()
        self.fit(None)

    def fit(self, procedure: Procedure | None) -> None:
        """Ask for copies only where they cost something."""
        self._copies_row.setVisible(counts_copies(procedure))
        self.setToolTip(procedure.fee_note if procedure else "")
        note = fold(procedure.fee_note) if procedure else ""
        self._left_open = any(part in note for part in _LEFT_OPEN)
        self._no_fee = _("Không thu phí, lệ phí")
        if self._left_open:
            self._no_fee = _("Danh mục chưa có mức thu. Có thu thì nhập bằng Ctrl+M.")
        for part in (self._hint, self._key):
            part.setEnabled(procedure is not None)

    def set_compact(self, compact: bool) -> None:
        """At large letters the hint gives way, as it does to a sum in millions; its key stays."""
        self._compact = compact
        self._hint.setVisible(not compact and len(self.sum.text()) < _WIDE_SUM)

    def set_way(self, paid_by: str) -> None:
        """How the draft is paid, until the officer chooses."""
        self._way = paid_by if paid_by in ("cash", "transfer", NOT_PAID) else "cash"
        self._is_chosen = False
        self.pay.set_value(self._way)

    def _way_chosen(self, _value: object) -> None:
        self._is_chosen = True
        self.edited.emit()

    def show_nothing(self) -> None:
        """No procedure yet: nothing can be said of a fee."""
        self._fill(())
        self._shown = None
        self._say_sum("")
        self.nothing.setText(_("Chọn thủ tục để biết mức thu."))
        self.nothing.show()

    def _say_sum(self, words: str) -> None:
        """Where there is none it takes no room: the key stands at the edge, below that of the promise."""
        self.sum.setText(words)
        self.sum.setVisible(bool(words))

    def show_lines(self, lines: tuple[FeeLine, ...], *, listed: bool = True, said: str = "") -> None:
        """Show what is to be paid; not `listed` where the table of copies says it line by line, `said` is
        what stands instead."""
        if (lines, listed) != self._shown or not lines:
            self._fill(lines, listed)
        self._shown = (lines, listed)
        self.nothing.setText(said or self._no_fee)
        self.nothing.setVisible(bool(said) or not lines)
        self._say_sum("" if self._left_open and not lines else dong(total_of(lines)))
        self.set_compact(self._compact)
        self.pay.setVisible(total_of(lines) > 0)
        if not self._is_chosen:  # no slip may say of an amount nobody confirmed that it was taken
            unsure = any(line.amount and not line.confirmed for line in lines)
            self.pay.set_value(NOT_PAID if unsure else self._way)

    def _fill(self, lines: tuple[FeeLine, ...], listed: bool = True) -> None:
        rows = lines if listed else ()
        while len(self._rows) < len(rows):
            self._rows.append(_Row())
            self._lines.addWidget(self._rows[-1])
        for shown, line in zip_longest(self._rows, rows):
            shown.show_line(line) if line is not None else shown.hide()
        self.pay.setVisible(total_of(lines) > 0)
