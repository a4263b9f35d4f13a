"""Where dossier codes come from: the office's series, a block set aside for this machine, or local codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.errors import BadValue, BlockOverlaps, BlockUsedUp
from motcua_desktop.domain.numbering import (
    Block,
    CodePattern,
    Numbering,
    temporary_code,
    temporary_scope,
)
from motcua_desktop.domain.rights import ADMINISTRATORS
from motcua_desktop.persistence import numbers, settings
from motcua_desktop.persistence.engine import Connection


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A block of this machine: its row, how many of its serials are given today, whether it has ended."""

    id: int
    block: Block
    given_today: int
    ended: bool


class NumberingDesk:
    """Setting how codes are made. Only an administrator may."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def pattern(self) -> CodePattern:
        """The pattern of the office's codes."""
        with self._desk.database.read() as connection:
            return self._desk.code_pattern(connection)

    def set_pattern(self, pattern: CodePattern) -> None:
        """Change the pattern for codes to come. Raises BadValue for one whose codes cannot be read back."""
        self._desk.require(ADMINISTRATORS, "numbering")
        if not pattern.is_usable:
            raise BadValue("code_pattern", pattern.code(date(2026, 11, 19), 2), ("H48.25.12-261119-0002",))
        with self._desk.database.write() as connection:
            settings.put_value(connection, "code_pattern", pattern)
            self._desk.note(connection, "setting", what="code_pattern", agency=pattern.agency)

    def next_code(self) -> str:
        """The code the next dossier would get today, not claimed. Raises BlockUsedUp."""
        with self._desk.database.write() as connection:
            code = claim(self._desk, connection, self._desk.now().date())
            connection.rollback()
        return code

    def numbering(self) -> Numbering:
        """Whether codes are official ones or local ones now."""
        with self._desk.database.read() as connection:
            return _numbering(connection)

    def use(self, numbering: Numbering, machine: str = "") -> None:
        """Give official codes, or local ones of this machine (`machine`: what tells it apart)."""
        self._desk.require(ADMINISTRATORS, "numbering")
        machine = machine.strip().upper()
        if machine and not (machine.isascii() and machine.isalnum() and len(machine) <= 4):
            raise BadValue("machine", machine, ("1", "A"))
        with self._desk.database.write() as connection:
            settings.put(connection, "numbering", numbering.value)
            settings.put(connection, "machine", machine)
            self._desk.note(connection, "setting", what="numbering", to=numbering.value)

    def reserve(self, block: Block) -> int:
        """Set serials aside for this machine: from now on codes of those days come from the block alone.

        Raises BadValue or BlockOverlaps.
        """
        self._desk.require(ADMINISTRATORS, "numbering")
        if not block.is_usable:
            raise BadValue("block", f"{block.first}–{block.last}", ("1–999999",))
        with self._desk.database.write() as connection:
            pattern = self._desk.code_pattern(connection)
            for _key, other, _ended in numbers.blocks_of(connection, pattern.agency):
                together = other.start <= block.end and block.start <= other.end
                if together and other.first <= block.last and block.first <= other.last:
                    raise BlockOverlaps(block.first, block.last)
            today = self._desk.now().date()
            given = settings.last_serial(connection, pattern.scope(today)) if block.covers(today) else 0
            if block.first <= given:
                raise BlockOverlaps(block.first, block.last)
            now = self._desk.now()
            key = numbers.add_block(connection, pattern.agency, block, self._desk.officer.name, now)
            self._desk.note(
                connection, "block", first=block.first, last=block.last, start=block.start, end=block.end
            )
        return key

    def end(self, key: int) -> None:
        """Take no more serials from a block."""
        self._desk.require(ADMINISTRATORS, "numbering")
        with self._desk.database.write() as connection:
            numbers.end_block(connection, key)
            self._desk.note(connection, "block", ended=key)

    def blocks(self) -> tuple[KeptBlock, ...]:
        """The blocks of this machine, the oldest first."""
        today = self._desk.now().date()
        with self._desk.database.read() as connection:
            agency = self._desk.code_pattern(connection).agency
            return tuple(
                KeptBlock(
                    key, block, settings.last_serial(connection, numbers.block_scope(key, today)), ended
                )
                for key, block, ended in numbers.blocks_of(connection, agency)
            )


def _numbering(connection: Connection) -> Numbering:
    return Numbering(settings.get(connection, "numbering", Numbering.OFFICIAL.value))


def claim(desk: Desk, connection: Connection, on: date) -> str:
    """The next code, in the caller's writing transaction: a roll-back leaves no gap. Raises BlockUsedUp.

    Codes that came in from another machine are stepped over, wherever they lie: after a hand-over of the day
    the series goes on behind them, while one far ahead (a block of that machine) moves nothing.
    """
    if _numbering(connection) is Numbering.TEMPORARY:
        machine = str(settings.get(connection, "machine", ""))
        return temporary_code(machine, on, settings.next_serial(connection, temporary_scope(machine, on)))
    pattern = desk.code_pattern(connection)
    around = [
        (key, block, ended)
        for key, block, ended in numbers.blocks_of(connection, pattern.agency)
        if block.covers(on)
    ]
    in_use = [(key, block) for key, block, ended in around if not ended]
    for key, block in in_use:
        scope = numbers.block_scope(key, on)
        while (serial := block.first - 1 + settings.next_serial(connection, scope)) <= block.last:
            if not numbers.is_taken(connection, code := pattern.code(on, serial)):
                return code
    if in_use:
        raise BlockUsedUp(in_use[-1][1].first, in_use[-1][1].last, on)
    return _outside(connection, pattern, on, [block for _key, block, _ended in around])


def _outside(connection: Connection, pattern: CodePattern, on: date, blocks: list[Block]) -> str:
    """The next code of the office's own series; serials set aside are stepped over."""
    scope = pattern.scope(on)
    while True:
        serial = settings.next_serial(connection, scope)
        for block in sorted(blocks, key=lambda block: block.first):
            if block.first <= serial <= block.last:
                serial = block.last + 1
                numbers.skip_to(connection, scope, serial)
        if not numbers.is_taken(connection, code := pattern.code(on, serial)):
            return code
