"""Two counters of Lý Sơn, on the big island and the small one, without a network: all goes by boat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock
from tests.exchange_offices import answer, befriend, content, machine, part, received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.exchange import Decision, KeyRole
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.numbering import Block
from motcua_desktop.sync import keys

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
MARITAL = "1.004873"  # confirmation of marital status, three working days


class Stick:
    """A USB stick that goes from one island to the other; its files have numbers."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._number = folder, 0
        folder.mkdir()

    def new(self) -> Path:
        self._number += 1
        return self.folder / f"goi-{self._number}.zip"

    def carry(self, giver: Counter, taker: Counter) -> Path:
        """What changed at one counter, read in at the other."""
        package = self.new()
        giver.exchange.export(package, since=0)
        taker.exchange.read_in(package)
        return package


@pytest.fixture
def islands(office_template: Path, tmp_path: Path, clock: Clock) -> Iterator[tuple[Counter, Counter]]:
    """The counter on the big island and the one on the small island."""
    big = machine(office_template, tmp_path / "dao-lon", clock, officer="Bùi Thị Hạnh")
    small = machine(office_template, tmp_path / "dao-be", clock, officer="Võ Văn Minh")
    befriend(big, small)
    yield big, small
    big.close()
    small.close()


def test_three_days_without_a_network_and_nothing_is_lost(
    islands: tuple[Counter, Counter], clock: Clock, tmp_path: Path
) -> None:
    big, small = islands
    stick = Stick(tmp_path / "usb")
    big.numbering.reserve(Block(1, 499, MONDAY, FRIDAY))
    small.numbering.reserve(Block(500, 599, MONDAY, FRIDAY))

    # Monday: both receive. Their serials never meet, so each citizen's code stays as it is printed.
    ours = received(big, "Dương Thị Mỹ Linh", procedure=MARITAL)
    lost = received(big, "Nguyễn Thị Thu Thảo", procedure=MARITAL)
    theirs = received(small, "Phạm Văn Diễm", procedure=MARITAL)
    assert [code[-4:] for code in (ours, lost, theirs)] == ["0001", "0002", "0500"]

    # Tuesday by boat, there and back: each has all three, with who received them and what was promised.
    clock.set("2026-03-03T08:00")
    stick.carry(big, small)
    back = stick.carry(small, big)
    assert content(big) == content(small) and len(content(big)) == 3
    assert big.register.dossier(theirs).events[0].officer == "Võ Văn Minh"
    before = content(big)
    assert big.exchange.read_in(back).again, "the stick put in twice"
    assert content(big) == before

    # The citizen lives on the small island: the result made on the big one is handed to her there.
    clock.set("2026-03-04T09:00")
    big.handling.result_ready(ours)
    stick.carry(big, small)
    clock.set("2026-03-04T14:00")
    given = small.handling.give_back(ours, "Dương Thị Mỹ Linh").dossier
    assert given.finished_at is not None and given.due_at is not None and given.finished_at < given.due_at

    # The same afternoon both act on another dossier. Neither overwrites the other: a person decides.
    big.handling.ask_supplement(lost, "Bản sao trích lục", "Bản chụp mờ")
    small.handling.withdraw(lost, "Người nộp rút hồ sơ")
    clock.set("2026-03-05T08:00")
    stick.carry(small, big)
    assert big.register.dossier(ours).status is Status.RETURNED
    (doubt,) = big.exchange.conflicts()
    assert (doubt.mine.status, doubt.theirs.status) == (Status.WAITING, Status.WITHDRAWN)
    big.exchange.decide(doubt.id, Decision.THEIRS, "Đã gọi điện, người nộp xác nhận rút")
    stick.carry(big, small)
    assert content(big) == content(small)
    moves = {event.move for event in small.register.dossier(lost).events}
    assert {Move.ASK_SUPPLEMENT, Move.WITHDRAW} <= moves, "what both did can still be read"
    assert [received(one)[-4:] for one in (big, small)] == ["0001", "0500"], (
        "Thursday begins anew, apart as ever"
    )
    for counter in (big, small):
        assert counter.exchange.conflicts() == ()
        assert counter.safekeeping.check().findings == ()


def test_the_province_takes_what_came_by_stick_and_answers_by_stick(
    islands: tuple[Counter, Counter], clock: Clock, tmp_path: Path
) -> None:
    big, _small = islands
    stick, province = Stick(tmp_path / "usb"), keys.new_key()
    keys.write_card(tmp_path / "tinh.json", province.public)
    big.exchange.keys.trust(tmp_path / "tinh.json", "Tỉnh Quảng Ngãi", KeyRole.PROVINCE)
    codes = [received(big, name, procedure=MARITAL) for name in ("Bùi Thị Sen", "Lê Văn Hải", "Võ Đê")]

    # The province reads every dossier with the date its citizen was promised.
    package = stick.new()
    made = big.exchange.export(package)
    sent = part(package, "dossiers.jsonl")
    assert sorted(record["MaHoSo"] for record in sent) == codes
    assert {record["NgayHenTra"] for record in sent} == {"20260305080000"}

    # One bit wrong on the way: refused whole, and not one line of it read.
    broken = stick.folder / "hong.zip"
    raw = bytearray(package.read_bytes())
    raw[len(raw) // 2] ^= 1
    broken.write_bytes(raw)
    with pytest.raises(Refusal):
        big.exchange.verify(broken)
    assert big.exchange.verify(package).sequence == 1

    # The boat comes back: two are in, one is refused with its reason and stays listed until right.
    clock.set("2026-03-03T16:00")
    refusal = [{"MaHoSo": codes[1], "LyDo": "Thiếu địa chỉ người nộp", "Truong": "DiaChi"}]
    told = answer(big, stick.folder / "a.json", 1, province, package=made.hash, refused=refusal)
    done = big.exchange.acknowledge(told)
    assert (done.accepted, done.refused, done.signed_by) == (2, 1, "Tỉnh Quảng Ngãi")
    (line,) = big.exchange.refused()
    assert (line.code, line.reason, line.corrected) == (codes[1], "Thiếu địa chỉ người nộp", False)
    assert big.exchange.outbox().waiting == 1

    # Corrected, only that one goes again; once it is taken, nothing waits and nothing was sent twice.
    who = replace(big.register.dossier(codes[1]).applicant, address="Thôn Đông An Vĩnh, đặc khu Lý Sơn")
    big.handling.correct(codes[1], who, "Tỉnh báo thiếu địa chỉ")
    again = stick.new()
    made = big.exchange.export(again)
    assert [record["MaHoSo"] for record in part(again, "dossiers.jsonl")] == [codes[1]]
    told = answer(big, stick.folder / "b.json", 2, province, package=made.hash)
    assert big.exchange.acknowledge(told).accepted == 1
    assert (big.exchange.outbox().waiting, big.exchange.refused()) == (0, [])
    assert [p.dossiers for p in big.exchange.outbox().packages] in ([3, 1], [1, 3])
