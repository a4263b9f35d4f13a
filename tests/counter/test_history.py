"""Events, not overwrites: the dossier as it was, and a log in which every change is found."""

from datetime import date, datetime

import pytest
from sqlalchemy import text
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.persistence import queries


def test_a_dossier_is_shown_as_it_stood_at_every_instant(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft("1.004873"), slip=False).dossier.code
    seen = [(clock.now, counter.register.dossier(code))]
    acts = [
        lambda: counter.handling.hand_over(code, "Phòng Kinh tế"),
        lambda: counter.handling.ask_supplement(code, "Bản sao", "Thiếu"),
        lambda: counter.handling.complete(code),
        lambda: counter.handling.undo(code),
        lambda: counter.handling.complete(code),
        lambda: counter.handling.apologise(code, "Chờ xác minh"),
        lambda: counter.handling.result_ready(code),
        lambda: counter.handling.give_back(code, "Lê Thị Sen"),
        lambda: counter.handling.undo(code),
    ]
    for hour, act in enumerate(acts, start=1):
        clock.set(f"2026-03-03T{8 + hour:02d}:00:00")
        act()
        seen.append((clock.now, counter.register.dossier(code)))

    for at, then in seen:
        shown = counter.register.as_of(code, at)
        assert shown is not None
        assert (shown.status, shown.holder, shown.returned_to) == (then.status, then.holder, then.returned_to)
        assert (shown.due_at, shown.appointment_at) == (then.due_at, then.appointment_at)
        assert [(s.content, s.completed_at) for s in shown.supplements] == [
            (s.content, s.completed_at) for s in then.supplements
        ]
        assert shown.events == then.events
    assert counter.register.as_of(code, datetime(2026, 3, 2, 7, 59)) is None


def test_numbers_of_a_past_period_never_change_afterwards(counter: Counter, clock: Clock) -> None:
    codes = [counter.intake.receive(draft("1.004873"), slip=False).dossier.code for _ in range(3)]
    counter.handling.result_ready(codes[0])
    end_of_day = datetime(2026, 3, 2, 23, 59, 59)

    def statuses() -> list[Status]:
        then = [counter.register.as_of(code, end_of_day) for code in codes]
        return [dossier.status for dossier in then if dossier]

    before = statuses()
    clock.set("2026-03-20T08:00:00")
    counter.handling.give_back(codes[0])
    counter.handling.withdraw(codes[1], "Xin rút")
    counter.handling.undo(codes[0])
    assert statuses() == before == [Status.RESULT_READY, Status.RECEIVED, Status.RECEIVED]


def test_the_rate_in_time_is_judged_by_the_legal_limit_not_by_the_letter(
    counter: Counter, clock: Clock
) -> None:
    late, good = (counter.intake.receive(draft("1.004873"), slip=False).dossier.code for _ in range(2))
    counter.handling.apologise(late, "Chờ xác minh")
    counter.handling.result_ready(good)
    clock.set("2026-03-06T08:00:00")
    counter.handling.result_ready(late)
    with counter._desk.database.read() as connection:
        assert queries.on_time_by_month(connection, date(2026, 3, 1)) == {"2026-03": (2, 1)}
    assert counter.register.today().on_time[-1].rate == 0.5


EDITS = {
    "an officer's name": "UPDATE events SET officer = 'Người khác' WHERE id = 3",
    "a time": "UPDATE events SET at = '2026-03-01T08:00:00' WHERE id = 3",
    "the facts": "UPDATE events SET facts = '{}' WHERE id = 3",
    "a line in the middle": "DELETE FROM events WHERE id = 4",
    "the last line": "DELETE FROM events WHERE id = (SELECT max(id) FROM events)",
    "the last two lines": "DELETE FROM events WHERE id > (SELECT max(id) - 2 FROM events)",
    "a line swapped in": "UPDATE events SET hash = (SELECT hash FROM events WHERE id = 2) WHERE id = 3",
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_or_removed_line_of_the_log_is_found(counter: Counter, edit: str) -> None:
    code = counter.intake.receive(draft(), slip=False).dossier.code
    counter.register.view(code)
    counter.register.view(code)
    assert counter.safekeeping.check().findings == ()
    with counter._desk.database.write() as connection:
        for act in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER events_no_{act}"))
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
        connection.execute(text(edit))
    assert "log_chain" in {finding.what for finding in counter.safekeeping.check().findings}


@pytest.mark.parametrize("table", ["events", "promises", "apologies"])
@pytest.mark.parametrize("act", ["UPDATE {} SET officer = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_what_was_written(
    counter: Counter, table: str, act: str
) -> None:
    code = counter.intake.receive(draft("1.004873"), slip=False).dossier.code
    counter.handling.apologise(code, "Chờ xác minh")
    statement = act.format(table).replace("officer", "reason")
    with pytest.raises(Exception, match="append-only"), counter._desk.database.write() as connection:
        connection.execute(text(statement))
    assert counter.safekeeping.check().findings == ()


INVARIANTS = {
    "no_receipt_event": "DELETE FROM events WHERE kind = 'receive'",
    "no_promise": "DELETE FROM promises",
    "promise_not_in_register": "UPDATE dossiers SET appointment_at = '2030-01-01T08:00:00'",
    "status_differs_from_event": "UPDATE dossiers SET status = 'returned'",
    "serial_gap": "UPDATE serials SET last = last + 1 WHERE scope LIKE 'dossier|%'",
    "reference": "UPDATE promises SET dossier = 99",
}


@pytest.mark.parametrize(("what", "harm"), INVARIANTS.items(), ids=INVARIANTS)
def test_check_finds_what_must_never_be(counter: Counter, what: str, harm: str) -> None:
    counter.intake.receive(draft("1.004873"), slip=False)
    with counter._desk.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        for table in ("events", "promises"):
            for act in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER {table}_no_{act}")
        connection.exec_driver_sql(harm)
    assert what in {finding.what for finding in counter.safekeeping.check().findings}
