"""Ticked dossiers of the register: what can be done to all of them, each one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from motcua_desktop.domain.dossier import DossierLine
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages import PageContext, register_many
from motcua_desktop.gui.pages.dossier_keys import KEYS
from motcua_desktop.gui.pages.dossier_table import DossierTable
from motcua_desktop.gui.pages.forms.many import HandManyForm, ManyToHand, PrintManyForm, ReadyManyForm
from motcua_desktop.gui.pages.panel_pane import PanelPane
from motcua_desktop.gui.pages.register_many import Each
from motcua_desktop.gui.pages.telling import keys_are_listed, print_paper, tell, tell_trouble
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _
from motcua_desktop.say import say

if TYPE_CHECKING:
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
            Action("Return", _("Mở hồ sơ"), self._table.open, "arrow-right", can=self._is_listed),
            Action("Space", _("Đánh dấu"), self._table.tick_current, "check", can=self._has_keys),
            Action("Ctrl+A", _("Đánh dấu hết"), partial(self.all, query), "check", can=self._has_keys),
        ]
        return [*ticking, *([*self._acts(), *self._one_by_one()] if self.ids else [])]

    def _has_keys(self) -> bool:
        return self._table.hasFocus() or self._is_listed()

    def _is_listed(self) -> bool:
        """Whether the list had the keys before the list of all keys was opened over it. The table hears Enter
        itself: an action of the page would hear it once more after the search field."""
        return keys_are_listed(self._page) and self._page.focusWidget() is self._table

    def _acts(self) -> list[Action]:
        return [
            Action("C", _("Chuyển"), self.hand_over, "send"),
            Action("K", _("Có kết quả"), self.result_ready, "circle-check"),
            Action("P", _("In lại giấy hẹn"), self.print_again, "printer"),
        ]

    def _one_by_one(self) -> list[Action]:
        """The other keys of a dossier say that they are for one: none may slip into the search meanwhile."""
        words = {one.key: one.words() for one in KEYS.values() if one.key not in ("", "C", "K")}
        words |= {"V": _("Vì sao hẹn ngày này"), "S": _("Bản chụp")}
        return [Action(key, said, partial(self._refuse_many, said)) for key, said in words.items()]

    def _refuse_many(self, words: str) -> None:
        told = _("“{words}” làm từng hồ sơ một. Bấm Esc bỏ chọn, rồi bấm lại.").format(words=words)
        tell(self._page, told, kind="warning")

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
            register_many.to_hand,
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

    def result_ready(self) -> None:
        """K: the results of all of them lie at the counter."""
        ask, register = self._context.tasks.ask, self._context.counter.register
        ask(self._page, register.lines, self.ids, then=self._offer_ready, fail=self._failed, name="many")

    def _offer_ready(self, lines: Sequence[DossierLine]) -> None:
        form = ReadyManyForm(lines)
        if form.codes:
            self._open(form.title, form, lambda: self._make_ready(form.codes))
        else:
            tell(self._page, _("Không hồ sơ nào đã chọn báo có kết quả được lúc này"), kind="warning")

    def _make_ready(self, codes: Sequence[str]) -> None:
        self._pane.close_form()
        self._do(register_many.result_ready, codes, self._ready, _("Đang báo có kết quả"))

    def _do(
        self, work: Callable[..., object], which: Sequence[Any], then: Callable[[Any], None], words: str
    ) -> None:
        self._context.tasks.do(
            self._page,
            work,
            self._context.counter,
            which,
            then=then,
            fail=self._failed,
            words=words,
            steps=True,
        )

    def _ready(self, answer: Each) -> None:
        done, troubles = answer
        if done:
            self.clear()
            back = partial(self._do, register_many.take_back, done, self._ready_no_more, _("Đang hoàn tác"))
            tell(self._page, _("Đã báo có kết quả {n} hồ sơ").format(n=len(done)), back)
        if troubles:
            tell_trouble(self._page, " ".join(troubles), "warning")

    def _ready_no_more(self, answer: Each) -> None:
        done, troubles = answer
        tell(self._page, _("Đã hoàn tác báo có kết quả {n} hồ sơ").format(n=len(done)))
        if troubles:
            tell_trouble(self._page, " ".join(troubles), "warning")

    def print_again(self) -> None:
        """P: the receipts of all of them, marked as reprints."""
        form = PrintManyForm(len(self.ids))
        self._open(form.title, form, self._print)

    def _open(self, title: str, form: HandManyForm | PrintManyForm | ReadyManyForm, run: object) -> None:
        assert callable(run)
        button = Button(form.confirm, lambda: run(), key="F12", kind="main", small=True)
        self._pane.open_other(title, form, run, button, on_button=True)

    def _send(self, sections: dict[str, str]) -> None:
        if not sections:
            return
        self._pane.close_form()
        self._context.tasks.do(
            self._page,
            register_many.hand_over,
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
        self._do(register_many.print_again, self.ids, self._printed, _("Đang lập giấy"))

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
