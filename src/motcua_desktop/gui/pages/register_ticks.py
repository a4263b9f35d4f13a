"""Ticked dossiers of the register: what can be done to all of them, each one act."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_table import DossierTable
from motcua_desktop.gui.pages.forms.many import HandManyForm, ManyToHand, PrintManyForm
from motcua_desktop.gui.pages.panel_pane import PanelPane
from motcua_desktop.gui.pages.telling import print_paper, tell, tell_trouble
from motcua_desktop.gui.tasks import Job
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.domain.handover import HandedOver

#: Ctrl+A ticks at most this many dossiers of a list.
MOST = 2000
#: So many of the ticked are named beside the list.
SHOWN = 12


class Ticks(QObject):
    """Space and Ctrl+A tick, Esc clears; while there are ticks the panel shows what holds for all of them."""

    def __init__(self, page: Page, context: PageContext, table: DossierTable, pane: PanelPane) -> None:
        super().__init__(page)
        self._page, self._context, self._table, self._pane = page, context, table, pane
        table.takes_ticks = True
        table.rows.ticks_changed.connect(self._changed)

    @property
    def ids(self) -> list[int]:
        """The ticked rows."""
        return sorted(self._table.rows.ticked)

    # ------------------------------------------------------------ ticking
    def actions(self, query: Query) -> list[Action]:
        """Keys of ticking, and of what is done to the ticked."""
        if self._pane.has_form:
            return []
        ticking = [
            Action("Space", _("Đánh dấu"), self._table.tick_current, "check", can=self._table.hasFocus),
            Action("Ctrl+A", _("Đánh dấu hết"), partial(self.all, query), "check", can=self._table.hasFocus),
        ]
        return [*ticking, *(self._acts() if self.ids else [])]

    def _acts(self) -> list[Action]:
        return [
            Action("C", _("Chuyển"), self.hand_over, "send"),
            Action("P", _("In lại giấy hẹn"), self.print_again, "printer"),
        ]

    def all(self, query: Query) -> None:
        """Ctrl+A: every dossier of the list; once more unticks them."""
        if len(self.ids) == min(self._table.rows.rowCount(), MOST):
            self.clear()
            return
        self._context.tasks.ask(
            self._page,
            self._context.counter.register.ids,
            query,
            0,
            MOST,
            then=self._table.rows.tick,
            fail=self._failed,
            name="tick all",
        )

    def clear(self) -> bool:
        """Untick all; False when none was."""
        found = bool(self.ids)
        if found:
            self._table.rows.tick(())
        return found

    def _changed(self) -> None:
        self._table.show_ticks(bool(self.ids))
        if not self.ids:
            self._pane.show_many("", "", [])
            return
        rows = self._table.rows
        ticked = [row.line for row in rows.loaded() if row.id in rows.ticked][:SHOWN]
        shown = [f"{line.short_code}  {line.applicant}" for line in ticked]
        if len(self.ids) > len(shown):
            shown.append(_("và {n} hồ sơ nữa").format(n=len(self.ids) - len(shown)))
        words = _("{n} hồ sơ đã chọn").format(n=len(self.ids))
        leave = Action("Esc", _("Bỏ chọn"), self.clear, "x")
        export = Action("Ctrl+E", _("Xuất Excel"), self._export, "download")
        self._pane.show_many(words, "\n".join(shown), [*self._acts(), export, leave])

    def _export(self) -> None:
        self._page.export()  # type: ignore[attr-defined]  # the page of a list that can be exported

    # ------------------------------------------------------------ acts
    def hand_over(self) -> None:
        """C: all of them, each to its section, a list for each."""
        self._context.tasks.ask(
            self._page,
            _to_hand,
            self._context.counter,
            self.ids,
            then=self._offer,
            fail=self._failed,
            name="many",
        )

    def _offer(self, many: ManyToHand) -> None:
        if not many.proposed:
            tell(self._page, _("Không hồ sơ nào đã chọn chuyển được lúc này"), kind="warning")
            return
        form = HandManyForm(many)
        self._open(form.title, form, lambda: self._send(form.sections()))

    def print_again(self) -> None:
        """P: the receipts of all of them, marked as reprints."""
        form = PrintManyForm(len(self.ids))
        self._open(form.title, form, self._print)

    def _open(self, title: str, form: HandManyForm | PrintManyForm, run: object) -> None:
        assert callable(run)
        button = Button(form.confirm, lambda: run(), key="F12", kind="main", small=True)
        self._pane.open_other(title, form, run, button, on_button=True)

    def _send(self, sections: dict[str, str]) -> None:
        if not sections:
            return
        self._pane.close_form()
        self._context.tasks.do(
            self._page,
            _hand_over,
            self._context.counter,
            sections,
            then=self._handed,
            fail=self._failed,
            words=_("Đang bàn giao"),
            steps=True,
        )

    def _handed(self, answer: HandedOver) -> None:
        handover, uids = self._context.counter.handover, [made.uid for made in answer.lists]
        if answer.codes:
            self.clear()
            numbers = ", ".join(made.number for made in answer.lists)
            words = _("Đã chuyển {n} hồ sơ, danh sách số {numbers}")
            tell(
                self._page,
                words.format(n=len(answer.codes), numbers=numbers),
                lambda: self._context.tasks.do(
                    self._page, handover.undo, uids, then=self._handed_back, fail=self._failed
                ),
            )
        for paper in answer.papers:
            print_paper(self._page, self._context, paper)
        if answer.refused:
            told = _("{n} hồ sơ không chuyển được. {why}")
            why = say(answer.refused[0][1])
            tell_trouble(self._page, told.format(n=len(answer.refused), why=why), "warning")

    def _handed_back(self, _lists: object) -> None:
        tell(self._page, _("Đã hoàn tác lần chuyển, các hồ sơ ở lại quầy"))

    def _print(self) -> None:
        self._pane.close_form()
        self._context.tasks.do(
            self._page,
            _print_again,
            self._context.counter,
            self.ids,
            then=self._printed,
            fail=self._failed,
            words=_("Đang lập giấy"),
            steps=True,
        )

    def _printed(self, answer: tuple[list[Path], list[str]]) -> None:
        papers, troubles = answer
        if papers:
            tell(self._page, _("Đã in lại giấy hẹn của {n} hồ sơ").format(n=len(papers)))
        for paper in papers:
            print_paper(self._page, self._context, paper, asked=True)
        if troubles:
            tell_trouble(self._page, troubles[0], "warning")

    def _failed(self, error: Exception) -> None:
        tell_trouble(self._page, say(error))


def _to_hand(counter: Counter, ids: list[int]) -> ManyToHand:
    lines = counter.register.lines(ids)
    going = [line for line in lines if line.status in RULES[Move.HAND_OVER].sources]
    proposed = counter.handover.proposals(going)
    return ManyToHand(
        {line.code: proposed[line.id] if proposed[line.id] != line.holder else "" for line in going},
        tuple(line for line in lines if line not in going),
        counter.handover.sections(),
    )


def _hand_over(counter: Counter, sections: dict[str, str], job: Job) -> HandedOver:
    return counter.handover.send_each(sections, job.step)


def _print_again(counter: Counter, ids: list[int], job: Job) -> tuple[list[Path], list[str]]:
    """The receipt of each, marked as a reprint; a dossier without one stops no other. Raises Cancelled."""
    papers: list[Path] = []
    troubles: list[str] = []
    for number, key in enumerate(ids):
        job.step(number, len(ids))
        dossier = counter.register.by_id(key)
        if dossier is None:
            continue
        try:
            papers.append(counter.paper.issue(dossier, "receipt"))
        except (Refusal, OSError) as error:
            troubles.append(f"{dossier.short_code}: {say(error)}")
    return papers, troubles
