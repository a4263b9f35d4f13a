"""The log helps whoever repairs the program and tells nothing about people."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua_desktop import log


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    log.stop()
    logging.getLogger().setLevel(level)


@pytest.mark.parametrize(
    "number",
    [
        "051087012345",
        "212345678",
        "0905123456",
        "0905 123 456",
        "0905.123.456",
        "+84905123456",
        "02553123456",
    ],
)
def test_a_number_that_names_a_person_is_hidden(number: str) -> None:
    assert log.mask(f"người nộp {number}, ký") == "người nộp •••, ký"


@pytest.mark.parametrize(
    "kept",
    [
        "000.00.53.H48-220921-0099",
        "H48.25.12-260302-0001",
        "2.000815",
        "2026-03-02 15:00:07,123",
        "20000",
        "1234567890123",
    ],
)
def test_dossier_codes_times_and_amounts_stay_readable(kept: str) -> None:
    assert log.mask(kept) == kept


def test_a_number_inside_an_error_is_hidden_too(tmp_path: Path) -> None:
    path = log.start(tmp_path / "logs")
    try:
        int("051087012345x")
    except ValueError:
        logging.getLogger("motcua_desktop.counter").exception("không lưu được H48-260302-0001")
    written = path.read_text(encoding="utf-8")
    assert "H48-260302-0001" in written
    assert "ValueError" in written
    assert "051087012345" not in written


def test_nothing_is_written_to_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = log.start(tmp_path)
    logging.getLogger("motcua_desktop").warning("đĩa sắp đầy")
    assert "đĩa sắp đầy" in path.read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_starting_again_moves_the_log(tmp_path: Path) -> None:
    first = log.start(tmp_path / "a")
    second = log.start(tmp_path / "b")
    logging.getLogger("motcua_desktop").info("đã mở")
    assert first.read_text(encoding="utf-8") == ""
    assert "đã mở" in second.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    path = log.start(tmp_path / "file" / "logs")
    logging.getLogger("motcua_desktop").info("vẫn chạy")
    assert not path.exists()
