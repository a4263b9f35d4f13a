"""The key and the form of every move of a dossier, and which move is the likeliest next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.forms.correct import CorrectForm
from motcua_desktop.gui.pages.forms.give_back import GiveBackForm
from motcua_desktop.gui.pages.forms.moves import (
    HandOverForm,
    RefuseForm,
    StopForm,
    SupplementForm,
    WithdrawForm,
)
from motcua_desktop.gui.pages.forms.plain import AcceptForm, CloseForm, CompleteForm, ResultReadyForm
from motcua_desktop.gui.pages.forms.promises import ApologyForm, EarlierForm
from motcua_desktop.gui.pages.forms.short_form import ShortForm
from motcua_desktop.i18n import _

FORMS: dict[Move, type[ShortForm]] = {
    Move.RESULT_READY: ResultReadyForm,
    Move.RETURN: GiveBackForm,
    Move.ASK_SUPPLEMENT: SupplementForm,
    Move.ACCEPT: AcceptForm,
    Move.COMPLETE: CompleteForm,
    Move.HAND_OVER: HandOverForm,
    Move.APOLOGISE: ApologyForm,
    Move.PROMISE_EARLIER: EarlierForm,
    Move.REFUSE: RefuseForm,
    Move.WITHDRAW: WithdrawForm,
    Move.STOP: StopForm,
    Move.CLOSE: CloseForm,
    Move.CORRECT: CorrectForm,
}
"""No key changes a dossier by itself: each opens one of these first."""


@dataclass(frozen=True, slots=True)
class MoveKey:
    """How a move is offered."""

    key: str
    words: Callable[[], str]
    icon: str


KEYS: dict[Move, MoveKey] = {
    Move.RESULT_READY: MoveKey("K", lambda: _("Có kết quả"), "circle-check"),
    Move.RETURN: MoveKey("T", lambda: _("Trả"), "check-check"),
    Move.ASK_SUPPLEMENT: MoveKey("B", lambda: _("Bổ sung"), "circle-pause"),
    Move.ACCEPT: MoveKey("N", lambda: _("Đã bổ sung"), "inbox"),
    Move.COMPLETE: MoveKey("N", lambda: _("Đã bổ sung"), "paperclip"),
    Move.HAND_OVER: MoveKey("C", lambda: _("Chuyển"), "send"),
    Move.APOLOGISE: MoveKey("X", lambda: _("Xin lỗi"), "mail"),
    Move.PROMISE_EARLIER: MoveKey("Ctrl+H", lambda: _("Hẹn sớm hơn"), "calendar-clock"),
    Move.REFUSE: MoveKey("G", lambda: _("Từ chối"), "ban"),
    Move.WITHDRAW: MoveKey("R", lambda: _("Rút hồ sơ"), "undo-2"),
    Move.STOP: MoveKey("D", lambda: _("Dừng"), "circle-x"),
    Move.CLOSE: MoveKey("", lambda: _("Đóng hồ sơ"), "archive"),
    Move.CORRECT: MoveKey("E", lambda: _("Sửa người nộp"), "pencil"),
}
"""Keys of the moves, in the order they are offered when none is likelier."""


def likeliest(view: DossierView) -> Move | None:
    """The next step most dossiers in this state take."""
    dossier = view.dossier
    if dossier.status in (Status.RESULT_READY, Status.REFUSED):
        return Move.RETURN
    if dossier.status is Status.WAITING:
        return Move.COMPLETE
    if view.may(Move.ACCEPT):
        return Move.ACCEPT
    if view.left is not None and view.left.late and view.may(Move.APOLOGISE):
        return Move.APOLOGISE
    first = Move.RESULT_READY
    at_counter = dossier.procedure.cutoff is not None  # done at the counter, even for those come after three
    if dossier.status is Status.RECEIVED and not at_counter and view.left and view.left.days_away >= 1:
        first = Move.HAND_OVER
    return first if view.may(first) else None


def offered(view: DossierView) -> list[Move]:
    """The moves the counter allows, the likeliest first."""
    first = likeliest(view)
    allowed = [move for move in KEYS if view.may(move)]
    return sorted(allowed, key=lambda move: (move is not first, list(KEYS).index(move)))


def refused(view: DossierView) -> list[Move]:
    """The moves that cannot be made now and are worth a reason: not one whose key does something else now,
    nor receiving what has been received."""
    taken = {KEYS[move].key for move in offered(view)}
    every = (move for move in KEYS if move in view.blocked and move is not Move.ACCEPT)
    return [move for move in every if not KEYS[move].key or KEYS[move].key not in taken]
