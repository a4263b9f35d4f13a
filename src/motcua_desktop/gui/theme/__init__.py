"""The look of the window: colours, type, space and icons. Import from here."""

from motcua_desktop.gui.theme.appearance import (
    Look,
    colour,
    fixed,
    font,
    least,
    look,
    margins,
    pt,
    px,
    spacing,
    width_of,
)
from motcua_desktop.gui.theme.icons import STATE_ICONS, IconLabel, icon, paint_icon, pixmap

__all__ = [
    "STATE_ICONS",
    "IconLabel",
    "Look",
    "colour",
    "fixed",
    "font",
    "icon",
    "least",
    "look",
    "margins",
    "paint_icon",
    "pixmap",
    "pt",
    "px",
    "spacing",
    "width_of",
]
