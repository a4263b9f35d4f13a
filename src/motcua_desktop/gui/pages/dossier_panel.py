"""The side panel of a list: "where is my dossier?" answered without opening a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from motcua_desktop.gui.actions import Action
from motcua_desktop.gui.pages.action_foot import ActionFoot
from motcua_desktop.gui.pages.dossier_keys import likeliest
from motcua_desktop.gui.pages.dossier_parts import paper_lines, papers_part, person_line, promise_part
from motcua_desktop.gui.pages.dossier_scans import scans_line
from motcua_desktop.gui.pages.dossier_view import DossierView, steps
from motcua_desktop.gui.pages.emptied import empty
from motcua_desktop.gui.pages.row_state import short_procedure
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.badge import Badge
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Band, Card
from motcua_desktop.gui.widgets.scroll_pane import ScrollPane
from motcua_desktop.gui.widgets.text import column, elided, holder, label, row
from motcua_desktop.gui.widgets.time_line import TimeLine
from motcua_desktop.i18n import _

#: A longer name of a procedure is shortened in the head; the dossier's page has it whole.
LONGEST = 90


class DossierPanel(Card):
    """Shows one dossier, or nothing. `why_asked`, `reveal_asked`, `scans_asked` and `paper_asked(Path)`
    are the page's."""

    why_asked = Signal()
    reveal_asked = Signal()
    scans_asked = Signal()
    paper_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._place = QVBoxLayout()
        margins(self._place, 0, 0, 0, 0)
        self.body.addLayout(self._place, 1)
        self._scroll: ScrollPane | None = None
        self.foot = ActionFoot()
        self.add_foot(self.foot)
        self._code = ""
        self.show_view(None, [])

    def show_view(
        self,
        view: DossierView | None,
        actions: list[Action],
        person: str = "",
        blocked: Sequence[tuple[Action, str]] = (),
    ) -> None:
        """Show `view` with the actions the counter allows, the likeliest first; `person` stands for the
        masked line while it is revealed."""
        same = view is not None and view.dossier.code == self._code
        kept = self._scroll.verticalScrollBar().value() if self._scroll and same else 0
        was_inside = self._clear()
        self._code = view.dossier.code if view else ""
        self.foot.show_actions(actions, blocked, filled=view is not None and likeliest(view) is not None)
        if view is None:
            self._place.addWidget(_nothing_chosen(), 1)
            return
        self._place.addWidget(self._head(view, person))
        name = _("Hồ sơ {code}").format(code=view.dossier.code)
        made = ScrollPane(self._inside(view), name)
        self._show_scrolled(made, was_inside)
        made.verticalScrollBar().setValue(kept)

    def show_words(self, title: str, words: str, actions: list[Action]) -> None:
        """A title and lines of words instead of a dossier."""
        was_inside = self._clear()
        self._code = ""
        self.foot.show_actions(actions)
        head = column(label(title, "sum", wrap=True))
        margins(head, 16, 11, 16, 8)
        self._place.addWidget(holder(head))
        lines = column(*(elided(line) for line in words.splitlines()), 1, gap=6)
        margins(lines, 16, 8, 16, 12)
        self._show_scrolled(ScrollPane(holder(lines), title), was_inside)

    def _clear(self) -> bool:
        """Take away what is shown; whether the focus was in it."""
        focus, shown = self.window().focusWidget(), self._scroll
        was_inside = shown is not None and (focus is shown or shown.isAncestorOf(focus))
        self._scroll = None
        empty(self._place)
        return was_inside

    def _show_scrolled(self, made: ScrollPane, has_focus: bool) -> None:
        self._scroll = made
        self._place.addWidget(made, 1)
        self.setFocusProxy(made)
        if has_focus:
            made.show()  # what is not in sight yet would not get it
            made.setFocus()

    def _head(self, view: DossierView, person: str) -> QWidget:
        dossier = view.dossier
        procedure = label(
            f"{dossier.procedure.name} <span style='white-space:nowrap'>{dossier.procedure.code}</span>",
            wrap=True,
        )
        if len(dossier.procedure.name) > LONGEST:
            short = short_procedure(dossier.procedure.name)
            if len(short) > LONGEST:
                short = short[: LONGEST - 2].rsplit(" ", 1)[0] + "…"
            procedure.setText(f"{short} {dossier.procedure.code}")
            procedure.setToolTip(dossier.procedure.name)
        seen = person or person_line(dossier)
        who = row(elided(seen, "second"), gap=4)
        if seen and "•" in seen:
            who.addWidget(
                Button(_("Hiện 10 giây"), self.reveal_asked.emit, icon="eye", kind="icon", small=True)
            )
        who.addStretch(1)
        head = column(
            row(label(dossier.code, "second"), 1, Badge(view.badge)),
            label(dossier.applicant.name, "sum", wrap=True),
            procedure,
            who,
            gap=2,
        )
        margins(head, 16, 11, 16, 8)
        return holder(head)

    def _inside(self, view: DossierView) -> QWidget:
        dossier = view.dossier
        times = TimeLine(_("Diễn biến"), whole=True)
        times.set_steps(steps(view))
        times.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held, wanted = len(dossier.papers), len(paper_lines(dossier))
        layout = QVBoxLayout()
        margins(layout, 0, 0, 0, 0)
        spacing(layout, 0)
        layout.addWidget(Band(_("Diễn biến"), _("Ai làm, lúc nào")))
        layout.addWidget(times)
        layout.addWidget(Band(_("Lời hẹn"), _("{n} lần hẹn").format(n=len(dossier.promises))))
        layout.addWidget(promise_part(view, self.why_asked.emit))
        waiting = [request for request in dossier.supplements if request.completed_at is None]
        if waiting and waiting[-1].closed_at is None:
            layout.addWidget(
                Band(_("Còn thiếu"), _("yêu cầu {day}").format(day=f"{waiting[-1].asked_at:%d/%m}"))
            )
            wanted_words = label(waiting[-1].content, wrap=True)
            margins(inner := row(wanted_words), 16, 8, 16, 8)
            layout.addWidget(holder(inner))
        count = _("{n} giấy tờ, {m} bản in").format(n=max(held, wanted), m=len(dossier.printed))
        layout.addWidget(Band(_("Giấy tờ"), count))
        layout.addWidget(papers_part(view, self._open_paper, scans_line(view, self.scans_asked.emit), most=6))
        layout.addStretch(1)
        inside = holder(layout)
        # It takes the width it is given, with or without a scroll bar; lines inside wrap or are cut.
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return inside

    def _open_paper(self, path: Path) -> None:
        self.paper_asked.emit(path)


def _nothing_chosen() -> QWidget:
    words = label(_("Chọn một hồ sơ để xem diễn biến, lời hẹn và giấy tờ."), "second", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    layout = column(1, words, 1)
    margins(layout, 32, 16, 32, 16)
    return holder(layout)
