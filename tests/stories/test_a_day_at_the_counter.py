"""The counter's days as an officer lives them: through the real window, with keys and a card scanner."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.gui.hands import CTRL
from tests.stories.conftest import Desk

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.fees import total
from motcua_desktop.domain.lifecycle import Move, Status

KEY = Qt.Key
CARD = "051197000123||Nguyễn Thị Thu Thảo|14031997|Nữ|Thôn Tây An Hải, đặc khu Lý Sơn|01012022"
SECOND = "051188002467|212345678|Phạm Văn Diễm|05061988|Nam|Thôn Đông An Vĩnh, đặc khu Lý Sơn|01012022"
THIRD = "051090001357||Võ Minh Hải|20101990|Nam|Thôn Bắc An Bình, đặc khu Lý Sơn|01012022"
ECONOMY = "Phòng Kinh tế"


def test_the_days_of_a_counter_from_opening_to_the_next_week(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    assert desk.window.pages.key == "home"
    copies = receive_copies(desk)
    birth = receive_a_birth(desk)
    shop = receive_a_business(desk, CARD)
    late = receive_a_business(desk, SECOND)
    hand_over_on_the_page(desk, [birth, shop, late])
    desk.clock.set("2026-03-02T14:30")
    refuse_one(desk)
    take_back_and_withdraw(desk)
    ask_for_a_supplement(desk, shop)
    return_the_copies(desk, copies)
    stick = carry_the_day_away(desk, tmp_path / "usb", monkeypatch)
    desk.clock.set("2026-03-02T17:05")
    before = [line.code for line in desk.counter.register.newest(50)]
    desk.close()
    the_next_morning(desk, before)
    complete_the_supplement(desk, shop)
    desk.clock.set("2026-03-09T09:00")
    apologise_for_the_late_one(desk, late)
    result_of_the_late_one_goes_to_its_owner(desk, late)
    assert stick.exists()
    assert desk.counter.safekeeping.check().findings == ()
    desk.close()


# ---------------------------------------------------------------- Monday morning
def receive_copies(desk: Desk) -> list[Dossier]:
    """Two citizens with certified copies: the second takes what the first had, F11 and a card."""
    desk.clock.set("2026-03-02T07:10")
    desk.choose("sy")
    desk.scan(CARD)
    first = desk.receive()
    desk.clock.set("2026-03-02T07:14")
    desk.press(KEY.Key_F11)
    desk.scan(SECOND)
    desk.type("4")
    desk.press(KEY.Key_Tab)
    desk.type("3")
    second = desk.receive()
    assert second.procedure.code == first.procedure.code == "2.000815"
    assert second.applicant.name == "Phạm Văn Diễm"
    assert (second.pages, second.copies, total(second.fees)) == (4, 3, 18_000)
    assert second.appointment_at == datetime(2026, 3, 2, 17), "received before 15:00, back the same day"
    assert [paper.form for paper in second.printed] == ["receipt"]
    assert int(second.code[-4:]) == int(first.code[-4:]) + 1, "no number is left out"
    return [first, second]


def receive_a_birth(desk: Desk) -> Dossier:
    """A father registers his child: card, name of the child, all papers there."""
    desk.clock.set("2026-03-02T08:00")
    desk.choose("ks")
    desk.scan(THIRD)
    desk.press(KEY.Key_Return)
    desk.type("Võ Gia Hân")
    desk.press(KEY.Key_Space, CTRL)
    born = desk.receive()
    assert (born.procedure.code, born.subject) == ("1.001193", "Khai sinh cho Võ Gia Hân")
    assert (born.applicant.name, born.applicant.birth) == ("Võ Minh Hải", "1990-10-20")
    assert {paper.number for paper in born.papers} == {1, 3, 4}
    assert total(born.fees) == 0, "a birth registered in time costs nothing"
    return born


def receive_a_business(desk: Desk, card: str) -> Dossier:
    """Three working days from now, at the hour of receipt."""
    desk.clock.set("2026-03-02T08:30")
    desk.choose("1.001612")
    desk.scan(card)
    desk.press(KEY.Key_Space, CTRL)
    made = desk.receive()
    assert made.appointment_at == made.due_at == datetime(2026, 3, 5, 8, 30)
    return made


def hand_over_on_the_page(desk: Desk, dossiers: list[Dossier]) -> None:
    """F6: everything received goes to the section on one list that both sides sign."""
    desk.clock.set("2026-03-02T10:00")
    desk.press(KEY.Key_F6)
    desk.press(KEY.Key_A, CTRL)
    desk.type("c")  # the scanner keeps a lone letter for a moment
    desk.hands.until(desk.window.page.to.hasFocus)
    desk.replace(ECONOMY)
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F12)
    for dossier in dossiers:
        now = desk.read(dossier.code)
        assert (now.status, now.holder) == (Status.IN_PROCESS, ECONOMY)
    (paper,) = (desk.folder / "papers").rglob("phieu-ban-giao-*.pdf")
    listed = desk.counter.paper.text_of(paper.read_bytes())
    assert all(dossier.code in listed or dossier.short_code in listed for dossier in dossiers)


# ---------------------------------------------------------------- Monday afternoon
def refuse_one(desk: Desk) -> None:
    """Not for this office: refused with its reason and its paper."""
    wrong = receive_quickly(desk, THIRD)
    desk.select(wrong)
    desk.act("g", "Không thuộc thẩm quyền giải quyết")
    now = desk.read(wrong.code)
    assert now.status is Status.REFUSED
    assert now.events[-1].reason == "Không thuộc thẩm quyền giải quyết"
    assert [paper.form for paper in now.printed] == ["receipt", "refusal"]


def receive_quickly(desk: Desk, card: str) -> Dossier:
    desk.choose("1.001612")
    desk.scan(card)
    desk.press(KEY.Key_Space, CTRL)
    return desk.receive()


def take_back_and_withdraw(desk: Desk) -> None:
    """A result reported by mistake is taken back, and so is a withdrawal on its day; the second one stays."""
    made = receive_quickly(desk, THIRD)
    desk.select(made)
    desk.act("k")
    assert desk.read(made.code).status is Status.RESULT_READY
    desk.press(KEY.Key_Z, CTRL)
    now = desk.read(made.code)
    assert (now.status, now.appointment_at) == (Status.RECEIVED, made.appointment_at)
    assert [event.move for event in now.events[-2:]] == [Move.RESULT_READY, Move.UNDO]
    desk.select(made)
    desk.act("r", "Nhầm hồ sơ")
    assert desk.read(made.code).status is Status.WITHDRAWN
    desk.press(KEY.Key_Z, CTRL)
    assert desk.read(made.code).status is Status.RECEIVED
    desk.select(made)
    desk.act("r", "Người nộp đề nghị rút hồ sơ")
    now = desk.read(made.code)
    assert (now.status, now.events[-1].move) == (Status.WITHDRAWN, Move.WITHDRAW)
    assert now.events[-1].reason == "Người nộp đề nghị rút hồ sơ"


def ask_for_a_supplement(desk: Desk, shop: Dossier) -> None:
    """The section misses a paper: the citizen is asked in writing and the clock stands."""
    desk.select(shop)
    desk.act("b", "Giấy chứng minh địa điểm kinh doanh", "Thiếu thành phần hồ sơ")
    now = desk.read(shop.code)
    assert now.status is Status.WAITING
    assert now.supplements[0].content == "Giấy chứng minh địa điểm kinh doanh"
    assert now.waiting_since == datetime(2026, 3, 2, 14, 30)
    assert now.printed[-1].form == "supplement"


def return_the_copies(desk: Desk, copies: list[Dossier]) -> None:
    """Ready and given back before the evening, each on time."""
    for copy in copies:
        desk.select(copy)
        desk.act("k")
        assert desk.read(copy.code).status is Status.RESULT_READY
        desk.act("t", "")
        now = desk.read(copy.code)
        assert (now.status, now.returned_to) == (Status.RETURNED, copy.applicant.name)
        assert now.finished_at is not None and now.due_at is not None
        assert now.finished_at <= now.due_at


def carry_the_day_away(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """F7, F12: one package with every dossier of the day, which the province can check."""
    folder.mkdir()
    desk.press(KEY.Key_F7)
    # The dialog of the system asks where to; the officer chooses the stick.
    answer = lambda _parent, _title, name, *_more: ([folder / name.name], "")  # noqa: E731
    monkeypatch.setattr("motcua_desktop.gui.file_dialog.ask", answer)
    desk.press(KEY.Key_F12)
    (package,) = folder.glob("*.zip")
    facts = desk.counter.exchange.verify(package)
    assert facts.sequence == 1
    assert zipfile.is_zipfile(package)
    assert [one.dossiers for one in desk.counter.exchange.outbox().packages] == [7]
    return package


# ---------------------------------------------------------------- Tuesday
def the_next_morning(desk: Desk, before: list[str]) -> None:
    """The register opens as it was left; not one dossier more or less."""
    desk.clock.set("2026-03-03T07:00")
    desk.open()
    assert [line.code for line in desk.counter.register.newest(50)] == before
    assert desk.counter.exchange.outbox().packages[0].sequence == 1


def complete_the_supplement(desk: Desk, shop: Dossier) -> None:
    """The paper is brought at 08:00: only working time that ran while the office had all counts."""
    desk.clock.set("2026-03-03T08:00")
    desk.select(shop)
    desk.act("n")
    now = desk.read(shop.code)
    assert now.status is Status.IN_PROCESS
    assert now.supplements[0].completed_at == datetime(2026, 3, 3, 8)
    assert [promise.reason.value for promise in now.promises] == ["receipt", "supplement"]
    assert now.due_at is not None and shop.due_at is not None
    assert now.due_at > shop.due_at, "the days the citizen needed are not the office's"


# ---------------------------------------------------------------- the Monday after
def apologise_for_the_late_one(desk: Desk, late: Dossier) -> None:
    """Two working days late: one letter with one new date, once and no more (Art. 19.6)."""
    desk.select(late)
    desk.act("x", "Chờ xác minh của cơ quan phối hợp")
    now = desk.read(late.code)
    (letter,) = now.apologies
    assert (letter.old_date, letter.reason) == (late.due_at, "Chờ xác minh của cơ quan phối hợp")
    assert now.appointment_at == letter.new_date > desk.clock.now
    assert now.promises[0].due_at == late.due_at, "what was first promised is never written over"
    assert now.printed[-1].form == "apology"
    with pytest.raises(Refusal):
        desk.counter.handling.apologise(late.code, "Một lần nữa")


def result_of_the_late_one_goes_to_its_owner(desk: Desk, late: Dossier) -> None:
    desk.select(late)
    desk.act("k")
    desk.act("t", "")
    now = desk.read(late.code)
    assert (now.status, now.returned_to) == (Status.RETURNED, "Phạm Văn Diễm")
    assert now.finished_at is not None and late.due_at is not None
    assert now.finished_at > late.due_at, "the first promise was missed, and the register can show it"
    assert [promise.reason.value for promise in now.promises] == ["receipt", "apology"]
