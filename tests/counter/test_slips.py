"""A slip's QR tells genuine from altered, without a network."""

from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import slips
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Dossier


def words_of(counter: Counter, dossier: Dossier) -> str:
    slips.ensure_key(counter._desk)
    with counter._desk.database.read() as connection:
        return slips.slip_text(connection, dossier)


def test_a_slip_of_this_office_is_genuine_and_says_code_and_due(counter: Counter) -> None:
    dossier = counter.intake.receive(draft("1.001612"), slip=False).dossier
    found = counter.paper.check_slip(words_of(counter, dossier))
    assert (found.genuine, found.code, found.due_at) == (True, dossier.code, dossier.appointment_at)
    assert found.in_register is True


def test_one_changed_character_is_no_longer_genuine(counter: Counter) -> None:
    words = words_of(counter, counter.intake.receive(draft("1.001612"), slip=False).dossier)
    for place, character in enumerate(words):
        other = "7" if character != "7" else "8"
        altered = words[:place] + other + words[place + 1 :]
        assert not counter.paper.check_slip(altered).genuine, place


def test_a_slip_from_before_the_apology_is_genuine_but_no_longer_the_registers_date(
    counter: Counter, clock: Clock
) -> None:
    dossier = counter.intake.receive(draft("1.001612"), slip=False).dossier
    words = words_of(counter, dossier)
    clock.set("2026-03-04T09:00")
    counter.handling.apologise(dossier.code, "Chờ xác minh", paper=False)
    found = counter.paper.check_slip(words)
    assert found.genuine and found.in_register is False


def test_the_words_need_no_vietnamese_keyboard(counter: Counter) -> None:
    words = words_of(counter, counter.intake.receive(draft(), slip=False).dossier)
    assert set(words) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-*")


def test_any_other_text_is_no_slip(counter: Counter) -> None:
    for text in ("", "MC1", "051097000123||Nguyễn Văn A|01011997|Nam|Lý Sơn|01012021", "MC1*X*0*", "é*b*c*d"):
        assert not counter.paper.check_slip(text).genuine
