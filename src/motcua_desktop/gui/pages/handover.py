"""Hand-over: what goes to the sections, what comes back, and the signed lists of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.handover import HandedOver
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext, handover_work
from motcua_desktop.gui.pages.forms.sections import unknown_words
from motcua_desktop.gui.pages.handover_lists import DossierCard, MadeCard, bring_into_sight, share_room
from motcua_desktop.gui.pages.handover_paper import HandoverPaper
from motcua_desktop.gui.pages.handover_where import ChosenSections, SectionBox, bare_words
from motcua_desktop.gui.pages.moments import clock_line
from motcua_desktop.gui.pages.row_state import ListRow
from motcua_desktop.gui.pages.telling import offer_undo, tell_aside, tell_trouble
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.inputs import CheckBox
from motcua_desktop.gui.widgets.page import Page, page_columns
from motcua_desktop.gui.widgets.text import column, holder, label
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def make(context: PageContext) -> Page:
    """The page of this module."""
    return HandoverPage(context)


class HandoverPage(Page):
    """Two lists with ticks; F12 makes the lists of the one in hand, one for each section."""

    follows_clock = True

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.title = _("Bàn giao")
        self._context = context
        self._back = False
        self._view: handover_work.HandoverView | None = None
        self._chosen = ChosenSections()
        self.bar = Bar("info", "")
        self.bar.hide()
        self.body.addWidget(self.bar)
        keys = ("code", "name", "procedure", "due")
        done = EmptyState("circle-check", _("Không còn hồ sơ nào chờ chuyển"))
        self.send = DossierCard(_("Chờ chuyển đi"), keys, done, self)
        none = label(_("Không có hồ sơ nào ở các phòng"), "second", wrap=True)
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.receive = DossierCard(_("Đang ở các phòng"), ("code", "name", "due"), none, self)
        self.made = MadeCard(self)
        self.paper = HandoverPaper(self, context)
        self._arrange()
        self._make_bar()
        self.refresh()

    def _arrange(self) -> None:
        for card in (self.send, self.receive):
            card.rows.ticks_changed.connect(self._marked)
            card.table.installEventFilter(self)
            card.table.opened.connect(lambda found: self.wanted.emit("dossier", found.id))
        self.send.table.chosen.connect(lambda _found: self._show_section())
        self.made.table.opened.connect(self.paper.show)
        self.made.table.installEventFilter(self)
        right = column(self.receive, self.made, gap=12)
        right.setStretch(0, 1)
        self._columns = page_columns(self)
        self._columns.addWidget(self.send, 3)
        self._columns.addWidget(holder(right), 2)

    def _make_bar(self) -> None:
        self.to = SectionBox()
        self.to.reached.connect(self._keep_meant)
        self.to.used.connect(self._use_section)
        self.to.entered.connect(self.send.table.setFocus)
        self._to_words = label(_("Chuyển cho"), "second", buddy=self.to)
        self._unknown = label("", "warning")
        self.ready = CheckBox(_("Kèm kết quả giải quyết"))
        self.ready.toggled.connect(lambda _on: self.stated.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        share_room(self._columns, self.send, self.receive)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            if watched is not self.made.table:
                self._back = watched is self.receive.table
            cards: dict[QObject, QWidget] = {self.send.table: self.send, self.receive.table: self.receive}
            bring_into_sight(self, cards.get(watched, self.made))
            self.stated.emit()
        return False

    # ------------------------------------------------------------ reading
    def refresh(self) -> None:
        self._context.tasks.ask(
            self,
            handover_work.read_handover,
            self._context.counter,
            then=self._came,
            fail=lambda error: tell_trouble(self, say(error)),
            name="lists",
        )

    def keep_time(self) -> bool:
        return not self.to.hasFocus() and super().keep_time()  # a name half typed would be written over

    def _came(self, view: handover_work.HandoverView) -> None:
        self._view = view
        in_hand = self._card.table.hasFocus()
        self._chosen.keep({found.id for found in view.send})
        self.to.set_choices([(name, name) for name in view.sections])
        self._show_send()
        self.receive.show_rows(view.receive, lambda found: found.line.holder)
        share_room(self._columns, self.send, self.receive)
        now = self._context.counter.now()
        self.made.show_lists(view.lists, now.date())
        words = handover_work.morning_words(now, view.send)
        self.bar.setVisible(bool(words))
        self.bar.say("info", words)
        if in_hand and not self._card.rows.rowCount():
            self.focus_first()  # a list that is empty now gives the keys to the other
        self._marked()

    # ------------------------------------------------------------ where to
    def section_of(self, found: ListRow) -> str:
        """Where a dossier goes: as the officer said, else as proposed."""
        proposed = self._view.proposed if self._view else {}
        return self._chosen.get(found.id, proposed.get(found.id, ""))

    def _show_send(self) -> None:
        if self._view is not None:
            self.send.show_rows(self._view.send, self.section_of)

    def _marked(self) -> None:
        self._show_section()
        self.stated.emit()

    def _meant(self) -> list[ListRow]:
        """The dossiers a section is chosen for: those of the ticked that have none, else the ticked, else
        the one in hand."""
        current = self.send.table.current()
        return self._without_section() or self.send.ticked or ([current] if current is not None else [])

    def _without_section(self) -> list[ListRow]:
        return [found for found in self.send.ticked if not self.section_of(found)]

    def _show_section(self) -> None:
        """The one section of the dossiers in hand; of several, how many lists they make."""
        if not self.to.hasFocus():
            sections = list(dict.fromkeys(map(self.section_of, self._meant())))
            self.to.show_where(sections, len(self._without_section()))
            view = self._view
            known = {"", *view.sections, *view.proposed.values()} if view else set(sections)
            self._unknown.setText("" if known.issuperset(sections) else unknown_words())

    def _keep_meant(self) -> None:
        self._chosen.begin(found.id for found in self._meant())

    def _use_section(self, section: str) -> None:
        self._chosen.choose(section)
        self._show_send()
        if self._chosen.can_go_back:
            offer_undo(self, "")  # Ctrl+Z is of this choice now
        self.stated.emit()

    def _unchoose(self) -> None:
        """Ctrl+Z while a choice waits for F12: nothing was done yet that could be taken back."""
        back = self._chosen.go_back({found.id for found in self._view.send} if self._view else ())
        self.send.table.setFocus()
        self._show_send()
        self._marked()
        tell_aside(self, _("Đã bỏ nơi nhận vừa chọn của {n} hồ sơ").format(n=len(back)))

    # ------------------------------------------------------------ handing over
    def _hand_over(self) -> None:
        self.to.use_typed()
        if self._back:
            codes = [found.line.code for found in self.receive.ticked]
            self._do(handover_work.take_back, codes, self.ready.isChecked())
            return
        sections = {found.line.code: self.section_of(found) for found in self.send.ticked}
        if bare := self._without_section():
            self.send.table.choose_id(bare[0].id)
            tell_trouble(self, bare_words(len(bare)), "warning")
            self.to.choose()
            return
        self._do(handover_work.send, sections)

    def _do(self, act: Any, *given: Any) -> None:
        self._context.tasks.do(
            self,
            act,
            self._context.counter,
            *given,
            then=self._handed,
            fail=lambda error: tell_trouble(self, say(error)),
            words=_("Đang bàn giao"),
            steps=True,
        )

    def _handed(self, answer: HandedOver) -> None:
        self._chosen.forget_before()
        self.paper.tell_made(answer)

    # ------------------------------------------------------------ what the window asks
    @property
    def _card(self) -> DossierCard:
        return self.receive if self._back else self.send

    @property
    def context_line(self) -> str:
        return clock_line(self._context.counter.now())

    def keys(self) -> Sequence[Hint]:
        ticking = [Hint("Space", _("Đánh dấu")), Hint("Ctrl+A", _("Chọn hết"))]
        return [
            *([] if self.made.table.hasFocus() else ticking),
            Hint("Ctrl+Tab", _("Danh sách kia")),
            Hint("Enter", _("Mở")),
        ]

    def actions(self) -> list[Action]:  # type: ignore[override]
        """The keys named below are those of the list in hand."""
        on_lists, status = self.made.table.hasFocus(), "status"
        here = "" if on_lists else status
        return [
            Action("Ctrl+A", _("Chọn hết"), self._card.tick_all, "check"),
            Action(
                "C",
                _("Chọn nơi nhận"),
                self.to.choose,
                "send",
                show="" if self._back else here,
                can=lambda: not self._back,
            ),
            Action(
                "K",
                _("Kèm kết quả"),
                self.ready.toggle,
                "circle-check",
                show=here if self._back else "",
                can=lambda: self._back,
            ),
            Action("Ctrl+Z", _("Bỏ nơi nhận vừa chọn"), self._unchoose, can=lambda: self._chosen.can_go_back),
            Action(
                "Ctrl+P",
                _("Xem danh sách"),
                lambda: self.paper.show(self.made.chosen),
                "eye",
                can=self.made.isVisible,
            ),
            Action(
                "P",
                _("In lại danh sách"),
                lambda: self.paper.reprint(self.made.chosen),
                "printer",
                show=status if on_lists else "",
                can=self.made.table.hasFocus,
            ),
        ]

    @property
    def main_action(self) -> Action | None:
        ticked = self._card.ticked
        if not ticked:
            return None
        lists = len({found.line.holder if self._back else self.section_of(found) for found in ticked})
        words = handover_work.act_words(len(ticked), lists, back=self._back, ready=self.ready.isChecked())
        return Action("F12", words, self._hand_over, "printer")

    def bar_widgets(self) -> Sequence[QWidget]:
        return [self.ready] if self._back else [self._to_words, self.to, self._unknown]

    def panes(self) -> Sequence[QWidget]:
        listed = [self.made.table] if self.made.isVisibleTo(self) else []
        return [self.send.table, self.receive.table, *listed]

    def focus_first(self) -> None:
        """The list in hand; one without dossiers takes no keys."""
        if not self._card.rows.rowCount():
            self._back = not self._back and bool(self.receive.rows.rowCount())
        listed = self._card.rows.rowCount() or self._view is None
        (self._card.table if listed else self).setFocus()

    def on_enter(self, argument: Any = None) -> None:
        self.stated.emit()

    def escape(self) -> bool:
        """Esc in the box of the section goes back to the list."""
        if self.to.hasFocus():
            self.send.table.setFocus()
            return True
        return False
