"""`motcua handover`: what was handed over, and one list printed again."""

import json
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.cli.app import run
from motcua_desktop.counter.counter import Counter


@pytest.fixture
def folder(counter: Counter, clock: Clock) -> Path:
    """A register with a list that went out and one that was cancelled."""
    codes = [
        counter.intake.receive(draft("1.001612", name)).dossier.code
        for name in ("Hồ Thị Xuân", "Cao Văn Nghĩa")
    ]
    counter.handover.send(codes, "Phòng Kinh tế")
    wrong = counter.handover.take_back(codes[:1])
    counter.handover.undo([wrong.lists[0].uid])
    return counter.folder


def test_lists_of_a_day_are_told_with_their_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["handover", "--data-dir", str(folder), "--since", "2026-03-01"]) == 0
    back, out, count = capsys.readouterr().out.splitlines()
    assert out == "01/BG  08:00 02/03/2026  đi Phòng Kinh tế  2 hồ sơ"
    assert back.startswith("02/BG") and back.endswith("đã hủy")
    assert count == "2 danh sách"


def test_a_list_is_written_again_by_its_number(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "list.pdf"
    asked = ["handover", "1", "--year", "2026", "--data-dir", str(folder), "--out", str(out), "--json"]
    assert run(asked) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["number"], answer["section"], len(answer["dossiers"])) == ("01/BG", "Phòng Kinh tế", 2)
    assert out.read_bytes().startswith(b"%PDF")


def test_a_cancelled_list_is_not_written_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "list.pdf"
    assert run(["handover", "2", "--year", "2026", "--data-dir", str(folder), "--out", str(out)]) == 1
    assert "đã hủy" in capsys.readouterr().err
    assert not out.exists()


def test_a_number_without_a_file_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["handover", "2", "--data-dir", str(folder)]) == 2
    assert "--out" in capsys.readouterr().err
