"""Rows of a few fields each, below their headings: who may sign, the steps of a procedure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QVBoxLayout, QWidget

from motcua_desktop.domain.text import clean
from motcua_desktop.gui.pages.typed_days import into_sight
from motcua_desktop.gui.theme import fixed, margins, spacing
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.inputs import LineEdit
from motcua_desktop.gui.widgets.text import label, restyle, row
from motcua_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A heading with its share of the width; `missing` is said where a row has nothing there ("" may be)."""

    title: str
    stretch: int = 1
    placeholder: str = ""
    missing: str = ""


class _Row:
    """The widgets of one row."""

    def __init__(self, columns: Sequence[TypedColumn], drop: Button) -> None:
        self.edits = [LineEdit(column.placeholder) for column in columns]
        self.drop = drop

    def texts(self) -> tuple[str, ...]:
        return tuple(clean(edit.text()) for edit in self.edits)


class TypedRows(QWidget):
    """`edited` at each change. Enter goes to the next field and from the last one to a new row, the arrows to
    the row above or below; the page's table has Ctrl+Enter for `add` and Ctrl+D for `drop_here`. Rows with
    nothing in them do not count."""

    edited = Signal()

    def __init__(self, title: str, columns: Sequence[TypedColumn], *, add: str, none: str) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._columns = columns
        self.lines: list[_Row] = []
        self.note: QLabel = label("", "hint", wrap=True)
        self.said: QLabel = label("", "error", wrap=True)
        self._none = label(none, "second", wrap=True)
        self.adder = Button(add, self.add, icon="plus", key="Ctrl+Enter", small=True)
        self._grid = QGridLayout()
        margins(self._grid, 0, 0, 0, 0)
        spacing(self._grid, 8)
        self._heads = [label(column.title, "second") for column in columns]
        for number, (head, column) in enumerate(zip(self._heads, columns, strict=True)):
            self._grid.addWidget(head, 0, number)
            self._grid.setColumnStretch(number, column.stretch)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 6)
        layout.addLayout(row(label(title, "card"), 1, self.adder, gap=12))
        for part in (self.note, self._none):
            layout.addWidget(part)
        layout.addLayout(self._grid)
        layout.addWidget(self.said)
        self.say_note("")
        self.calm()
        self._show_none()

    # ------------------------------------------------------------ rows
    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace what stands there."""
        for line in list(self.lines):
            self._remove(line)
        for texts in rows:
            self._put(texts)
        self._show_none()
        self.calm()

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What stands there, tidy; rows with nothing in them left out."""
        return tuple(texts for texts in (line.texts() for line in self.lines) if any(texts))

    def add(self) -> None:
        """One more row, the cursor in it; an empty last one is taken."""
        if not self.lines or any(self.lines[-1].texts()):
            self._put(())
            self._show_none()
        self._go(self.lines[-1].edits[0])

    @property
    def here(self) -> int:
        """The row with the focus, -1 for none."""
        focus = QApplication.focusWidget()
        return next((n for n, line in enumerate(self.lines) if focus in (*line.edits, line.drop)), -1)

    def drop_here(self) -> None:
        """Take the row with the focus away."""
        if self.here >= 0:
            self._drop(self.lines[self.here])

    def _put(self, texts: Sequence[str]) -> None:
        drop = Button(_("Bỏ dòng"), icon="trash-2", key="Ctrl+D", kind="icon", small=True)
        line = _Row(self._columns, drop)
        place = self._grid.rowCount()
        for number, (edit, column) in enumerate(zip(line.edits, self._columns, strict=True)):
            edit.setText(texts[number] if number < len(texts) else "")
            edit.setCursorPosition(0)
            edit.setAccessibleName(column.title)
            edit.textChanged.connect(self._changed)
            edit.installEventFilter(self)
            fixed(edit, height=36)
            self._grid.addWidget(edit, place, number)
        drop.clicked.connect(lambda: self._drop(line))
        self._grid.addWidget(drop, place, len(self._columns))
        for part in (*line.edits, drop):
            part.show()  # now: what is not shown yet takes no focus
        self.lines.append(line)

    def _drop(self, line: _Row) -> None:
        at = self.lines.index(line)
        self._remove(line)
        self._show_none()
        self._changed()
        left = self.lines[min(at, len(self.lines) - 1)].edits[0] if self.lines else self.adder
        left.setFocus()

    def _remove(self, line: _Row) -> None:
        self.lines.remove(line)
        for part in (*line.edits, line.drop):
            part.removeEventFilter(self)
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _show_none(self) -> None:
        self._none.setVisible(not self.lines and bool(self._none.text()))
        for head in self._heads:
            head.setVisible(bool(self.lines))

    def _changed(self) -> None:
        self.calm()
        self.edited.emit()

    # ------------------------------------------------------------ telling
    def say_note(self, words: str) -> None:
        """A quiet sentence below the title."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def is_whole(self) -> bool:
        """Whether no row lacks what it needs; else the cursor is there and the sentence below says it."""
        for line in self.lines:
            texts = line.texts()
            for edit, column, text in zip(line.edits, self._columns, texts, strict=True):
                if any(texts) and column.missing and not text:
                    self.fail(column.missing, edit)
                    return False
        return True

    def fail(self, sentence: str, edit: LineEdit | None = None) -> None:
        """Say in red what cannot be accepted, with the cursor there."""
        self.said.setText(sentence)
        self.said.show()
        if edit is not None:
            edit.setProperty("state", "error")
            edit.setAccessibleDescription(sentence)
            restyle(edit)
            self._go(edit)

    def calm(self) -> None:
        """Nothing is wrong any more."""
        self.said.hide()
        for edit in (edit for line in self.lines for edit in line.edits):
            if edit.property("state"):
                edit.setProperty("state", "")
                edit.setAccessibleDescription("")
                restyle(edit)

    # ------------------------------------------------------------ keys
    def _go(self, edit: LineEdit) -> None:
        edit.setFocus()
        into_sight(edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        at = next((n for n, line in enumerate(self.lines) if watched in line.edits), -1)
        if at < 0:
            return False
        column = self.lines[at].edits.index(watched)  # type: ignore[arg-type]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._go(self.lines[min(max(at + step, 0), len(self.lines) - 1)].edits[column])
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        elif column + 1 < len(self._columns):
            self._go(self.lines[at].edits[column + 1])
        elif at + 1 < len(self.lines):
            self._go(self.lines[at + 1].edits[0])
        else:
            self.add()
        return True
