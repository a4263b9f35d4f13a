"""Receipts of today, newest first, to be printed again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.fees import total
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.text import dong
from motcua_desktop.gui.theme import colour, font, least, px
from motcua_desktop.gui.theme.paint import words
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.rows import VALUE, QuietList, Rows
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

ROW, SHOWN = 57, 8
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Recent:
    """A receipt of today."""

    code: str
    short_code: str
    time: str
    who: str
    paid: str


def recent_receipts(counter: Counter, paid: dict[int, str]) -> tuple[int, list[Recent]]:
    """How many were received today, and the newest of them; `paid` keeps what was read of them before.

    A receipt taken back as a mistake stays in the list, says so, and is not counted.
    """
    today = counter.now().date()
    lines = [line for line in counter.register.newest(100) if line.received_at.date() == today]
    mistakes = {line.id for line in lines if _is_mistake(counter, line)}
    shown = []
    for line in lines[:SHOWN]:
        if line.id in mistakes:
            paid[line.id] = _("đã hủy")
        elif line.id not in paid:
            dossier = counter.register.by_id(line.id)
            paid[line.id] = dong(total(dossier.fees)) if dossier else ""
        who = f"{line.applicant} · {line.procedure[:1].lower()}{line.procedure[1:]}"
        shown.append(Recent(line.code, line.short_code, f"{line.received_at:%H:%M}", who, paid[line.id]))
    return len(lines) - len(mistakes), shown


def _is_mistake(counter: Counter, line: DossierLine) -> bool:
    if line.status is not Status.WITHDRAWN:
        return False
    dossier = counter.register.by_id(line.id)
    return dossier is not None and any(event.facts.get("mistake") for event in dossier.events)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(200), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("QuietList", option.widget)
        entry: Recent = index.data(VALUE)
        painter.save()
        if view.hasFocus() and index.row() == view.currentIndex().row():
            painter.fillRect(rect, colour("soft"))
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("line2"))
        # Of the whole list: nothing moves aside when its scroll bar appears.
        inner = QRect(rect.x() + px(16), rect.y() + px(8), view.width() - px(32), rect.height())
        first = QRect(inner.x(), inner.y(), inner.width(), px(20))
        used = words(painter, first, entry.time, font())
        code = first.adjusted(used + px(8), 0, 0, 0)
        words(painter, code, entry.short_code, font(bold=True))
        words(painter, first, entry.paid, font(), "text", Qt.AlignmentFlag.AlignRight)
        words(painter, first.translated(0, px(20)), entry.who, font(), "text2")
        painter.restore()


class RecentCard(Card):
    """`reprint(code)` when a line is activated; Ctrl+R prints the newest again."""

    reprint = Signal(str)

    def __init__(self) -> None:
        self.paid: dict[int, str] = {}
        self._hint = label(_("In lại"), "hint")
        super().__init__(_("Vừa nhận"), "", self._hint, KeyCap("Ctrl+R"), flush=True)
        self.list = QuietList(_("Vừa nhận"))
        self.rows = Rows(lambda entry: f"{entry.time} {entry.short_code}, {entry.who}, {entry.paid}", self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Delegate(self.list))
        # It takes what is left and asks for one line: what it hints at would be taken from the day strip.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        least(self.list, height=ROW)
        self.list.activated.connect(lambda index: self.reprint.emit(index.data(VALUE).code))
        self.add(self.list, 1)

    def set_compact(self, compact: bool) -> None:
        """Where there is little room the hint gives way; its key stays."""
        self._hint.setVisible(not compact)

    def show_recent(self, answer: tuple[int, list[Recent]]) -> None:
        """Show what `recent_receipts` found."""
        count, entries = answer
        self.set_count(_("{n} hôm nay").format(n=count))
        self.rows.show(entries)
        if entries:
            self.list.setCurrentIndex(self.rows.index(0))
