"""Help: the guide, open at the page F1 was pressed on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from motcua_desktop.domain.text import fold
from motcua_desktop.gui.actions import Action, Hint, lone_letter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.help_guide import Section, rich_text, sections, style
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import colour, fixed, least, look
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import column, holder
from motcua_desktop.i18n import _

CONTENTS = 264


def make(context: PageContext) -> Page:
    """The page of this module."""
    return HelpPage(context)


class HelpPage(Page):
    """Contents at left, the section at right; `on_enter` takes the key of a page."""

    def __init__(self, _context: PageContext) -> None:
        super().__init__()
        self.title = _("Trợ giúp")
        self._sections = sections()
        self._key = self._sections[0].key
        self._opened_on = ""
        self.search = SearchBox(_("Tìm trong hướng dẫn"), width=CONTENTS)
        self.search.setAccessibleName(_("Tìm trong hướng dẫn"))
        self.search.asked.connect(self._searched)
        self.search.entered.connect(self._to_table)
        shown = Column("title", _("Các phần"), lambda section: section.title, stretch=1)
        self.rows = TableModel([shown], self, id_of=lambda section: section.key)
        self.rows.show_rows(self._sections)
        self.table = Table(self.rows, _("Các phần của hướng dẫn"))
        self.table.horizontalHeader().hide()
        least(self.table, 160, 160)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _row: self.text.setFocus())
        self.table.installEventFilter(self)
        self.search.installEventFilter(self)
        self._make_text()
        contents = Card(flush=True)
        contents.add(self.table, 1)
        left = holder(column(self.search, contents, gap=12))
        fixed(left, CONTENTS)
        page = Card(flush=True)
        page.add(self.text, 1)
        least(page, 420, 200)
        columns = page_columns(self)
        columns.addWidget(left)
        columns.addWidget(page, 1)
        look().changed.connect(self._draw)
        self.show_section(self._key)

    def _make_text(self) -> None:
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Hướng dẫn"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        look().changed.connect(self._frame_text)
        self._frame_text()

    def _frame_text(self) -> None:
        # A border of the same width with and without the focus, so that the words do not move.
        self.text.setStyleSheet(
            "QTextBrowser { border: 2px solid transparent; background: transparent; }"
            f"QTextBrowser:focus {{ border-color: {colour('accent').name()}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """PgDn and PgUp scroll what is read, wherever the cursor is; with Ctrl they turn to another part. A
        letter on the contents begins a search."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.table and (letter := lone_letter(event)):
            self.search.setFocus()  # nothing else can be typed here
            self.search.insert(letter)
            return True
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self.table.currentIndex().row() + step
            if 0 <= at < self.rows.rowCount():
                self.table.choose(at)
        else:
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.pageStep())
        return True

    def show_section(self, key: str) -> None:
        """Open the part of the page with this key; an unknown one opens the keys of every page."""
        known = {section.key for section in self._sections}
        self._key = key if key in known else "help"
        if not self.table.choose_id(self._key):
            self.search.setText("")
            self.rows.show_rows(self._sections)
            self.table.choose_id(self._key)
        self._draw()

    def _draw(self) -> None:
        section = next(section for section in self._sections if section.key == self._key)
        document = self.text.document()
        document.setDefaultStyleSheet(style())
        document.setDocumentMargin(0)
        self.text.setHtml(rich_text(section))
        edges = document.rootFrame().frameFormat()
        edges.setMargin(24)
        document.rootFrame().setFrameFormat(edges)
        self.stated.emit()

    def _chosen(self, section: Section | None) -> None:
        if section is not None and section.key != self._key:
            self._key = section.key
            self._draw()

    def _searched(self, words: str) -> None:
        wanted = fold(words).split()
        found = [s for s in self._sections if all(w in fold(f"{s.title} {s.body}") for w in wanted)]
        self.rows.show_rows(found)
        self.search.set_note(str(len(found)) if wanted else "")
        if found and not self.table.choose_id(self._key):
            self.table.choose(0)

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return next((section.title for section in self._sections if section.key == self._key), "")

    def keys(self) -> Sequence[Hint]:
        return [Hint("↑↓", _("Chọn phần")), Hint("PgDn", _("Đọc tiếp")), Hint("Esc", _("Trở lại"))]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [Action("Ctrl+F", _("Tìm trong hướng dẫn"), self.search.take, "search", show="status")]

    def _to_table(self) -> None:
        self.table.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return [self.search, self.table, self.text]

    def focus_first(self) -> None:
        self.table.setFocus()

    def on_enter(self, argument: Any = None) -> None:
        if isinstance(argument, str) and argument:
            self.show_section(argument)
        if argument != "help":  # F1 pressed here: the way back stays
            self._opened_on = argument if isinstance(argument, str) else ""

    def escape(self) -> bool:
        if not self.search.text():
            window = self.window()
            if self._opened_on and isinstance(window, MainWindow):
                window.pages.back()  # forgets the way here, so that Esc there goes on from there
            return bool(self._opened_on)
        self.search.setText("")
        self._searched("")
        self.table.setFocus()
        return True
