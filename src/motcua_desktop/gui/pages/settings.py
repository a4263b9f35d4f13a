"""Settings: general, papers, lists of the office, procedures, applicants, accounts."""

from __future__ import annotations

from typing import Any

from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.text import fold
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.parts_page import Part, PartsPage
from motcua_desktop.gui.pages.settings_general import GeneralPane
from motcua_desktop.gui.widgets.chips import ChipFace
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _


def make(context: PageContext) -> Page:
    """The page of this module."""
    return SettingsPage(context)


class SettingsPage(PartsPage):
    """Accounts are shown to administrators only. `on_enter` also takes words asked for in the command box."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, _("Cài đặt"), _parts(context))

    def on_enter(self, argument: Any = None) -> None:
        if not isinstance(argument, str) or argument in self._parts:
            super().on_enter(argument)
            return
        wanted = fold(argument).split()
        names = {key: fold(part.face.words) for key, part in self._parts.items()}
        named = [key for key, name in names.items() if wanted and all(word in name for word in wanted)]
        self.show_part(named[0] if named else "general")
        if isinstance(self.part, GeneralPane):
            self.part.look_for(argument)


def _parts(context: PageContext) -> list[Part]:
    parts = [
        Part(ChipFace("general", _("Chung"), "settings"), "settings_general", "GeneralPane"),
        Part(ChipFace("paper", _("Giấy in"), "printer"), "settings_paper", "PaperPane"),
        Part(ChipFace("lists", _("Danh mục"), "clipboard-list"), "settings_lists", "ListsPane"),
        Part(ChipFace("catalogue", _("Thủ tục"), "book-open"), "catalogue", "CataloguePane"),
        Part(ChipFace("people", _("Người nộp"), "users"), "people", "PeoplePane"),
    ]
    if context.counter.officer.role == Role.ADMIN:
        parts.append(Part(ChipFace("accounts", _("Tài khoản"), "key-round"), "accounts", "AccountsPane"))
    return parts
