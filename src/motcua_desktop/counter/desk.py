"""What every area of the counter shares: the register, the clock, who is at the desk, the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random, SystemRandom
from typing import Any

from motcua_desktop.counter import calendar_source
from motcua_desktop.domain.account_errors import SignInNeeded
from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.dossier import Office, Officer
from motcua_desktop.domain.errors import NotPermitted
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.domain.rights import may
from motcua_desktop.domain.terms import Policy
from motcua_desktop.persistence import events, settings
from motcua_desktop.persistence.engine import Connection, Database

#: A log whose last line lies further ahead than this was written under a wrong clock.
BELIEVABLE = timedelta(days=1)


class Desk:
    """One officer at one register. `now` is asked for each act; `folder` holds the register and its papers.

    `random` is only given by demonstrations, which must play the same day again.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        now: Callable[[], datetime],
        officer: Officer,
        random: Random | None = None,
    ) -> None:
        self._random = random or SystemRandom()
        self._database = database
        self.folder = folder
        self.now = now
        self.officer = officer
        self.is_locked = False
        self.last_act = now()
        self.kept_rates: tuple[date, dict[str, tuple[int, int]]] | None = None
        self._calendar: tuple[int, WorkingCalendar] | None = None

    @property
    def database(self) -> Database:
        """The register. Raises SignInNeeded while accounts exist and nobody is signed in."""
        if self.is_locked:
            raise SignInNeeded
        return self._database

    @property
    def open_database(self) -> Database:
        """The register for signing in and for closing, which ask nobody's leave."""
        return self._database

    def new_uid(self) -> str:
        """An identity no other machine makes: the instant, then 80 random bits; sorts by time."""
        return f"{self.now():%Y%m%d%H%M%S}-{self._random.getrandbits(80):020x}"

    def event_time(self, connection: Connection) -> datetime:
        """The instant for the next line of the log: never before the last one, though the clock was set back.

        A last line more than a day ahead was written under a wrong clock and is not waited for.
        """
        now, last = self.now(), events.head(connection).at
        if not last:
            return now
        latest = datetime.fromisoformat(last)
        return latest if now < latest <= now + BELIEVABLE else now

    def clock_set_back(self, connection: Connection) -> datetime | None:
        """The instant of the newest line of the log when this machine's clock stands before it, else None."""
        last = events.head(connection).at
        latest = datetime.fromisoformat(last) if last else None
        return latest if latest is not None and latest > self.now() else None

    def calendar(self, connection: Connection) -> WorkingCalendar:
        """The office's working calendar in its newest edition."""
        number = calendar_source.newest_edition(connection)
        if self._calendar is None or self._calendar[0] != number:
            self._calendar = (number, calendar_source.build(connection))
        return self._calendar[1]

    def setting(self, connection: Connection, key: str, default: Any = None) -> Any:
        """One plain setting of the office."""
        return settings.get(connection, key, default)

    def office(self, connection: Connection) -> Office:
        """The office as it stands on paper."""
        return settings.get_value(connection, "office", Office) or Office()

    def code_pattern(self, connection: Connection) -> CodePattern:
        """How dossier codes are made here."""
        kept = settings.get_value(connection, "code_pattern", CodePattern)
        return kept or CodePattern(self.office(connection).agency_id or "H48.00")

    def policy(self, connection: Connection) -> Policy:
        """The office's way of counting working days where the procedure has none of its own."""
        return Policy(settings.get(connection, "policy", Policy.SAME_CLOCK.value))

    def require(self, roles: frozenset[Role], act: str) -> None:
        """Refuse an act the officer's role may not do (admin may do all)."""
        self.last_act = self.now()
        if not may(self.officer.role, roles):
            raise NotPermitted(act, self.officer.role, tuple(sorted(roles)))

    def note(self, connection: Connection, kind: str, dossier: int | None = None, **facts: Any) -> int:
        """Write an act that changes no dossier (view, print, export, setting) to the log."""
        self.last_act = self.now()
        entry = events.LogEntry(
            uid=self.new_uid(),
            at=self.event_time(connection),
            officer=self.officer.name,
            kind=kind,
            dossier=dossier,
            facts={key: str(value) for key, value in facts.items()},
        )
        return events.append(connection, entry)

    def note_reading(self, kind: str, dossier: int, **facts: Any) -> None:
        """Write to the log that somebody read personal data; where that fails, nothing is read."""
        with self.database.write() as connection:
            self.note(connection, kind, dossier, **facts)
