"""Certified copies: one line for each paper, its pages, how many copies, what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from motcua_desktop.counter.charging import CopyLine, line_fee, page_rule
from motcua_desktop.domain.dossier import Channel
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import dong
from motcua_desktop.gui.pages.intake_wrapped import Wrapped
from motcua_desktop.gui.theme import fixed, least, margins
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.inputs import LineEdit
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.text import holder, label, row
from motcua_desktop.i18n import _

MOST_LINES, MOST, SHOWN, FREQUENT = 12, 9999, 4, 9


class NumberEdit(LineEdit):
    """A small whole number, right-aligned, chosen whole when the focus comes."""

    def __init__(self, name: str, most: int = MOST) -> None:
        super().__init__()
        self.setValidator(QIntValidator(1, most, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.setProperty("small", True)
        fixed(self, 64, 32)

    def value(self) -> int:
        """The number; 1 while nothing is typed."""
        return max(1, int(self.text() or "1"))

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        select_all(self, event)


def select_all(edit: QLineEdit, event: QEvent) -> None:
    """Mark what stands in a field that gets the focus, so that typing replaces it."""
    if isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.MouseFocusReason:
        QTimer.singleShot(0, edit, edit.selectAll)
    else:
        edit.selectAll()


class _Line(QObject):
    """The widgets of one paper."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.number = label("", "second")
        self.name = LineEdit(_("Tên giấy tờ, hoặc Alt+1 đến Alt+9"))
        self.name.setAccessibleName(_("Tên giấy tờ"))
        self.name.setProperty("small", True)
        fixed(self.name, height=32)
        self.pages = NumberEdit(_("Số trang"))
        self.copies = NumberEdit(_("Số bản sao"))
        self.each = label("", "second", right=True)
        self.sum = label("", "strong", right=True)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.number, self.name, self.pages, self.copies, self.each, self.sum)

    @property
    def inputs(self) -> tuple[QLineEdit, ...]:
        return (self.name, self.pages, self.copies)

    def value(self) -> CopyLine:
        return CopyLine(self.name.text().strip(), self.pages.value(), self.copies.value())

    def set_value(self, line: CopyLine) -> None:
        self.name.setText(line.name)
        self.pages.setText(str(line.pages))
        self.copies.setText(str(line.copies))


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
        self.lines: list[_Line] = []
        self.frequent: tuple[str, ...] = ()
        self._compact = False
        self._grid = QGridLayout()
        margins(self._grid, 16, 6, 16, 6)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._heads()
        self.add(self._grid)
        self.body.addStretch(1)
        self._buttons = [
            Button("", partial(self.take_frequent, n), key=f"Alt+{n + 1}", small=True) for n in range(SHOWN)
        ]
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.hide()
        frequent = row(*self._buttons, 1)
        margins(frequent, 16, 4, 16, 8)
        self.add(frequent)
        self.rule = Wrapped("second")
        self.total = label("", "sum")
        foot = row(self.rule, self.total, gap=16)
        foot.setStretch(0, 1)
        margins(foot, 16, 8, 16, 8)
        self.add_foot(holder(foot))
        self.set_lines((CopyLine(),))

    def _heads(self) -> None:
        heads = ("#", _("Tên giấy tờ"), _("Trang"), _("Bản sao"), _("Mỗi bản"), _("Thành tiền"))
        for place, words in enumerate(heads):
            self._grid.addWidget(label(words, "hint", right=place > 1), 0, place)

    # ------------------------------------------------------------ value
    def fit(self, procedure: Procedure | None, channel: Channel, on: date) -> None:
        """Count by the rule of this procedure."""
        self._procedure, self._channel, self._on = procedure, channel, on
        rule = page_rule(procedure)
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
        self._count()

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

    def set_compact(self, compact: bool) -> None:
        """At large letters fewer of the frequent papers stand as buttons; their keys stay."""
        self._compact = compact
        self._show_frequent()

    def set_frequent(self, names: Sequence[str]) -> None:
        """The office's frequent papers: Alt+1 to Alt+9, the first ones as buttons too."""
        self.frequent = tuple(names)[:FREQUENT]
        self._show_frequent()

    def _show_frequent(self) -> None:
        shown = SHOWN // 2 if self._compact else SHOWN
        for number, button in enumerate(self._buttons):
            there = number < min(shown, len(self.frequent))
            if there:
                button.set_words(self.frequent[number], key=f"Alt+{number + 1}")
            button.setVisible(there)

    def inputs(self) -> list[QWidget]:
        """All inputs in the order of Tab: pages, copies, then the name of the first line last of it."""
        return [widget for line in self.lines for widget in line.inputs]

    def _append(self) -> _Line:
        line = _Line(self)
        place = len(self.lines) + 1
        for column, widget in enumerate(line.widgets):
            self._grid.addWidget(widget, place, column)
        line.number.setText(str(place))
        least(line.each, 84)
        least(line.sum, 96)
        for edit in line.inputs:
            edit.textEdited.connect(lambda _text: self._changed())
        line.name.installEventFilter(self)
        self.lines.append(line)
        return line

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        for place, other in enumerate(self.lines, start=1):
            other.number.setText(str(place))
        for widget in line.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        line.deleteLater()

    def _changed(self) -> None:
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
        self.total.setText(dong(whole if self._charged is None else self._charged))

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
            widget.show()  # what is not yet in sight cannot take the focus
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
        self._changed()
        line.pages.setFocus()

    def start(self) -> QWidget:
        """Where typing begins: the pages of the first paper."""
        return self.lines[0].pages
