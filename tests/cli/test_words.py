"""The command line in the officer's language: help, slips of the keyboard, files that are no drafts."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from motcua_desktop.cli.app import run
from motcua_desktop.counter.paper import DOSSIER_FORMS

COMMANDS = (
    "due calendar receive show list print letters verify-slip export verify import ack outbox conflicts keys "
    "check backup restore account demo handover scans"
).split()
#: Every command, each form of print among them, as somebody types it.
TYPED = [[name] for name in COMMANDS] + [
    ["print", form] for form in (*DOSSIER_FORMS, "wall", "notice", "package", "register")
]
#: Commands that do something when nothing else is typed.
WHOLE = {"list", "outbox", "conflicts", "keys", "check", "handover"}

#: What Python's argparse and the system say, which no officer should have to read.
ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments?|required|invalid|choice|choose|unrecognized|expected|show|message|"
    r"exit|error|help message|following|value|directory|permission|denied|such|file|expecting|delimiter|"
    r"line|column|property)\b",
    re.IGNORECASE,
)


def words_of(text: str) -> str:
    """What is said, without options, command names, examples and what the officer typed."""
    kept = [line for line in text.splitlines() if not line.startswith("  motcua")]
    text = re.sub(r"--[a-z-]+|“[^”]*”|\bmotcua( [a-z-]+)*|\S+\.md", "", "\n".join(kept))
    return re.sub(r"^ {2,}[a-z_-]+(?= {2,})", "", text, flags=re.MULTILINE)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = run(list(words))
    out = capsys.readouterr()
    return code, out.out + out.err


@pytest.mark.parametrize("typed", [[], *TYPED], ids=" ".join)
def test_the_help_of_every_command_is_vietnamese(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = said(capsys, *typed, "--help")
    assert code == 0
    assert text.startswith("cách gõ: motcua")
    assert "--data-dir" in text and "mọi lệnh" in text
    assert ENGLISH.findall(words_of(text)) == []


@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
def test_an_option_nobody_knows_is_wrong_usage_said_in_vietnamese(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = said(capsys, *typed, "--khong-co")
    assert code == 2
    assert f"Xem cách gõ: {' '.join(['motcua', *typed])} --help" in text
    assert ENGLISH.findall(words_of(text)) == []


@pytest.mark.parametrize("typed", [one for one in TYPED if one[0] not in WHOLE], ids=" ".join)
def test_what_is_missing_is_named(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(capsys, *typed)
    assert code == 2
    assert text.startswith("Còn thiếu")
    assert ENGLISH.findall(words_of(text)) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("lst", "Không có lệnh “lst”. Có phải “list”?"),
        ("xyz", "Không có lệnh “xyz”."),
        ("show a b", "Không hiểu “b”. Bỏ đi, hoặc gõ lại cho đúng."),
        ("export --out", "Ở --out: cần một giá trị đi sau."),
        ("export --out a --since ba", "Ở --since: “ba” không dùng được. Ghi một số nguyên từ 0 trở lên."),
        (
            "letters --out t --due-before 2026-02-30",
            "Ở --due-before: không có ngày “2026-02-30”. Ghi năm-tháng-ngày, như 2026-03-02.",
        ),
        (
            "print register --year 26 --out a",
            "Ở --year: “26” không dùng được. Ghi một số nguyên từ 2000 đến 2100.",
        ),
        ("conflicts --decide 1 --as ai", "Ở --as: “ai” không có. Chọn một trong: mine, theirs, both."),
        ("conflicts --decide 1", "Còn thiếu: --as (giữ bên nào)."),
        ("list --over=3", "Ở --overdue: không nhận giá trị “3”."),
        ("list --", None),
        ("export --o a --re b --r c", None),
        ("account add", "Còn thiếu tên đăng nhập của tài khoản."),
        ("demo --out q --dossiers 0", "Ở --dossiers: “0” không dùng được. Ghi một số nguyên từ 1 trở lên."),
        (
            "calendar 26",
            "Không đọc được VIỆC “26”. Cần: năm bốn chữ số, preview, apply, closures, editions, undo.",
        ),
    ],
)
def test_a_slip_of_the_keyboard_is_answered_with_what_to_type(
    typed: str, sentence: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = said(capsys, *typed.split())
    if sentence is None:
        assert ENGLISH.findall(words_of(text)) == []
        return
    assert (code, text.splitlines()[0]) == (2, sentence)


def test_a_form_nobody_knows_is_answered_with_the_forms_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(capsys, "print", "apolgy", "X", "--out", "x.pdf")
    assert code == 2
    assert "Không có mẫu “apolgy”. Có phải “apology”?" in text
    assert re.search(r"^  apology +Văn bản xin lỗi$", text, re.MULTILINE)
    assert re.search(r"^  register +Sổ theo dõi hồ sơ$", text, re.MULTILINE)


def test_wrong_usage_is_a_value_too_for_a_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["kind"] == "usage"


def test_argparse_of_others_is_left_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    import argparse

    run(["show"])
    capsys.readouterr()
    with pytest.raises(SystemExit):
        argparse.ArgumentParser(prog="x").parse_args(["y"])
    assert "unrecognized arguments: y" in capsys.readouterr().err


# ---------------------------------------------------------------- files that are not what they seem
@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b'[{"a": 1,\n  "b" }]', "JSON sai ở dòng 2, cột 7. Sửa chỗ đó rồi làm lại."),
        (b"", "JSON sai ở dòng 1, cột 1. Sửa chỗ đó rồi làm lại."),
        (b"PK\x03\x04\xff\xfe", "đây không phải tệp JSON. Chọn tệp khác."),
        (b"7", "Mục danh sách hồ sơ (drafts) cần danh sách […], đang là số nguyên. Sửa tệp rồi làm lại."),
    ],
)
@pytest.mark.parametrize("command", ["receive", "calendar preview"])
def test_a_file_that_is_no_list_of_dossiers_is_named_with_its_place(
    raw: bytes, sentence: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hoso"
    file.write_bytes(raw)
    code, text = said(capsys, *command.split(), str(file))
    assert code == 1
    if command == "receive":
        assert sentence in text
    assert ENGLISH.findall(words_of(text.replace(str(file), ""))) == []


GOOD = {"procedure": "2.000815", "applicant": {"name": "Trần Thị Bưởi"}}


@pytest.mark.parametrize(
    ("part", "field", "sentence"),
    [
        (
            {"procedure": 2.000815},
            "procedure",
            "Mục Thủ tục (procedure) cần chữ trong dấu ngoặc kép, đang là",
        ),
        ({"procedure": None}, "procedure", "đang là để trống"),
        ({"procedure": " "}, "procedure", "Mục Thủ tục đang trống. Cần: mã thủ tục, như 2.000815."),
        ({"procedure": "9.9"}, "procedure", "Không có thủ tục mã “9.9”. Kiểm tra lại mã thủ tục."),
        ({"applicant": 7}, "applicant", "cần nhóm {…} hoặc chữ trong dấu ngoặc kép, đang là số nguyên"),
        ({"applicant": {"name": ["A"]}}, "applicant.name", "Mục Họ và tên (applicant.name) cần chữ"),
        ({"applicant": {}}, "applicant.name", "Chưa có họ tên người nộp. Nhập họ và tên."),
        ({"pages": "3"}, "pages", "Mục Số trang (pages) cần số nguyên, đang là chữ trong dấu ngoặc kép"),
        ({"pages": True}, "pages", "đang là true hoặc false"),
        ({"copies": 1.5}, "copies", "Mục Số bản (copies) cần số nguyên, đang là số có phần lẻ"),
        ({"channel": "fax"}, "channel", "Cần: direct, online, post."),
        ({"components": "mọi thứ"}, "components", "cần danh sách […], đang là chữ trong dấu ngoặc kép"),
        ({"components": [99]}, "components", "Thành phần hồ sơ số 99 không có. Chọn số từ 1 đến 1."),
    ],
)
def test_a_wrong_part_of_a_draft_is_named_with_what_belongs_there(
    part: dict[str, object],
    field: str,
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    office_template: Path,
) -> None:
    shutil.copytree(office_template, tmp_path / "data")
    (tmp_path / "a.json").write_text(json.dumps([GOOD | part, GOOD]), "utf-8")
    assert run(["receive", str(tmp_path / "a.json"), "--json"]) == 1
    bad, good = json.loads(capsys.readouterr().out)
    assert (bad["place"], bad["field"]) == (1, field)
    assert sentence in bad["error"]
    assert good["code"].endswith("0001"), "the rest goes on, and no number is lost"


def test_a_name_in_a_draft_that_nothing_reads_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], office_template: Path
) -> None:
    shutil.copytree(office_template, tmp_path / "data")
    odd = GOOD | {"chanel": "post", "applicant": {"name": "Trần Thị Bưởi", "fone": "0"}}
    (tmp_path / "a.json").write_text(json.dumps([odd]), "utf-8")
    assert run(["receive", str(tmp_path / "a.json"), "--json"]) == 0
    out = capsys.readouterr()
    assert json.loads(out.out)[0]["unknown"] == ["chanel", "applicant.fone"]
    assert "Không dùng mục lạ: chanel, applicant.fone. Kiểm tra lại tên mục." in out.err


def test_our_own_mistake_is_one_sentence_with_the_way_to_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_words: object) -> None:
        raise ZeroDivisionError("số 051088001234 của ai đó")

    monkeypatch.setattr("motcua_desktop.cli.json_file.read", broken)
    code, text = said(capsys, "receive", "a.json")
    written = tmp_path / "data" / "logs" / "motcua.log"
    assert code == 1
    assert str(written) in text and "Traceback" not in text and "ZeroDivision" not in text
    log = written.read_text("utf-8")
    assert "ZeroDivisionError" in log and "051088001234" not in log


def test_a_command_that_goes_well_leaves_no_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "due", "--received", "2026-03-02T08:00", "--term", "1")[0] == 0
    assert not (tmp_path / "data").exists()


def test_an_office_with_accounts_asks_who_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_NEW_PASSWORD", "mot mat khau dai")
    code, text = said(capsys, "account", "first", "hanh", "--name", "Bùi Thị Hạnh")
    assert code == 0 and "Quản trị" in text
    code, text = said(capsys, "list")
    assert code == 1 and "--user" in text
    monkeypatch.setenv("MOTCUA_PASSWORD", "mot mat khau dai")
    assert said(capsys, "list", "--user", "hanh")[0] == 0


def test_a_script_without_a_password_is_told_where_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(capsys, "account", "first", "hanh", "--name", "Bùi Thị Hạnh")
    assert code == 2 and "MOTCUA_NEW_PASSWORD" in text
