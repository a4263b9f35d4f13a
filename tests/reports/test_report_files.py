"""Reports are data: what is shipped is whole, and a file with a fault is named with it and left out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reports.conftest import MARCH, figures

from motcua_desktop.assets import resource
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.report import ReportFileWrong
from motcua_desktop.reports.definition import load, read
from motcua_desktop.reports.wording import load_wording
from motcua_desktop.say import say

Change = Callable[[dict[str, Any]], object]


def changed(folder: Path, change: Change, name: str = "own.json") -> Path:
    """Form 06a with a change, in a folder of its own."""
    raw = json.loads(resource("reports/06a.json").read_text(encoding="utf-8"))
    raw["key"] = "own"
    change(raw)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    return path


def test_every_shipped_report_is_whole_with_source_edition_and_day() -> None:
    found, faults = load(resource("reports"))
    assert faults == ()
    assert list(found) == ["06a", "07a", "on-time"]
    for one in found.values():
        assert one.name.source
        assert one.edition
        assert one.effective_from.year >= 2020
        assert one.name.unconfirmed


def test_form_06a_has_the_columns_and_formulas_of_the_circular() -> None:
    form = read(resource("reports/06a.json"))
    assert [(c.number, c.title) for c in form.columns if c.over == "Số hồ sơ đã giải quyết"] == [
        (7, "Tổng số"),
        (8, "Trước hạn"),
        (9, "Đúng hạn"),
        (10, "Quá hạn"),
    ]
    number = {c.key: c.number for c in form.columns}
    shown = [(number[f.whole], [number[p] for p in f.parts if p in number]) for f in form.formulas]
    assert shown == [(3, [4, 5, 6]), (7, [8, 9, 10]), (11, [12, 13]), (3, [7, 11])]


def test_form_07a_has_every_column_in_use_in_september_2026() -> None:
    form = read(resource("reports/07a.json"))
    over: dict[str, list[str]] = {}
    for column in form.columns:
        over.setdefault(column.over, []).append(column.title)
    assert [len(over[one]) for one in over if one] == [8, 4, 4, 3, 2]
    assert over[""] == ["Hồ sơ dừng xử lý", "Không được tiếp nhận", "Rút hồ sơ"]
    assert [c.key for c in form.columns if c.unknown] == [
        "online_full",
        "online_part",
        "online_other",
        "beyond",
    ]


FAULTS: list[tuple[str, str, Change]] = [
    ("unknown_key", "colour", lambda raw: raw.update(colour="red")),
    ("missing", "source", lambda raw: raw.pop("source")),
    ("missing", "title", lambda raw: raw.update(title="")),
    ("not_text", "form", lambda raw: raw.update(form=6)),
    ("not_a_date", "effective_from", lambda raw: raw.update(effective_from="15/12/2020")),
    ("unknown_mark", "soon", lambda raw: raw["columns"][0].update(counts="taken soon")),
    ("unknown_mark", "!late", lambda raw: raw["columns"][0].update(counts="!late")),
    (
        "one_of",
        "taken: counts, unknown, rate, target, verdict",
        lambda raw: raw["columns"][0].update(unknown="vì sao"),
    ),
    ("key_twice", "taken", lambda raw: raw["columns"].append(raw["columns"][0])),
    ("unknown_column", "lost", lambda raw: raw["formulas"][0].update(whole="lost")),
    ("unknown_column", "lost", lambda raw: raw["columns"][1].update(opens="lost")),
    ("unknown_field", "lost", lambda raw: raw["notes"][0].update(text="{lost} hồ sơ")),
    ("unknown_value", "by: month", lambda raw: raw["rows"].update(by="month")),
    ("not_a_list", "columns", lambda raw: raw.update(columns="taken")),
    ("not_an_object", "rows", lambda raw: raw.update(rows=None)),
    ("out_of_bounds", "number: 0–99", lambda raw: raw["columns"][0].update(number=100)),
    ("missing", "columns", lambda raw: raw.update(columns=[], formulas=[], notes=[], hidden=[])),
]


@pytest.mark.parametrize(("what", "detail", "change"), FAULTS)
def test_a_fault_is_named_with_file_and_place(tmp_path: Path, what: str, detail: str, change: Change) -> None:
    path = changed(tmp_path, change)
    with pytest.raises(ReportFileWrong) as wrong:
        read(path)
    assert (wrong.value.file, wrong.value.what, wrong.value.detail) == (str(path), what, detail)
    told = say(wrong.value)
    assert path.name in told
    assert what not in told, "told in Vietnamese"


def test_a_file_that_is_no_json_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text('{"key": "own",\n"name"}', encoding="utf-8")
    with pytest.raises(ReportFileWrong) as wrong:
        read(path)
    assert (wrong.value.what, wrong.value.detail) == ("not_json", "2:7")


def test_the_office_adds_a_report_of_its_own_without_programming(
    counter: Counter, month: dict[str, str]
) -> None:
    def late_only(raw: dict[str, Any]) -> None:
        raw["name"], raw["order"] = "Hồ sơ trễ", 9
        raw["columns"] = [{"key": "late", "title": "Quá hạn", "counts": "settled late"}]
        raw["formulas"], raw["notes"] = [], []

    changed(counter.folder / "reports", late_only)
    assert [one.key for one in counter.reports.names()] == ["06a", "07a", "on-time", "own"]
    assert figures(counter.reports.count("own", MARCH)) == {"late": 4}


def test_a_faulty_file_of_the_office_is_left_out_and_told_and_the_others_work(
    counter: Counter, month: dict[str, str]
) -> None:
    changed(counter.folder / "reports", lambda raw: raw.pop("unit"))
    changed(counter.folder / "reports", lambda raw: raw.update(key="06a"), "06a.json")
    assert [one.key for one in counter.reports.names()] == ["06a", "07a", "on-time"]
    assert [fault.what for fault in counter.reports.faults()] == ["missing", "name_taken"]
    assert len(counter.reports.count("06a", MARCH).columns) == 11


def test_a_formula_that_does_not_hold_is_named_with_both_sides(
    counter: Counter, month: dict[str, str]
) -> None:
    changed(counter.folder / "reports", lambda raw: raw["columns"][3].update(counts="carried online"))
    report = counter.reports.count("own", MARCH)
    told = {(one.row, one.formula, one.left - one.right) for one in report.broken}
    assert ("TỔNG SỐ", "(3) = (4) + (5) + (6)", 2) in told


def test_the_cut_of_a_quarter_is_data_with_its_source() -> None:
    assert load_wording(resource("reports")).cutoff_day == 15
    assert "09/2019/NĐ-CP" in resource("reports/common.json").read_text(encoding="utf-8")


def test_words_all_reports_share_are_checked_too(tmp_path: Path) -> None:
    raw = json.loads(resource("reports/common.json").read_text(encoding="utf-8"))
    raw["words"]["between"] = "Từ {first}"
    (tmp_path / "common.json").write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(ReportFileWrong) as wrong:
        load_wording(tmp_path)
    assert (wrong.value.what, wrong.value.detail) == ("unknown_field", "first")
