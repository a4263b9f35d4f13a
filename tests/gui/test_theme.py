"""Colours that can be read, sizes that follow the scale, office colours that cannot be mistaken."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop import gui
from motcua_desktop.assets import resource
from motcua_desktop.gui.theme import colour, fixed, font, icons, look, margins, pt, px, spacing
from motcua_desktop.gui.theme.sheet import TEMPLATE, fill
from motcua_desktop.gui.theme.tokens import (
    DARK,
    LIGHT,
    StateColourRefused,
    Tokens,
    contrast,
    darkened,
    state_taken_for,
    with_office,
)

TABLES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GUI = Path(gui.__file__).parent
GROUNDS = ("bg", "surface", "surface2")
TINTS = ("red", "orange", "amber", "green", "violet", "neutral")


@TABLES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent"])
def test_text_reads_on_every_ground(tokens: Tokens, ground: str, ink: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@TABLES
@pytest.mark.parametrize("tint", [*TINTS, "blue"])
def test_a_state_reads_on_its_own_ground_and_on_a_card(tokens: Tokens, tint: str) -> None:
    state = tokens.tint(tint)
    assert contrast(state.text, state.back) >= 4.5
    assert contrast(state.text, tokens.surface) >= 4.5


@TABLES
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent"])
def test_text_reads_on_a_selected_row(tokens: Tokens, ink: str) -> None:
    assert contrast(getattr(tokens, ink), tokens.soft) >= 4.5


@TABLES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accentfill"),
        ("nav_text", "nav"),
        ("nav_sub", "nav"),
        ("nav_key", "nav"),
        ("nav_key", "navsel"),
        ("hit_text", "hit"),
    ],
)
def test_text_reads_where_it_stands_on_a_fill(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@TABLES
@pytest.mark.parametrize("part", ["ctl", "bar_red", "bar_orange", "bar_amber", "bar_blue"])
def test_controls_and_bars_stand_out_from_a_card(tokens: Tokens, part: str) -> None:
    assert contrast(getattr(tokens, part), tokens.surface) >= 3


@pytest.mark.parametrize(
    ("ink", "ground", "light", "dark"),
    [
        ("text", "surface", 16.2, 13.9),
        ("text2", "surface", 7.8, 9.3),
        ("text3", "surface", 5.6, 6.8),
        ("accent", "surface", 8.6, 7.8),
        ("accent", "soft", 7.3, 6.6),
        ("ctl", "surface", 3.6, 4.3),
    ],
)
def test_the_contrast_promised_in_the_design_is_kept(
    ink: str, ground: str, light: float, dark: float
) -> None:
    assert contrast(getattr(LIGHT, ink), getattr(LIGHT, ground)) >= light - 0.05
    assert contrast(getattr(DARK, ink), getattr(DARK, ground)) >= dark - 0.05


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("chosen", ["#6FA8DC", "#1B4B8F", "#888888", "#4FC3F7"])
def test_an_office_colour_is_darkened_until_it_reads_at_seven_to_one(chosen: str) -> None:
    tokens = with_office(LIGHT, accent=chosen)
    assert contrast(tokens.accent, tokens.surface) >= 7
    assert contrast(tokens.accent, tokens.soft) >= 4.5
    assert contrast(tokens.on_accent, tokens.accentfill) >= 7


@pytest.mark.parametrize("chosen", ["#6FA8DC", "#1B4B8F", "#888888", "#4FC3F7"])
def test_an_office_colour_reads_in_the_dark_too(chosen: str) -> None:
    tokens = with_office(DARK, accent=chosen, nav=chosen)
    assert contrast(tokens.accent, tokens.surface) >= 4.5
    assert contrast(tokens.accent, tokens.soft) >= 4.5
    assert contrast(tokens.nav_text, tokens.nav) >= 4.5
    assert contrast(tokens.nav_key, tokens.navsel) >= 4.5


def test_a_colour_dark_enough_stays_as_the_office_chose_it() -> None:
    assert darkened("#1B4B8F") == "#1B4B8F"


@pytest.mark.parametrize(
    ("chosen", "state"), [("#B3261E", "red"), ("#FF3B30", "red"), ("#1C6A3A", "green"), ("#E0A800", "amber")]
)
def test_a_colour_that_means_a_state_is_refused_by_name(chosen: str, state: str) -> None:
    with pytest.raises(StateColourRefused) as refused:
        with_office(LIGHT, accent=chosen)
    assert refused.value.state == state


def test_grey_and_blue_are_no_state() -> None:
    assert state_taken_for("#5F6368") is None
    assert state_taken_for(LIGHT.accent) is None


def test_a_refused_office_colour_changes_nothing() -> None:
    before = look().tokens
    with pytest.raises(StateColourRefused):
        look().set(accent="#B3261E")
    assert look().accent is None
    assert look().tokens == before


@TABLES
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_style_sheet_is_filled_completely(tokens: Tokens, scale: float) -> None:
    sheet = fill(tokens, scale)
    assert "@" not in sheet
    assert sheet.count("{") == TEMPLATE.count("{")


def test_the_style_sheet_grows_with_the_scale_but_lines_stay_thin() -> None:
    sheet = fill(LIGHT, 1.5)
    assert "font-size: 24pt" in sheet  # the page title, 16 at 100 %
    assert "border: 1px solid" in sheet


def test_nothing_is_set_below_eleven_points() -> None:
    assert font(8).pointSizeF() == 11
    look().set(scale=1.5)
    assert font().pointSizeF() == 16.5
    assert px(8) == 12
    assert pt(11) == 16.5


def test_the_scale_stays_between_100_and_150_percent() -> None:
    look().set(scale=3)
    assert look().scale == 1.5
    look().step(1)
    assert look().scale == 1.5
    look().step(-1)
    assert look().scale == 1.4
    look().step(0)
    assert look().scale == 1.0


def test_above_125_percent_the_navigation_is_compact() -> None:
    look().set(scale=1.25)
    assert not look().is_compact
    look().set(scale=1.4)
    assert look().is_compact


def test_sizes_given_to_layouts_follow_the_scale(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = QVBoxLayout(widget)
    margins(layout, 24, 12, 24, 12)
    spacing(layout, 16)
    inner = QLabel("x")
    fixed(inner, 100, 36)
    layout.addWidget(inner)
    look().dress(widget)
    look().set(scale=1.5)
    assert layout.contentsMargins().left() == 36
    assert layout.spacing() == 24
    assert (inner.width(), inner.height()) == (150, 54)
    look().set(scale=1.0)
    assert (inner.width(), inner.height()) == (100, 36)


def test_dark_can_be_chosen_and_the_system_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    look().set(mode="dark")
    assert look().tokens is DARK
    assert colour("surface").name().upper() == DARK.surface
    look().set(mode="system")
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    assert look().is_dark == (hints.colorScheme() == Qt.ColorScheme.Dark)
    hints.unsetColorScheme()


def test_every_icon_is_drawn_in_the_colour_asked_for() -> None:
    red = icons.pixmap("octagon-alert", "red", 20).toImage()
    inked = {
        red.pixelColor(x, y).name().upper()
        for x in range(20)
        for y in range(20)
        if red.pixelColor(x, y).alpha() == 255
    }
    assert inked == {LIGHT.red.text}


@pytest.mark.parametrize("state", sorted(icons.STATE_ICONS))
def test_every_state_has_its_icon(state: str) -> None:
    assert not icons.pixmap(icons.STATE_ICONS[state]).isNull()


def test_every_icon_the_window_names_has_its_picture() -> None:
    have = {path.stem for path in resource("icons").glob("*.svg")}
    named = {icon for path in GUI.rglob("*.py") for icon in icons_named(ast.parse(path.read_text("utf-8")))}
    assert len(named) > 50
    assert sorted(named - have) == []


def icons_named(tree: ast.Module) -> Iterator[str]:
    """Names given as `icon=`, as the fourth word of an Action, or first to what shows an icon."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        made = getattr(call.func, "id", "")
        said: list[ast.expr] = [word.value for word in call.keywords if word.arg == "icon"]
        said += call.args[3:4] if made == "Action" else []
        said += call.args[:1] if made in ("IconLabel", "EmptyState") else []
        for part in (node for expression in said for node in ast.walk(expression)):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
                yield part.value


def test_the_font_has_every_vietnamese_letter() -> None:
    metrics = QFontMetrics(font())
    letters = "ăâđêôơưĂÂĐÊÔƠƯ₫•·–" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA))
    assert [letter for letter in letters if not metrics.inFontUcs4(ord(letter))] == []
