"""The three lists of the page of hand-overs: what goes, what comes back, the lists made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QWidget

from motcua_desktop.domain.handover import HandoverList
from motcua_desktop.gui.pages.dossier_list import columns
from motcua_desktop.gui.pages.dossier_table import ROW_HEIGHT, DossierTable
from motcua_desktop.gui.pages.handover_work import MOST
from motcua_desktop.gui.pages.row_state import ListRow
from motcua_desktop.gui.table_model import Column, Group, TableModel
from motcua_desktop.gui.theme import fixed, least
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.page import Columns
from motcua_desktop.i18n import _

#: Rows of lists made that are in sight, and the height of what stands above them.
LISTED, _ABOVE = 3, 43 + 37 + 3
#: Least height of a list of dossiers, and of one that has none.
LEAST, EMPTY = 200, 96


class DossierCard(Card):
    """Dossiers with ticks, a heading for each section; `none` stands there when there are no dossiers."""

    def __init__(self, title: str, keys: Sequence[str], none: QWidget, parent: QWidget) -> None:
        super().__init__(title, "", flush=True)
        self.rows = TableModel(_columns(keys), parent, ticks=True)
        self.table = DossierTable(self.rows, title)
        self._none, self._stack = none, QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(none)
        self.add(self._stack, 1)
        least(self, 420, LEAST)

    def show_rows(self, found: Sequence[ListRow], section_of: Callable[[ListRow], str]) -> None:
        """Show these; `section_of` tells where one goes or lies. Ticks of dossiers still there stay."""
        kept, stood = self.rows.ticked & {one.id for one in found}, self.table.currentIndex().row()
        groups: dict[str, list[ListRow]] = {}
        for one in found:
            groups.setdefault(section_of(one), []).append(one)
        shown: list[ListRow | Group] = []
        for section, rows in sorted(groups.items(), key=lambda group: -len(group[1])):
            count = _("{n} hồ sơ").format(n=len(rows))
            shown += [Group(section or _("Chưa chọn nơi nhận"), count), *rows]
        self._stack.setCurrentIndex(0 if found else 1)
        self._need_no_more()
        self.rows.show_rows(shown)
        self.rows.tick(kept)
        if found and self.table.current() is None:
            self.table.choose(1)
        if self.table.currentIndex().row() <= 1:
            self.table.scrollToTop()  # the heading belongs to the first dossier
        elif self.table.currentIndex().row() != stood:
            self.table.bring_into_sight()
        words = _("{n} hồ sơ gấp nhất") if len(found) >= MOST else _("{n} hồ sơ")
        self.set_count(words.format(n=len(found)) if found else "")

    def _need_no_more(self) -> None:
        """Ask for the room of what is in sight: Qt asks for that of the other, too."""
        policies = QSizePolicy.Policy
        for page in (self.table, self._none):
            way = policies.Preferred if page is self._stack.currentWidget() else policies.Ignored
            page.setSizePolicy(way, way)
        least(self, 420, EMPTY if self.is_empty else LEAST)

    @property
    def is_empty(self) -> bool:
        """Whether words stand there instead of dossiers."""
        return self._stack.currentIndex() == 1

    @property
    def ticked(self) -> list[ListRow]:
        """The ticked dossiers in the order of the list."""
        return [found for found in self.rows.loaded() if found.id in self.rows.ticked]

    def tick_all(self) -> None:
        """Tick every dossier; once all are ticked, none."""
        every = {found.id for found in self.rows.loaded()}
        self.rows.tick(set() if self.rows.ticked >= every else every)


class MadeCard(Card):
    """The lists made lately, the newest first; hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Danh sách đã lập"), "", flush=True)
        self.rows = TableModel(_made_columns(), parent, id_of=lambda made: made.uid)
        self.table = DossierTable(self.rows, _("Danh sách đã lập"))
        least(self.table, 200, 40)
        self.add(self.table, 1)
        self.hide()

    def show_lists(self, lists: Sequence[HandoverList], today: date) -> None:
        """Show these; those of `today` are counted in the head."""
        before = self.rows.id_at(0)
        self.rows.show_rows(lists)
        self.set_count(_("{n} hôm nay").format(n=sum(made.at.date() == today for made in lists)))
        fixed(self, height=_ABOVE + ROW_HEIGHT * min(LISTED, len(lists)))
        self.setVisible(bool(lists))
        if lists and lists[0].uid != before:
            self.table.choose(0)  # the one just made is the one in hand

    @property
    def chosen(self) -> HandoverList | None:
        """The list in hand, the newest when none is."""
        made = self.table.current() or self.rows.row(0)
        return made if isinstance(made, HandoverList) else None


def share_room(columns: Columns, send: DossierCard, receive: DossierCard) -> None:
    """Where the lists stand one below the other, one without dossiers leaves its height to the other."""
    stacked = columns.direction() == Columns.Direction.TopToBottom
    only_send, only_receive = (
        stacked and other.is_empty and not card.is_empty for card, other in ((send, receive), (receive, send))
    )
    columns.setStretch(0, 0 if only_receive else 3)
    columns.setStretch(1, 0 if only_send else 2)


def bring_into_sight(page: QWidget, card: QWidget) -> None:
    """With large letters the lists stand one below the other: the one with the keys is scrolled to."""
    place = page.parentWidget()
    while place is not None and not isinstance(place, QScrollArea):
        place = place.parentWidget()
    if place is not None:
        place.ensureWidgetVisible(card, 0, 0)


def _columns(keys: Sequence[str]) -> list[Column]:
    """Columns of the register; where there is no appointment, words say so."""
    known = {column.key: column for column in columns()}
    known["due"] = replace(known["due"], text=lambda found: found.due or _("chưa hẹn"))
    if "procedure" not in keys:
        known["name"] = replace(known["name"], fit=False, stretch=1)
    return [known[key] for key in keys]


def _made_columns() -> list[Column]:
    return [
        Column("number", _("Số"), lambda made: made.number, fit=True),
        Column("at", _("Lúc"), lambda made: f"{made.at:%H:%M %d/%m}", fit=True, tint="text2"),
        Column("way", _("Danh sách"), way_words, stretch=1),
        Column("count", _("Hồ sơ"), lambda made: str(len(made.codes)), fit=True, badge=_state),
    ]


def way_words(made: HandoverList) -> str:
    """From where or to where: "đi Phòng Kinh tế", "về từ Phòng Kinh tế"."""
    words = _("Về từ {section}") if made.back else _("Đi {section}")
    return words.format(section=made.section)


def _state(made: HandoverList) -> BadgeFace | None:
    return BadgeFace(_("Đã hủy"), "ban", "neutral") if made.cancelled else None
