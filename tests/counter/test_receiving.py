"""Receiving: a code only for what is safely kept, nothing left behind by a refusal."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant, Involved, Part
from motcua_desktop.domain.errors import (
    AppointmentAfterDue,
    BadCitizenId,
    BadValue,
    BirthInFuture,
    CodeTaken,
    ContentMissing,
    EmptyName,
    ExpiredProcedure,
    FutureReceipt,
    MissingPapers,
    ReasonMissing,
    Refusal,
    UnknownProcedure,
)
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.terms import Term

MARITAL_STATUS = "1.004873"  # three working days


def test_a_received_dossier_has_its_code_its_date_and_its_event(counter: Counter) -> None:
    dossier = counter.intake.receive(draft(MARITAL_STATUS), slip=False).dossier

    assert dossier.code == "H48.25.12-260302-0001"
    assert dossier.appointment_at == datetime(2026, 3, 5, 8, 0)
    assert [event.move for event in dossier.events] == [Move.RECEIVE]
    assert counter.register.dossier(dossier.code) == dossier


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (draft("9.999999"), UnknownProcedure),
        (draft(name="  "), EmptyName),
        (draft(applicant=Applicant("Lê Thị Sen", id_number="05119")), BadCitizenId),
        (draft(MARITAL_STATUS, components=()), MissingPapers),
        (draft(applicant=Applicant("Lê Thị Sen", birth="31/02/2000")), BadValue),
        (draft(pages=0), BadValue),
        (draft(received_at=datetime(2026, 3, 2, 8, 1)), FutureReceipt),
        (draft(MARITAL_STATUS, appointment=datetime(2026, 3, 9, 8, 0)), AppointmentAfterDue),
        (draft(MARITAL_STATUS, term=Term.of(1, "working_day")), ReasonMissing),
        (draft(involved=(Involved(Part.AUTHORISED, Applicant("Lê Văn Hải")),)), BadValue),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_a_refusal_leaves_no_trace_and_no_gap(
    counter: Counter, wrong: object, refusal: type[Refusal]
) -> None:
    before = counter.register.summary()
    with pytest.raises(refusal):
        counter.intake.receive(wrong, slip=False)  # type: ignore[arg-type]

    assert counter.register.summary() == before
    assert counter.intake.receive(draft(), slip=False).dossier.code.endswith("-0001")
    assert counter.safekeeping.check().findings == ()


def test_pressing_twice_receives_once(counter: Counter) -> None:
    typed = draft()
    first = counter.intake.receive(typed, slip=False)
    second = counter.intake.receive(typed, slip=False)

    assert (first.again, second.again) == (False, True)
    assert first.dossier == second.dossier
    assert counter.register.summary()["dossiers"] == 1


def test_what_was_shown_while_typing_is_what_is_kept(counter: Counter) -> None:
    typed = draft(MARITAL_STATUS)
    shown = counter.intake.preview(typed)
    kept = counter.intake.receive(typed, slip=False).dossier

    assert shown.appointment == kept.appointment_at
    assert shown.trace is not None and shown.trace.due.at == kept.due_at
    assert shown.fees == kept.fees


def test_a_preview_never_refuses_but_says_what_would(counter: Counter) -> None:
    shown = counter.intake.preview(draft(MARITAL_STATUS, name="", components=()))

    assert {type(refusal) for refusal in shown.refusals} == {EmptyName, MissingPapers}
    assert counter.register.summary()["dossiers"] == 0


def test_118_2025_art_17_4_a_result_given_at_once_needs_no_slip_but_is_in_the_register(
    counter: Counter,
) -> None:
    answer = counter.intake.receive(draft(same_day=True))

    assert answer.slip is None
    assert answer.dossier.status is Status.RETURNED
    assert [e.move for e in answer.dossier.events] == [Move.RECEIVE, Move.RESULT_READY, Move.RETURN]
    assert answer.dossier.register_number == 1


def test_a_dossier_keeps_the_procedure_as_it_was(counter: Counter, clock: Clock) -> None:
    before = counter.intake.receive(draft(MARITAL_STATUS), slip=False).dossier
    changed = counter.catalogue.procedure(MARITAL_STATUS)
    from dataclasses import replace

    from motcua_desktop.persistence import catalogue

    with counter._desk.database.write() as connection:
        renamed = replace(changed, name="Tên mới", term=Term.of(9, "working_day"))
        catalogue.put(connection, [renamed], "test", clock())
    after = counter.intake.receive(draft(MARITAL_STATUS), slip=False).dossier

    assert counter.register.dossier(before.code).procedure == changed
    assert counter.register.dossier(after.code).procedure.name == "Tên mới"
    assert before.fees == counter.register.dossier(before.code).fees


def test_a_term_of_its_own_needs_a_reason_and_is_kept_with_it(counter: Counter) -> None:
    own = Term.of(1, "working_day")
    typed = draft(MARITAL_STATUS, term=own, term_reason="Cổng ghi sai thời hạn")
    dossier = counter.intake.receive(typed, slip=False).dossier

    assert dossier.term == own
    assert dossier.due_at == datetime(2026, 3, 3, 8, 0)
    assert counter.register.dossier(dossier.code).term_reason == "Cổng ghi sai thời hạn"


def test_the_register_goes_on_in_a_new_year_and_a_new_day(counter: Counter, clock: Clock) -> None:
    counter.intake.receive(draft(), slip=False)
    clock.set("2026-03-03T08:00:00")
    assert counter.intake.receive(draft(), slip=False).dossier.code == "H48.25.12-260303-0001"


def test_a_clock_set_back_is_said_and_the_log_keeps_its_order(counter: Counter, clock: Clock) -> None:
    counter.intake.receive(draft(), slip=False)
    clock.now -= timedelta(hours=2)
    answer = counter.intake.receive(draft(), slip=False)

    assert [w.what for w in answer.warnings] == ["clock_set_back"]
    assert answer.dossier.received_at == datetime(2026, 3, 2, 6, 0)
    assert answer.dossier.events[0].at == datetime(2026, 3, 2, 8, 0)
    assert [c.what for c in counter.safekeeping.cautions() if c.field == "clock"] == ["clock_set_back"]


def test_an_online_code_stands_beside_ours_and_only_once(counter: Counter) -> None:
    typed = draft(official_code="H48.25.12-260302-0099")
    ours = counter.online.register(typed).dossier

    assert counter.register.dossier("H48.25.12-260302-0099").code == ours.code
    with pytest.raises(CodeTaken):
        counter.online.register(draft(official_code="H48.25.12-260302-0099"))


def test_a_birth_date_after_the_receipt_is_refused_beside_its_field(counter: Counter) -> None:
    who = Applicant("Dương Thị Bé", birth="12/05/2030")
    with pytest.raises(BirthInFuture) as refused:
        counter.intake.receive(draft(applicant=who), slip=False)
    assert refused.value.field == "applicant.birth"
    assert counter.register.newest() == []


def test_a_request_to_supplement_names_what_to_bring(counter: Counter) -> None:
    code = counter.intake.receive(draft("1.001612"), slip=False).dossier.code
    with pytest.raises(ContentMissing):
        counter.handling.ask_supplement(code, " \n ", "Thiếu thành phần hồ sơ")
    assert counter.register.dossier(code).supplements == ()


def test_the_short_code_said_aloud_finds_the_dossier(counter: Counter) -> None:
    code = counter.intake.receive(draft(), slip=False).dossier.code
    assert code == "H48.25.12-260302-0001"
    assert counter.register.dossier("260302-0001").code == code


def test_a_procedure_that_begins_with_the_words_comes_first(counter: Counter) -> None:
    assert counter.catalogue.find("chung thuc ban sao")[0].code == "2.000815"
    assert counter.catalogue.find("ks")[0].code == "1.001193"


def test_an_expired_procedure_cannot_be_chosen_and_leaves_no_gap(counter: Counter) -> None:
    old = counter.catalogue.procedure(MARITAL_STATUS)
    counter.catalogue_import.save(replace(old, effective_to=date(2026, 2, 28), replaced_by="1.001612"))
    with pytest.raises(ExpiredProcedure) as refused:
        counter.intake.receive(draft(MARITAL_STATUS), slip=False)
    assert refused.value.field == "procedure" and refused.value.replaced_by == "1.001612"
    assert counter.intake.receive(draft(), slip=False).dossier.code.endswith("-0001")
