"""Colours of the window: one light and one dark table, and the arithmetic of contrast.

Everything that draws reads these names; nobody writes a colour elsewhere. An office may set `accent` and
`nav` only (`with_office`): the colour is darkened until white text reads at 7:1, and a colour that could be
taken for a state is refused.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Tint:
    """A state colour: its text, the ground it stands on, the 1 px line round that ground."""

    text: str
    back: str
    line: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One table of colours, each `#RRGGBB`."""

    bg: str
    surface: str
    surface2: str
    line: str
    line2: str
    ctl: str
    text: str
    text2: str
    text3: str
    accent: str
    accentfill: str
    on_accent: str
    soft: str
    softline: str
    nav: str
    navsel: str
    nav_text: str
    nav_sub: str
    nav_key: str
    nav_line: str
    nav_here: str
    red: Tint
    orange: Tint
    amber: Tint
    green: Tint
    violet: Tint
    neutral: Tint
    bar_red: str
    bar_orange: str
    bar_amber: str
    bar_blue: str
    hit: str
    hit_text: str

    def tint(self, name: str) -> Tint:
        """State colour by name: red, orange, amber, green, violet, neutral or blue (`soft` with accent)."""
        if name == "blue":
            return Tint(self.accent, self.soft, self.softline)
        value = getattr(self, name)
        assert isinstance(value, Tint), name
        return value

    def flat(self) -> dict[str, str]:
        """All colours under one name each (`red_back`), for the style sheet."""
        table: dict[str, str] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Tint):
                table |= {
                    f"{field.name}_text": value.text,
                    f"{field.name}_back": value.back,
                    f"{field.name}_line": value.line,
                }
            else:
                table[field.name] = value
        return table


LIGHT = Tokens(
    bg="#F3F5F8",
    surface="#FFFFFF",
    surface2="#F7F9FB",
    line="#D6DDE6",
    line2="#E6EBF1",
    ctl="#7B8899",
    text="#17212E",
    text2="#465364",
    text3="#5B697A",
    accent="#1B4B8F",
    accentfill="#1B4B8F",
    on_accent="#FFFFFF",
    soft="#E7EEF8",
    softline="#B9CDE8",
    nav="#14305A",
    navsel="#24487F",
    nav_text="#DDE6F3",
    nav_sub="#A9BCD8",
    nav_key="#A9BCD8",
    nav_line="#2A4775",
    nav_here="#F2C14E",
    red=Tint("#B3261E", "#FCECEA", "#F0C5C1"),
    orange=Tint("#A34100", "#FFEFE2", "#F3CDAE"),
    amber=Tint("#735000", "#FFF6D8", "#E9D692"),
    green=Tint("#1C6A3A", "#E7F4EB", "#BFDFCA"),
    violet=Tint("#5A3E94", "#F1ECF9", "#D6C9EC"),
    neutral=Tint("#465364", "#EEF2F6", "#D6DDE6"),
    bar_red="#C4372D",
    bar_orange="#DD6B1A",
    bar_amber="#B98700",
    bar_blue="#5F89C6",
    hit="#FFE58A",
    hit_text="#17212E",
)

DARK = Tokens(
    bg="#10151C",
    surface="#19202A",
    surface2="#1F2833",
    line="#334050",
    line2="#28323F",
    ctl="#75859A",
    text="#E8EDF4",
    text2="#B9C4D2",
    text3="#9AA8B9",
    accent="#8AB6F2",
    accentfill="#2C66BB",
    on_accent="#FFFFFF",
    soft="#1D2D45",
    softline="#35527C",
    nav="#0B1016",
    navsel="#1D2D45",
    nav_text="#DDE6F3",
    nav_sub="#9AA8B9",
    nav_key="#9AA8B9",
    nav_line="#28323F",
    nav_here="#F2C14E",
    red=Tint("#FFA198", "#3A1D1C", "#6E322E"),
    orange=Tint("#FFB57A", "#392515", "#6A4423"),
    amber=Tint("#F0CE66", "#322A12", "#5E4F1F"),
    green=Tint("#86D5A1", "#173021", "#2C5A3D"),
    violet=Tint("#C8B3F5", "#2A2340", "#4B3E72"),
    neutral=Tint("#B9C4D2", "#242E3A", "#334050"),
    bar_red="#E5675C",
    bar_orange="#E88A45",
    bar_amber="#DDB544",
    bar_blue="#5C8FD6",
    hit="#FFE58A",
    hit_text="#17212E",
)

STATE_NAMES = ("red", "orange", "amber", "green", "violet")
OFFICE_CONTRAST = 7.0


class StateColourRefused(ValueError):
    """The office's colour could be taken for a state (overdue, due today, …): `state` names which."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


def _rgb(colour: str) -> tuple[float, float, float]:
    value = int(colour.removeprefix("#"), 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def _hex(red: float, green: float, blue: float) -> str:
    return f"#{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}"


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2, 0 (black) to 1 (white)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`share` of `one` (0–1) over `other`."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    red, green, blue = (a * share + b * (1 - share) for a, b in pairs)
    return _hex(red, green, blue)


def darkened(colour: str, ground: str = "#FFFFFF", ratio: float = OFFICE_CONTRAST) -> str:
    """The same hue, darkened only as far as needed to reach `ratio` on `ground`."""
    hue, light, sat = colorsys.rgb_to_hls(*_rgb(colour))
    while contrast(colour, ground) < ratio and light > 0:
        light = max(0.0, light - 0.01)
        colour = _hex(*colorsys.hls_to_rgb(hue, light, sat))
    return colour


def state_taken_for(colour: str) -> str | None:
    """Name of the state whose hue `colour` has (within 12°), or None; greys have no hue."""
    hue, _, sat = colorsys.rgb_to_hls(*_rgb(colour))
    if sat < 0.18:
        return None
    for name in STATE_NAMES:
        state_hue, _, _ = colorsys.rgb_to_hls(*_rgb(LIGHT.tint(name).text))
        apart = abs(hue - state_hue)
        if min(apart, 1 - apart) * 360 <= 12:
            return name
    return None


def with_office(tokens: Tokens, accent: str | None = None, nav: str | None = None) -> Tokens:
    """`tokens` with the office's own colours, made readable.

    Raises `StateColourRefused` for a colour with the hue of a state.
    """
    for colour in (accent, nav):
        if colour and (state := state_taken_for(colour)):
            raise StateColourRefused(state)
    is_dark = luminance(tokens.surface) < 0.5
    if accent:
        fill = darkened(accent)
        text = mix(fill, "#FFFFFF", 0.35) if is_dark else fill
        while is_dark and contrast(text, tokens.soft) < 4.5:
            text = mix(text, "#FFFFFF", 0.9)
        soft = mix(fill, tokens.surface, 0.24 if is_dark else 0.10)
        line = mix(fill, tokens.surface, 0.45 if is_dark else 0.30)
        tokens = replace(tokens, accent=text, accentfill=fill, soft=soft, softline=line)
    if nav:
        ground = darkened(nav, ratio=10.0)
        ground = mix(ground, "#000000", 0.35) if is_dark else ground
        tokens = replace(
            tokens, nav=ground, navsel=mix(ground, "#FFFFFF", 0.88), nav_line=mix(ground, "#FFFFFF", 0.86)
        )
    return tokens
