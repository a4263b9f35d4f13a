"""Reminders: each is told once, and never while the office rests."""

import pytest
from PySide6.QtCore import QObject
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.reminders import Reminder, Reminders, due_reminders
from motcua_desktop.gui.tasks import Tasks


@pytest.fixture
def due_soon(counter: Counter, clock: Clock) -> str:
    """The code of a dossier; the clock stands ten minutes before its promise."""
    line = counter.intake.receive(draft("1.001612")).dossier
    assert line.appointment_at is not None
    clock.set(line.appointment_at.replace(hour=7, minute=50).isoformat())
    return line.code


def test_what_comes_due_within_half_an_hour_is_said(counter: Counter, clock: Clock, due_soon: str) -> None:
    assert [one.code for one in due_reminders(counter)] == [due_soon]


@pytest.mark.parametrize("moment", ["2026-03-05T12:15", "2026-03-05T20:00", "2026-03-08T08:00"])
def test_nothing_is_said_outside_working_time(
    counter: Counter, clock: Clock, due_soon: str, moment: str
) -> None:
    clock.set("2026-03-06T08:00")
    assert due_reminders(counter)
    clock.set(moment)
    assert due_reminders(counter) == ()


def test_a_late_dossier_less_is_no_new_reminder(counter: Counter, clock: Clock, tasks: Tasks) -> None:
    codes = [counter.intake.receive(draft("1.001612")).dossier.code for _n in range(2)]
    clock.set("2026-03-09T09:00")
    parent = QObject()
    reminders = Reminders(counter, tasks, parent)
    told: list[str] = []
    reminders.reminded.connect(lambda batch: told.extend(one.words for one in batch))
    reminders.look()
    assert tasks.wait_idle()
    counter.handling.result_ready(codes[0])
    counter.handling.give_back(codes[0])
    reminders.look()
    assert tasks.wait_idle()
    assert told == ["2 hồ sơ quá hạn đang chờ"]
    reminders.close()


def test_a_promise_that_has_just_passed_is_said_by_its_code(
    counter: Counter, clock: Clock, due_soon: str
) -> None:
    clock.set("2026-03-05T09:00")
    (passed,) = due_reminders(counter)
    assert passed.code == due_soon
    assert "quá hạn từ 08:00" in passed.words


def test_each_is_told_once(counter: Counter, clock: Clock, due_soon: str, tasks: Tasks) -> None:
    parent = QObject()
    reminders = Reminders(counter, tasks, parent)
    told: list[tuple[Reminder, ...]] = []
    reminders.reminded.connect(told.append)
    for _again in range(2):
        reminders.look()
        assert tasks.wait_idle()
    assert [one.code for batch in told for one in batch] == [due_soon]
    reminders.close()


def test_nothing_is_said_of_anybody_while_the_desk_is_locked(counter: Counter, due_soon: str) -> None:
    assert due_reminders(counter)
    counter.accounts.create_first("hanh", "Bùi Thị Hạnh", "mot-mat-khau-dai")
    counter.accounts.lock()
    assert due_reminders(counter) == ()
