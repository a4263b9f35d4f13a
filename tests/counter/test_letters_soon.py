"""What is promised for so soon that no letter could go in time (Decree 118/2025 Art. 19.6)."""

from datetime import timedelta

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.answers import TaskKind
from motcua_desktop.domain.query import Chip, Query


@pytest.mark.parametrize(
    ("received", "looked_at"),
    [
        ("2026-03-03T15:10", "2026-03-03T15:20"),  # a copy after 15:00 is promised for tomorrow
        ("2026-03-03T15:10", "2026-03-04T10:00"),
        ("2026-03-06T15:10", "2026-03-06T15:20"),  # for Monday
        ("2026-03-06T15:10", "2026-03-09T10:00"),
        ("2026-03-04T09:00", "2026-03-04T10:00"),  # for today
    ],
)
def test_what_was_promised_for_so_soon_needs_a_letter_only_when_it_is_late(
    counter: Counter, clock: Clock, received: str, looked_at: str
) -> None:
    clock.set(received)
    dossier = counter.intake.receive(draft("2.000815"), slip=False).dossier
    clock.set(looked_at)
    wanted = Query(chip=Chip.NEEDS_LETTER)
    assert counter.letters.waiting() == ()
    assert counter.handling.needs_apology() == []
    assert counter.register.count(wanted) == counter.register.today().letters == 0
    assert [task.kind for task in counter.register.tasks() if task.kind is TaskKind.LETTERS] == []
    assert dossier.appointment_at is not None
    clock.set(f"{dossier.appointment_at + timedelta(minutes=1):%Y-%m-%dT%H:%M}")
    assert [one.code for one in counter.letters.waiting()] == [dossier.code]
    assert counter.handling.needs_apology() == [dossier.code]
    assert counter.register.count(wanted) == counter.register.today().letters == 1
