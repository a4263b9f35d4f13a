"""The row of filters above the register's list: the shipped ones, then the officer's own, with counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from motcua_desktop.domain.query import Chip, Query
from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.register_empty import START, chip_words, dots
from motcua_desktop.gui.pages.register_filters import filter_words
from motcua_desktop.gui.pages.register_saved import SavedFilter, SavedFilters
from motcua_desktop.gui.theme import font, paint_icon, px
from motcua_desktop.gui.theme.paint import edge_of_focus, words
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.chips import ChipFace, Chips
from motcua_desktop.gui.widgets.text import column, row
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

_OWN, _YEAR = "own:", "year"


class _Note(Button):
    """What the list is filtered by; cut where there is no room, whole in the tool tip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.sizeHint().width() > self.width() else "")

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        paint_icon(painter, QRect(0, 0, px(16), self.height()), "x", "accent", 16)
        words(painter, self.rect().adjusted(px(24), 0, 0, 0), self.text(), font(), "accent")
        if self.hasFocus():
            edge_of_focus(painter, self.rect())


class FilterRow(QWidget):
    """`picked` carries the query of the filter an officer chose, `save_asked` and `clear_asked` the links.

    `told` says how many dossiers there are, new with `counted`. While words are searched for, the counts are
    those of the dossiers the words find.
    """

    picked = Signal(object)
    save_asked = Signal()
    clear_asked = Signal()
    counted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._context = context
        self.saved = SavedFilters(context.settings)
        self.told = ""
        self._query, self._from_own = START, False
        self._left = ""
        self._counted_for: tuple[Query, bool] | None = None
        self.chips = Chips(self.faces())
        self.chips.chosen.connect(self.pick)
        self.note = _Note("", self.clear_asked.emit, icon="x", kind="link", small=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.note.hide()
        self.link = Button("", self.save_asked.emit, icon="plus", kind="link", small=True)
        self.link.hide()
        self._beside, self._below = row(self.chips, 1, self.link, gap=12), row(self.note, 1, gap=12)
        self.setLayout(column(self._beside, self._below, gap=0))

    def faces(self) -> list[ChipFace]:
        """The filters, left to right."""
        shipped = [ChipFace(key, words) for key, words in chip_words().items()]
        return [
            *shipped,
            *(ChipFace(_OWN + one.name, one.name, "star", folds=True) for one in self.saved.all),
        ]

    def key_actions(self) -> list[Action]:
        """Ctrl+1…9 for the first of them; the others are found by their names."""
        return [
            Action(f"Ctrl+{n}" if n < 10 else "", face.words, partial(self.pick, face.key), "list-filter")
            for n, face in enumerate(self.faces(), start=1)
        ]

    def reload(self, chosen: SavedFilter | None = None) -> None:
        """The officer's filters have changed; choose one of them, or all dossiers."""
        self.chips.set_faces(self.faces())
        self.chips.set_value(_OWN + chosen.name if chosen else Chip.ALL)
        self._from_own, self._counted_for = chosen is not None, None

    def use(self, query: Query, name: str) -> SavedFilter | None:
        """The form was filled in: keep the filter under `name`, in the place of the one in hand, if any."""
        own, saved = self.own, None
        if name.strip():
            saved = self.saved.save(name, query, own.name if own else "")
            self.reload(saved)
        elif own is not None:
            self.show_chip(query.chip)
        return saved

    def delete(self, own: SavedFilter) -> Callable[[], None]:
        """Forget a filter of the officer; the answer brings it back and chooses it."""
        put_back = self.saved.delete(own.name)
        self.reload()

        def bring_back() -> None:
            put_back()
            self.reload(own)
            self.picked.emit(own.query)

        return bring_back

    # ------------------------------------------------------------ choosing
    @property
    def own(self) -> SavedFilter | None:
        """The officer's filter that is chosen."""
        key = self.chips.value()
        return self.saved.named(key.removeprefix(_OWN)) if key.startswith(_OWN) else None

    def pick(self, key: str) -> None:
        """A filter by its key, as Ctrl+1…9 and the mouse choose it."""
        found = self.saved.named(key.removeprefix(_OWN)) if key.startswith(_OWN) else None
        was_own, self._from_own = self._from_own, found is not None
        self._left = ""
        self.chips.set_value(key)
        if found is not None:
            self.picked.emit(found.query)
        else:
            base = replace(START, words=self._query.words) if was_own else self._query
            self.picked.emit(replace(base, chip=Chip(key)))

    def show_chip(self, chip: str) -> None:
        """Show which shipped filter the list stands under."""
        self._from_own = False
        self.chips.set_value(chip if chip in chip_words() else Chip.ALL)

    # ------------------------------------------------------------ telling
    def say(self, query: Query) -> None:
        """What the list stands under now: beside the chips, and as counts."""
        self._query = query
        self._follow(query)
        words, own = filter_words(query), self.own
        noted = bool(words) and own is None
        self.note.setVisible(noted)
        # Beside the note the chips keep their width.
        (self._below if noted else self._beside).addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.note.set_words(_("Bỏ lọc: {filters}").format(filters=words))
        self.link.setVisible(own is not None or replace(query, chip=Chip.ALL) != START)
        if own is not None:
            self.link.set_words(_("Sửa bộ lọc này"), icon="pencil")
        else:
            self.link.set_words(_("Lưu bộ lọc này"), icon="plus")

    def _follow(self, query: Query) -> None:
        """A filter of the officer is lit only while the list holds just what it asks for."""
        own = self.own
        if own is not None and not _same(own.query, query):
            self._left = own.name
            self.show_chip(query.chip)
        elif own is None and self._left:
            left = self.saved.named(self._left)
            if left is not None and _same(left.query, query):
                self._from_own = True
                self.chips.set_value(_OWN + left.name)

    def count(self, query: Query, *, again: bool = False) -> None:
        """Count what each filter shows, unless just that was counted before (`again`: all the same)."""
        same = replace(query, chip=Chip.ALL, sort=START.sort, descending=True), self._from_own
        if same == self._counted_for and not again:
            return
        self._counted_for = same
        base = replace(START, words=query.words) if self._from_own else query
        asked = {key: replace(base, chip=Chip(key)) for key in chip_words()}
        asked |= {_OWN + one.name: one.query for one in self.saved.all}
        new_year = date(self._context.counter.now().year, 1, 1)
        asked |= {"": START, _YEAR: replace(START, received_from=new_year)}
        self._context.tasks.ask(self, _count, self._context.counter, asked, then=self._counted, name="chips")

    def _counted(self, counts: dict[str, int]) -> None:
        whole, this, year = counts.pop(""), counts.pop(_YEAR), self._context.counter.now().year
        self.told = _("Năm {year}, {n} hồ sơ").format(year=year, n=dots(this))
        if whole != this:
            self.told += _("; cả sổ {n} hồ sơ").format(n=dots(whole))
        self.chips.set_counts(counts)
        self.counted.emit()


def _same(one: Query, other: Query) -> bool:
    """Whether both list the same dossiers, whatever their order."""
    return replace(one, sort=other.sort, descending=other.descending) == other


def _count(counter: Counter, asked: dict[str, Query]) -> dict[str, int]:
    return dict(zip(asked, counter.register.counts(list(asked.values())), strict=True))
