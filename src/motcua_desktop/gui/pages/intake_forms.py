"""Short forms of the intake page, in the side panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake import IntakePage


def open_supplement(page: IntakePage) -> None:
    """."""


def open_refusal(page: IntakePage) -> None:
    """."""


def open_earlier(page: IntakePage) -> None:
    """."""


def show_specimen(page: IntakePage) -> None:
    """."""
