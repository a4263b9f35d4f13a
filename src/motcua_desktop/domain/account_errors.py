"""What signing in and keeping accounts refuses."""

from __future__ import annotations

from dataclasses import dataclass

from motcua_desktop.domain.errors import Refusal


@dataclass
class SignInNeeded(Refusal):
    """The office has accounts and nobody is signed in."""


@dataclass
class WrongPassword(Refusal):
    """The name or the password is wrong; `wait_seconds` until the next try is looked at."""

    wait_seconds: int = 0
    field = "password"


@dataclass
class TooManyTries(Refusal):
    """Too many wrong passwords: the account waits."""

    wait_seconds: int
    field = "password"


@dataclass
class WeakPassword(Refusal):
    """A password shorter than the house allows."""

    shortest: int
    field = "password"


@dataclass
class AccountExists(Refusal):
    """There is an account with this login already."""

    login: str
    field = "login"


@dataclass
class UnknownAccount(Refusal):
    """There is no account with this login."""

    login: str
    field = "login"


@dataclass
class LastAdministrator(Refusal):
    """The last active administrator cannot be taken away."""

    login: str
    field = "login"
