"""Synchronisation: the trip to the province, other counters, keys, Excel and what differs."""

from __future__ import annotations

from pathlib import Path

from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.parts_page import Part, PartsPage
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.sync_province import ProvincePane
from motcua_desktop.gui.widgets.chips import ChipFace
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _


def make(context: PageContext) -> Page:
    """The page of this module."""
    return SyncPage(context)


class SyncPage(PartsPage):
    """A package of another counter that is found on the way to the province is shown in its own part."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, _("Đồng bộ"), _parts())

    def built(self, made: SettingsPane) -> None:
        if isinstance(made, ProvincePane):
            made.package_found.connect(self.look)
            made.stated.connect(lambda: self._count(made))

    def _count(self, province: ProvincePane) -> None:
        self.chips.set_counts({"counters": province.conflicts} if province.conflicts else {})

    def look(self, path: Path) -> None:
        """What the package of another counter would bring."""
        from motcua_desktop.gui.pages.sync_counters import CountersPane

        self.show_part("counters")
        assert isinstance(self.part, CountersPane)
        self.part.look(path)


def _parts() -> list[Part]:
    return [
        Part(ChipFace("province", _("Gửi tỉnh"), "send"), "sync_province", "ProvincePane"),
        Part(ChipFace("counters", _("Quầy khác"), "arrow-left-right"), "sync_counters", "CountersPane"),
        Part(ChipFace("keys", _("Khóa tin cậy"), "key-round"), "sync_keys", "KeysPane"),
        Part(ChipFace("sheets", _("Excel, công khai"), "sheet"), "sync_sheets", "SheetsPane"),
        Part(ChipFace("checks", _("Đối chiếu"), "clipboard-list"), "sync_checks", "ChecksPane"),
    ]
