"""The guide of F1 tells of the window as it is: its keys, its labels, its buttons."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from motcua_desktop.cli.app import _read
from motcua_desktop.gui.pages.dossier_keys import KEYS
from motcua_desktop.gui.pages.help_guide import sections

SOURCE = Path(__file__).resolve().parent.parent / "src" / "motcua_desktop"
#: What the guide writes for a key, and what its table does.
WRITTEN = {"Enter": "Return", "↓": "Down", "Alt+←": "Alt+Left", "Alt+→": "Alt+Right"}
#: Bold words that are no words of the window: short names an officer types, and what may happen to him.
NOT_SHOWN = {"ks", "Mất điện", "Máy in không chạy", "Sổ không mở được"}
#: Parts of the window every page has; a page's own parts begin with its name.
EVERYWHERE = (
    r"window_|reprint|page_stack|main_window|widgets/|pages/(dossier|form|forms/|panel_pane|parts_page|list_and_panel|"
    r"action_foot|catalogue|people|accounts)"
)


@cache
def program() -> dict[str, str]:
    """The text of every file of the window, by its place in it."""
    folder = SOURCE / "gui"
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.py")}


def spellings(key: str) -> Iterator[str]:
    """How the window's source may write a key: in full, or as one of a row of numbers."""
    key = WRITTEN.get(key, key.replace("Enter", "Return"))
    yield f'"{key}"'
    if key[-1:].isdigit() and not key.startswith("F"):
        yield f'f"{key[:-1]}{{'
        yield f'f"{key[:-1]}' + "{n"
        if len(key) == 1:
            yield "str(n)"


def keys_named() -> list[tuple[str, str]]:
    return [
        (section.key, key)
        for section in sections("vi")
        for key in dict.fromkeys(re.findall(r"`([^`]+)`", section.body))
        if not key.startswith("motcua ") and key not in ("Ctrl", "Shift")
    ]


def commands_named() -> list[str]:
    """Commands in the guide and in the README, as they are written there."""
    guide = [text for code in ("vi", "en") for section in sections(code) for text in (section.body,)]
    readme = (SOURCE.parent.parent / "README.md").read_text("utf-8")
    found = [line for text in guide for line in re.findall(r"`motcua ([^`]+)`", text)]
    found += re.findall(r'make run ARGS="([^"]+)"', readme) + re.findall(r"`motcua ([^`]+ [^`]+)`", readme)
    return sorted(set(found))


@pytest.mark.parametrize(("page", "key"), keys_named())
def test_every_key_the_guide_names_is_a_key_of_that_page(page: str, key: str) -> None:
    if page == "help":  # it lists the keys of all pages
        mine = "".join(program().values())
    else:
        parts = re.compile(f"pages/{page}|{EVERYWHERE}")
        mine = "".join(text for name, text in program().items() if parts.match(name))
    assert any(spelling in mine for spelling in spellings(key))


def test_the_letters_of_a_dossier_have_the_windows_own_words() -> None:
    (register,) = (section for section in sections("vi") if section.key == "register")
    rows = dict(re.findall(r"^\| `(\w)` \| (.+) \|$", register.body, re.MULTILINE))
    for move in KEYS.values():
        if len(move.key) == 1:
            assert rows[move.key].startswith(move.words()), move.key


def test_every_button_the_guide_names_in_bold_is_written_in_the_window() -> None:
    window = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    named = {word for section in sections("vi") for word in re.findall(r"\*\*([^*]+)\*\*", section.body)}
    assert sorted(word for word in named - NOT_SHOWN if word not in window) == []


@pytest.mark.parametrize("line", commands_named())
def test_every_command_guide_and_readme_name_can_be_typed(line: str) -> None:
    words = shlex.split(line)
    if words[-1] == "--help" or words[:1] == ["--data-dir"]:
        assert words[0] in ("--help", "--data-dir")
        return
    assert _read(words).command == words[0]
