"""Who may sit at the desk: accounts, passwords, roles, and the log of who looked at what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.account_errors import (
    AccountExists,
    LastAdministrator,
    TooManyTries,
    UnknownAccount,
    WeakPassword,
    WrongPassword,
)
from motcua_desktop.domain.answers import LogLine
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.text import clean
from motcua_desktop.persistence import accounts, events, settings
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text

#: The shortest password (setting `shortest_password`), and minutes without an act before the desk locks.
SHORTEST, IDLE_MINUTES = 8, 15
#: Wrong passwords that cost nothing; each further one doubles the wait, up to the longest (seconds).
FREE_TRIES, FIRST_WAIT, LONGEST_WAIT = 4, 15, 900
_ADMIN = frozenset({Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Account:
    """An account as an administrator sees it."""

    login: str
    name: str
    role: Role
    title: str
    desk: str
    active: bool
    last_at: datetime | None


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()  # argon2id


@cache
def _nobody() -> str:
    """A hash no password fits: looked at for a login that does not exist, so that both take the same time."""
    return _hasher().hash("…")


class Accounts:
    """Signing in and keeping accounts. A register in which no account was made works as one administrator."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._login = ""

    def any(self) -> bool:
        """Whether this office has accounts."""
        with self._desk.open_database.read() as connection:
            return accounts.any_there(connection)

    @property
    def is_signed_in(self) -> bool:
        """Whether somebody may work: signed in, or no account was ever made."""
        return not self._desk.is_locked

    def create_first(self, login: str, name: str, password: str, title: str = "", desk: str = "") -> Officer:
        """Make the first account, an administrator, and sign in. Raises AccountExists when there is one."""
        with self._desk.open_database.write() as connection:
            if accounts.any_there(connection):
                raise AccountExists(login)
            self._add(connection, login, name, password, Role.ADMIN, title, desk)
        return self.sign_in(login, password)

    def add(
        self, login: str, name: str, password: str, role: Role, *, title: str = "", desk: str = ""
    ) -> Account:
        """Make an account. Raises NotPermitted, AccountExists, WeakPassword, BadValue."""
        self._desk.require(_ADMIN, "account")
        with self._desk.database.write() as connection:
            self._add(connection, login, name, password, role, title, desk)
            self._desk.note(connection, "account", made=_tidy(login), role=role.value)
            return _account(self._known(connection, login))

    def _add(
        self, connection: Connection, login: str, name: str, password: str, role: Role, title: str, desk: str
    ) -> None:
        login = _tidy(login)
        if not (login and clean(name)):
            raise BadValue("login" if not login else "name", login or name)
        if accounts.get(connection, login) is not None:
            raise AccountExists(login)
        accounts.add(
            connection,
            self._desk.now(),
            login=login,
            name=clean(name),
            role=role.value,
            title=clean(title),
            desk=clean(desk),
            hash=self._hash(connection, password),
        )

    def _hash(self, connection: Connection, password: str) -> str:
        shortest = int(settings.get(connection, "shortest_password", SHORTEST))
        if len(password) < shortest:
            raise WeakPassword(shortest)
        return _hasher().hash(password)

    def office_face(self) -> tuple[str, str]:
        """Name and kept logo of the office before anybody has signed in; nothing of a person."""
        with self._desk.open_database.read() as connection:
            return self._desk.office(connection).name, str(settings.get(connection, "logo", "") or "")

    def sign_in(self, login: str, password: str) -> Officer:
        """Take the desk. Raises WrongPassword, or TooManyTries while the account waits."""
        login, now = _tidy(login), self._desk.now()
        with self._desk.open_database.read() as connection:
            row = accounts.get(connection, login)
        if row is not None and row.wait_until is not None and now < row.wait_until:
            raise TooManyTries(int((row.wait_until - now).total_seconds()))
        good = _fits(row.hash if row is not None and row.active else _nobody(), password)
        if row is None or not row.active or not good:
            raise WrongPassword(self._failed(login, known=row is not None))
        officer = Officer(row.name, row.role, row.login, row.title, row.desk)
        self._desk.officer, self._desk.is_locked, self._login = officer, False, login
        with self._desk.database.write() as connection:
            columns = {"failures": 0, "wait_until": None, "last_at": sure_text(now)}
            if _hasher().check_needs_rehash(row.hash):
                columns["hash"] = _hasher().hash(password)
            accounts.change(connection, login, **columns)
            self._desk.note(connection, "sign_in", login=login)
        return officer

    def _failed(self, login: str, *, known: bool) -> int:
        """Write the failure down; returns the seconds until the next try is looked at."""
        with self._desk.open_database.write() as connection:
            wait = 0
            if known:
                failures = self._known(connection, login).failures + 1
                if failures > FREE_TRIES:
                    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - FREE_TRIES - 1))
                until = sure_text(self._desk.now() + timedelta(seconds=wait)) if wait else None
                accounts.change(connection, login, failures=failures, wait_until=until)
            self._desk.note(connection, "sign_in_failed", login=login if known else "?")
        return wait

    def sign_out(self) -> None:
        """Leave the desk: nothing can be read or done until somebody signs in."""
        if not self.any():
            return
        with self._desk.database.write() as connection:
            self._desk.note(connection, "sign_out", login=self._login)
        self._login, self._desk.is_locked = "", True

    def lock(self) -> None:
        """Lock the desk for the one who sits there; `sign_in` opens it again."""
        self._desk.is_locked = self.any()

    def idle_limit(self) -> timedelta:
        """How long without an act before the window locks the desk (setting `idle_minutes`, 0 for never)."""
        with self._desk.open_database.read() as connection:
            return timedelta(minutes=int(settings.get(connection, "idle_minutes", IDLE_MINUTES)))

    def is_idle(self) -> bool:
        """Whether the desk has been left alone for longer than `idle_limit`."""
        limit = self.idle_limit()
        return bool(limit) and self.any() and self._desk.now() - self._desk.last_act > limit

    def list(self) -> tuple[Account, ...]:
        """Every account. Only for administrators."""
        self._desk.require(_ADMIN, "account")
        with self._desk.database.read() as connection:
            return tuple(_account(row) for row in accounts.every(connection))

    def change_password(self, old: str, new: str) -> None:
        """Change one's own password. Raises WrongPassword, WeakPassword."""
        with self._desk.database.write() as connection:
            row = self._known(connection, self._login)
            if not _fits(row.hash, old):
                raise WrongPassword
            accounts.change(connection, self._login, hash=self._hash(connection, new))
            self._desk.note(connection, "account", password=self._login)

    def set_password(self, login: str, password: str) -> None:
        """Give an officer a new password and end their waiting. Only for administrators."""
        self._change(login, "password", password=password)

    def set_role(self, login: str, role: Role) -> None:
        """Change what an account may do. Raises LastAdministrator."""
        self._change(login, "role", role=role.value)

    def edit(self, login: str, name: str, role: Role, *, title: str = "", desk: str = "") -> None:
        """Change who an account is and what it may do. What was done before keeps the name of its day.

        Raises LastAdministrator; BadValue without a name.
        """
        if not clean(name):
            raise BadValue("name", name)
        self._change(login, "edit", name=clean(name), role=role.value, title=clean(title), desk=clean(desk))

    def deactivate(self, login: str) -> None:
        """Let nobody sign in with it any more; its acts stay in the log. Raises LastAdministrator."""
        self._change(login, "active", active=False)

    def activate(self, login: str) -> None:
        """Let the account be used again."""
        self._change(login, "active", active=True)

    def _change(self, login: str, what: str, **columns: object) -> None:
        self._desk.require(_ADMIN, "account")
        with self._desk.database.write() as connection:
            row = self._known(connection, login)
            leaves = (
                columns.get("active") is False or columns.get("role", Role.ADMIN.value) != Role.ADMIN.value
            )
            if row.role == Role.ADMIN and row.active and leaves and accounts.administrators(connection) == 1:
                raise LastAdministrator(row.login)
            if "password" in columns:
                columns = {
                    "hash": self._hash(connection, str(columns["password"])),
                    "failures": 0,
                    "wait_until": None,
                }
            accounts.change(connection, row.login, **columns)
            self._desk.note(connection, "account", changed=row.login, what=what)

    def _known(self, connection: Connection, login: str) -> accounts.AccountRow:
        row = accounts.get(connection, _tidy(login))
        if row is None:
            raise UnknownAccount(login)
        return row

    def log(self, limit: int = 200, before: int | None = None) -> tuple[LogLine, ...]:
        """Who did and who looked at what, the newest first. Only for leaders and administrators."""
        self._desk.require(_ADMIN | {Role.LEAD}, "log")
        with self._desk.database.read() as connection:
            found = events.entries(connection, before=before, limit=limit)
        return tuple(
            LogLine(number, e.at, e.officer, e.kind, e.dossier, e.reason, e.facts or {})
            for number, e in found
        )


def _tidy(login: str) -> str:
    return clean(login).lower().replace(" ", "")


def _fits(kept: str, password: str) -> bool:
    try:
        return _hasher().verify(kept, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _account(row: accounts.AccountRow) -> Account:
    return Account(row.login, row.name, Role(row.role), row.title, row.desk, row.active, row.last_at)
