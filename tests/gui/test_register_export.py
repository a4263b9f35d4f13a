"""The register's list as an Excel file."""

from datetime import datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from tests.counter_fixtures import Clock, draft
from tests.gui.lists import BUSINESS, CERTIFIED_COPY, received

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.errors import NotPermitted
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.office import Officer
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.pages.register_export import write
from motcua_desktop.gui.tasks import Job


def test_the_whole_list_is_written_with_numbers_masked(counter: Counter, tmp_path: Path) -> None:
    who = Applicant("Đặng Thị Ỷ", id_number="051197000123", phone="0905123456")
    codes = {counter.intake.receive(draft(applicant=who), slip=False).dossier.code for _ in range(3)}
    out, job = tmp_path / "so.xlsx", Job(None, "", False, None, None)
    assert write(counter, Query(), out, job) == 3
    rows = list(openpyxl.load_workbook(out).active.values)  # type: ignore[union-attr]
    text = "\n".join(str(cell) for row in rows for cell in row)
    assert all(code in text for code in codes) and "Đặng Thị Ỷ" in text
    assert "051197000123" not in text and "0905123456" not in text
    assert job.done == job.total == 3


def written(counter: Counter, out: Path, *, whole: bool = False) -> dict[str, dict[str, object]]:
    """The sheet read back: of every code what stands under each head."""
    write(counter, Query(), out, Job(None, "", False, None, None), whole=whole)
    heads, *rows = openpyxl.load_workbook(out).active.values  # type: ignore[union-attr]
    return {str(row[0]): dict(zip(map(str, heads), row, strict=True)) for row in rows}


def test_the_sheet_still_says_what_it_means_when_it_is_opened_another_day(
    counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    late = received(counter, "Dương Thị Bé")
    clock.now += timedelta(days=7)
    running, today = received(counter, "Võ Minh Hải"), received(counter, "Bùi Thị Ớt", CERTIFIED_COPY)
    wrong = received(counter, "Lý Văn Nhầm")
    counter.intake.take_back(wrong, "Nhận nhầm")
    given = received(counter, "Cao Thị Mít")
    counter.handling.result_ready(given)
    counter.handling.give_back(given, to="Cao Thị Mít", paid_by="cash")
    sheet = written(counter, tmp_path / "so.xlsx")
    states = {code: row["Trạng thái"] for code, row in sheet.items()}
    assert states == {
        late: "Quá hạn",
        running: "Trong hạn",
        today: "Đến hạn hôm nay",
        wrong: "Hủy, nhận nhầm",
        given: "Đã trả",
    }
    due = counter.register.dossier(running).appointment_at
    assert due is not None
    assert sheet[running]["Ngày hẹn trả"] == datetime.combine(due.date(), time())
    assert sheet[running]["Giờ hẹn trả"] == due.time()
    assert sheet[given]["Ngày trả"] == counter.register.dossier(given).returned_at
    assert sheet[given]["Người nhận kết quả"] == "Cao Thị Mít"
    assert sheet[given]["Nơi cư trú"] == "Thôn Bắc An Bình"
    fees = sum(line.amount for line in counter.register.dossier(given).fees)
    assert sheet[given]["Phí, lệ phí (đồng)"] == fees


def test_heads_stand_still_and_dates_are_not_cut(counter: Counter, tmp_path: Path) -> None:
    received(counter, "Dương Thị Mỹ Linh", BUSINESS)
    written(counter, tmp_path / "so.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "so.xlsx").active
    assert sheet is not None and sheet.freeze_panes == "A2"  # type: ignore[union-attr]
    assert all(cell.font.b for cell in sheet[1])  # type: ignore[index]
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}  # type: ignore[index,union-attr]
    assert widths["Tiếp nhận"] >= len("23/11/2026 07:00")
    assert widths["Người nộp"] >= len("Dương Thị Mỹ Linh")


def test_an_administrator_may_have_the_numbers_whole_and_the_log_keeps_it(
    counter: Counter, tmp_path: Path
) -> None:
    code = received(counter, "Dương Thị Mỹ Linh")
    row = written(counter, tmp_path / "so.xlsx", whole=True)[code]
    assert (row["Số định danh"], row["Điện thoại"]) == ("051197007731", "0351234592")
    with counter._desk.database.read() as connection:
        told = connection.exec_driver_sql("select facts from events where kind = 'reveal'").scalars().all()
    assert any('"register"' in facts and '"1"' in facts for facts in told)


def test_another_officer_is_refused_the_numbers_and_no_file_is_left(counter: Counter, tmp_path: Path) -> None:
    received(counter, "Dương Thị Mỹ Linh")
    counter._desk.officer = Officer("Trần Thị Thu Hà", Role.RECEIVE)
    with pytest.raises(NotPermitted):
        written(counter, tmp_path / "so.xlsx", whole=True)
    assert not (tmp_path / "so.xlsx").exists()
