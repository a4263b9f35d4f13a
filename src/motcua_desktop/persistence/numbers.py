"""Serials and the blocks of serials set aside for this machine."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.engine import Connection

from motcua_desktop.domain.numbering import Block
from motcua_desktop.persistence import dialect
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import blocks, dossiers, serials

_B = blocks.c
_OF_AGENCY = select(blocks).where(_B.agency == bindparam("of")).order_by(_B.id)


def skip_to(connection: Connection, scope: str, last: int) -> None:
    """Let a series go on after `last`."""
    statement = dialect.insert(connection, serials).values(scope=scope, last=last)
    connection.execute(statement.on_conflict_do_update(index_elements=["scope"], set_={"last": last}))


def block_scope(key: int, on: date) -> str:
    """The series in which a block's serials are counted, per day."""
    return f"block|{key}|{on:%y%m%d}"


def add_block(connection: Connection, agency: str, block: Block, officer: str, at: datetime) -> int:
    """Keep a block; returns its row."""
    statement = insert(blocks).values(
        agency=agency,
        first=block.first,
        last=block.last,
        start=block.start.isoformat(),
        end=block.end.isoformat(),
        officer=officer,
        made_at=sure_text(at),
    )
    return dialect.row_made(connection.execute(statement))


def end_block(connection: Connection, key: int) -> None:
    """Use a block no more; its serials stay its own."""
    connection.execute(update(blocks).where(_B.id == key).values(ended=True))


def blocks_of(connection: Connection, agency: str, *, ended: bool = True) -> list[tuple[int, Block, bool]]:
    """The blocks of an agency: row, block, whether it is ended."""
    return [
        (
            row.id,
            Block(row.first, row.last, date.fromisoformat(row.start), date.fromisoformat(row.end)),
            bool(row.ended),
        )
        for row in connection.execute(_OF_AGENCY, {"of": agency})
        if ended or not row.ended
    ]


def is_taken(connection: Connection, code: str) -> bool:
    """Whether a dossier carries this code already."""
    return connection.execute(select(dossiers.c.id).where(dossiers.c.code == code)).first() is not None
