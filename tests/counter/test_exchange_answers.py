"""What the province answers: taken, refused with a reason, official codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.counter_fixtures import Clock
from tests.exchange_offices import answer, part, received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.exchange import Exported, KeyRole
from motcua_desktop.domain.sync_errors import (
    BadAcknowledgement,
    UnknownPackage,
    UnknownSigner,
    WrongSignature,
    WrongUnit,
)
from motcua_desktop.say import say
from motcua_desktop.sync import keys


def codes(package: Path) -> list[str]:
    return [record["MaHoSo"] for record in part(package, "dossiers.jsonl")]


def export(counter: Counter, path: Path, **how: object) -> Exported:
    return counter.exchange.export(path, **how)  # type: ignore[arg-type]


def test_refused_dossiers_are_a_list_to_work_off(counter: Counter, tmp_path: Path, clock: Clock) -> None:
    good, bad = received(counter), received(counter, procedure="2.000635")
    made = export(counter, tmp_path / "1.zip")
    refusal = [{"MaHoSo": bad, "LyDo": "Thiếu mã lĩnh vực", "Truong": "MaLinhVuc"}]
    told = answer(counter, tmp_path / "a.json", 1, package=made.hash, refused=refusal)
    done = counter.exchange.acknowledge(told)
    assert (done.accepted, done.refused) == (1, 1)
    (line,) = counter.exchange.refused()
    assert (line.code, line.reason, line.corrected) == (bad, "Thiếu mã lĩnh vực", False)
    clock.set("2026-03-02T10:00:00")
    counter.handling.hand_over(bad, "Phòng Kinh tế")
    assert counter.exchange.refused()[0].corrected
    again = export(counter, tmp_path / "2.zip")
    assert codes(tmp_path / "2.zip") == [bad] and good != bad
    counter.exchange.acknowledge(answer(counter, tmp_path / "b.json", 2, package=again.hash))
    assert counter.exchange.refused() == []


def test_official_codes_of_the_province_are_kept_and_sent_from_then_on(
    counter: Counter, tmp_path: Path
) -> None:
    code = received(counter)
    made = export(counter, tmp_path / "1.zip")
    official = "H48.25.12-260302-900001"
    accepted = [{"MaHoSo": code, "MaHoSoChinhThuc": official}, {"MaHoSo": "H48.25.12-260302-0999"}]
    told = answer(counter, tmp_path / "a.json", 1, package=made.hash, accepted=accepted)
    done = counter.exchange.acknowledge(told)
    assert (done.official_codes, done.strangers) == (1, ("H48.25.12-260302-0999",))
    assert counter.register.dossier(official).code == code
    export(counter, tmp_path / "2.zip", since=0)
    assert codes(tmp_path / "2.zip") == [official]


def test_an_answer_read_twice_changes_nothing(counter: Counter, tmp_path: Path) -> None:
    received(counter)
    made = export(counter, tmp_path / "1.zip")
    told = answer(counter, tmp_path / "a.json", 1, package=made.hash)
    counter.exchange.acknowledge(told)
    before = counter.exchange.outbox()
    assert counter.exchange.acknowledge(told).again
    assert counter.exchange.outbox() == before


def test_an_older_answer_does_not_take_back_a_newer_one(counter: Counter, tmp_path: Path) -> None:
    code = received(counter)
    old, new = export(counter, tmp_path / "1.zip"), export(counter, tmp_path / "2.zip")
    counter.exchange.acknowledge(answer(counter, tmp_path / "b.json", 2, package=new.hash))
    refusal = [{"MaHoSo": code, "LyDo": "Trùng"}]
    counter.exchange.acknowledge(answer(counter, tmp_path / "a.json", 1, package=old.hash, refused=refusal))
    assert counter.exchange.outbox().waiting == 0
    assert counter.exchange.refused() == []


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"package": "0" * 64}, BadAcknowledgement),
        ({"unit": "H48.25.99"}, WrongUnit),
        ({"machine": "AAAA"}, BadAcknowledgement),
        ({"sequence": 7}, UnknownPackage),
        ({"accepted": [{"MaHoSo": "../x"}]}, BadAcknowledgement),
        ({"refused": "none"}, BadAcknowledgement),
        ({"extra": 1}, BadAcknowledgement),
    ],
    ids=["hash", "unit", "machine", "sequence", "code", "refused", "extra"],
)
def test_an_answer_that_is_not_for_us_is_refused_whole(
    counter: Counter, tmp_path: Path, told: dict[str, object], refusal: type[Exception]
) -> None:
    received(counter)
    made = export(counter, tmp_path / "1.zip")
    path = answer(counter, tmp_path / "a.json", 1, **{"package": made.hash, **told})  # type: ignore[arg-type]
    with pytest.raises(refusal) as refused:
        counter.exchange.acknowledge(path)
    assert len(say(refused.value)) > 20
    assert counter.exchange.outbox().waiting == 1


def test_once_the_provinces_key_is_trusted_its_signature_is_asked_for(
    counter: Counter, tmp_path: Path
) -> None:
    received(counter)
    made = export(counter, tmp_path / "1.zip")
    province, stranger = keys.new_key(), keys.new_key()
    keys.write_card(tmp_path / "card.json", province.public)
    counter.exchange.keys.trust(tmp_path / "card.json", "Tỉnh", KeyRole.PROVINCE)
    path = tmp_path / "a.json"
    for key, refusal in ((None, BadAcknowledgement), (stranger, UnknownSigner)):
        with pytest.raises(refusal):
            counter.exchange.acknowledge(answer(counter, path, 1, key, package=made.hash))
    signed = answer(counter, path, 1, province, package=made.hash).read_text("utf-8")
    path.write_text(signed.replace('"20260302170000"', '"20260302170001"'), "utf-8")
    with pytest.raises(WrongSignature):
        counter.exchange.acknowledge(path)
    path.write_text(signed, "utf-8")
    assert counter.exchange.acknowledge(path).signed_by == "Tỉnh"
