"""Writing what another counter knows into this register, a batch at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from motcua_desktop.domain.applicant import Applicant, ApplicantKind, Involved
from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.fees import FeeLine
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.persistence import dialect, events, exchange_people, people
from motcua_desktop.persistence.codec import from_json
from motcua_desktop.persistence.dossiers import applicant_columns, code_columns
from motcua_desktop.persistence.exchange_tables import origins
from motcua_desktop.persistence.schema import (
    apologies,
    dossiers,
    promises,
    snapshots,
    supplements,
)  # fmt: skip
from motcua_desktop.persistence.schema import (
    events as events_table,
)

_LINE = ("uid", "dossier", "at", "officer", "kind", "status", "reason", "facts")
_WHO = (
    "name id_number birth sex address unit_code former_address phone email tax_code".split()  # as Applicant
)


def keys_of(connection: Connection, uids: Sequence[str]) -> dict[str, int]:
    """The ids of the dossiers that are here already, by uid."""
    query = select(dossiers.c.uid, dossiers.c.id).where(dossiers.c.uid.in_(uids))
    return {row.uid: row.id for row in connection.execute(query)}


def codes_taken(connection: Connection, codes: Sequence[str]) -> dict[str, int]:
    """The ids of the dossiers that have these codes here."""
    query = select(dossiers.c.code, dossiers.c.id).where(dossiers.c.code.in_(codes))
    return {row.code: row.id for row in connection.execute(query)}


def letters_taken(connection: Connection, letters: Sequence[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """The dossiers that have these letters of apology (year, number) here."""
    numbers = {number for _year, number in letters}
    query = select(apologies.c.year, apologies.c.number, apologies.c.dossier).where(
        apologies.c.number.in_(numbers)
    )
    return {(row.year, row.number): row.dossier for row in connection.execute(query)}


def strange_events(connection: Connection, owners: Mapping[str, int]) -> bool:
    """Whether one of these event uids is here already and belongs to another dossier (0: to a new one)."""
    query = select(events_table.c.uid, events_table.c.dossier).where(events_table.c.uid.in_(list(owners)))
    return any(owners[row.uid] != row.dossier for row in connection.execute(query))


def keep_snapshots(connection: Connection, bodies: Iterable[tuple[str, str]]) -> None:
    """Keep procedures as they were at the receipts. Raises ValueError for one that is none."""
    for key, body in bodies:
        try:
            name = from_json(body, Procedure).name
        except Exception as error:  # cattrs raises groups of its own making
            raise ValueError(key) from error
        statement = dialect.insert(connection, snapshots).values(hash=key, name=name, body=body)
        connection.execute(statement.on_conflict_do_nothing(index_elements=["hash"]))


def snapshots_known(connection: Connection, keys: set[str]) -> bool:
    """Whether all these procedures are here."""
    query = select(snapshots.c.hash).where(snapshots.c.hash.in_(keys))
    return len(connection.execute(query).all()) == len(keys)


def _who(row: Mapping[str, Any]) -> Applicant:
    return Applicant(kind=ApplicantKind(row["kind"]), **{name: row.get(name, "") for name in _WHO})


def full_row(carried: Carried) -> dict[str, Any]:
    """The travelling row with the columns that are made from it. Raises ValueError when it makes no sense."""
    row = carried.row
    try:
        who = _who(row)
        involved = from_json(row.get("involved", "[]"), tuple[Involved, ...])
        from_json(row.get("fees", "[]"), tuple[FeeLine, ...])
    except Exception as error:  # cattrs raises groups of its own making
        raise ValueError(carried.uid) from error
    official = row.get("official_code", "")
    return {**row, **applicant_columns(who, involved), **code_columns(row["code"], official)}


def add_new(connection: Connection, batch: Sequence[Carried], machine: str) -> None:
    """Write dossiers that were never here, with all that belongs to them."""
    if not batch:
        return
    rows = [full_row(carried) for carried in batch]
    met = exchange_people.meet_all(connection, [(_who(row), row["received_at"]) for row in rows])
    for carried, row, person in zip(batch, rows, met, strict=True):
        people.keep_syllables(connection, row["name_fold"])
        row |= {"person": person, "uid": carried.uid, "changed": 0}
    connection.execute(insert(dossiers), rows)
    keys = keys_of(connection, [carried.uid for carried in batch])
    for table, place in ((promises, "promises"), (supplements, "supplements"), (apologies, "apologies")):
        children = [{"dossier": keys[c.uid], **child} for c in batch for child in getattr(c, place)]
        if children:
            connection.execute(insert(table), children)
    connection.execute(insert(origins), [{"dossier": key, "machine": machine} for key in keys.values()])
    lines = [(keys[carried.uid], event) for carried in batch for event in carried.events]
    last = append_events(connection, lines)
    _set_changed(connection, {key: last[key] for key in keys.values()})


def append_events(connection: Connection, lines: Sequence[tuple[int, Mapping[str, Any]]]) -> dict[int, int]:
    """Append what happened elsewhere to the log, under its own uid, time and officer.

    Returns the number of each dossier's last line.
    """
    start = events.head(connection)
    end, rows, last = start, [], {}
    for key, event in lines:
        told = (
            event["uid"], key, event["at"], event["officer"], event["kind"], event["status"],
            event["reason"], event["facts"],
        )  # fmt: skip
        end = events.Head(end.count + 1, max(end.at, event["at"]), events.link(end.hash, told))
        rows.append({"id": end.count, "hash": end.hash, **dict(zip(_LINE, told, strict=True))})
        last[key] = end.count
    if rows:
        connection.execute(insert(events_table), rows)
        events.set_head(connection, end, new=start.count == 0)
    return last


def _set_changed(connection: Connection, numbers: Mapping[int, int]) -> None:
    statement = (
        update(dossiers)
        .where(dossiers.c.id == bindparam("key"))
        .values({dossiers.c.changed: bindparam("number")})
    )
    connection.execute(statement, [{"key": key, "number": number} for key, number in numbers.items()])


def go_on(
    connection: Connection,
    key: int,
    theirs: Carried,
    missing: Sequence[Mapping[str, Any]],
    promises_to_add: Sequence[Mapping[str, Any]],
    *,
    has_letter: bool,
) -> None:
    """Let a dossier go on as another counter knows it: its row, the events and promises we lack.

    An official code once known is kept. A letter of apology that was sent here stays the one of the record.
    """
    row = full_row(theirs)
    people.keep_syllables(connection, f"{row['name']} {row['name_fold']}")
    own = connection.execute(select(dossiers.c.official_code).where(dossiers.c.id == key)).scalar_one()
    official = row.get("official_code") or own
    row |= code_columns(row["code"], official)
    connection.execute(update(dossiers).where(dossiers.c.id == key).values(row))
    if promises_to_add:
        connection.execute(insert(promises), [{"dossier": key, **promise} for promise in promises_to_add])
    connection.execute(delete(supplements).where(supplements.c.dossier == key))
    if theirs.supplements:
        connection.execute(insert(supplements), [{"dossier": key, **s} for s in theirs.supplements])
    if theirs.apologies and not has_letter:
        connection.execute(insert(apologies), [{"dossier": key, **theirs.apologies[0]}])
    last = append_events(connection, [(key, event) for event in missing])
    if key in last:
        _set_changed(connection, last)


def learn_official_codes(connection: Connection, learnt: Mapping[int, tuple[str, str]]) -> None:
    """Keep official codes others know: {id: (our code, the official one)}."""
    for key, (code, official) in learnt.items():
        connection.execute(
            update(dossiers)
            .where(dossiers.c.id == key, dossiers.c.official_code == "")
            .values(code_columns(code, official))
        )


def as_text(carried: Carried) -> str:
    """One side of a conflict as it is kept."""
    return json.dumps(carried.plain(), ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Carried:
    """The side behind `as_text`."""
    return Carried.from_plain(json.loads(text))
