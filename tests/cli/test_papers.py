"""`motcua print`: papers of a dossier and of none."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.cli.app import run
from motcua_desktop.counter.counter import open_counter
from motcua_desktop.documents.looking import read_text

CODE = "H48.25.12-260302-0001"


@pytest.fixture
def folder(office_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Wednesday, two days after one dossier was received and its slip printed."""
    made = tmp_path / "data"
    shutil.copytree(office_template, made)
    counter = open_counter(made, now=Clock(datetime(2026, 3, 2, 8, 0)))
    counter.intake.receive(draft("1.001612"))
    counter.close()
    monkeypatch.setenv("MOTCUA_NOW", "2026-03-04T08:30")
    return made


def printed(folder: Path, *words: str) -> str:
    """The text of the paper the command writes, lines joined."""
    out = folder / "giay.pdf"
    assert run(["print", *words, "--data-dir", str(folder), "--out", str(out)]) == 0
    return " ".join(read_text(out.read_bytes()).split())


def test_a_receipt_written_to_a_file_later_keeps_its_day_and_is_marked_as_printed_again(folder: Path) -> None:
    text = printed(folder, "receipt", CODE)
    assert "Lý Sơn, ngày 02 tháng 3 năm 2026" in text
    assert "BẢN IN LẠI – 08:30 04/03/2026" in text


def test_no_return_slip_is_written_while_the_dossier_is_in_process(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "tra.pdf"
    assert run(["print", "return", CODE, "--data-dir", str(folder), "--out", str(out)]) == 1
    assert "chưa có kết quả" in capsys.readouterr().err and not out.exists()


def test_the_sheet_for_the_wall_and_the_notice_on_feedback_need_no_dossier(folder: Path) -> None:
    assert "Đăng ký thành lập hộ kinh doanh" in printed(folder, "wall", "1.001612")
    assert "phản ánh, kiến nghị" in printed(folder, "notice").lower()


def test_a_procedure_the_catalogue_does_not_have_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "wall.pdf"
    assert run(["print", "wall", "9.999999", "--data-dir", str(folder), "--out", str(out)]) == 1
    assert "9.999999" in capsys.readouterr().err and not out.exists()


def test_the_note_of_a_package_is_written_in_two_copies_with_its_whole_checksum(
    folder: Path, tmp_path: Path
) -> None:
    assert run(["export", "--data-dir", str(folder), "--since", "0", "--out", str(tmp_path / "g.zip")]) == 0
    text = printed(folder, "package", "1")
    counter = open_counter(folder, now=Clock(datetime(2026, 3, 4, 8, 30)))
    (line,) = counter.exchange.outbox().packages
    assert "print" in {entry.kind for entry in counter.accounts.log(5)}
    counter.close()
    assert "Liên 1: Bên giao" in text and "Liên 2: Bên nhận" in text
    assert text.replace(" ", "").count(line.hash) == 2 and "Gói số: 1" in text


def test_no_note_is_written_for_a_package_that_was_never_made(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "phieu.pdf"
    assert run(["print", "package", "9", "--data-dir", str(folder), "--out", str(out)]) == 1
    assert not out.exists()
