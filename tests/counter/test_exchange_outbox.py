"""What goes to the province, what comes back, and what still waits."""

from __future__ import annotations

import json
import stat
import sys
from datetime import datetime
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft
from tests.exchange_offices import answer, manifest, part, received

from motcua_desktop.counter.charging import waived
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Channel, Period
from motcua_desktop.domain.exchange import Exported
from motcua_desktop.domain.fees import FeeKind, FeeLine
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.sync_errors import (
    NothingToSend,
)


def codes(package: Path) -> list[str]:
    return [record["MaHoSo"] for record in part(package, "dossiers.jsonl")]


def export(counter: Counter, path: Path, **how: object) -> Exported:
    return counter.exchange.export(path, **how)  # type: ignore[arg-type]


def test_a_package_holds_each_waiting_dossier_once(counter: Counter, tmp_path: Path) -> None:
    mine = [received(counter), received(counter, "Trần Ỷ")]
    made = export(counter, tmp_path / "p.zip")
    assert (made.sequence, made.dossiers, made.held) == (1, 2, ())
    assert codes(tmp_path / "p.zip") == mine
    assert manifest(tmp_path / "p.zip")["counts"] == {"register": 2, "sent": 2, "held": 0}


def test_progress_rows_are_the_real_events_and_no_others(
    counter: Counter, tmp_path: Path, clock: Clock
) -> None:
    code = received(counter, procedure="2.000635")
    clock.set("2026-03-02T09:15:00")
    counter.handling.hand_over(code, "Phòng Kinh tế")
    export(counter, tmp_path / "p.zip")
    rows = part(tmp_path / "p.zip", "progress.jsonl")
    assert [(r["ThoiDiemXuLy"], r["TrangThai"], r["PhongBanXuLy"]) for r in rows] == [
        ("20260302080000", "2", ""),
        ("20260302091500", "4", "Phòng Kinh tế"),
    ]


def test_every_value_of_a_record_is_text_and_empty_dates_are_empty(counter: Counter, tmp_path: Path) -> None:
    received(counter)
    export(counter, tmp_path / "p.zip")
    record = part(tmp_path / "p.zip", "dossiers.jsonl")[0]
    assert {type(value) for value in record.values()} == {str, list}
    assert (record["NgayTra"], record["NgayTiepNhan"]) == ("", "20260302080000")


def test_a_waived_fee_is_told_with_its_ground_and_no_fee_is_not_told(
    counter: Counter, tmp_path: Path
) -> None:
    charge = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
    free = FeeLine("Phí tra cứu", FeeKind.FEE, 0)
    waived_and_free = (*waived((charge,), "Hộ nghèo"), free)
    counter.intake.receive(draft(fees=waived_and_free, note="Hẹn gọi trước"), slip=False)
    counter.intake.receive(draft(fees=(charge, free)), slip=False)
    export(counter, tmp_path / "p.zip")
    poor, usual = part(tmp_path / "p.zip", "dossiers.jsonl")
    assert [(fee["TenPhiLePhi"], fee["Gia"]) for fee in poor["DanhSachLePhi"]] == [("Lệ phí hộ tịch", "0")]
    assert poor["GhiChu"] == "Hẹn gọi trước; Lệ phí hộ tịch miễn: Hộ nghèo"
    assert [(fee["Gia"], usual["GhiChu"]) for fee in usual["DanhSachLePhi"]] == [("8000", "")]


def test_a_package_not_acknowledged_is_included_again(counter: Counter, tmp_path: Path) -> None:
    first = received(counter)
    export(counter, tmp_path / "1.zip")
    second = received(counter)
    export(counter, tmp_path / "2.zip")
    assert codes(tmp_path / "2.zip") == [first, second]


def test_what_the_province_took_is_not_sent_again_until_it_changes(
    counter: Counter, tmp_path: Path, clock: Clock
) -> None:
    code = received(counter, procedure="2.000635")
    made = export(counter, tmp_path / "1.zip")
    counter.exchange.acknowledge(answer(counter, tmp_path / "a.json", 1, package=made.hash))
    assert counter.exchange.outbox().waiting == 0
    with pytest.raises(NothingToSend):
        export(counter, tmp_path / "2.zip")
    clock.set("2026-03-02T10:00:00")
    counter.handling.hand_over(code, "Phòng Kinh tế")
    export(counter, tmp_path / "2.zip")
    assert codes(tmp_path / "2.zip") == [code]


def test_a_change_made_while_exporting_waits_for_the_next_package(
    counter: Counter, tmp_path: Path, clock: Clock
) -> None:
    code = received(counter, procedure="2.000635")
    late: list[str] = []

    def meanwhile(done: int, total: int) -> None:
        if not late:
            clock.set("2026-03-02T08:05:00")
            counter.handling.hand_over(code, "Phòng Kinh tế")
            late.append(received(counter))

    made = counter.exchange.export(tmp_path / "1.zip", step=meanwhile)
    assert codes(tmp_path / "1.zip") == [code]
    assert part(tmp_path / "1.zip", "dossiers.jsonl")[0]["TrangThaiHoSo"] == "2"
    counter.exchange.acknowledge(answer(counter, tmp_path / "a.json", 1, package=made.hash))
    export(counter, tmp_path / "2.zip")
    assert codes(tmp_path / "2.zip") == [code, late[0]]


class Stopped(Exception):
    pass


def test_a_cancelled_export_leaves_no_file_and_no_number(counter: Counter, tmp_path: Path) -> None:
    received(counter)

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        counter.exchange.export(tmp_path / "out" / "p.zip", step=stop)
    assert list(tmp_path.glob("out/*")) == []
    assert export(counter, tmp_path / "p.zip").sequence == 1


def test_packages_form_a_chain(counter: Counter, tmp_path: Path) -> None:
    received(counter)
    first, second = export(counter, tmp_path / "1.zip"), export(counter, tmp_path / "2.zip")
    assert manifest(tmp_path / "2.zip")["previous"] == first.hash
    assert second.sequence == 2


def test_a_register_brought_back_from_a_copy_never_signs_a_number_twice(
    counter: Counter, tmp_path: Path, clock: Clock
) -> None:
    from motcua_desktop.counter.counter import open_counter

    first = received(counter)
    counter.safekeeping.backup(tmp_path / "copy.db")
    received(counter)
    gone = export(counter, tmp_path / "1.zip")
    folder = tmp_path / "restored"
    (folder / "keys").mkdir(parents=True)
    (tmp_path / "copy.db").rename(folder / "motcua.db")
    for file in (counter.folder / "keys").iterdir():
        (folder / "keys" / file.name).write_bytes(file.read_bytes())
    restored = open_counter(folder, now=clock)
    made = export(restored, tmp_path / "2.zip")
    restored.close()
    assert (made.sequence, manifest(tmp_path / "2.zip")["previous"]) == (2, gone.hash)
    assert manifest(tmp_path / "2.zip")["first_event"] == 0
    assert codes(tmp_path / "2.zip") == [first]


def test_home_is_told_the_age_of_the_oldest_change_that_was_not_taken(
    counter: Counter, tmp_path: Path, clock: Clock
) -> None:
    received(counter)
    clock.set("2026-03-04T09:00:00")
    received(counter)
    box = counter.exchange.outbox()
    assert (box.waiting, box.oldest) == (2, datetime(2026, 3, 2, 8, 0))
    assert box.age_days(datetime(2026, 3, 5, 9, 0)) == 3
    assert [line.code for _mark, line in counter.exchange.waiting()] == [
        "H48.25.12-260302-0001",
        "H48.25.12-260304-0001",
    ]


def test_a_record_the_portal_would_refuse_is_held_back_and_the_rest_goes(
    counter: Counter, tmp_path: Path
) -> None:
    good = received(counter)
    bad = received(counter, subject="x" * 1001)
    made = export(counter, tmp_path / "1.zip")
    assert [(f.code, f.field, f.rule) for f in made.held] == [(bad, "TrichYeuHoSo", "length")]
    assert codes(tmp_path / "1.zip") == [good]
    assert [fault.code for fault in counter.exchange.held()] == [bad]
    counter.exchange.acknowledge(answer(counter, tmp_path / "a.json", 1, package=made.hash))
    assert counter.exchange.outbox().waiting == 1


def test_an_offices_own_code_table_stands_in_place_of_the_shipped_one(
    counter: Counter, tmp_path: Path
) -> None:
    received(counter, channel=Channel.POST)
    own = counter.folder / "portal"
    own.mkdir()
    shipped = json.loads(
        (Path(__file__).parents[2] / "resources" / "portal" / "codes.json").read_text("utf-8")
    )
    del shipped["tables"]["KenhThucHien"]["3"]
    (own / "codes.json").write_text(json.dumps(shipped), "utf-8")
    made = export(counter, tmp_path / "1.zip")
    assert [(f.field, f.rule) for f in made.held] == [("KenhThucHien", "table")]


def test_differences_between_paper_register_and_province_are_a_list(
    counter: Counter, tmp_path: Path, clock: Clock
) -> None:
    code = received(counter, procedure="2.000635")
    made = export(counter, tmp_path / "1.zip")
    assert [d.why for _key, d in counter.exchange.differences()] == [("no_paper", "not_answered")]
    counter.exchange.acknowledge(answer(counter, tmp_path / "a.json", 1, package=made.hash))
    counter.paper.issue(counter.register.dossier(code), "receipt")
    assert counter.exchange.differences() == []
    clock.set("2026-03-02T10:00:00")
    counter.handling.hand_over(code, "Phòng Kinh tế")
    ((_key, found),) = counter.exchange.differences()
    assert (found.why, found.status, found.acknowledged) == (
        ("status_not_known",),
        Status.IN_PROCESS,
        Status.RECEIVED,
    )


def test_a_day_file_holds_the_days_records_in_sealed_lines(counter: Counter, tmp_path: Path) -> None:
    from motcua_desktop.counter.exchange import verify_lines

    code = received(counter)
    day = counter.now().date()
    assert counter.exchange.export_day(tmp_path / "day.jsonl", Period(day, day)) == 1
    assert verify_lines(tmp_path / "day.jsonl") == 1
    assert json.loads((tmp_path / "day.jsonl").read_text("utf-8"))["MaHoSo"] == code


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in the folder")
def test_only_the_owner_may_read_the_private_key(counter: Counter) -> None:
    own = counter.exchange.keys.own().public
    path = counter.folder / "keys" / "office.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert counter.exchange.keys.own().public == own


def test_papers_go_along_when_asked_for(counter: Counter, tmp_path: Path) -> None:
    code = received(counter)
    drawn = counter.paper.issue(counter.register.dossier(code), "receipt")
    export(counter, tmp_path / "p.zip", attachments=True)
    names = [entry["name"] for entry in manifest(tmp_path / "p.zip")["files"]]
    assert f"attachments/{drawn.name}" in names
    assert counter.exchange.verify(tmp_path / "p.zip").dossiers == 1
