"""What can be done to the dossier in sight, by key: for a list with its panel and for the dossier's page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer

from motcua_desktop.domain.dossier import Event
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_keys import FORMS, KEYS, offered, refused
from motcua_desktop.gui.pages.dossier_parts import form_words, other_date_words
from motcua_desktop.gui.pages.dossier_scans import ScanActs
from motcua_desktop.gui.pages.dossier_view import DossierView, note_seen
from motcua_desktop.gui.pages.form_host import FormHost
from motcua_desktop.gui.pages.forms.correct import CorrectForm
from motcua_desktop.gui.pages.forms.fee import FeeForm, why_no_fee
from motcua_desktop.gui.pages.forms.moves import SupplementForm
from motcua_desktop.gui.pages.forms.plain import ReprintForm, UndoForm
from motcua_desktop.gui.pages.forms.promises import ApologyForm, EarlierForm
from motcua_desktop.gui.pages.telling import can_undo, show_paper, take_back, tell, tell_trouble
from motcua_desktop.gui.pages.trace_view import TraceView
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.side_panel import SidePanel
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: Nobody reads why a key did nothing and presses another so soon: letters of a name come at this pace.
READING_MS = 1000


class DossierActs(FormHost):
    """Runs the moves of one dossier: a key opens the form of its move, the form does it.

    view: the dossier in sight, or None. comes: whether a dossier that is not there yet is being read; a key
    pressed meanwhile waits for it, and never acts on the one before.
    """

    def __init__(
        self,
        page: Page,
        context: PageContext,
        panel: SidePanel,
        view: Callable[[], DossierView | None],
        comes: Callable[[], bool],
    ) -> None:
        super().__init__(page, context, panel)
        self._view, self._comes, self._why_not, self._waits = view, comes, "", ""
        self._refused = QElapsedTimer()
        self.scans = ScanActs(page, context)
        self.scans.changed.connect(self.changed)

    # ------------------------------------------------------------ the table of keys
    def actions(self) -> list[Action]:
        """Keys of the dossier in sight; while a form is open only its own."""
        if self._form is not None:
            return self.form_actions(self._form)
        if self.scans.form is not None:
            return self.scans.actions()
        view = self._view()
        if view is None:
            return self._waiting() if self._comes() else []
        return [*self._keys(view), *self._reading(view)]

    def _waiting(self) -> list[Action]:
        """The keys of a dossier while it is read: what is pressed is done when it is there."""
        words = {one.key: one.words() for one in KEYS.values() if one.key}
        words |= {"V": _("Vì sao hẹn ngày này"), "P": _("In lại giấy hẹn"), "S": _("Bản chụp")}
        return [Action(key, said, partial(self._wait_with, key)) for key, said in words.items()]

    def _wait_with(self, key: str) -> None:
        if self._waits in ("", key):
            self._waits = key
            return
        first, self._waits = self._waits, ""
        if len(first) == len(key) == 1:  # a second letter: a name, as where a form stands open
            self.strayed.emit(f"{first}{key}".lower())

    def wait_no_more(self) -> None:
        """Nobody looks at the dossier that was asked for: what was pressed for it is forgotten."""
        self._waits = ""

    def arrived(self) -> None:
        """The dossier asked for is in sight: do what was pressed meanwhile."""
        key, self._waits = self._waits, ""
        if key and self._view() is not None:
            next((one.run() for one in self.actions() if one.key == key and one.can()), None)

    def _keys(self, view: DossierView) -> list[Action]:
        order = [*offered(view), *refused(view)]
        return [
            Action(KEYS[m].key, KEYS[m].words(), partial(self._key_pressed, m), KEYS[m].icon)
            for m in order
            if KEYS[m].key or m not in view.blocked
        ]

    def moves(self, view: DossierView) -> list[Action]:
        """The moves the counter allows, the likeliest first."""
        return [
            Action(KEYS[m].key, KEYS[m].words(), partial(self.start, m), KEYS[m].icon) for m in offered(view)
        ]

    def blocked(self, view: DossierView) -> list[tuple[Action, str]]:
        """The moves that cannot be made now, each with the sentence that says why."""
        return [
            (Action(KEYS[m].key, KEYS[m].words(), partial(self.start, m), KEYS[m].icon), say(view.blocked[m]))
            for m in refused(view)
        ]

    def _reading(self, view: DossierView) -> list[Action]:
        return [
            Action("V", _("Vì sao hẹn ngày này"), self.why, "calculator", can=lambda: view.trace is not None),
            Action("P", _("In lại giấy hẹn"), self.print_again, "printer", show="status"),
            Action("S", _("Bản chụp"), self.show_scans, "scan-line"),
            Action("Ctrl+M", _("Sửa phí, số trang"), self.correct_fee, "pencil"),
            Action("Ctrl+P", _("Xem giấy hẹn"), self.look, "eye"),
            Action(
                "Ctrl+Z",
                _("Hoàn tác việc gần nhất"),
                self.undo_last,
                "undo-2",
                can=lambda: not can_undo(self._page),
            ),
        ]

    # ------------------------------------------------------------ letters that were no keys
    def _key_pressed(self, move: Move) -> None:
        key = KEYS[move].key
        letter = key.lower() if len(key) == 1 else ""
        soon = self._refused.isValid() and self._refused.elapsed() < READING_MS
        if soon and letter and self._letters[-1:] not in ("", letter):
            self.strayed.emit(self.take_letters() + letter)  # why the first did nothing was not read: a name
            return
        self._letters += letter
        self.start(move)

    def leave(self) -> None:
        """Another dossier comes into hand: forget letters pressed for this one, and why a key did nothing."""
        self.take_letters()
        self.wait_no_more()
        take_back(self._page, self._why_not)
        self._why_not = ""

    # ------------------------------------------------------------ acts
    def start(self, move: Move) -> None:
        """Open the form of a move, or say why it cannot be made now."""
        view = self._view()
        if view is None or self._busy:
            return
        if not view.may(move):
            why = view.blocked.get(move)
            if why is not None:
                self._refused.start()
                self._why_not = say(why)
                tell(self._page, self._why_not, kind="warning")
            return
        made = FORMS[move](view)
        self._open_form(made)
        handling, code = self._context.counter.handling, view.dossier.code
        if isinstance(made, ApologyForm):
            self._context.tasks.ask(made, handling.propose_new_date, code, then=made.propose)
        elif isinstance(made, EarlierForm):
            self._context.tasks.ask(made, handling.propose_earlier, code, then=made.propose)
        elif isinstance(made, SupplementForm):
            self._context.tasks.ask(made, handling.supplement_warnings, code, then=made.caution)
        elif isinstance(made, CorrectForm):
            self._context.tasks.ask(made, note_seen, self._context.counter, view.dossier)

    def correct_fee(self) -> None:
        """Ctrl+M: another fee, other pages, while it is the day of receipt."""
        view = self._view()
        if view is None or self._busy:
            return
        self._why_not = why_no_fee(view)
        if self._why_not:
            tell(self._page, self._why_not, kind="warning")
        else:
            self._open_form(FeeForm(view))

    # ------------------------------------------------------------ taking back
    def undo_last(self) -> None:
        """Ctrl+Z with no act of this window left to undo: what of this dossier could be, or why nothing."""
        view = self._view()
        if view is not None:
            self._context.tasks.ask(
                self._page,
                self._context.counter.register.last_act,
                view.dossier,
                then=lambda last: self._offer_undo(view, last),
                fail=lambda error: tell(self._page, say(error), kind="info"),
            )

    def _offer_undo(self, view: DossierView, last: Event) -> None:
        self._open_form(UndoForm(view, last))

    # ------------------------------------------------------------ reading
    def why(self) -> None:
        """The trace of the due date, in place of the dossier."""
        view = self._view()
        if view is None or view.trace is None:
            return
        leave = Button(_("Đóng"), self._panel.close_form, key="Esc", small=True)
        days = TraceView(view.trace, at=view.dossier.appointment_at, why=other_date_words(view))
        self._open(_("Vì sao hẹn ngày này"), days, leave)

    def show_scans(self) -> None:
        """The scans of the dossier: see, add, take away."""
        view = self._view()
        if view is None:
            return
        self._letters += "s"
        made = self.scans.make_form(view)
        made.strayed.connect(self._stray)
        add = Button(_("Thêm tệp"), self.scans.choose, key="F12", kind="main", small=True)
        leave = Button(_("Đóng"), self._panel.close_form, key="Esc", small=True)
        self._open(_("Bản chụp giấy tờ"), made, leave, add)
        self.scans.begin(made)
        self.changed.emit()

    def form_keys(self) -> list[Hint]:
        return self.scans.hints() if self.scans.form is not None else super().form_keys()

    def _form_gone(self) -> None:
        self.scans.form = None
        super()._form_gone()

    def print_again(self) -> None:
        """Print the receipt once more; it is marked as a reprint."""
        view = self._view()
        if view is not None:
            self._letters += "p"
            self._open_form(ReprintForm(view))

    def look(self) -> None:
        """The newest receipt, else the newest paper, at its true size; Enter there prints it."""
        view = self._view()
        printed = view.dossier.printed if view else ()
        if not printed:
            tell(self._page, _("Hồ sơ này chưa có giấy nào được in"), kind="info")
            return
        receipts = [paper for paper in printed if paper.form == "receipt"]
        self.open_paper(Path((receipts or list(printed))[-1].path))

    def open_paper(self, path: Path) -> None:
        """A paper of the data folder, as it was printed."""
        whole, view = self._context.counter.folder / path, self._view()
        if whole.exists():
            printed = view.dossier.printed if view else ()
            forms = [form_words(paper.form) for paper in printed if Path(paper.path) == path]
            title = f"{forms[0]} {view.dossier.short_code}" if view and forms else path.name
            show_paper(self._page, self._context, whole, title)
        else:
            words = _("Tệp {name} không có ở máy này. Bấm P để in lại từ sổ.").format(name=path.name)
            tell_trouble(self._page, words, "warning")
