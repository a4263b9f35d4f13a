"""The register: search, saved filters, table, and the dossier's panel beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from motcua_desktop.domain.query import Chip, Query, Sort
from motcua_desktop.gui.actions import Action, Hint, lone_letter
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_list import Found, columns, find, in_order, show_found
from motcua_desktop.gui.pages.dossier_table import DossierTable
from motcua_desktop.gui.pages.list_and_panel import ListAndPanel
from motcua_desktop.gui.pages.panel_pane import PanelPane
from motcua_desktop.gui.pages.register_chips import FilterRow
from motcua_desktop.gui.pages.register_columns import ColumnChoice
from motcua_desktop.gui.pages.register_empty import START, NothingFound, dots
from motcua_desktop.gui.pages.register_export import export
from motcua_desktop.gui.pages.register_filter_panel import FilterPanel
from motcua_desktop.gui.pages.register_ticks import Ticks
from motcua_desktop.gui.pages.row_state import ListRow
from motcua_desktop.gui.pages.telling import tell_trouble
from motcua_desktop.gui.table_model import TableModel
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.search_box import SearchBox
from motcua_desktop.gui.widgets.text import elided, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def make(context: PageContext) -> Page:
    """The page of this module."""
    return RegisterPage(context)


class RegisterPage(Page):
    """`on_enter` takes a code or row number to show, a `Chip`, or a whole `Query`."""

    follows_clock = True

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Sổ hồ sơ")
        self._context = context
        self._opened = self._returning = False
        self._query = self._found = START
        self._make_top()
        self._make_chips()
        self._make_list()
        self._ask_for(START)

    # ------------------------------------------------------------ parts
    def _make_top(self) -> None:
        self.search = SearchBox(_("Tìm trong sổ"))
        self.search.setAccessibleName(_("Tìm trong sổ hồ sơ"))
        self.search.asked.connect(self._searched)
        self.search.entered.connect(self._to_table)
        self.column_choice = ColumnChoice(self._context.settings)
        self.columns_button = Button(_("Cột"), self._choose_columns, icon="columns-3", small=True)
        buttons = [
            Button(_("Lọc"), self.open_filter, icon="list-filter", key="Ctrl+L", small=True),
            self.columns_button,
            Button(_("Xuất Excel"), self.export, icon="download", key="Ctrl+E", small=True),
        ]
        hint = elided(_("Tên, thủ tục không dấu; mã, số định danh, điện thoại"), "second", whole=True)
        line = row(self.search, hint, *buttons, gap=12)
        line.insertStretch(2, 1)
        self.body.addLayout(line)

    def _make_chips(self) -> None:
        self.filters = FilterRow(self._context)
        self.filters.picked.connect(self._show_query)
        self.filters.save_asked.connect(lambda: self._open_filter(saving=True))
        self.filters.clear_asked.connect(self.clear_filters)
        self.filters.counted.connect(self.stated)
        self.body.addWidget(self.filters)

    def _make_list(self) -> None:
        self.rows = TableModel(columns(), self)
        self.table = DossierTable(self.rows, _("Sổ hồ sơ"))
        self.table.chosen.connect(self._row_chosen)
        self.table.opened.connect(lambda row: self.open_page())
        self.table.sort_asked.connect(self._sort)
        self.column_choice.apply(self.table)
        card = Card(flush=True)
        card.add(self.table, 1)
        self.empty = NothingFound(self.clear_filters, lambda: self.wanted.emit("intake", None))
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        self.stack.addWidget(self.empty)
        self.pane = PanelPane(self, self._context)
        self.pane.acts.changed.connect(self.stated)
        self.pane.acts.strayed.connect(self._search_for)
        self.filter_panel = FilterPanel(self, self._context, self.filters, self.pane)
        self.filter_panel.used.connect(self._show_query)
        self.filter_panel.deleted.connect(self.clear_filters)
        self.ticks = Ticks(self, self._context, self.table, self.pane)
        self.both = ListAndPanel(self.stack, self.pane)
        self.body.addWidget(self.both, 1)

    # ------------------------------------------------------------ asking the register
    def _searched(self, words: str) -> None:
        typed = words.strip() if len(words.strip()) > 1 else ""  # one letter means everybody
        if typed != self._query.words:
            self._ask_for(replace(self._query, words=typed))

    def _show_query(self, query: Query) -> None:
        """A whole question: its words stand in the search field, its order at the head of the table."""
        self.search.setText(query.words)
        self.table.set_sorted("" if query.sort is Sort.WORK else query.sort.value, query.descending)
        self._ask_for(query)

    def _ask_for(self, query: Query, *, again: bool = False) -> None:
        if query != self._query:
            self.ticks.clear()
        self._query = query
        self.filters.say(query)
        self.filters.count(query, again=again)
        kept = current.id if again and (current := self.table.current()) else None
        ask, fail = self._context.tasks.ask, lambda error: tell_trouble(self, say(error))
        ask(self, find, self._context.counter, in_order(query), kept, then=self._came, fail=fail, name="list")

    def _came(self, found: Found) -> None:
        words = found.query.words
        self.search.set_note(_("{n} hồ sơ").format(n=dots(found.total)) if words else "")
        self.table.set_search(words)
        show_found(self, self._context, self.rows, found)
        self.stack.setCurrentIndex(0 if found.total else 1)
        self.both.leave_alone(not found.total)
        if not found.total:
            self.empty.say(self._query)
            self.empty.count_without(self, self._context, self._query)
            self._row_chosen(None)
            return
        if found.query != self._found:
            self.table.choose(0)  # of another question the first: what was in hand may lie far away
        elif not self.table.currentIndex().isValid():
            self.table.choose_near(found.place)
        self._found = found.query

    # ------------------------------------------------------------ filters
    def open_filter(self) -> None:
        """Ctrl+L: the filter in place of the panel."""
        self._open_filter(saving=False)

    def _open_filter(self, *, saving: bool) -> None:
        typed = self.search.text().strip()
        if typed != self._query.words:  # the search waits for the last letter, the filter must not
            self._searched(typed)
        self.filter_panel.open(self._query, saving=saving)

    def clear_filters(self) -> None:
        """Everything, what needs work first."""
        self.filters.show_chip(Chip.ALL)
        self._show_query(START)

    def _sort(self, key: str, descending: bool) -> None:
        self._ask_for(replace(self._query, sort=Sort(key), descending=descending))

    def _choose_columns(self) -> None:
        self.column_choice.ask(self.columns_button, self.table)

    def export(self) -> None:
        """Ctrl+E: the ticked dossiers, else the list as it stands, as an Excel file."""
        export(self, self._context, self._query, self.ticks.ids)

    # ------------------------------------------------------------ the row in hand
    def _row_chosen(self, chosen: ListRow | None) -> None:
        self.pane.show_dossier(chosen.id if chosen else None)

    def _to_table(self) -> None:
        if self.rows.rowCount():
            self.table.setFocus()

    def open_page(self) -> None:
        """Enter: the dossier's own page."""
        chosen = self.table.current()
        if chosen is not None:
            self.wanted.emit("dossier", chosen.id)
            self._opened = True

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return self.filters.told

    def keys(self) -> Sequence[Hint]:
        if self.pane.has_form:
            return self.pane.form_keys()
        if self.stack.currentIndex():
            return self.empty.keys()
        return [
            Hint("↑↓", _("Chọn")),
            Hint("Enter", _("Mở")),
            Hint("Ctrl+F", _("Tìm")),
            Hint("Space", _("Đánh dấu")),
            Hint("?", _("Các phím khác")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        own = [
            Action("Ctrl+F", _("Tìm trong sổ"), self.search.take, "search"),
            Action("Ctrl+L", _("Lọc"), self.open_filter, "list-filter"),
            Action("Ctrl+E", _("Xuất Excel"), self.export, "download"),
            Action("Down", _("Xuống danh sách"), self._to_table, can=self.search.hasFocus),
            *self.filters.key_actions(),
        ]
        return [*self.pane.key_actions(), *self.ticks.actions(self._query), *own]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that is no key of the list begins a search."""
        letter = lone_letter(event)
        if letter and not self.pane.has_form:
            self._search_for(self.pane.acts.take_letters() + letter)
        else:
            super().keyPressEvent(event)

    def _search_for(self, words: str) -> None:
        """Letters that were no keys go on behind what is searched for; only what is selected gives way."""
        self.search.setFocus()
        if not self.search.hasSelectedText():
            self.search.end(False)
        self.search.insert(words)

    def panes(self) -> Sequence[QWidget]:
        return [self.search, self.table, self.pane]

    def focus_first(self) -> None:
        if self.pane.has_form:
            self.pane.focus_form()
        elif self._returning and self.rows.rowCount():
            self.table.setFocus()
        else:
            self.search.take()  # what is typed now is another search

    def on_enter(self, argument: Any = None) -> None:
        self._opened = self._returning = False
        if isinstance(argument, Chip):
            argument = replace(START, chip=argument)  # what was searched for before would hide some of them
        if isinstance(argument, Query):
            self.filters.show_chip(argument.chip)
            self._show_query(argument)
        elif isinstance(argument, str) and argument:
            self.filters.show_chip(Chip.ALL)
            self._show_query(replace(START, words=argument))

    def on_return(self, argument: Any = None) -> None:
        """Back from a dossier opened here: search, filter and row stand as they were, the keys on the row."""
        self._returning = self._opened
        if not self._opened:
            self.on_enter(argument)

    def refresh(self) -> None:
        self._ask_for(self._query, again=True)
        self.pane.refresh()

    def keep_time(self) -> bool:
        """A long list stays where it stands: only its rows are read anew, unless it holds others now."""
        if self.pane.has_form:
            return False
        if not self.rows.is_query:
            self.refresh()
            return True
        register, query = self._context.counter.register, self._query
        self._context.tasks.ask(self, register.count, query, then=self._counted_again, name="time")
        return True

    def _counted_again(self, total: int) -> None:
        if total != self.rows.rowCount():
            self.refresh()
            return
        self.rows.read_again()
        self.filters.count(self._query, again=True)
        self.pane.refresh()

    def on_leave(self) -> None:
        self.pane.acts.wait_no_more()

    def escape(self) -> bool:
        if self.pane.close_form() or self.ticks.clear():
            return True
        if self.search.text():
            self.search.setText("")
            self._searched("")
        elif self.stack.currentIndex() and self._query != START:
            self.clear_filters()
        else:
            return False
        self.search.setFocus()
        return True
