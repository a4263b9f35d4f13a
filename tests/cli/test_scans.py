"""`motcua scans`, and scans in `motcua backup` and `motcua restore`."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from tests.counter.test_scans import JPEG, PDF
from tests.counter_fixtures import Clock, draft

from motcua_desktop.cli.app import run
from motcua_desktop.counter.counter import open_counter

CODE = "H48.25.12-260302-0001"


@pytest.fixture
def folder(office_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one dossier, and two files the scanner wrote."""
    made = tmp_path / "data"
    shutil.copytree(office_template, made)
    counter = open_counter(made, now=Clock(datetime(2026, 3, 2, 8, 0)))
    counter.intake.receive(draft("1.001612"), slip=False)
    counter.close()
    (tmp_path / "Căn cước.pdf").write_bytes(PDF)
    (tmp_path / "ảnh.jpg").write_bytes(JPEG)
    (tmp_path / "thư.docx").write_bytes(b"no scan")
    monkeypatch.setenv("MOTCUA_NOW", "2026-03-04T08:30")
    return made


def command(folder: Path, *words: object) -> int:
    return run([*map(str, words), "--data-dir", str(folder)])


def test_scans_are_added_listed_and_taken_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "scans", "add", CODE, tmp_path / "Căn cước.pdf", "--component", 1) == 0
    assert command(folder, "scans", "add", "260302-0001", tmp_path / "ảnh.jpg", tmp_path / "thư.docx") == 1
    said = capsys.readouterr().out
    assert "Đã thêm: 1. Căn cước.pdf" in said and "Không thêm thư.docx: " in said
    assert command(folder, "scans", "list", CODE, "--json") == 0
    listed = json.loads(capsys.readouterr().out)["scans"]
    assert [(scan["number"], scan["component"]) for scan in listed] == [(1, 1), (2, 0)]
    out = tmp_path / "ban chup"
    assert command(folder, "scans", "export", CODE, "--out", out) == 0
    assert sorted(file.read_bytes() for file in out.iterdir()) == sorted([PDF, JPEG])
    assert command(folder, "scans", "export", CODE, "--out", out) == 0, "the same files once more"
    next(out.glob("*.pdf")).write_bytes(b"of somebody")
    assert command(folder, "scans", "export", CODE, "--out", out) == 1
    counter = open_counter(folder, now=Clock(datetime(2026, 3, 4, 8, 30)))
    assert [line.kind for line in counter.accounts.log(10)].count("export") == 2
    counter.close()


def test_a_dossier_without_scans_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(folder, "scans", "list", CODE) == 0
    assert "chưa có bản chụp" in capsys.readouterr().out


def test_a_stick_brings_register_and_scans_to_a_new_machine(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folder, "scans", "add", CODE, tmp_path / "Căn cước.pdf")
    stick, machine = tmp_path / "USB", tmp_path / "may moi"
    assert command(folder, "backup", "--out", stick / "a.db") == 0
    capsys.readouterr()
    assert command(folder, "backup", "--out", stick / "b.db", "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["scans"], again["scans_written"]) == (1, 0), "a file once copied is not copied again"
    assert command(machine, "restore", stick / "a.db", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["dossiers"], told["scans"], told["scans_missing"]) == (1, 1, [])
    assert command(machine, "check") == 0


def test_a_copy_of_the_register_alone_takes_no_scan_along(folder: Path, tmp_path: Path) -> None:
    command(folder, "scans", "add", CODE, tmp_path / "Căn cước.pdf")
    assert command(folder, "backup", "--out", tmp_path / "USB" / "a.db", "--register-only") == 0
    assert [file.name for file in (tmp_path / "USB").iterdir()] == ["a.db"]


def test_a_scan_that_is_gone_is_told_when_the_copy_is_made(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folder, "scans", "add", CODE, tmp_path / "Căn cước.pdf")
    next((folder / "scans").rglob("*.pdf")).unlink()
    assert command(folder, "backup", "--out", tmp_path / "USB" / "a.db") == 1
    assert "tệp mất hoặc đã bị sửa: scans/2026/03/" in capsys.readouterr().out
    assert (tmp_path / "USB" / "a.db").exists()
