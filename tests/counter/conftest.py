"""Fixtures of the counter's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock
from tests.exchange_offices import Machines, befriend, machine

from motcua_desktop.counter.counter import Counter


@pytest.fixture
def machines(office_template: Path, tmp_path: Path, clock: Clock) -> Iterator[Machines]:
    """Machines of one office that trust one another, each with a register of its own."""
    opened: list[Counter] = []

    def make(*agencies: str) -> list[Counter]:
        for number, agency in enumerate(agencies):
            opened.append(
                machine(office_template, tmp_path / f"m{number}", clock, agency, f"Cán bộ {number}")
            )
        befriend(*opened)
        return opened

    yield make
    for one in opened:
        one.close()
