"""The numbers of letters: one series per year without gaps (Decree 30/2020 Art. 15)."""

from __future__ import annotations

from motcua_desktop.domain.paper_errors import LetterNumberSkips, LetterNumberTaken
from motcua_desktop.persistence import dossiers, exchange_merge, numbers, settings
from motcua_desktop.persistence.engine import Connection


def as_text(connection: Connection, number: int) -> str:
    """A number as it stands on paper: two figures at least, or the office's own pattern."""
    return str(settings.get(connection, "letter_pattern", "{number:02d}")).format(number=number)


def upcoming(connection: Connection, year: int) -> int:
    """The number the year's next letter will have; those that came with another counter are stepped over."""
    number = settings.last_serial(connection, _scope(year)) + 1
    while _holder(connection, year, number):
        number += 1
    return number


def claim(connection: Connection, year: int) -> str:
    """Take the year's next number, in the caller's transaction: a rollback leaves no gap."""
    number = upcoming(connection, year)
    numbers.skip_to(connection, _scope(year), number)
    return as_text(connection, number)


def check(connection: Connection, year: int, first: int) -> None:
    """Whether the year's letters may go on with `first`.

    The first letter of a year may have any number: the office wrote those before it by hand. After it raises
    LetterNumberTaken for a number used (a cancelled one too) and LetterNumberSkips for one that leaves a gap.
    """
    following = upcoming(connection, year)
    if first == following:
        return
    holder = _holder(connection, year, first)
    if holder or first < following:
        found = dossiers.get(connection, holder) if holder else None
        raise LetterNumberTaken(first, year, following, found.code if found else "")
    if following > 1:
        raise LetterNumberSkips(first, year, following)


def begin(connection: Connection, year: int, first: int) -> None:
    """Let the year's letters go on with `first`. Raises as `check`."""
    check(connection, year, first)
    numbers.skip_to(connection, _scope(year), first - 1)


def _scope(year: int) -> str:
    return f"letter|{year}"


def _holder(connection: Connection, year: int, number: int) -> int:
    """The dossier whose letter has this number, 0 when none has."""
    key = (year, as_text(connection, number))
    return exchange_merge.letters_taken(connection, [key]).get(key, 0)
