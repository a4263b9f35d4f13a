"""What each row of the portal's "thành phần hồ sơ" is: a paper to keep, to look at, one "if any", or a note.

The portal marks many rows wrongly: legal sentences and headings as papers, papers of one case as always
needed, copies as originals. The words to go by stand in `resources/catalogue/paper_reading.json`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from motcua_desktop.assets import read_json
from motcua_desktop.domain.procedure import Component
from motcua_desktop.domain.text import clean

_BULLET = re.compile(
    r"^(?:[\s\-+•*–.]+|\(?\d+(?:\.\d+)*[.)]+|\(?[a-zđ]\)|[a-zđ]\.\s*(?=[A-ZĐ])|\(?[ivx]+\))+\s*",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:\b(?:trong|đối với|áp dụng(?: cho| với| đối với| trong)?|sử dụng (?:trong|cho))|\()"
    r" ?(?:các |những )?trường hợp(?! sau| quy định tại các điểm)|\bnếu có\b"
    r"|đối với (?:các )?(?:phương tiện|dự án|công trình)[^,;]*?thuộc diện"
    r"|\((?:áp dụng )?đối với (?!đối tượng|tổ chức quản trị)"
    r"|đối với (?:phương tiện được nhập|tổ chức nước ngoài|trẻ em|nơi có|bến thủy nội địa có dự án"
    r"|người được cơ sở|người quy định|người chưa đủ 14|người mất năng lực"
    r"|công trình (?:xây dựng biển|được phép))"
)
_BY_CHANNEL = re.compile(r"\((?:do|nếu) người[^()]*\)")
_ALTERNATIVE = re.compile(r"\([^()]*\)(?= hoặc)")
_UNLESS = re.compile(r"\btrừ (?:các )?trường hợp.*", re.IGNORECASE)
_COMPARED = re.compile(r"bản sao (?:và )?(?:kèm|xuất trình)(?: theo)? bản chính(?: để)? đối chiếu"
                       r"|bản sao và xuất trình bản chính để đối chiếu"
                       r"|nộp bản chụp thì xuất trình bản chính")  # fmt: skip
#: The name of the form's file, which the portal sets right behind the name of the paper.
_FILE = re.compile(
    r"[;.]?(?<=[^\s(])(?:Mẫu|MẪU|Mau|Mus|Phụ lục|[Pp]huluc|Giấy đề nghị|[Vv]ăn bản đề nghị|Đơn_"
    r"|Danhmuc|Nidung|Vnbn|TT05|\d{6}_\w|\d+\.+[A-Za-z])[^;]*\.(?:docx?|pdf)$"
)
_COPY = re.compile(r"bản (?:sao|chụp|photo)\b")
#: More originals than any procedure asks for: the number before them was read into them.
_MOST = 99
#: A name must keep so many letters when the file is taken off.
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of paper_reading.json, in small letters."""

    notes: tuple[str, ...]
    note_words: tuple[str, ...]
    shown: tuple[str, ...]
    kept: tuple[str, ...]
    if_any: tuple[str, ...]
    cases: tuple[str, ...]
    proxies: tuple[str, ...]
    online: tuple[str, ...]
    applications: tuple[str, ...]
    needed: tuple[str, ...]
    online_forms: tuple[str, ...]


@cache
def _words() -> _Words:
    told = read_json("catalogue/paper_reading.json")
    return _Words(**{name: tuple(word.casefold() for word in told[name]) for name in _Words.__slots__})


def read(rows: Sequence[Component]) -> tuple[Component, ...]:
    """The rows of one procedure as what they are. Numbers, codes and groups stay as they were, and names
    but for what the portal's list had mixed up: a number put before the count of originals, a file behind.
    """
    words = _words()
    mended = [_without_file(_number_back(row)) for row in rows]
    below = _below_headings(mended, words)
    cases = {_bare(row.group) for row in mended if _is_case(row, words)}
    common = any(not _is_aside(row, words) and not _is_case(row, words) for row in mended)
    applied = {_bare(row.group) for row in mended if _is_case(row, words) and _applies(row, words)}
    return tuple(
        _read_row(
            row,
            words,
            one_of_cases=row.number in below or (_is_case(row, words) and (len(cases) > 1 or common)),
            only_application=_applies(row, words) and len(applied) == 1,
        )
        for row in mended
    )


def _below_headings(rows: Sequence[Component], words: _Words) -> set[int]:
    """The rows below "Trường hợp …, hồ sơ gồm:", a case like one that has a group."""
    below: set[int] = set()
    group: str | None = None
    for row in rows:
        name = _bare(row.name)
        if name.startswith(words.notes) and name.endswith(":") and name.startswith(words.if_any):
            group = row.group
        elif row.group == group:
            below.add(row.number)
    return below


def _read_row(row: Component, words: _Words, *, one_of_cases: bool, only_application: bool) -> Component:
    name = _bare(row.name)
    if name.startswith(words.notes) or name.strip(" ;.,") in words.note_words:
        return replace(row, originals=0, copies=0, to_show=False, conditional=False)
    if not row.only_channel and (_starts(row.group, words.online) or name.startswith(words.online_forms)):
        row = replace(row, only_channel="online")
    to_show = row.to_show or name.startswith(words.shown)
    if_any = name.startswith(words.if_any) or bool(_CASE.search(_first_clause(name)))
    if_any = if_any or _starts(row.group, words.proxies) or (one_of_cases and not only_application)
    return _as_copies(
        replace(
            row,
            to_show=to_show and not name.startswith(words.kept),
            conditional=(row.conditional or if_any) and not name.startswith(words.needed),
        ),
        name,
    )


def _as_copies(row: Component, name: str) -> Component:
    """A copy that is handed in counts as a copy; the original it is compared with is given back."""
    if row.to_show or not row.originals or name.startswith(("bản gốc", "bản chính", *_words().applications)):
        return row
    if "bản chính hoặc" in name:
        return row
    if _COMPARED.search(name) or _COMPARED.search(_bare(row.group)):
        return replace(row, originals=0, copies=max(1, row.copies))
    if _COPY.match(name) and not row.copies and "bản chính" not in _first_clause(name):
        return replace(row, originals=0, copies=row.originals)
    return row


def _number_back(row: Component) -> Component:
    """ "… theo Mẫu số" with 181 originals is "… theo Mẫu số 18" with one."""
    if row.originals <= _MOST:
        return row
    number, originals = divmod(row.originals, 10)
    gap = "" if row.name.endswith("/") else " "
    return replace(row, name=f"{row.name}{gap}{number}", originals=originals)


def _without_file(row: Component) -> Component:
    """ "… theo mẫu;9.TKghivo.doc" is "… theo mẫu"."""
    name = _FILE.sub("", row.name)
    return replace(row, name=name) if len(name) >= _SHORTEST else row


def _is_aside(row: Component, words: _Words) -> bool:
    return _starts(row.group, words.proxies) or _starts(row.group, words.online)


def _is_case(row: Component, words: _Words) -> bool:
    return _starts(row.group, words.cases) and not _is_aside(row, words)


def _applies(row: Component, words: _Words) -> bool:
    return _bare(row.name).startswith(words.applications)


def _starts(text: str, starts: tuple[str, ...]) -> bool:
    return _bare(text).startswith(starts)


def _bare(text: str) -> str:
    return _BULLET.sub("", clean(text)).casefold().strip()


def _first_clause(name: str) -> str:
    """What is said of the paper before the first stop, without its exceptions and the channel's own words."""
    told = _UNLESS.sub("", _ALTERNATIVE.sub("", _BY_CHANNEL.sub("", name)))
    return re.split(r"[;.](?:\s|$)", told)[0]
