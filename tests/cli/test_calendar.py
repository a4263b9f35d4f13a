"""`motcua calendar`: the year, a change weighed and written, closures, undo."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.cli.app import run
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.terms import Term

STORM = {"note": "Bão", "add": [{"date": "2026-03-06", "kind": "closure", "name": "Bão"}]}


class Desk:
    """The command line on one data folder, its answers read as JSON."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def __call__(self, *arguments: str, code: int = 0) -> Any:
        assert run(["--data-dir", str(self.folder), "calendar", *arguments, "--json"]) == code
        return json.loads(self.capsys.readouterr().out)

    def said(self, *arguments: str) -> str:
        assert run(["--data-dir", str(self.folder), "calendar", *arguments]) == 0
        return self.capsys.readouterr().out

    def file(self, value: Any) -> str:
        path = self.folder.parent / "change.json"
        path.write_text(json.dumps(value), "utf-8")
        return str(path)


@pytest.fixture
def desk(
    counter: Counter, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> Desk:
    """One dossier due on Friday 6 March 2026, 08:00."""
    monkeypatch.setenv("MOTCUA_NOW", clock.now.isoformat())
    counter.intake.receive(draft("1.001612", term=Term.of(4, "working_day"), term_reason="thử"), slip=False)
    return Desk(counter.folder, capsys)


def test_a_year_is_told_with_its_days_and_working_days(desk: Desk) -> None:
    year = desk("2026")
    assert (year["working_days"], year["provisional"]) == (249, False)
    days = {day["date"]: day for day in year["days"]}
    assert days["2026-08-22"]["kind"] == "makeup_workday"
    assert days["2026-11-23"]["working"]
    assert days["2026-11-23"]["proposed"]["pair"] == "2026-11-28"
    assert "Năm 2027" in (said := desk.said("2027")) and "tạm tính" in said


def test_a_preview_shows_old_and_new_and_writes_nothing(desk: Desk) -> None:
    preview = desk("preview", desk.file(STORM))
    moved = preview["moved"][0]
    assert (moved["due"], moved["new_due"]) == ("2026-03-06T08:00", "2026-03-09T08:00")
    assert preview["days"] == [{"date": "2026-03-06", "before": ["07:00-11:30", "13:30-17:00"], "after": []}]
    assert "08:00 06/03/2026 → 08:00 09/03/2026" in desk.said("preview", desk.file(STORM))
    assert desk("editions") == []


def test_an_undecided_dossier_stops_the_change_by_name(desk: Desk) -> None:
    refused = desk("apply", desk.file(STORM), code=1)
    assert refused["kind"] == "UndecidedDossiers"
    assert "H48" in refused["error"] and "Giữ hoặc In lại" in refused["error"]


def test_a_change_is_written_listed_and_undone(desk: Desk) -> None:
    applied = desk("apply", desk.file(STORM), "--decision", "move")
    assert (applied["edition"], len(applied["moved"]), applied["kept"]) == (1, 1, [])
    assert [day["date"] for day in desk("closures")] == ["2026-03-06"]
    assert "thứ Sáu" in desk.said("closures")
    assert desk("undo", "--decision", "keep")["kept"] == applied["moved"]
    assert desk("closures") == []
    assert [one["edition"] for one in desk("editions")] == [2, 1]


def test_single_decisions_come_from_a_file(desk: Desk) -> None:
    code = desk("preview", desk.file(STORM))["moved"][0]["code"]
    said = desk.folder.parent / "decisions.json"
    said.write_text(json.dumps({code: "keep"}), "utf-8")
    assert desk("apply", desk.file(STORM), "--decisions", str(said))["kept"] == [code]


def test_a_change_can_come_from_standard_input(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(STORM)))
    assert len(desk("preview", "-")["moved"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [["mai"], ["preview"], ["apply"], ["26"], ["undo", "một"], ["apply", "x.json", "--decision", "x"]],
)
def test_wrong_usage_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calendar", *arguments]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"add": [{"date": "2026-03-06", "kind": "bão"}]}, "loại ngày"),
        ({"dismiss": ["2026-03-06"]}, "Không có đề xuất hoán đổi nào cho ngày 06/03/2026."),
        ({"undo": 9}, "Không có lần sửa lịch số 9."),
        ({}, "Lịch không có gì thay đổi."),
        ({"year": 2027, "days": []}, "thiếu ngày lễ 01/01, 06/02"),
        (
            {"add": [{"date": "2026-03-06", "kind": "reception_only"}]},
            "Ngày 06/03/2026 (Chỉ tiếp nhận) chưa có giờ.",
        ),
    ],
)
def test_a_file_that_is_wrong_is_refused_in_a_sentence(desk: Desk, value: Any, words: str) -> None:
    assert words in desk("preview", desk.file(value), code=1)["error"]
