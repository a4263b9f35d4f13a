"""One move in a dossier's life: allowed or refused by the table, written as event and change together."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain.answers import Caution, Done
from motcua_desktop.domain.dossier import Dossier, Promise, PromiseReason
from motcua_desktop.domain.errors import (
    AlreadyReappointed,
    MoveNotAllowed,
    NotPermitted,
    ReasonMissing,
    Refusal,
    UnknownDossier,
)
from motcua_desktop.domain.lifecycle import RULES, Move, Role, Status
from motcua_desktop.domain.numbering import SHORT_CODE, CodePattern
from motcua_desktop.domain.text import clean_lines
from motcua_desktop.persistence import dossiers, events, settings
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import text


class Acts:
    """What every group of moves does the same: find, refuse, write, answer with the paper."""

    def __init__(self, desk: Desk, paper: PaperDesk) -> None:
        self._desk = desk
        self._paper = paper

    def _plain(
        self, code: str, move: Move, reason: str = "", facts: dict[str, str] | None = None, **columns: object
    ) -> Done:
        with self._desk.database.write() as connection:
            dossier = find(connection, code)
            reason = allow(self._desk, dossier, move, reason)
            write(self._desk, connection, dossier, move, reason, facts, **columns)
        return self._done(dossier.id)

    def _done(self, key: int, paper: str = "", warnings: tuple[Caution, ...] = ()) -> Done:
        with self._desk.database.read() as connection:
            dossier = dossiers.get(connection, key)
        if dossier is None:
            raise UnknownDossier(str(key))
        if not paper:
            return Done(dossier, warnings=warnings)
        path, trouble = self._paper.try_issue(dossier, paper)
        return Done(dossier, path, trouble, warnings)


def key_of(connection: Connection, code: str) -> int:
    """The row of the dossier with this code, ours or the official one. Raises UnknownDossier.

    The short code an officer says aloud ("261119-0002") is completed with the office's own agency.
    """
    code = code.strip()
    key = dossiers.id_of(connection, code)
    if key is None and SHORT_CODE.match(code):
        pattern = settings.get_value(connection, "code_pattern", CodePattern)
        if pattern is not None:
            key = dossiers.id_of(connection, f"{pattern.agency}{pattern.separator}{code}")
    if key is None:
        raise UnknownDossier(code)
    return key


def by_id(connection: Connection, key: int) -> Dossier:
    """The dossier of a row that is there."""
    found = dossiers.get(connection, key)
    if found is None:
        raise UnknownDossier(str(key))
    return found


def find(connection: Connection, code: str) -> Dossier:
    """The dossier with this code, ours or the official one. Raises UnknownDossier."""
    found = dossiers.get(connection, key_of(connection, code))
    if found is None:
        raise UnknownDossier(code)
    return found


def allow(desk: Desk, dossier: Dossier, move: Move, reason: str) -> str:
    """Refuse a move the table does not have for this status, role or want of a reason; the tidy reason."""
    rule = RULES[move]
    if dossier.status not in rule.sources:
        raise MoveNotAllowed(dossier.code, move, dossier.status, rule.article)
    desk.require(rule.roles, move)
    reason = clean_lines(reason)
    if rule.needs_reason and not reason:
        raise ReasonMissing(move)
    return reason


def refusals(desk: Desk, dossier: Dossier) -> dict[Move, Refusal]:
    """Every move that cannot be made now by the officer at the desk, with what it would be refused with."""
    found: dict[Move, Refusal] = {}
    role = Role(desk.officer.role)
    for move, rule in RULES.items():
        if dossier.apologies and move is Move.APOLOGISE:
            found[move] = AlreadyReappointed(dossier.code)
        elif dossier.status not in rule.sources:
            found[move] = MoveNotAllowed(dossier.code, move, dossier.status, rule.article)
        elif role not in rule.roles | {Role.ADMIN}:
            found[move] = NotPermitted(move, role, tuple(sorted(rule.roles)))
    return found


def write(
    desk: Desk,
    connection: Connection,
    dossier: Dossier,
    move: Move,
    reason: str = "",
    facts: dict[str, str] | None = None,
    **columns: Any,
) -> datetime:
    """Append the event and change the row with it; the event keeps what the columns held before."""
    at = desk.event_time(connection)
    status = columns.get("status") or RULES[move].target or dossier.status
    columns["status"] = Status(status).value
    if dossier.waiting_since is not None and "waiting_since" not in columns:
        columns |= {"waiting_since": None} if columns["status"] != dossier.status else {}
    before = dossiers.columns_of(connection, dossier.id, list(columns))
    changed = {key: value for key, value in before.items() if columns[key] != value}
    entry = events.LogEntry(
        uid=desk.new_uid(),
        at=at,
        officer=desk.officer.name,
        kind=move.value,
        dossier=dossier.id,
        status=columns["status"],
        reason=reason,
        facts={**(facts or {}), "before": json.dumps(changed, ensure_ascii=False)},
    )
    number = events.append(connection, entry)
    dossiers.change(connection, dossier.id, changed=number, **columns)
    return at


def promise(
    desk: Desk,
    connection: Connection,
    dossier: Dossier,
    reason: PromiseReason,
    due_at: datetime | None,
    appointment_at: datetime | None,
    *,
    provisional: bool,
    edition: str,
    note: str = "",
) -> dict[str, Any]:
    """Append a promise; returns the columns the dossier's row then has."""
    made = Promise(
        dossier.promises[-1].number + 1 if dossier.promises else 1,
        desk.event_time(connection),
        desk.officer.name,
        reason,
        due_at,
        appointment_at,
        provisional,
        edition,
        note,
    )
    dossiers.add_promise(connection, dossier.id, made)
    columns = {
        "due_at": text(due_at),
        "appointment_at": text(appointment_at),
        "provisional": provisional,
    }
    if reason is not PromiseReason.APOLOGY:
        columns["limit_at"] = text(due_at)
    return columns
