"""`motcua due`: answers, refusals in Vietnamese, and what counts as wrong usage."""

import json
from pathlib import Path
from typing import Any

import pytest

from motcua_desktop.cli.app import run

MONDAY = ["due", "--received", "2026-03-02T15:00"]
CASES = Path(__file__).parent.parent / "data" / "due_date_cases.json"


def test_three_working_days_are_said_with_their_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*MONDAY, "--term", "3"]) == 0
    first, why = capsys.readouterr().out.splitlines()
    assert first == "15:00 05/03/2026"
    assert why == "3 ngày làm việc kể từ 15:00 thứ Hai 02/03."


def test_json_gives_due_provisional_and_trace(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["due", "--received", "2026-12-30T08:00", "--term", "5", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["due"] == "2027-01-07T08:00"
    assert answer["provisional"] is True
    assert answer["trace"]["days"][0]["date"] == "2026-12-30"


def test_several_pauses_each_move_a_suspended_term(capsys: pytest.CaptureFixture[str]) -> None:
    pauses = ["--pause", "2026-03-03T07:00/2026-03-03T09:00", "--pause", "2026-03-04T07:00/2026-03-04T08:00"]
    question = ["due", "--received", "2026-03-02T08:00", "--term", "3", "--on-resume", "suspend"]
    assert run([*question, *pauses]) == 0
    assert capsys.readouterr().out.startswith("11:00 05/03/2026")


def test_after_the_cutoff_the_day_begins_tomorrow(capsys: pytest.CaptureFixture[str]) -> None:
    late = ["due", "--received", "2026-03-02T15:01", "--term", "0"]
    assert run([*late, "--cutoff", "15:00"]) == 0
    assert capsys.readouterr().out.startswith("17:00 03/03/2026")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["due"], "--received"),
        (MONDAY, "--term"),
        (["due", "--received", "mai", "--term", "3"], "--received “mai”"),
        (["due", "--received", "2026-02-30T08:00", "--term", "3"], "--received “2026-02-30T08:00”"),
        (["due", "--received", "2026-03-02", "--term", "3"], "--received “2026-03-02”"),
        ([*MONDAY, "--term", "ba"], "--term “ba”"),
        ([*MONDAY, "--term", "3", "--unit", "tuần"], "--unit “tuần”"),
        ([*MONDAY, "--term", "3", "--policy", "nhanh"], "--policy “nhanh”"),
        ([*MONDAY, "--term", "3", "--cutoff", "25:00"], "--cutoff “25:00”"),
        ([*MONDAY, "--term", "3", "--pause", "2026-03-03T08:00/x"], "--pause “2026-03-03T08:00/x”"),
        ([*MONDAY, "--term", "3", "--on-resume", "x"], "--on-resume “x”"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage_and_named(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert named in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([*MONDAY, "--term", "-1"], "Thời hạn -1 ngày làm việc không hợp lệ. Nhập số từ 0 đến 2600."),
        ([*MONDAY, "--term", "99999"], "Thời hạn 99999 ngày làm việc không hợp lệ. Nhập số từ 0 đến 2600."),
        ([*MONDAY, "--term", "nan"], "Thời hạn NaN ngày làm việc không hợp lệ. Nhập số từ 0 đến 2600."),
        (
            [*MONDAY, "--term", "1.5", "--unit", "month"],
            "Thời hạn tính theo tháng phải là số nguyên, đang là 1.5.",
        ),
        (
            ["due", "--received", "1999-03-02T08:00", "--term", "3"],
            "Ngày 02/03/1999 nằm trước ngày đầu của lịch (01/01/2016). Chọn ngày muộn hơn.",
        ),
        (
            ["due", "--received", "2100-12-30T08:00", "--term", "90"],
            "Hạn rơi sau ngày cuối của lịch (31/12/2100). Kiểm tra lại thời hạn.",
        ),
        (
            [*MONDAY, "--term", "3", "--pause", "2026-03-04T08:00/2026-03-03T08:00"],
            (
                "Khoảng tạm dừng kết thúc (08:00 03/03/2026) trước khi bắt đầu (08:00 04/03/2026). "
                "Đổi lại hai thời điểm."
            ),
        ),
        (
            [*MONDAY, "--term", "3", "--pause", "2026-03-04T08:00/"],
            "Hồ sơ đang chờ bổ sung từ 08:00 04/03/2026, chưa có hạn. Hạn được tính khi hồ sơ đã đủ.",
        ),
    ],
)
def test_what_the_law_or_the_calendar_does_not_have_is_refused_in_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 1
    assert capsys.readouterr().err.strip() == sentence


def test_the_cases_of_the_specification_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["due", "--cases", str(CASES), "--json"]) == 0
    answers = {answer["id"]: answer["due"] for answer in json.loads(capsys.readouterr().out)}
    expected = {case["id"]: case["due"] for case in json.loads(CASES.read_text(encoding="utf-8"))}
    assert answers == expected


def test_one_bad_case_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good: dict[str, Any] = {
        "id": "a",
        "received": "2026-03-02T08:00",
        "term": {"value": 1, "unit": "working_day"},
    }
    bad = good | {"id": "b", "term": {"value": -1, "unit": "working_day"}}
    file = tmp_path / "cases.json"
    file.write_text(json.dumps([bad, {"id": "c"}, good | {"id": "d", "policy": "x"}, 7, good]), "utf-8")
    assert run(["due", "--cases", str(file), "--json"]) == 1
    said = capsys.readouterr()
    answers = json.loads(said.out)
    assert [answer["due"] for answer in answers] == [None] * 4 + ["2026-03-03T08:00"]
    assert answers[0]["error"] == "Thời hạn -1 ngày làm việc không hợp lệ. Nhập số từ 0 đến 2600."
    assert answers[1]["error"] == "Trường hợp thiếu mục “received”."
    assert "b: Thời hạn -1" in said.err


@pytest.mark.parametrize("text", ["{", '{"id": 1}', ""])
def test_a_file_that_is_no_list_of_cases_is_refused(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.json"
    file.write_text(text, "utf-8")
    assert run(["due", "--cases", str(file)]) == 1
    assert "các trường hợp" in capsys.readouterr().err


def test_json_tells_usage_and_refusal_apart(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*MONDAY, "--term", "ba", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["kind"] == "usage"
    assert run([*MONDAY, "--term", "-1", "--json"]) == 1
    refused = json.loads(capsys.readouterr().out)
    assert (refused["kind"], refused["field"]) == ("TermOutOfBounds", "term")
