"""Choosing a procedure by typing: code, alias or words without marks; the list below the field."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent

from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.gui.pages.intake_copy_row import select_all
from motcua_desktop.gui.pages.intake_procedure_list import ProcedureList
from motcua_desktop.gui.pages.intake_words import procedure_icon, term_words
from motcua_desktop.gui.tasks import Tasks
from motcua_desktop.gui.theme import font, look, px
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

WAIT_MS, SHOWN, MANY = 60, 20, 1000


class ProcedureField(Field):
    """`chosen(Procedure | None)` when another procedure stands; `go_on` when Enter has been pressed.

    Enter pressed before the list has come takes the first line when it comes: nobody waits for it.
    """

    chosen = Signal(object)
    go_on = Signal()

    def __init__(self, counter: Counter, tasks: Tasks) -> None:
        super().__init__(_("Thủ tục"), aside=_("mã, tên hoặc chữ tắt"))
        self._counter, self._tasks = counter, tasks
        self.value: Procedure | None = None
        self._bare = False
        self._asked = ""
        self._take_first = False
        self._list: ProcedureList | None = None
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._ask)
        self.line.textEdited.connect(self._typed)
        look().changed.connect(self._show_value)
        self._show_value()

    # ------------------------------------------------------------ value
    def set_value(self, procedure: Procedure | None, *, tell: bool = False) -> None:
        """Show a procedure, or none."""
        changed = procedure != self.value
        self.value = procedure
        self._close()
        if procedure is None:
            self.line.setText("")  # unlike clear(): the field keeps nothing to undo, Ctrl+Z is the page's
        self._show_value()
        self.calm()
        if tell and changed:
            self.chosen.emit(procedure)

    def _show_value(self) -> None:
        entry = self.value
        self.line.setFont(font(bold=entry is not None))
        self.line.set_lead(procedure_icon(entry) if entry else "search")
        self.line.setToolTip(f"{entry.name} ({entry.code})" if entry else "")
        self.set_label(_("Thủ tục"), entry.code if entry else _("mã, tên hoặc chữ tắt"))
        if self._bare and entry is not None:
            self.label.hide()
            self._aside.hide()
        else:
            self.label.show()
        self._fit()

    def set_bare(self, bare: bool) -> None:
        """Without the words above (the bar above has said them), the code inside; a low window has room."""
        if bare != self._bare:
            self._bare = bare
            self._show_value()

    def _fit(self) -> None:
        """The longest note beside which the name is whole; one that is not whole has the field for itself."""
        entry = self.value
        if entry is None:
            self.line.set_note("")
            return
        bold, metrics = QFontMetrics(font(bold=True)), QFontMetrics(font())
        room = self.line.width() - px(64)
        first = entry.code if self._bare else entry.field
        notes = (f"{first} · {term_words(entry)}", term_words(entry), "")
        name = bold.horizontalAdvance(entry.name)
        note = next((note for note in notes if name + metrics.horizontalAdvance(note) <= room), "")
        self.line.set_note(note)
        room -= metrics.horizontalAdvance(note)
        self.line.setText(bold.elidedText(entry.name, Qt.TextElideMode.ElideRight, max(px(80), room)))
        self.line.setCursorPosition(0)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------ finding
    def _typed(self, text: str) -> None:
        if self.value is not None:
            self.value = None
            self._show_value()
            self.chosen.emit(None)
        self.calm()
        self._take_first = False
        if text.strip():
            self._wait.start()
        else:
            self._wait.stop()
            self._close()

    def _ask(self) -> None:
        self._wait.stop()
        text = self._asked = self.line.text()
        find: Callable[[], Sequence[Procedure]] = (
            (lambda: self._counter.catalogue.find(text, SHOWN))
            if text.strip()
            else (lambda: favourites(self._counter))
        )
        self._tasks.ask(self, find, then=lambda found: self._found(text, found), name="procedures")

    def _found(self, text: str, found: Sequence[Procedure]) -> None:
        if text != self._asked or (self.value is not None and text.strip()):
            return
        if self._take_first:
            self._take_first = False
            if found:
                self.set_value(found[0], tell=True)
            else:
                self._nothing(text)
            return
        if not self.line.hasFocus():
            return
        popup = self._popup()
        popup.sought = text
        popup.show_below(self.line, found)
        if not found:
            self._nothing(text)

    def _nothing(self, text: str) -> None:
        self.fail(_("Không có thủ tục nào khớp “{text}”. Thử mã hoặc vài từ trong tên.").format(text=text))

    def _popup(self) -> ProcedureList:
        if self._list is None:
            self._list = ProcedureList(self.window())
            self._list.picked.connect(self._pick)
        return self._list

    def _pick(self, procedure: Procedure) -> None:
        self.set_value(procedure, tell=True)
        self.go_on.emit()

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self._list is not None and self._list.isVisible()

    def _close(self) -> None:
        self._wait.stop()
        if self._list is not None:
            self._list.hide()

    def close_list(self) -> bool:
        """Hide the list (Esc); False when it was not open."""
        was_open = self.is_open
        self._close()
        return was_open

    # ------------------------------------------------------------ keys
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
                return True
            if event.type() == QEvent.Type.FocusOut:
                self._left()
            elif event.type() == QEvent.Type.FocusIn:
                select_all(self.line, event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: self._popup().most,
            Qt.Key.Key_PageUp: -self._popup().most,
        }.get(Qt.Key(event.key()))
        if step is not None:
            if self.is_open:
                self._popup().move_by(step)
            elif step == 1:
                self._ask()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        return False

    def _enter(self) -> None:
        waiting = self._wait.isActive() or self._asked != self.line.text()
        if self.is_open and not waiting and self._popup().current:
            self._pick(self._popup().current)
            return
        if self.value is None and self.line.text().strip():
            self._take_first = True
            self._ask()
        self.go_on.emit()

    def _left(self) -> None:
        """Tab and the mouse take what is marked too, as Enter does."""
        if self.is_open and self.value is None and self._popup().current:
            self.set_value(self._popup().current, tell=True)
        elif self._wait.isActive():
            self._take_first = True
            self._ask()
        self._close()


def favourites(counter: Counter) -> Sequence[Procedure]:
    """The everyday procedures: those most received of late first, then those the office has an alias for."""
    everyday = [entry for entry in counter.catalogue.find("", MANY) if entry.common]
    used = Tally(line.procedure_code for line in counter.register.newest(200))
    return sorted(everyday, key=lambda entry: (-used[entry.code], not entry.alias))[:SHOWN]
