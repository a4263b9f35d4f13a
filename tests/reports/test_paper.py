"""A report on paper and as Excel: what stands where, heads on every page, nothing cut, same bytes twice."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from tests.reports.conftest import MARCH

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.paper_errors import MissingOfficeName
from motcua_desktop.domain.report import Report, ReportRow, figure_words


def text_of(counter: Counter, pdf: bytes) -> str:
    return " ".join(counter.paper.text_of(pdf).split())


def many_fields(report: Report, count: int, figure: int = 0) -> Report:
    """The report with so many lines, each figure as large as told."""
    own = [figure or one for one in report.total.figures]
    rows = tuple(ReportRow(f"f{n}", f"Lĩnh vực thứ {n} của đặc khu", tuple(own)) for n in range(1, count + 1))
    return replace(report, rows=rows, total=replace(report.total, figures=tuple(own)))


def test_form_06a_bears_what_the_circular_prints_above_and_below(
    counter: Counter, month: dict[str, str]
) -> None:
    text = text_of(counter, counter.reports.pdf(counter.reports.count("06a", MARCH)))
    for words in (
        "Biểu số II.06a/VPCP/KSTT",
        "Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020",
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC",
        "Kỳ báo cáo: Đột xuất",
        "(Từ ngày 03/03/2026 đến ngày 31/03/2026)",
        "- Đơn vị báo cáo: UBND ĐẶC KHU LÝ SƠN",
        "- Đơn vị nhận báo cáo: UBND TỈNH QUẢNG NGÃI",
        "Đơn vị tính: Số hồ sơ TTHC",
        "TỔNG SỐ",
        "NGƯỜI LÀM BÁO CÁO",
        "Bùi Thị Hạnh",
        "(13)",
        "tính đến 09:00 ngày 31/03/2026",
        "ngày 31 tháng 3 năm 2026",
    ):
        assert words in text, words


def test_form_07a_says_that_its_ground_waits_to_be_confirmed(counter: Counter, month: dict[str, str]) -> None:
    text = text_of(counter, counter.reports.pdf(counter.reports.count("07a", MARCH)))
    assert "căn cứ pháp lý chờ xác nhận" in text
    assert "Dấu “–”: sổ chưa ghi dữ kiện này" in text


def test_the_receiver_can_be_another_than_the_superior(counter: Counter, month: dict[str, str]) -> None:
    counter.office.set("report_receiver", "Sở Tư pháp tỉnh Quảng Ngãi")
    report = counter.reports.count("06a", MARCH)
    assert "Sở Tư pháp tỉnh Quảng Ngãi" in text_of(counter, counter.reports.pdf(report))


@pytest.mark.parametrize("key", ["06a", "07a", "on-time"])
def test_the_same_report_gives_the_same_bytes_on_a4_landscape(
    counter: Counter, month: dict[str, str], key: str
) -> None:
    report = counter.reports.count(key, MARCH)
    pdf = counter.reports.pdf(report)
    assert pdf == counter.reports.pdf(counter.reports.count(key, MARCH))
    pages = PdfReader(BytesIO(pdf)).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [842, 595]
    assert len(pages) == 1


@pytest.mark.parametrize("key", ["06a", "07a"])
def test_a_long_report_repeats_its_heads_and_nobody_signs_a_page_without_figures(
    counter: Counter, month: dict[str, str], key: str
) -> None:
    short = counter.reports.count(key, MARCH)
    for count in (15, 24, 25, 26, 27, 28, 29, 30, 60):
        pages = [
            " ".join((page.extract_text() or "").split())
            for page in PdfReader(BytesIO(counter.reports.pdf(many_fields(short, count)))).pages
        ]
        assert all("Quá" in page and "STT" in page for page in pages)
        assert "TỔNG SỐ" in pages[-1] and "NGƯỜI LÀM BÁO CÁO" in pages[-1]
        assert len(pages) == 1 or f"Trang 1/{len(pages)}" in pages[0]


def test_figures_of_a_whole_province_are_not_broken_over_two_lines(
    counter: Counter, month: dict[str, str]
) -> None:
    report = many_fields(counter.reports.count("07a", MARCH), 3, 987_654)
    text = counter.paper.text_of(counter.reports.pdf(report))
    assert text.count("987.654") == 4 * len(report.columns)


def test_an_office_without_a_name_is_asked_for_it(counter: Counter, month: dict[str, str]) -> None:
    report = counter.reports.count("06a", MARCH)
    counter.office.set_up(replace(counter.office.office(), place=""))
    with pytest.raises(MissingOfficeName):
        counter.reports.pdf(report)


@pytest.mark.parametrize("key", ["06a", "07a", "on-time"])
def test_excel_has_the_heads_the_figures_as_numbers_and_the_signatures(
    counter: Counter, month: dict[str, str], tmp_path: Path, key: str
) -> None:
    report = counter.reports.count(key, MARCH)
    for name in ("a.xlsx", "b.xlsx"):
        assert counter.reports.to_excel(report, tmp_path / name) == len(report.rows)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [list(row) for row in sheet.values]
    total = next(row for row in cells if row[1] == report.total.title)
    for shown, figure in zip(total[2:], report.total.figures, strict=False):
        assert shown == (figure if isinstance(figure, int | float) else figure_words(figure))
    heads = {value for row in cells for value in row if isinstance(value, str)}
    assert {column.title for column in report.columns} <= heads
    assert {column.over for column in report.columns if column.over} <= heads
    assert report.head.form in heads and "NGƯỜI LÀM BÁO CÁO" in heads
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows is not None
