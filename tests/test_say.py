"""Every refusal and every trouble of the machine has words: what is wrong, and what to do."""

from __future__ import annotations

import dataclasses
import errno
import importlib
import os
import pkgutil
import re
import typing
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from motcua_desktop import domain, log
from motcua_desktop.domain.errors import BadValue, MoveNotAllowed, NothingToUndo, Refusal
from motcua_desktop.domain.file_errors import NotJson
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.say import say

#: A value for each kind of fact.
FACTS: dict[Any, Any] = {
    str: "2.000815",
    int: 3,
    bool: False,
    date: date(2026, 3, 2),
    datetime: datetime(2026, 3, 2, 8),
    tuple: ("a", "b"),
}
#: Facts that are one of a few words.
WORDS = {
    "move": Move.RETURN,
    "act": Move.RETURN,
    "status": Status.WAITING,
    "unit": "working_day",
    "old": "2026-03-02T08:00:00",
    "new": "2026-03-01T08:00:00",
    "until": "2026-03-02T08:00:00",
    "due": "2026-03-02T08:00:00",
    "promised": "2026-03-02T08:00:00",
    "article": "NĐ 118/2025, Điều 19 khoản 6",
    "found": "list",
    "wanted": ("text",),
}
#: The `what` of refusals that have several, where any other word would not do.
KINDS = {"SyncFileBroken": "changed", "BadAcknowledgement": "machine", "MissingFact": "reason"}
#: One sentence that holds both what is wrong and what to do.
IN_ONE = {"TermNotWhole"}


def every(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for module in pkgutil.iter_modules(domain.__path__):
        importlib.import_module(f"{domain.__name__}.{module.name}")
    for below in kind.__subclasses__():
        if below.__module__.startswith("motcua_desktop."):
            yield below
        yield from every(below)


def example(kind: type[Refusal]) -> Refusal:
    """The refusal with a value for each of its facts."""
    if not dataclasses.is_dataclass(kind):
        return kind()
    hints = typing.get_type_hints(kind)
    facts: dict[str, Any] = {}
    for fact in dataclasses.fields(kind):
        wanted = hints[fact.name]
        options = [one for one in typing.get_args(wanted) if one is not type(None)]
        plain = typing.get_origin(wanted) if typing.get_origin(wanted) is tuple else wanted
        if plain not in FACTS and options:
            plain = options[0]
        facts[fact.name] = WORDS.get(fact.name, FACTS.get(plain)) if plain is str else FACTS.get(plain)
        if fact.name in WORDS and plain is not int:
            facts[fact.name] = WORDS[fact.name]
    if kind.__name__ in KINDS:
        facts["fact" if kind.__name__ == "MissingFact" else "what"] = KINDS[kind.__name__]
    return kind(**facts)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a dot within a code, a number or a name ends none."""
    return [one for one in re.split(r"(?<=[.)…])\s+(?=[A-ZĐÂĂÊÔƠƯ])", text) if one]


@pytest.mark.parametrize(
    "kind", sorted(set(every()), key=lambda kind: kind.__name__), ids=lambda k: k.__name__
)
def test_every_refusal_says_what_is_wrong_and_what_to_do(kind: type[Refusal]) -> None:
    text = say(example(kind))
    assert "người phụ trách máy" not in text or "Đĩa" in text, "nobody wrote words for it"
    assert kind.__name__ not in text and "None" not in text and "  " not in text
    assert "!" not in text and not re.search(r"[{}]", text.replace("{…}", ""))
    assert text[0].isupper() or text[0] == "“"
    assert text.endswith("."), text
    found = sentences(text)
    assert len(found) == 2 or (kind.__name__ in IN_ONE and len(found) == 1), found


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "Đĩa chứa USB/thu.pdf đã đầy. Dọn chỗ trống rồi làm lại."),
        (errno.EACCES, "Không có quyền ghi hoặc đọc USB/thu.pdf. Chọn nơi khác, hoặc nhờ"),
        (errno.EROFS, "Ổ đĩa chứa USB/thu.pdf chỉ cho đọc. Gỡ khóa ghi, hoặc chọn nơi khác."),
        (errno.ENOENT, "Không có tệp hoặc thư mục USB/thu.pdf. Kiểm tra lại tên và nơi lưu."),
        (errno.EISDIR, "USB/thu.pdf là thư mục, không phải tệp. Ghi rõ tên tệp."),
        (errno.ENOTDIR, "USB/thu.pdf nằm dưới một tệp, không phải thư mục. Chọn nơi khác."),
        (errno.EBUSY, "USB/thu.pdf đang được chương trình khác mở. Đóng chương trình đó rồi làm lại."),
        (errno.EIO, "Ổ đĩa chứa USB/thu.pdf không đọc hay ghi được. Kiểm tra USB"),
        (errno.ENAMETOOLONG, "Tên USB/thu.pdf quá dài hoặc có ký tự không dùng được."),
        (errno.EPROTO, f"Máy báo lỗi số {errno.EPROTO} khi đọc hoặc ghi USB/thu.pdf."),
    ],
)
def test_trouble_of_the_disk_is_said_without_the_systems_words(number: int, words: str) -> None:
    path = str(Path("USB") / "thu.pdf")
    text = say(OSError(number, os.strerror(number), path))
    assert text.startswith(words.replace("USB/thu.pdf", path))
    assert os.strerror(number) not in text


def test_a_file_is_named_as_it_was_to_be_called() -> None:
    beside = Path("USB") / ".thu.pdf.4711.part"
    assert str(Path("USB") / "thu.pdf") in say(OSError(errno.ENOSPC, "", str(beside)))
    assert say(OSError(errno.EBUSY, "")).startswith("Tệp này đang được chương trình khác mở.")


def test_a_file_another_program_has_open_is_said_so_on_windows() -> None:
    trouble = PermissionError(errno.EACCES, "", "a.xlsx")
    trouble.winerror = 32  # type: ignore[attr-defined]
    assert say(trouble) == "a.xlsx đang được chương trình khác mở. Đóng chương trình đó rồi làm lại."


def test_a_refused_move_names_what_can_be_done_now() -> None:
    text = say(MoveNotAllowed("H48.25.12-260302-0001", Move.RETURN, Status.WAITING))
    assert "đang ở trạng thái “Chờ bổ sung”, không thể trả kết quả." in text
    assert "Lúc này có thể: nhận bổ sung, đóng hồ sơ" in text
    assert "hồ sơ mới" in say(MoveNotAllowed("x", Move.RETURN, Status.CLOSED))


def test_undo_that_came_too_late_gives_its_reason() -> None:
    reasons = {say(NothingToUndo("x", Move.RETURN, why)) for why in ("day", "paper", "")}
    assert len(reasons) == 3


def test_a_value_is_said_with_what_belongs_there() -> None:
    assert say(BadValue("change", "7", ("{…}",))).endswith("Cần: nhóm {…}.")
    assert say(BadValue("holder", " ")) == "Mục Người giữ hồ sơ đang trống. Nhập lại."


def test_a_broken_file_says_where_it_is_broken() -> None:
    assert "dòng 4, cột 2" in say(NotJson("a.json", "drafts", 4, 2))
    assert "đầu vào" in say(NotJson("-", "drafts"))


def test_trouble_nobody_foresaw_names_the_log_and_not_the_class(tmp_path: Path) -> None:
    log.start_when_needed(tmp_path)
    try:
        text = say(ZeroDivisionError("division by zero"))
    finally:
        log.stop()
    assert str(tmp_path / "motcua.log") in text and "ZeroDivision" not in text
    assert "ZeroDivisionError" in (tmp_path / "motcua.log").read_text("utf-8")
