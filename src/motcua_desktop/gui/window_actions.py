"""The keys of the whole window, and the lists the command box makes of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from motcua_desktop.gui.actions import Action, checked
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.command_box import Entry
from motcua_desktop.gui.widgets.highlight import folded
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.main_window import MainWindow

PAGE_KEYS = {
    "home": "Esc",
    "intake": "F2",
    "register": "F3",
    "due": "F4",
    "letters": "F5",
    "handover": "F6",
    "sync": "F7",
    "reports": "F8",
    "calendar": "F9",
    "settings": "F10",
    "help": "F1",
}
SAME_AS_LAST = "same_as_last"
"""What the intake page's `on_enter` is given when F11 was pressed."""
#: Keys that Qt calls otherwise than the keyboard does.
_ON_KEYS = {"Return": "Enter", "PgDown": "PgDn"}


def window_actions(window: MainWindow, more: Sequence[Action] = ()) -> list[Action]:
    """The table of the window; `more` are keys the program adds (reprint the last slip)."""
    return checked([*_page_actions(window), *_frame_actions(window), *_look_actions(), *more])


def _page_actions(window: MainWindow) -> list[Action]:
    pages = window.pages
    also = {
        "intake": _("nhận hồ sơ mới"),
        "sync": _("gửi tỉnh, xuất gói, USB"),
        "settings": _("sao lưu, khôi phục, tài khoản, máy in, danh mục thủ tục"),
    }
    return [
        *(
            Action(
                PAGE_KEYS[page],
                words,
                partial(window.go, page),
                icon,
                also=also.get(page, ""),
                look=partial(window.go, page) if page == "settings" else None,
            )
            for page, icon, words, _factory in window.factories
            if page in PAGE_KEYS and page not in ("home", "help")
        ),
        Action(
            "F1",
            _("Trợ giúp"),
            partial(_open_guide, window),
            "circle-question-mark",
            can=lambda: pages.knows("help"),
        ),
        Action(
            "F11",
            _("Như hồ sơ trước"),
            lambda: window.go("intake", SAME_AS_LAST),
            "copy",
            can=lambda: pages.knows("intake"),
        ),
    ]


def _open_guide(window: MainWindow) -> None:
    """The guide where it speaks of the page in sight; pressed there, of itself, and the way back stays."""
    if window.pages.key == "help":
        window.page.on_enter("help")
    else:
        window.go("help", window.pages.key)


def _frame_actions(window: MainWindow) -> list[Action]:
    return [
        Action("Esc", _("Đóng, trở lại"), window.escape, "x"),
        Action("Ctrl+K", _("Tìm hồ sơ hoặc gõ lệnh"), window.open_command_box, "search"),
        Action("Ctrl+Z", _("Hoàn tác"), window.undo, "undo-2"),
        Action("?", _("Các phím của trang"), window.keys_box.open, "keyboard"),
        Action("Alt+Left", _("Trang trước"), window.pages.back, "arrow-left"),
        Action("Alt+Right", _("Trang sau"), window.pages.forward, "arrow-right"),
        Action("Ctrl+Tab", _("Khung kế tiếp"), partial(_next_pane, window), "columns-3"),
    ]


def _next_pane(window: MainWindow) -> None:
    """Move the focus to the next pane the page names."""
    panes = [pane for pane in window.page.panes() if pane.isVisible() and pane.isEnabled()]
    focus: QWidget | None = window.focusWidget()
    inside = [focus is not None and (pane is focus or pane.isAncestorOf(focus)) for pane in panes]
    if panes:
        here = inside.index(True) if True in inside else -1
        panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def _look_actions() -> list[Action]:
    larger, smaller = _("phóng to cỡ chữ"), _("thu nhỏ cỡ chữ")
    return [
        Action("Ctrl++", _("Chữ to hơn"), lambda: look().step_soon(1), "plus", also=larger),
        Action("Ctrl+-", _("Chữ nhỏ hơn"), lambda: look().step_soon(-1), "minus", also=smaller),
        Action("Ctrl+0", _("Cỡ chữ thường"), lambda: look().step_soon(0), "search"),
        Action("", _("Giao diện sáng"), lambda: look().set(mode="light"), also=_("nền sáng ban ngày")),
        Action("", _("Giao diện tối"), lambda: look().set(mode="dark"), also=_("nền tối ban đêm")),
        Action("", _("Giao diện theo máy"), lambda: look().set(mode="system"), also=_("nền theo máy tính")),
    ]


def box_actions(window: MainWindow) -> list[Action]:
    """While a box lies over the page: Esc closes it, the function keys close it and go to their pages."""

    def go(action: Action) -> None:
        for box in (window.command_box, window.keys_box):
            box.close_box()
        action.run()

    pages = [replace(action, run=partial(go, action)) for action in _page_actions(window)]
    return [Action("Esc", _("Đóng"), window.escape), *pages]


def _means(action: Action, wanted: Sequence[str]) -> bool:
    return any(all(word in folded(words) for word in wanted) for words in (action.words, action.also))


def entries_of(actions: Sequence[Action], search: str) -> list[Entry]:
    """What of `actions` can be done now and has every word of `search` (marks or not), for the command
    box: first what is called so, then what is only meant by it. What F12 does too is named without Enter."""
    wanted = folded(search).split()
    found = [action for action in actions if action.can() and _means(action, wanted)]
    found.sort(key=lambda action: not _means(replace(action, also=""), wanted))
    named = {action.words for action in found if action.key != "Return"}
    return [_entry(one, search) for one in found if one.key != "Return" or one.words not in named]


def _entry(action: Action, search: str) -> Entry:
    run: Callable[[], object] = action.run
    if action.look is not None:
        named = _means(replace(action, also=""), folded(search).split())
        run = partial(action.look, "" if named else search)
    return Entry(action.icon or "command", action.words, "", run, _ON_KEYS.get(action.key, action.key))
