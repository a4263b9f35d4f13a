"""`motcua letters`: what it makes, what it leaves, what it says."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.cli.app import run
from motcua_desktop.counter.counter import open_counter

BUSINESS = "1.001612"  # three working days
LATE, TODAY, LAST_DAY = (f"H48.25.12-26030{day}-0001" for day in (2, 3, 4))


@pytest.fixture
def folder(office_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Friday morning: one dossier is late, one due today, and for one today is the last day of its letter."""
    made = tmp_path / "data"
    shutil.copytree(office_template, made)
    clock = Clock(datetime(2026, 3, 2, 8, 0))
    counter = open_counter(made, now=clock)
    for at in ("2026-03-02T08:00", "2026-03-03T09:00", "2026-03-04T09:00"):
        clock.set(at)
        counter.intake.receive(draft(BUSINESS), slip=False)
    counter.close()
    monkeypatch.setenv("MOTCUA_NOW", "2026-03-06T08:30")
    return made


def rows(capsys: pytest.CaptureFixture[str], folder: Path, *options: str) -> dict[str, dict[str, str]]:
    code = run(["letters", "--data-dir", str(folder), "--json", *options])
    assert code == 0
    return {row["code"]: row for row in json.loads(capsys.readouterr().out)}


def test_without_a_day_only_what_the_law_wants_now_is_made(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "letters"
    found = rows(capsys, folder, "--out", str(out), "--reason", "Chờ xác minh")
    assert [found[code].get("number") for code in (LATE, LAST_DAY)] == ["01", "02"]
    assert "không cần thư" in found[TODAY]["note"]
    assert sorted(path.stem for path in out.iterdir()) == [LATE, LAST_DAY]


def test_with_a_day_every_dossier_due_before_it_gets_its_letter(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    found = rows(capsys, folder, "--due-before", "2026-03-07", "--out", str(tmp_path / "letters"))
    assert {code: row["number"] for code, row in found.items()} == {LATE: "01", TODAY: "02"}


def test_a_reason_nobody_gave_is_said(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    run(["letters", "--data-dir", str(folder), "--out", str(tmp_path / "letters")])
    told = capsys.readouterr()
    assert "Lý do ghi trong thư: Chờ kết quả xác minh" in told.err
    assert told.out.endswith("2 thư\n")


def test_a_dry_run_records_nothing(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> None:
    for _again in range(2):
        found = rows(capsys, folder, "--dry-run", "--out", str(tmp_path / "letters"))
        assert not any("number" in row for row in found.values())
    assert not (tmp_path / "letters").exists()


def test_a_folder_that_cannot_be_made_uses_no_number(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    assert run(["letters", "--data-dir", str(folder), "--out", str(tmp_path / "file" / "letters")]) == 1
    assert capsys.readouterr().err
    found = rows(capsys, folder, "--out", str(tmp_path / "letters"))
    assert found[LATE]["number"] == "01"


def test_the_first_number_follows_the_letters_written_by_hand_and_leaves_no_gap(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    out = str(tmp_path / "letters")
    assert rows(capsys, folder, "--out", out, "--first", "45")[LATE]["number"] == "45"
    again = ["letters", "--data-dir", str(folder), "--out", out, "--due-before", "2026-03-07"]
    assert run([*again, "--first", "50"]) == 1
    assert "Số tiếp theo là 47" in capsys.readouterr().err


def test_a_drawn_letter_that_is_not_recorded_says_that_it_is_a_draft(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "letter.pdf"
    assert run(["print", "apology", LATE, "--data-dir", str(folder), "--out", str(paper)]) == 0
    assert "bản nháp" in capsys.readouterr().err
    counter = open_counter(folder)
    text = counter.paper.text_of(paper.read_bytes())
    counter.close()
    assert "DỰ THẢO" in text
