"""`motcua report`: any report of any period to the screen, Excel, PDF or JSON."""

import json
from pathlib import Path

import openpyxl
import pytest
from tests.cli.test_carrying import Script
from tests.counter_fixtures import draft

from motcua_desktop.counter.counter import Counter


@pytest.fixture
def script(counter: Counter, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Script:
    for procedure in ("1.001612", "2.000815", "2.000815"):
        counter.intake.receive(draft(procedure), slip=False)
    monkeypatch.setenv("MOTCUA_NOW", "2026-03-02T16:00:00")
    return Script(counter.folder, capsys)


def test_without_a_key_the_reports_are_told(script: Script) -> None:
    assert [one["key"] for one in script("report")] == ["06a", "07a", "on-time"]
    assert "07a        Biểu 07a" in script.words("report")


def test_a_report_of_today_is_shown_with_its_period_and_its_total(script: Script) -> None:
    found = script("report", "06a")
    assert (found["period"], found["from"], found["to"]) == ("Quý I năm 2026", "2025-12-15", "2026-03-14")
    assert found["total"]["taken"] == 3
    assert sum(row["taken"] for row in found["rows"]) == 3
    words = script.words("report", "06a")
    assert "3  Số hồ sơ nhận giải quyết: Tổng số" in words


def test_a_figure_the_register_cannot_give_is_null(script: Script) -> None:
    total = script("report", "07a")["total"]
    assert total["beyond"] is None
    assert total["post"] == 0


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        (("--month", 3), "2026-02-15", "2026-03-14"),
        (("--month", 3, "--calendar"), "2026-03-01", "2026-03-31"),
        (("--quarter", 4, "--year", 2025), "2025-09-15", "2025-12-14"),
        (("--half", 2), "2026-06-15", "2026-12-14"),
        (("--whole-year",), "2025-12-15", "2026-12-14"),
        (("--from", "2026-03-02", "--to", "2026-03-02"), "2026-03-02", "2026-03-02"),
    ],
)
def test_any_period_can_be_asked_for(script: Script, words: tuple[object, ...], start: str, end: str) -> None:
    found = script("report", "on-time", *words)
    assert (found["from"], found["to"]) == (start, end)


def test_the_ending_of_the_file_says_what_it_becomes(script: Script, tmp_path: Path) -> None:
    for ending in ("xlsx", "pdf", "json"):
        made = script("report", "06a", "--out", tmp_path / f"r.{ending}")
        assert made["rows"] == 2
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-1.4")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["total"]["taken"] == 3
    assert openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0].title == "Biểu 06a"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("09z",), 1, "Không có biểu “09z”. Có: 06a, 07a, on-time."),
        (("06a", "--from", "2026-03-02"), 2, "--from và --to đi cùng nhau."),
        (("06a", "--from", "2026-03-02", "--to", "2026-03-01"), 2, "không trước ngày"),
        (("06a", "--out", "r.docx"), 2, ".xlsx, .pdf hoặc .json"),
        (("06a", "--month", "13"), 2, "từ 1 đến 12"),
    ],
)
def test_what_cannot_be_done_is_said(script: Script, words: tuple[str, ...], code: int, told: str) -> None:
    assert told in script.words("report", *words, code=code)
