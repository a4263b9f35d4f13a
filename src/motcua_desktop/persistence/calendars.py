"""The office's calendar decisions: a list of editions, the newest one stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.days_off import OfficeDay
from motcua_desktop.domain.office_hours import WeekPattern
from motcua_desktop.persistence.codec import from_json, to_json
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import calendar_editions


@dataclass(frozen=True)
class OfficeCalendar:
    """All of the office's own days and week patterns in one edition."""

    days: tuple[OfficeDay, ...] = ()
    patterns: tuple[WeekPattern, ...] = ()


def newest(connection: Connection) -> int:
    """The number of the newest edition, 0 when there is none."""
    return connection.execute(select(func.max(calendar_editions.c.number))).scalar() or 0


def read(connection: Connection) -> tuple[tuple[OfficeDay, ...], tuple[WeekPattern, ...]]:
    """The office's days and patterns as they stand."""
    query = select(calendar_editions.c.body).order_by(calendar_editions.c.number.desc()).limit(1)
    body = connection.execute(query).scalar()
    kept = OfficeCalendar() if body is None else from_json(body, OfficeCalendar)
    return kept.days, kept.patterns


def add(connection: Connection, at: datetime, officer: str, note: str, kept: OfficeCalendar) -> int:
    """Write a new edition; returns its number."""
    number = newest(connection) + 1
    connection.execute(
        insert(calendar_editions).values(
            number=number, at=sure_text(at), officer=officer, note=note, body=to_json(kept)
        )
    )
    return number
