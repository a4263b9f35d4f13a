"""A real counter on a real file for each test, copied from one made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.counter.demonstration import LY_SON
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.dossier import Draft, Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern


class Clock:
    """The counter's clock, set by the test."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, text: str) -> None:
        self.now = datetime.fromisoformat(text)


@pytest.fixture(scope="session")
def office_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of đặc khu Lý Sơn with the catalogue and no dossier."""
    folder = tmp_path_factory.mktemp("office")
    counter = open_counter(folder, now=Clock(datetime(2026, 3, 2, 6, 30)))
    counter.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
    counter.close()
    return folder


@pytest.fixture
def clock() -> Clock:
    """Monday 2 March 2026, 08:00."""
    return Clock(datetime(2026, 3, 2, 8, 0))


@pytest.fixture
def counter(office_template: Path, tmp_path: Path, clock: Clock) -> Iterator[Counter]:
    """The counter of Lý Sơn on that morning, an administrator at the desk."""
    folder = tmp_path / "data"
    shutil.copytree(office_template, folder)
    opened = open_counter(folder, now=clock, officer=Officer("Bùi Thị Hạnh", Role.ADMIN))
    yield opened
    opened.close()


def draft(procedure: str = "2.000815", name: str = "Dương Thị Mỹ Linh", **fields: object) -> Draft:
    """A draft with an identity of its own."""
    draft.count += 1  # type: ignore[attr-defined]
    who = fields.pop("applicant", None) or Applicant(name=name)
    return Draft(uid=f"t{draft.count}", procedure=procedure, applicant=who, **fields)  # type: ignore[arg-type,attr-defined]


draft.count = 0  # type: ignore[attr-defined]
