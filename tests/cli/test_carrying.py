"""`motcua export`, `verify`, `import`, `ack`, `outbox`, `conflicts` and `keys`, as a script calls them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.exchange_offices import received

from motcua_desktop.cli.app import run
from motcua_desktop.counter.counter import Counter
from motcua_desktop.sync import acknowledgement, sheets


class Script:
    """Runs commands on one data folder and reads what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def __call__(self, *words: object, code: int = 0) -> Any:
        found = run([str(word) for word in words] + ["--json", "--data-dir", str(self.folder)])
        out = self._capsys.readouterr()
        assert found == code, out.err
        return json.loads(out.out)

    def words(self, *words: object, code: int = 0) -> str:
        """What a person reads."""
        found = run([str(word) for word in words] + ["--data-dir", str(self.folder)])
        out = self._capsys.readouterr()
        assert found == code, out.err
        return out.out + out.err


@pytest.fixture
def script(counter: Counter, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Script:
    received(counter)
    monkeypatch.setenv("MOTCUA_NOW", "2026-03-02T16:00:00")
    return Script(counter.folder, capsys)


def test_a_day_file_and_a_package_are_told_apart_by_their_names(script: Script, tmp_path: Path) -> None:
    assert script("export", "--out", tmp_path / "d.jsonl")["dossiers"] == 1
    made = script("export", "--out", tmp_path / "p.zip")
    assert (made["dossiers"], made["sequence"], made["held"]) == (1, 1, [])
    assert script("verify", tmp_path / "d.jsonl") == {
        "file": str(tmp_path / "d.jsonl"),
        "dossiers": 1,
        "intact": True,
    }
    assert script("verify", tmp_path / "p.zip")["hash"] == made["hash"]


@pytest.mark.parametrize("name", ["d.jsonl", "p.zip"])
def test_a_changed_file_is_refused_with_a_sentence(script: Script, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    script("export", "--out", path)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    told = script("verify", path, code=1)
    assert told["error"].startswith(("Tệp", "Phần", "Chữ ký"))


def test_a_package_is_proved_whole_without_a_register(
    script: Script, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script("export", "--out", tmp_path / "p.zip")
    fingerprint = script("keys")["own"]["fingerprint"]
    told = Script(tmp_path / "nowhere", capsys)("verify", tmp_path / "p.zip", code=1)
    assert told["kind"] == "UnknownSigner" and fingerprint in told["error"]
    assert not (tmp_path / "nowhere").exists()


def test_an_answer_empties_the_outbox(script: Script, tmp_path: Path) -> None:
    made = script("export", "--out", tmp_path / "p.zip")
    before = script("outbox")
    assert (before["waiting"], before["on_the_way"], before["oldest"]) == (1, 1, "2026-03-02T08:00")
    told = {
        "motcua_ack": 1,
        "unit": "H48.25.12",
        "machine": script("keys")["own"]["fingerprint"],
        "sequence": 1,
        "package": made["hash"],
        "at": "20260302170000",
        "accepted": "all",
        "refused": [],
    }
    acknowledgement.write(tmp_path / "a.json", told)
    assert script("ack", tmp_path / "a.json")["accepted"] == 1
    assert script("outbox")["waiting"] == 0
    assert "tỉnh đã nhận" in script.words("export", "--out", tmp_path / "q.zip", code=1)


def test_another_machine_trusts_reads_and_reads_again(
    script: Script, office_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    shutil.copytree(office_template, tmp_path / "b")
    other = Script(tmp_path / "b", capsys)
    script("export", "--out", tmp_path / "p.zip", "--since", 0)
    assert other("import", tmp_path / "p.zip", code=1)["kind"] == "UnknownSigner"
    script("keys", "--export", tmp_path / "card.json")
    assert (
        other("keys", "--trust", tmp_path / "card.json", "--name", "Quầy 1")["trusted"][0]["name"] == "Quầy 1"
    )
    assert other("import", tmp_path / "p.zip", "--dry-run")["added"] == 1
    assert other("import", tmp_path / "p.zip")["added"] == 1
    assert other("import", tmp_path / "p.zip")["again"]
    assert other("conflicts") == []


def test_a_sealed_package_is_for_its_recipient(
    script: Script, office_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    shutil.copytree(office_template, tmp_path / "b")
    other = Script(tmp_path / "b", capsys)
    other("keys", "--export", tmp_path / "b.json")
    script("keys", "--export", tmp_path / "a.json")
    other("keys", "--trust", tmp_path / "a.json")
    script("export", "--out", tmp_path / "p.motcua", "--recipient", tmp_path / "b.json")
    assert script("verify", tmp_path / "p.motcua", code=1)["kind"] == "SealedForOther"
    assert other("import", tmp_path / "p.motcua")["added"] == 1
    assert script("export", "--out", tmp_path / "q", "--recipient", "ai đó", code=1)["kind"] == "UnknownKey"


def test_a_sheet_of_dossiers_is_tried_then_received(script: Script, tmp_path: Path) -> None:
    rows = [("2.000815", "Trần Ỷ"), ("2.000815", "")]
    path = tmp_path / "d.xlsx"
    sheets.write(path, [("x", ("Mã thủ tục", "Họ và tên"), rows)])
    assert script("import", path, "--dry-run", code=1)["bad"][0]["row"] == 3
    assert "Dòng 3" in script.words("import", path, code=1)
    sheets.write(path, [("x", ("Mã thủ tục", "Họ và tên"), rows[:1])])
    assert len(script("import", path)["received"]) == 1


@pytest.mark.parametrize("command", [("export",), ("verify",), ("import",), ("ack",)])
def test_a_command_without_its_file_is_wrong_usage(command: tuple[str, ...]) -> None:
    assert run(list(command)) == 2


def test_a_file_that_is_not_there_is_said_so(script: Script, tmp_path: Path) -> None:
    for command in ("verify", "import", "ack"):
        assert "Không có tệp" in script.words(command, tmp_path / "none", code=1)
