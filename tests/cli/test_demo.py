"""The demo day: a whole register that can be opened, the same for the same seed."""

import json
from datetime import date
from pathlib import Path

import pytest

from motcua_desktop.__main__ import main
from motcua_desktop.counter.counter import open_counter
from motcua_desktop.domain.identity import PROVINCES

DAY = "2026-11-20"


def play(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    assert main(["demo", "--out", str(folder), "--dossiers", "40", "--day", DAY, "--json", *more]) == 0
    summary: dict[str, object] = json.loads(capsys.readouterr().out)
    return summary


def test_the_demo_day_has_every_kind_of_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = play(tmp_path / "a", capsys)
    assert summary["procedures"] == 414 and summary["dossiers"] == 40
    for kind in (
        "received_today",
        "finished_in_time",
        "finished_late",
        "near_due",
        "overdue",
        "supplements",
        "apologies",
        "returned",
        "papers",
    ):
        assert int(str(summary[kind])) > 0, kind
    assert summary["findings"] == 0


def test_the_same_seed_plays_the_same_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = play(tmp_path / "a", capsys)
    second = play(tmp_path / "b", capsys)
    other = play(tmp_path / "c", capsys, "--seed", "2")
    assert first == second != other
    exports = [sorted((tmp_path / name / "export").iterdir()) for name in "ab"]
    assert [file.read_bytes() for file in exports[0]] == [file.read_bytes() for file in exports[1]]


def test_the_folder_is_afterwards_a_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    play(tmp_path / "a", capsys)
    assert main(["--data-dir", str(tmp_path / "a"), "check"]) == 0
    assert main(["--data-dir", str(tmp_path / "a"), "list", "--json"]) == 0
    out = capsys.readouterr().out
    assert len(json.loads(out[out.index("[") :])) == 40
    (export,) = (tmp_path / "a" / "export").iterdir()
    assert main(["verify", str(export)]) == 0
    assert list((tmp_path / "a" / "papers" / "2026" / "11").glob("*-giay-hen-*.pdf"))


def test_a_register_is_never_played_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    play(tmp_path / "a", capsys)
    before = (tmp_path / "a" / "motcua.db").read_bytes()
    assert main(["demo", "--out", str(tmp_path / "a")]) == 1
    assert "đã có" in capsys.readouterr().err
    assert (tmp_path / "a" / "motcua.db").read_bytes() == before


def test_invented_people_obey_the_rules_of_the_citizen_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    play(tmp_path / "a", capsys)
    counter = open_counter(tmp_path / "a")
    try:
        for line in counter.register.newest(100):
            who = counter.register.dossier(line.code).applicant
            assert len(who.id_number) == 12 and who.id_number[:3] in PROVINCES
            born = date.fromisoformat(who.birth)
            century, odd = divmod(int(who.id_number[3]), 2)
            assert 1900 + 100 * century + int(who.id_number[4:6]) == born.year
            assert (who.sex == "Nữ") == bool(odd)
    finally:
        counter.close()
