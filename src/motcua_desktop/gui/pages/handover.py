"""Hand-over: what goes to the sections, what comes back, and the signed list of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Query, Sort
from motcua_desktop.files import write_whole
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_list import columns, rows_of
from motcua_desktop.gui.pages.dossier_table import DossierTable
from motcua_desktop.gui.pages.forms.short_form import section_choices
from motcua_desktop.gui.pages.moments import clock_line
from motcua_desktop.gui.pages.row_state import ListRow
from motcua_desktop.gui.pages.telling import print_paper, tell, tell_trouble
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.tasks import Job
from motcua_desktop.gui.theme import fixed, least
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

#: Received after this hour, the paper may go at the beginning of the next working day (Art. 18.1).
CUTOFF = time(15, 0)
MOST = 500


@dataclass(frozen=True, slots=True)
class Lists:
    """What lies at the counter and must go, and what lies at a section and may come back."""

    send: tuple[ListRow, ...]
    receive: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over: the codes, what was refused, and the list to sign."""

    codes: tuple[str, ...]
    refused: tuple[tuple[str, Refusal], ...]
    paper: Path | None


def read_lists(counter: Counter) -> Lists:
    """Both lists, by working time left, read off the window's thread."""
    both = []
    for status in (Status.RECEIVED, Status.IN_PROCESS):
        query = Query(statuses=(status,), sort=Sort.DUE, descending=False)
        both.append(tuple(rows_of(counter, counter.register.window(query, 0, MOST))))
    return Lists(both[0], tuple(found for found in both[1] if found.line.holder))


def hand_over(counter: Counter, codes: Sequence[str], to: str, back: bool, job: Job) -> Handed:
    """Hand each dossier over (or take it back to the counter) and draw the list both sides sign."""
    done: list[Dossier] = []
    refused: list[tuple[str, Refusal]] = []
    for number, code in enumerate(codes):
        if job.is_cancelled:
            break
        job.step(number, len(codes))
        try:
            handling = counter.handling
            answer = handling.take_over(code, to) if back else handling.hand_over(code, to)
            done.append(answer.dossier)
        except Refusal as refusal:
            refused.append((code, refusal))
    paper = _list_paper(counter, done, to, back) if done else None
    return Handed(tuple(dossier.code for dossier in done), tuple(refused), paper)


def _list_paper(counter: Counter, done: Sequence[Dossier], to: str, back: bool) -> Path:
    now, desk = counter.now(), counter.office.office().counter_name or counter.officer.name
    section = done[0].events[-2].facts.get("to", "") if back and len(done[0].events) > 1 else to
    sides = (section or _("Các phòng"), desk) if back else (desk, to)
    pdf = counter.paper.draw_list("handover", done, from_unit=sides[0], to_unit=sides[1])
    path = counter.folder / "papers" / f"{now:%Y}" / f"{now:%m}" / f"ban-giao-{now:%Y%m%d%H%M%S}.pdf"
    write_whole(path, pdf)
    return path


def make(context: PageContext) -> Page:
    """The page of this module."""
    return HandoverPage(context)


class HandoverPage(Page):
    """Two lists with ticks; F12 makes the list of the one in hand."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Bàn giao")
        self._context = context
        self._back = False
        self.bar = Bar("info", "")
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.send, self.send_card = self._list(_("Chờ chuyển đi"), _send_columns())
        self.receive, self.receive_card = self._list(_("Đang ở các phòng"), _receive_columns())
        columns_row = page_columns(self)
        columns_row.addWidget(self.send_card, 1)
        columns_row.addWidget(self.receive_card, 1)
        self.to = ComboBox([(unit, unit) for unit in section_choices()])
        self.to.setEditable(True)
        self.to.setAccessibleName(_("Chuyển cho"))
        fixed(self.to, 280, 36)
        self._to_words = label(_("Chuyển cho"), "second", buddy=self.to)
        self.refresh()

    def _list(self, title: str, shown: list[Column]) -> tuple[DossierTable, Card]:
        rows = TableModel(shown, self, ticks=True)
        table = DossierTable(rows, title)
        rows.ticks_changed.connect(self.stated)
        table.installEventFilter(self)
        table.opened.connect(lambda found: self.wanted.emit("dossier", found.id))
        card = Card(title, "", flush=True)
        card.add(table, 1)
        least(card, 420, 200)
        return table, card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._back = watched is self.receive
            self.to.setEnabled(not self._back)
            self.stated.emit()
        return False

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self._context.tasks.ask(
            self,
            read_lists,
            self._context.counter,
            then=self._came,
            fail=lambda error: tell_trouble(self, say(error)),
            name="lists",
        )

    def _came(self, lists: Lists) -> None:
        for table, card, found in (
            (self.send, self.send_card, lists.send),
            (self.receive, self.receive_card, lists.receive),
        ):
            kept = table.rows.ticked & {one.id for one in found}
            table.rows.show_rows(found)
            table.rows.tick(kept)
            if found and not table.currentIndex().isValid():
                table.choose(0)
            card.set_count(_("{n} hồ sơ").format(n=len(found)))
        now = self._context.counter.now()
        self.bar.hide()
        if now.time() >= CUTOFF:
            self._say_morning(now, lists)
        self.stated.emit()

    def _say_morning(self, now: datetime, lists: Lists) -> None:
        late = datetime.combine(now.date(), CUTOFF)
        after = sum(found.line.received_at >= late for found in lists.send)
        today = len(lists.send) - after
        parts = [
            _("{n} hồ sơ nhận trước 15:00 phải chuyển trong hôm nay").format(n=today) if today else "",
            _("{n} hồ sơ nhận sau 15:00 được chuyển vào đầu ngày làm việc tiếp theo").format(n=after)
            if after
            else "",
        ]
        words = "; ".join(part for part in parts if part)
        self.bar.setVisible(bool(words))
        self.bar.say("info", words + " " + _("(NĐ 118/2025, Điều 18 khoản 1)."))

    # ------------------------------------------------------------ handing over
    def _ticked(self) -> list[ListRow]:
        table = self.receive if self._back else self.send
        return [found for found in table.rows.loaded() if found.id in table.rows.ticked]

    def _hand_over(self) -> None:
        ticked, to = self._ticked(), self.to.currentText().strip()
        if self._back:
            to = self._context.counter.officer.name
        if not to:
            tell_trouble(self, _("Chưa chọn nơi nhận. Chọn phòng ở ô “Chuyển cho”."), "warning")
            self.to.setFocus()
            return
        self._context.tasks.do(
            self,
            hand_over,
            self._context.counter,
            [found.line.code for found in ticked],
            to,
            self._back,
            then=self._handed,
            fail=lambda error: tell_trouble(self, say(error)),
            words=_("Đang bàn giao"),
            steps=True,
        )

    def _handed(self, answer: Handed) -> None:
        if answer.codes:
            tell(self, _("Đã bàn giao {n} hồ sơ").format(n=len(answer.codes)))
            print_paper(self, self._context, answer.paper)
        if answer.refused:
            tell_trouble(self, say(answer.refused[0][1]), "warning")

    def _tick_all(self) -> None:
        rows = (self.receive if self._back else self.send).rows
        every = {found.id for found in rows.loaded()}
        rows.tick(set() if rows.ticked >= every else every)

    # ------------------------------------------------------------ what the window asks
    @property
    def context_line(self) -> str:
        return clock_line(self._context.counter.now())

    def keys(self) -> Sequence[Hint]:
        return [
            Hint("Space", _("Đánh dấu")),
            Hint("Ctrl+A", _("Chọn hết")),
            Hint("Ctrl+Tab", _("Danh sách kia")),
            Hint("Enter", _("Mở")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        return [Action("Ctrl+A", _("Chọn hết"), self._tick_all, "check")]

    @property
    def main_action(self) -> Action | None:
        number = len(self._ticked())
        if not number:
            return None
        words = _("Nhận lại {n} hồ sơ, in danh sách") if self._back else _("Chuyển {n} hồ sơ, in danh sách")
        return Action("F12", words.format(n=number), self._hand_over, "printer")

    def bar_widgets(self) -> Sequence[QWidget]:
        return [self._to_words, self.to]

    def panes(self) -> Sequence[QWidget]:
        return [self.send, self.receive, self.to]

    def focus_first(self) -> None:
        (self.receive if self._back else self.send).setFocus()

    def on_enter(self, argument: Any = None) -> None:
        self.stated.emit()


def _some(*keys: str) -> list[Column]:
    known = {column.key: column for column in columns()}
    return [known[key] for key in keys]


def _send_columns() -> list[Column]:
    return _some("code", "name", "procedure", "due")


def _receive_columns() -> list[Column]:
    holder = Column("holder", _("Nơi giữ"), lambda found: found.line.holder, stretch=1, tint="text2")
    return [*_some("code", "name"), holder, *_some("due")]
