"""The packages as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.exchange import PackageLine
from motcua_desktop.domain.text import size_words
from motcua_desktop.gui.pages.sync_work import chain_words, package_badge
from motcua_desktop.gui.table_model import Column
from motcua_desktop.gui.theme import IconLabel
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.text import label, row, set_role
from motcua_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class NextPackage:
    """The package that F12 would make now."""

    sequence: int
    dossiers: int


Line = PackageLine | NextPackage


def package_columns() -> list[Column]:
    """Number, instant, dossiers, size, state."""
    return [
        Column("sequence", _("Gói"), lambda line: str(line.sequence), width=72, bold=True),
        Column("at", _("Lập lúc"), _made_at, width=128),
        Column("dossiers", _("Hồ sơ"), lambda line: str(line.dossiers), width=84, right=True),
        Column("size", _("Cỡ"), _size, width=104, right=True, tint="text2"),
        Column("state", _("Trạng thái"), lambda _line: "", width=160, badge=_badge, stretch=1),
    ]


def _made_at(line: Line) -> str:
    return _("sẽ lập") if isinstance(line, NextPackage) else f"{line.at:%d/%m %H:%M}"


def _size(line: Line) -> str:
    return "" if isinstance(line, NextPackage) else size_words(line.bytes)


def _badge(line: Line) -> BadgeFace:
    if isinstance(line, NextPackage):
        return BadgeFace(_("Chưa lập"), "file-plus", "neutral")
    return package_badge(line)


class ChainSign(QWidget):
    """Whether each package follows the one before it, in the head of their list."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._icon = IconLabel("link", "green", 16)
        self.words = label("", "good")
        self.setLayout(row(self._icon, self.words, gap=6))

    def show_packages(self, packages: Sequence[PackageLine]) -> None:
        """Say it of these, the newest first."""
        words, whole = chain_words(packages)
        self.words.setText(words)
        set_role(self.words, "good" if whole else "warning")
        self._icon.set_icon("link" if whole else "triangle-alert", "green" if whole else "amber")
        self.setVisible(bool(words))
