"""The look in force: which table of colours, which scale; sizes and fonts are asked for here.

`px(8)` and `font(12, bold=True)` are read when something is painted. Sizes given to layouts and widgets go
through `margins`, `spacing`, `fixed` and `least`: they remember the unscaled figure, so a change of scale
reaches them again without rebuilding a page.

The style sheet lies on the parts of the window that wear it (`Look.dress`, `wear`), never on the application:
there Qt would polish a page anew at every step of its building, and all pages at every change.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from motcua_desktop.gui.theme import fonts, sheet
from motcua_desktop.gui.theme.tokens import DARK, LIGHT, Tokens, with_office

SCALES = (1.0, 1.1, 1.25, 1.4, 1.5)
COMPACT_ABOVE = 1.25
BODY = 11.0
#: Steps of the scale pressed within this time of one another are taken together.
QUIET_MS = 80

_MARGINS, _SPACING, _FIXED, _LEAST = "px_margins", "px_spacing", "px_fixed", "px_least"


class Look(QObject):
    """Colours and scale of the running window; `changed` comes after what was dressed has been restyled."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = "system"
        self.scale = 1.0
        self.accent: str | None = None
        self.nav: str | None = None
        self.tokens: Tokens = LIGHT
        self.family = ""
        self.sheet = ""
        self._dressed: WeakSet[QWidget] = WeakSet()
        self._listening = False
        self._steps: list[int] = []
        self._quiet: QTimer | None = None

    @property
    def is_dark(self) -> bool:
        """Whether the dark table is in force, chosen or following the system."""
        if self.mode == "system":
            hints = QGuiApplication.styleHints()
            return hints.colorScheme() == Qt.ColorScheme.Dark
        return self.mode == "dark"

    @property
    def is_compact(self) -> bool:
        """Above 125 % the navigation shows icons and keys only."""
        return self.scale > COMPACT_ABOVE

    def set(
        self,
        *,
        mode: str | None = None,
        scale: float | None = None,
        accent: str | None = None,
        nav: str | None = None,
    ) -> None:
        """Change what is given ("light", "dark" or "system"; scale 1.0–1.5; "" takes an office colour back).

        Raises `StateColourRefused` and changes nothing when an office colour looks like a state.
        """
        new_accent = self.accent if accent is None else (accent or None)
        new_nav = self.nav if nav is None else (nav or None)
        with_office(LIGHT, new_accent, new_nav)
        self.accent, self.nav = new_accent, new_nav
        if mode is not None:
            self.mode = mode
        if scale is not None:
            self.scale = min(1.5, max(1.0, scale))
        self.apply()

    def step(self, direction: int) -> None:
        """Next larger (1), next smaller (-1) or normal (0) scale."""
        self.set(scale=_next_scale(self.scale, direction))

    def step_soon(self, direction: int) -> None:
        """As `step`, once the keys have been quiet for a moment: a key held down restyles the window once."""
        if self._quiet is None:
            self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
            self._quiet.timeout.connect(self._take_steps)
        self._steps.append(direction)
        self._quiet.start()

    def _take_steps(self) -> None:
        wanted = self.scale
        for direction in self._steps:
            wanted = _next_scale(wanted, direction)
        self._steps.clear()
        if wanted != self.scale:
            self.set(scale=wanted)

    def apply(self) -> None:
        """Style the application with what is set; the first call also loads the fonts."""
        app = cast("QApplication", QApplication.instance())
        if not self.family:
            self.family = fonts.load()
        if not self._listening:
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
            self._listening = True
        self.tokens = with_office(DARK if self.is_dark else LIGHT, self.accent, self.nav)
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.setFont(font())
        app.setPalette(_palette(self.tokens))
        self.sheet = sheet.fill(self.tokens, self.scale)
        for part in list(self._dressed):
            if shiboken6.isValid(part):
                self.wear(part)
        self.changed.emit()

    def dress(self, part: QWidget) -> None:
        """Style `part` and all that is in it, now and at every change."""
        self._dressed.add(part)
        self.wear(part)

    def wear(self, part: QWidget) -> None:
        """Style `part` and all that is in it as things stand; costs nothing when it is so already."""
        if part.styleSheet() != self.sheet:
            part.setStyleSheet(self.sheet)
            for widget in (part, *part.findChildren(QWidget)):
                _rescale(widget)

    def _follow_system(self) -> None:
        if self.mode == "system":
            self.apply()


def _next_scale(scale: float, direction: int) -> float:
    if direction == 0:
        return 1.0
    nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - scale))
    return SCALES[min(len(SCALES) - 1, max(0, nearest + direction))]


def _palette(t: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: t.bg,
        roles.WindowText: t.text,
        roles.Base: t.surface,
        roles.AlternateBase: t.surface2,
        roles.Text: t.text,
        roles.Button: t.surface,
        roles.ButtonText: t.text,
        roles.Highlight: t.accentfill,
        roles.HighlightedText: t.on_accent,
        roles.Link: t.accent,
        roles.PlaceholderText: t.text3,
        roles.ToolTipBase: t.surface,
        roles.ToolTipText: t.text,
        roles.Mid: t.line,
        roles.Accent: t.accent,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.text3))
    return palette


_look: Look | None = None


def look() -> Look:
    """The one look of this process."""
    global _look
    if _look is None:
        _look = Look()
    return _look


def px(size: float) -> int:
    """Unscaled pixels (96 dpi, 100 %) to pixels at the scale in force."""
    return round(size * look().scale)


def pt(size: float) -> float:
    """Points at 100 % to points at the scale in force."""
    return size * look().scale


def colour(name: str) -> QColor:
    """Colour of a token; state colours as "red", "red_back", "red_line"."""
    tokens = look().tokens
    base, _, part = name.rpartition("_")
    if part in ("text", "back", "line") and base in _TINTS:
        return QColor(getattr(tokens.tint(base), part))
    if name in _TINTS:
        return QColor(tokens.tint(name).text)
    return QColor(getattr(tokens, name))


_TINTS = ("red", "orange", "amber", "green", "violet", "neutral", "blue")


def font(size: float = BODY, bold: bool = False) -> QFont:
    """The window's font at `size` points (never below 11), figures of equal width where the font has them."""
    return QFont(_font(look().family, pt(max(BODY, size)), bold))


@lru_cache(maxsize=64)
def _font(family: str, points: float, bold: bool) -> QFont:
    made = QFont(family or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family())
    made.setPointSizeF(points)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def width_of(shown: str, size: float = BODY, *, bold: bool = False) -> int:
    """Width of words in `font`, in pixels."""
    return _width_of(shown, look().family, pt(max(BODY, size)), bold)


@lru_cache(maxsize=512)
def _width_of(shown: str, family: str, points: float, bold: bool) -> int:
    return QFontMetrics(_font(family, points, bold)).horizontalAdvance(shown)


def margins(layout: QLayout, left: int, top: int, right: int, bottom: int) -> None:
    """Contents margins in unscaled pixels."""
    layout.setProperty(_MARGINS, [left, top, right, bottom])
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))


def spacing(layout: QLayout, gap: int) -> None:
    """Gap between the items of a layout in unscaled pixels."""
    layout.setProperty(_SPACING, gap)
    layout.setSpacing(px(gap))


def fixed(widget: QWidget, width: int | None = None, height: int | None = None) -> None:
    """Fixed width or height in unscaled pixels."""
    widget.setProperty(_FIXED, [width or 0, height or 0])
    _set_fixed(widget, width or 0, height or 0)


def least(widget: QWidget, width: int | None = None, height: int | None = None) -> None:
    """Minimum width or height in unscaled pixels."""
    widget.setProperty(_LEAST, [width or 0, height or 0])
    _set_least(widget, width or 0, height or 0)


def _set_fixed(widget: QWidget, width: int, height: int) -> None:
    if width:
        widget.setFixedWidth(px(width))
    if height:
        widget.setFixedHeight(px(height))


def _set_least(widget: QWidget, width: int, height: int) -> None:
    if width:
        widget.setMinimumWidth(px(width))
    if height:
        widget.setMinimumHeight(px(height))


def _rescale(widget: QWidget) -> None:
    if size := widget.property(_FIXED):
        _set_fixed(widget, *size)
    if size := widget.property(_LEAST):
        _set_least(widget, *size)
    for layout in widget.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly):
        _rescale_layout(layout)
    widget.updateGeometry()
    widget.update()


def _rescale_layout(layout: QLayout) -> None:
    if (edges := layout.property(_MARGINS)) is not None:
        left, top, right, bottom = (px(edge) for edge in edges)
        layout.setContentsMargins(left, top, right, bottom)
    if (gap := layout.property(_SPACING)) is not None:
        layout.setSpacing(px(gap))
    for inner in layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly):
        _rescale_layout(inner)
