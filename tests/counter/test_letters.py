"""Letters of apology in one press (Decree 118/2025 Art. 19.6)."""

from dataclasses import replace
from datetime import datetime

from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import PromiseReason
from motcua_desktop.domain.errors import NewDateNotLater

BUSINESS = "1.001612"  # three working days


def test_a_letter_waits_for_what_is_late_and_what_expires_tomorrow(counter: Counter, clock: Clock) -> None:
    late = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-04T09:00")
    tomorrow = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-05T10:00")
    later = counter.intake.receive(draft(BUSINESS), slip=False).dossier
    clock.set("2026-03-06T08:00")
    waiting = {letter.code: letter for letter in counter.letters.waiting()}
    assert late.code in waiting and waiting[late.code].late
    assert tomorrow.code in waiting, "due Monday: the letter must go on Friday, Sunday is a day off"
    assert not waiting[tomorrow.code].late
    assert waiting[tomorrow.code].send_by == datetime(2026, 3, 6, 17, 0)
    assert later.code not in waiting


def test_a_press_records_numbers_dates_and_one_pdf(counter: Counter, clock: Clock) -> None:
    codes = [counter.intake.receive(draft(BUSINESS), slip=False).dossier.code for _ in range(3)]
    clock.set("2026-03-06T08:00")
    drafts = [replace(letter, reason="Chờ kết quả xác minh") for letter in counter.letters.waiting()]
    made = counter.letters.make(drafts)
    assert made.codes == tuple(codes) and not made.refused
    assert made.pdf is not None and made.pdf.read_bytes().startswith(b"%PDF")
    text = counter.paper.text_of(made.pdf.read_bytes())
    for number, code in enumerate(codes, start=1):
        dossier = counter.register.dossier(code)
        assert dossier.apologies[0].number == f"{number:02d}"
        assert dossier.promise.reason is PromiseReason.APOLOGY
        assert dossier.appointment_at == drafts[number - 1].new_date
        assert code in text


def test_a_second_letter_is_shown_locked_and_never_made(counter: Counter, clock: Clock) -> None:
    code = counter.intake.receive(draft(BUSINESS), slip=False).dossier.code
    clock.set("2026-03-06T08:00")
    counter.handling.apologise(code, "Chờ xác minh", paper=False)
    clock.set("2026-03-12T08:00")
    (letter,) = counter.letters.waiting()
    assert letter.locked
    made = counter.letters.make([replace(letter, reason="Lần nữa")])
    assert made.codes == () and [trouble.code for _code, trouble in made.refused] == [code]
    assert len(counter.register.dossier(code).promises) == 2


def test_one_refused_letter_does_not_stop_the_others(counter: Counter, clock: Clock) -> None:
    first, second = (counter.intake.receive(draft(BUSINESS), slip=False).dossier.code for _ in range(2))
    clock.set("2026-03-06T08:00")
    bad, good = (replace(letter, reason="Chờ xác minh") for letter in counter.letters.waiting())
    made = counter.letters.make([replace(bad, new_date=bad.old_date), good])
    assert made.codes == (second,)
    assert isinstance(made.refused[0][1], NewDateNotLater) and made.refused[0][0] == first


def test_a_cancelled_press_keeps_what_was_recorded(counter: Counter, clock: Clock) -> None:
    for _ in range(3):
        counter.intake.receive(draft(BUSINESS), slip=False)
    clock.set("2026-03-06T08:00")
    drafts = [replace(letter, reason="Chờ xác minh") for letter in counter.letters.waiting()]
    seen: list[int] = []
    made = counter.letters.make(
        drafts, progress=lambda n, _of: seen.append(n), cancelled=lambda: len(seen) == 2
    )
    assert len(made.codes) == 2 and seen == [1, 2]
    assert len([letter for letter in counter.letters.waiting() if not letter.locked]) == 1
