"""An earlier appointment by the office's rule, and the internal steps of a procedure."""

from dataclasses import replace
from datetime import datetime

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import dates
from motcua_desktop.counter.calendar_source import assemble
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.procedure import Step
from motcua_desktop.domain.terms import OnResume, Policy, Term
from motcua_desktop.domain.time_errors import StepsDoNotAddUp, TermOutOfBounds

MONDAY = datetime(2026, 3, 2, 8)


@pytest.mark.parametrize(
    ("lead", "due", "promised"),
    [
        ("", "2026-03-05T15:00", "2026-03-05T15:00"),
        ("0.5 working_day", "2026-03-05T15:00", "2026-03-05T09:00"),
        ("0.5 working_day", "2026-03-05T09:00", "2026-03-04T15:00"),
        ("0.5 working_day", "2026-03-05T17:00", "2026-03-05T11:00"),
        ("1 working_day", "2026-03-05T15:00", "2026-03-04T15:00"),
        ("1 working_day", "2026-03-09T15:00", "2026-03-06T15:00"),
        ("2 working_hour", "2026-03-05T08:00", "2026-03-04T16:00"),
        ("1", "2026-03-05T15:00", "2026-03-04T15:00"),
        ("3 working_day", "2026-03-05T08:00", "2026-03-05T08:00"),
        ("9 working_day", "2026-03-05T08:00", "2026-03-05T08:00"),
    ],
)
def test_the_office_promises_its_lead_earlier_but_never_before_the_clock_starts(
    lead: str, due: str, promised: str
) -> None:
    at = dates.promised_at(assemble(), MONDAY, datetime.fromisoformat(due), dates.lead_from(lead))
    assert at == datetime.fromisoformat(promised)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("nửa ngày", BadValue), ("1 month", BadValue), ("-1 working_day", TermOutOfBounds)],
)
def test_a_lead_nobody_can_mean_is_refused(text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        dates.lead_from(text)


def test_preview_receipt_and_supplement_give_the_same_earlier_appointment(
    counter: Counter, clock: Clock
) -> None:
    counter.office.set("appointment_lead", "0.5 working_day")
    wish = draft("1.001612")
    preview = counter.intake.preview(wish)
    dossier = counter.intake.receive(wish, slip=False).dossier
    assert preview.appointment == dossier.appointment_at == datetime(2026, 3, 4, 14)
    assert dossier.due_at == datetime(2026, 3, 5, 8)
    counter.handling.ask_supplement(dossier.code, "Bản chính", "Thiếu")
    clock.set("2026-03-03T09:00")
    again = counter.handling.complete(dossier.code).dossier
    assert (again.due_at, again.appointment_at) == (datetime(2026, 3, 6, 9), datetime(2026, 3, 5, 15))
    assert counter.safekeeping.check().findings == ()


def test_the_steps_end_one_after_the_other_and_the_last_with_the_dossier(counter: Counter) -> None:
    dossier = counter.intake.receive(draft("1.001612"), slip=False).dossier
    steps = (Step("Tiếp nhận", "", "0.5"), Step("Thẩm định", "", "2"), Step("Ký", "", "0.5"))
    dossier = replace(dossier, procedure=replace(dossier.procedure, steps=steps))
    assert [(one.name, one.due.at) for one in counter.register.steps(dossier)] == [
        ("Tiếp nhận", datetime(2026, 3, 2, 14)),
        ("Thẩm định", datetime(2026, 3, 4, 14)),
        ("Ký", datetime(2026, 3, 5, 8)),
    ]


def test_the_steps_of_a_completed_dossier_count_as_its_due_date_does(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    counter.handling.ask_supplement(code, "Bản chính", "Thiếu")
    waiting = counter.register.dossier(code)
    clock.set("2026-03-03T09:00")
    dossier = counter.handling.complete(code).dossier
    steps = (Step("Thẩm định", "", "2"), Step("Ký", "", "1"))
    restart = replace(dossier.procedure, steps=steps)
    suspend = replace(restart, on_resume=OnResume.SUSPEND)
    for procedure in (restart, suspend):
        found = dates.steps_of_dossier(assemble(), replace(dossier, procedure=procedure), Policy.SAME_CLOCK)
        assert [one.due.at for one in found] == [datetime(2026, 3, 5, 9), datetime(2026, 3, 6, 9)]
    assert counter.register.steps(replace(waiting, procedure=restart)) == ()


def test_steps_that_are_not_the_term_are_refused(counter: Counter) -> None:
    dossier = counter.intake.receive(draft("1.001612"), slip=False).dossier
    wrong = replace(dossier.procedure, steps=(Step("Thẩm định", "", "2"),))
    with pytest.raises(StepsDoNotAddUp):
        counter.register.steps(replace(dossier, procedure=wrong))


def test_a_procedure_without_steps_has_none(counter: Counter) -> None:
    term = Term.of(3, "working_day")
    dossier = counter.intake.receive(draft("1.001612", term=term, term_reason="thử"), slip=False).dossier
    assert counter.register.steps(dossier) == ()
