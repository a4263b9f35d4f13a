"""How the command line reads what was typed, and says in the officer's language what it cannot read."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, NoReturn

from motcua_desktop.i18n import N_, _

#: What argparse of Python says, and what we say. It asks its own `_` at the moment it speaks.
_SAID = {
    "usage: ": N_("cách gõ: "),
    "positional arguments": N_("tham số"),
    "options": N_("tùy chọn"),
    "show this help message and exit": N_("xem hướng dẫn này"),
    "the following arguments are required: %s": N_("Còn thiếu: %s."),
    "one of the arguments %s is required": N_("Cần một trong: %s."),
    "unrecognized arguments: %s": N_("Không hiểu “%s”."),
    "argument %(argument_name)s: %(message)s": N_("Ở %(argument_name)s: %(message)s"),
    "not allowed with argument %s": N_("không dùng cùng với %s."),
    "ignored explicit argument %r": N_("không nhận giá trị “%s”."),
    "expected one argument": N_("cần một giá trị đi sau."),
    "expected at most one argument": N_("chỉ nhận một giá trị."),
    "expected at least one argument": N_("cần ít nhất một giá trị đi sau."),
    "expected %s argument": N_("cần %s giá trị đi sau."),
    "expected %s arguments": N_("cần %s giá trị đi sau."),
    "ambiguous option: %(option)s could match %(matches)s": N_(
        "“%(option)s” có thể là %(matches)s. Gõ đủ tên tùy chọn."
    ),
    "invalid %(type)s value: %(value)r": N_("không đọc được “%(value)s”."),
    "invalid choice: %(value)r (choose from %(choices)s)": N_(
        "“%(value)s” không có. Chọn một trong: %(choices)s."
    ),
}
#: Options every command has; its usage line leaves them out, its help shows them last.
_COMMON = {"--help", "--data-dir", "--json", "--user"}


class WrongUsage(Exception):
    """What was typed is no command: exit code 2 with the sentence. `command` is the one to ask for help."""

    def __init__(self, text: str, command: str) -> None:
        super().__init__(text)
        self.text, self.command = text, command

    def __str__(self) -> str:
        """What is wrong, and where to read how it is done."""
        return self.text + "\n" + _("Xem cách gõ: {command} --help").format(command=self.command)


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help with room for Vietnamese, its examples left as they are written."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
        shown = [action for action in actions if _COMMON.isdisjoint(action.option_strings)]
        super().add_usage(usage, shown, groups, prefix)


class Parser(argparse.ArgumentParser):
    """A parser that raises WrongUsage and has the help option among the common ones."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        keywords.setdefault("formatter_class", _Layout)
        super().__init__(*args, **keywords | {"add_help": False})

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message, self.prog)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        if isinstance(action, argparse._SubParsersAction):
            raise WrongUsage(_no_such(action, str(value), nested=" " in self.prog), self.prog)
        words = _("“{value}” không có. Chọn một trong: {choices}.")
        raise argparse.ArgumentError(
            action, words.format(value=value, choices=", ".join(map(str, action.choices)))
        )


def _no_such(action: Any, value: str, *, nested: bool) -> str:
    """A command nobody knows and the nearest one; below a command, all there are with their names."""
    text = _("Không có {kind} “{value}”.").format(kind=str(action.metavar).lower(), value=value[:60])
    near = difflib.get_close_matches(value, list(action.choices), 1)
    if near:
        text += " " + _("Có phải “{near}”?").format(near=near[0])
    if nested:
        rows = [f"  {choice.dest:<14}{choice.help or ''}" for choice in action._choices_actions]
        text += "\n" + "\n".join(rows)
    return text


@contextmanager
def in_our_words() -> Iterator[None]:
    """Let argparse speak the officer's language while the block runs."""
    library: Any = argparse
    before = library._, library.ngettext
    library._ = lambda text: _(_SAID[text]) if text in _SAID else text
    library.ngettext = lambda one, many, number: library._(one if number == 1 else many)
    try:
        yield
    finally:
        library._, library.ngettext = before


def add_command(
    commands: Any,
    common: argparse.ArgumentParser,
    name: str,
    words: str,
    *,
    more: str = "",
    examples: tuple[str, ...] = (),
) -> argparse.ArgumentParser:
    """Add a command: what it does in a few words, what else to know of it, and lines to copy."""
    lines = [_("ví dụ:"), *(f"  {line}" for line in examples)] if examples else []
    made: argparse.ArgumentParser = commands.add_parser(
        name,
        parents=[common],
        help=words,
        description=f"{words[:1].upper()}{words[1:]}." + (f"\n{more}" if more else ""),
        epilog="\n".join(lines) or None,
    )
    return made


def day(text: str) -> date:
    """A date of the command line, for `type=`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        words = _("không có ngày “{text}”. Ghi năm-tháng-ngày, như 2026-03-02.")
        raise argparse.ArgumentTypeError(words.format(text=text[:60])) from None


def whole(lowest: int, highest: int = 10**9) -> Any:
    """A reader of whole numbers not below `lowest` nor above `highest`, for `type=`."""

    def read(text: str) -> int:
        if text.isdecimal() and lowest <= int(text) <= highest:
            return int(text)
        words = _("“{text}” không dùng được. Ghi một số nguyên từ {lowest} trở lên.")
        if highest < 10**9:
            words = _("“{text}” không dùng được. Ghi một số nguyên từ {lowest} đến {highest}.")
        said = words.format(text=text[:60], lowest=lowest, highest=highest)
        raise argparse.ArgumentTypeError(said)

    return read
