"""The register's list as an Excel file."""

from pathlib import Path

import openpyxl
from tests.counter_fixtures import draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant
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
