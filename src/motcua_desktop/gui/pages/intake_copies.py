"""Certified copies: one line for each paper, its pages, how many copies, what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from motcua_desktop.counter.charging import CopyLine, line_fee, page_rule
from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import dong
from motcua_desktop.gui.pages.intake_copy_row import CopyRow
from motcua_desktop.gui.pages.intake_frequent import ButtonRow
from motcua_desktop.gui.pages.intake_scrolling import Scrolling
from motcua_desktop.gui.pages.intake_wrapped import Wrapped
from motcua_desktop.gui.theme import fixed, margins, px
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.text import holder, label, row, set_role
from motcua_desktop.i18n import _

MOST_LINES, FREQUENT = 12, 9
WIDTHS, EACH = (16, 0, 64, 64, 84, 104), 4
"""Of the six columns, 0 for the name that takes the rest; and which of them is the price of one copy."""
LEAST_LINES = 80


class _Lines(Scrolling):
    """The lines: a few are in sight whatever happens, more where there is room."""

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return size if self.whole else QSize(size.width(), min(self.needed(), px(LEAST_LINES)))


def _grid(above: int, below: int) -> QGridLayout:
    """A grid of the six columns; head and lines have one each, so that the head stays in sight."""
    made = QGridLayout()
    margins(made, 16, above, 16, below)
    made.setHorizontalSpacing(16)
    made.setVerticalSpacing(6)
    made.setColumnStretch(1, 1)
    return made


class CopiesCard(Card):
    """`edited` at each change. Ctrl+Enter adds a line; a line without a name counts too."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Giấy tờ cần chứng thực"), "", label(_("Thêm dòng"), "hint"), KeyCap("Ctrl+Enter"), flush=True
        )
        self._procedure: Procedure | None = None
        self._channel, self._on = Channel.DIRECT, date.min
        self._charged: int | None = None
        self.charged = 0
        self.lines: list[CopyRow] = []
        self.frequent: tuple[str, ...] = ()
        self._narrow = False
        self._heads, self._grid = _grid(6, 0), _grid(4, 6)
        self._head_labels = self._add_heads()
        self.add(holder(self._heads))
        self.table = _Lines(holder(self._grid))
        self.add(self.table)
        self.buttons = ButtonRow(
            [
                Button("", partial(self.take_frequent, n), key=f"Alt+{n + 1}", small=True)
                for n in range(FREQUENT)
            ]
        )
        self.buttons.fitted.connect(self._say_keys)
        frequent = row(self.buttons)
        margins(frequent, 16, 4, 16, 8)
        self.add(frequent)
        self.body.addStretch(1)
        self.rule = Wrapped("second")
        self.total = label("", "sum")
        foot = row(self.rule, self.total, gap=16)
        foot.setStretch(0, 1)
        margins(foot, 16, 8, 16, 8)
        self.add_foot(holder(foot))
        self.set_lines((CopyLine(),))

    def _add_heads(self) -> list[QLabel]:
        heads = ("#", _("Tên giấy tờ"), _("Trang"), _("Bản sao"), _("Mỗi bản"), _("Thành tiền"))
        made = [label(words, "hint", right=place > 1) for place, words in enumerate(heads)]
        for place, (shown, wide) in enumerate(zip(made, WIDTHS, strict=True)):
            self._heads.addWidget(shown, 0, place)
            if wide:
                fixed(shown, wide)
        return made

    # ------------------------------------------------------------ value
    def fit(self, procedure: Procedure | None, channel: Channel, on: date) -> None:
        """Count by the rule of this procedure."""
        self._procedure, self._channel, self._on = procedure, channel, on
        self._say_rule()
        self._count()

    def ask_again(self) -> None:
        """F12 with a sum as large as a slip of the fingers: say it, and wait in the number of copies."""
        self.rule.setText(
            _("Thu {sum} cho {n} bản: xem lại trang, bản, hoặc F12 lần nữa nếu đúng.").format(
                sum=dong(self.charged), n=sum(line.value().copies for line in self.lines)
            )
        )
        set_role(self.rule, "warning")
        most = max(self.lines, key=lambda line: line.value().copies).copies
        most.setFocus(Qt.FocusReason.TabFocusReason)
        most.selectAll()  # the cursor may stand there already

    def _say_rule(self) -> None:
        rule = page_rule(self._procedure)
        set_role(self.rule, "second")
        if rule and rule.first_pages:
            self.rule.setText(
                _(
                    "{first} mỗi trang cho {n} trang đầu, từ trang {m} là {after}; tối đa {cap} mỗi bản"
                ).format(
                    first=dong(rule.amount),
                    n=rule.first_pages,
                    m=rule.first_pages + 1,
                    after=dong(rule.amount_after),
                    cap=dong(rule.cap),
                )
            )
        else:
            self.rule.setText(_("{first} mỗi trang").format(first=dong(rule.amount)) if rule else "")

    def value(self) -> tuple[CopyLine, ...]:
        """The papers as typed."""
        return tuple(line.value() for line in self.lines)

    def charge(self, amount: int | None) -> None:
        """Another sum than the rules give (waived, lowered); None for what the rules give."""
        self._charged = amount
        self._count()

    def set_lines(self, lines: Sequence[CopyLine]) -> None:
        """Show these papers."""
        while len(self.lines) > max(1, len(lines)):
            self._drop(self.lines[-1])
        while len(self.lines) < max(1, len(lines)):
            self._append()
        for shown, line in zip(self.lines, lines or (CopyLine(),), strict=True):
            shown.set_value(line)
        self._count()

    def set_compact(self, narrow: bool) -> None:
        """Where there is little room the price of one copy gives way to the name of the paper."""
        self._narrow = narrow
        for shown in (self._head_labels[EACH], *(line.each for line in self.lines)):
            shown.setVisible(not narrow)

    def set_frequent(self, names: Sequence[str]) -> None:
        """The office's frequent papers: Alt+1 to Alt+9, as many as fit as buttons too."""
        self.frequent = tuple(names)[:FREQUENT]
        for number, (name, button) in enumerate(zip(self.frequent, self.buttons.buttons, strict=False)):
            button.set_words(name, key=f"Alt+{number + 1}")
        self.buttons.show_first(len(self.frequent))

    def _say_keys(self) -> None:
        """An empty name tells of the keys of those papers that are in sight."""
        for line in self.lines:
            line.say_keys(self.buttons.in_sight)

    def fit_height(self, room: int) -> None:
        """In a low window the buttons of the frequent papers give way; their keys stay."""
        row = self.buttons.sizeHint().height() + px(12)
        least = self.minimumSizeHint().height() + (row if self.buttons.isHidden() else 0)
        self.buttons.setVisible(bool(self.frequent) and least <= room)
        self._outer.activate()

    def inputs(self) -> list[QWidget]:
        """All inputs in the order of Tab: pages, copies, then the name of the first line last of it."""
        return [widget for line in self.lines for widget in line.inputs]

    def _append(self) -> CopyRow:
        line = CopyRow(self)
        place = len(self.lines) + 1
        for column, (widget, wide) in enumerate(zip(line.widgets, WIDTHS, strict=True)):
            self._grid.addWidget(widget, place, column)
            if wide:
                fixed(widget, wide, 32)
        line.number.setText(str(place))
        line.each.setVisible(not self._narrow)
        for edit in line.inputs:
            edit.textEdited.connect(lambda _text: self._changed())
        line.name.installEventFilter(self)
        line.say_keys(self.buttons.in_sight)
        self.lines.append(line)
        return line

    def _drop(self, line: CopyRow) -> None:
        self.lines.remove(line)
        for place, other in enumerate(self.lines, start=1):
            other.number.setText(str(place))
        for widget in line.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        line.deleteLater()

    def _changed(self) -> None:
        self._say_rule()
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        whole = 0
        for line in self.lines:
            value = line.value()
            if self._procedure is None:
                continue
            one = line_fee(self._procedure, CopyLine("", value.pages, 1), self._channel.value, self._on)
            every = line_fee(self._procedure, value, self._channel.value, self._on)
            line.each.setText(dong(one))
            line.sum.setText(_("miễn") if self._charged == 0 else dong(every))
            whole += every
        self.charged = whole if self._charged is None else self._charged
        self.total.setText(dong(self.charged))

    # ------------------------------------------------------------ keys
    def add_line(self) -> None:
        """One more paper (Ctrl+Enter); the cursor goes to its name."""
        if len(self.lines) >= MOST_LINES:
            return
        line = self._append()
        line.set_value(CopyLine())
        self._count()
        self.edited.emit()
        for widget in line.widgets:
            # What is not yet in sight cannot take the focus.
            widget.setVisible(widget is not line.each or not self._narrow)
        line.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in a name that is empty takes its line away, unless it is the first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            line = next((line for line in self.lines[1:] if line.name is watched), None)
            if line is not None and event.key() == Qt.Key.Key_Backspace and not line.name.text():
                self.lines[self.lines.index(line) - 1].copies.setFocus(Qt.FocusReason.TabFocusReason)
                self._drop(line)
                self._changed()
                return True
        return super().eventFilter(watched, event)

    def take_frequent(self, number: int) -> None:
        """Name the line in hand, or the first without a name, after a frequent paper (Alt+1 …)."""
        if number >= len(self.frequent):
            return
        here = next((line for line in self.lines if any(edit.hasFocus() for edit in line.inputs)), None)
        free = next((line for line in self.lines if not line.name.text().strip()), None)
        line = here or free or self.lines[-1]
        line.name.setText(self.frequent[number])
        line.show_start()
        self._changed()
        line.pages.setFocus()

    def start(self) -> QWidget:
        """Where typing begins: the pages of the first paper."""
        return self.lines[0].pages
