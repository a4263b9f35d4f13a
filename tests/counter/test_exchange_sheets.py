"""Excel both ways: texts stay texts, a bad row stops everything and says why."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from tests.counter_fixtures import Clock
from tests.exchange_offices import received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Channel, Period
from motcua_desktop.domain.sync_errors import ColumnMissing, NotASheet, TooLarge
from motcua_desktop.say import say
from motcua_desktop.sync import sheets

HEADERS = ("Mã thủ tục", "Họ và tên người nộp", "Số định danh", "Cách nộp", "Số trang", "Thời điểm tiếp nhận")
GOOD = ("2.000815", "Trần Thị Ỷ", "051181563064", "Bưu chính", 3, datetime(2026, 3, 2, 7, 45))


def sheet(path: Path, *rows: tuple[object, ...], headers: tuple[str, ...] = HEADERS) -> Path:
    sheets.write(path, [("Hồ sơ", headers, rows)])
    return path


def test_any_list_becomes_an_excel_file_of_texts(counter: Counter, tmp_path: Path) -> None:
    rows = [("051181563064", "=1+1", "http://x", 5, datetime(2026, 3, 2, 8, 0), None)]
    count = counter.exchange.to_excel(tmp_path / "l.xlsx", "Danh sách", ("a", "b", "c", "d", "e", "f"), rows)
    cells = openpyxl.load_workbook(tmp_path / "l.xlsx").active[2]
    assert count == 1
    assert [cell.value for cell in cells[:5]] == [
        "051181563064",
        "=1+1",
        "http://x",
        5,
        datetime(2026, 3, 2, 8),
    ]
    assert [cell.data_type for cell in cells[:3]] == ["s", "s", "s"]


def test_the_same_list_makes_the_same_file(counter: Counter, tmp_path: Path) -> None:
    for name in ("1.xlsx", "2.xlsx"):
        counter.exchange.to_excel(tmp_path / name, "Danh sách", ("a",), [("x",)])
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_the_template_of_the_program_is_read_without_asking(counter: Counter, tmp_path: Path) -> None:
    counter.exchange.sheets.template(tmp_path / "t.xlsx")
    heads = counter.exchange.sheets.heads(tmp_path / "t.xlsx")
    assert heads.missing == ()
    assert all(heads.mapping.values())


def test_a_dry_run_receives_nothing_and_the_run_receives_all(counter: Counter, tmp_path: Path) -> None:
    path = sheet(tmp_path / "d.xlsx", GOOD, ("1.000656", "Lê Văn Bé", "", "", "", ""))
    looked = counter.exchange.sheets.read_in(path)
    assert (looked.rows, looked.bad, looked.received) == (2, (), ())
    assert counter.register.newest() == []
    done = counter.exchange.sheets.read_in(path, dry_run=False)
    first = counter.register.dossier(done.received[0])
    assert len(done.received) == 2
    assert (first.applicant.name, first.channel, first.pages) == ("Trần Thị Ỷ", Channel.POST, 3)
    assert first.received_at == datetime(2026, 3, 2, 7, 45)


def test_a_sheet_read_twice_receives_nothing_twice(counter: Counter, tmp_path: Path) -> None:
    path = sheet(tmp_path / "d.xlsx", GOOD)
    counter.exchange.sheets.read_in(path, dry_run=False)
    again = counter.exchange.sheets.read_in(path, dry_run=False)
    assert (again.known, again.received, len(counter.register.newest())) == (1, (), 1)


def test_one_bad_row_stops_the_whole_sheet_and_is_named(counter: Counter, tmp_path: Path) -> None:
    bad = [
        ("9.999999", "Lê A", "", "", "", ""),
        ("2.000815", "", "", "", "", ""),
        ("2.000815", "Lê B", "12345", "Bồ câu", "", ""),
        ("2.000815", "Lê C", "", "", "nhiều", "31/02/2026"),
        ("2.000815", "Lê D", "", "", "", "02/03/2027"),
    ]
    path = sheet(tmp_path / "d.xlsx", GOOD, *bad)
    done = counter.exchange.sheets.read_in(path, dry_run=False)
    assert [(fault.row, fault.column) for fault in done.bad] == [
        (3, "procedure"),
        (4, "name"),
        (5, "channel"),
        (5, "id_number"),
        (6, "pages"),
        (6, "received_at"),
        (7, "received_at"),
    ]
    assert all(len(say(fault.refusal)) > 15 for fault in done.bad)
    assert (done.received, counter.register.newest()) == ((), [])


def test_the_provinces_columns_are_learnt_once(counter: Counter, tmp_path: Path) -> None:
    headers = ("STT", "Mã HS tỉnh", "MaTTHC", "Chủ hồ sơ", "Ghi chú")
    row = ("1", "H48.25.12-260301-0777", "2.000815", "Đinh Văn Rêu", "")
    path = sheet(tmp_path / "t.xlsx", row, headers=headers)
    heads = counter.exchange.sheets.heads(path)
    assert heads.mapping["Mã HS tỉnh"] == ""
    counter.exchange.sheets.keep_mapping(heads.headers, {**heads.mapping, "Mã HS tỉnh": "official_code"})
    (code,) = counter.exchange.sheets.read_in(path, dry_run=False).received
    assert counter.register.dossier("H48.25.12-260301-0777").code == code
    other = sheet(tmp_path / "u.xlsx", ("2", *row[1:]), headers=headers)
    assert counter.exchange.sheets.read_in(other).known == 1


def test_a_sheet_without_a_needed_column_says_which(counter: Counter, tmp_path: Path) -> None:
    path = sheet(tmp_path / "d.xlsx", ("x",), headers=("Họ và tên",))
    with pytest.raises(ColumnMissing) as refused:
        counter.exchange.sheets.read_in(path)
    assert "Mã thủ tục" in say(refused.value)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 no", b"a,b\n1,2"])
def test_what_is_no_workbook_is_refused(counter: Counter, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "d.xlsx"
    path.write_bytes(raw)
    with pytest.raises(NotASheet):
        counter.exchange.sheets.read_in(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused_unread(counter: Counter, tmp_path: Path) -> None:
    path = tmp_path / "d.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file,
        file.open("xl/worksheets/sheet1.xml", "w") as inside,
    ):
        for _number in range(54):
            inside.write(bytes(10_000_000))
    with pytest.raises(TooLarge):
        counter.exchange.sheets.read_in(path)


def test_public_lists_mask_people_and_need_nothing_else(
    counter: Counter, tmp_path: Path, clock: Clock
) -> None:
    code = received(counter, "Dương Thị Mỹ Linh", procedure="2.000635")
    received(counter, "<b>Tên</b>")
    clock.set("2026-03-09T09:00:00")
    counter.handling.apologise(code, "Chờ xác minh")
    counter.handling.result_ready(code)
    done = counter.exchange.publish(tmp_path, Period(date(2026, 3, 1), date(2026, 3, 31)))
    page = done.page.read_text("utf-8")
    assert (done.progress, done.results, done.apologies) == (2, 1, 1)
    assert "Dương T*** M*** Linh" in page and "Dương Thị Mỹ Linh" not in page
    assert "<b>" not in page and "src=" not in page and "<script" not in page
    book = openpyxl.load_workbook(done.sheet)
    assert book.sheetnames == ["Tiến độ", "Kết quả", "Xin lỗi và hẹn lại"]
    assert [row[0].value for row in book["Kết quả"].iter_rows(min_row=2)] == [code]
