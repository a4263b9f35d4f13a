"""The wording of the forms: an edition is a folder of JSON files, one per form, read and checked here.

The files hold titles, labels, sentences with named fields, notes, signers, paper and copies; how they stand
on paper is code. `resources/forms/README.md` describes the format. An office's own edition lies in its data
folder.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from motcua_desktop.documents.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, unprintable
from motcua_desktop.documents.sheet import PAPERS
from motcua_desktop.documents.vocabulary import BLOCKS, FIELDS, FORM_NAMES, TABLES, WORDS
from motcua_desktop.domain.paper_errors import FormDataError, FormNotInEdition

_PIECE = re.compile(r"(\{[^{}]*\}|</?[a-z]+>)")
_CONDITION = re.compile(r"(!?)([a-z_]+)(?:=([a-z_0-9]+))?$")
_WEIGHTS = {(False, False): REGULAR, (True, False): BOLD, (False, True): ITALIC, (True, True): BOLD_ITALIC}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a sentence: fixed text, or the field whose value stands there; in one weight."""

    text: str
    field: str
    weight: str


Template = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A block is left out unless the field has a value (`value`: that very one; `negated`: none, another)."""

    field: str
    value: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the fact it shows, its heading, its share of the width, a heading over several."""

    key: str
    label: str
    share: float
    align: str = "left"
    over: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a form's body. Which parts there are, and what each takes, stands in `vocabulary.BLOCKS`."""

    kind: str
    when: tuple[Condition, ...] = ()
    texts: dict[str, Template] = field(default_factory=dict)
    lists: dict[str, tuple[Template, ...]] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an edition."""

    name: str
    number: str
    title: Template
    titles: dict[str, Template]
    under_title: tuple[Template, ...]
    paper: str
    landscape: bool
    size: float
    copies: tuple[str, ...]
    head: dict[str, Any]
    number_line: Template
    body: tuple[Block, ...]
    source: str
    effective_from: date | None
    unconfirmed: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The wording of all forms as of a day; `words` are short answers (units of time, ways of return)."""

    name: str
    title: str
    source: str
    effective_from: date | None
    forms: dict[str, Form]
    words: dict[str, Template]
    absent: tuple[str, ...]

    def form(self, name: str) -> Form:
        """The form of that name; FormNotInEdition when the edition has none."""
        if name not in self.forms:
            raise FormNotInEdition(form=name, edition=self.name)
        return self.forms[name]


class _Reader:
    """Reads one file; every complaint names file and form."""

    def __init__(self, path: Path, form: str = "") -> None:
        self.path, self.form = path, form
        try:
            raw = json.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
        except OSError as error:
            raise self.wrong("unreadable", str(error.strerror)) from error
        except UnicodeDecodeError as error:
            raise self.wrong("not_utf8") from error
        except json.JSONDecodeError as error:
            raise self.wrong("not_json", f"{error.lineno}:{error.colno}") from error
        if not isinstance(raw, dict):
            raise self.wrong("not_an_object")
        self.raw: dict[str, Any] = raw

    def wrong(self, what: str, detail: str = "") -> FormDataError:
        return FormDataError(file=str(self.path), form=self.form, what=what, detail=detail)

    def only(self, given: dict[str, Any], known: set[str]) -> None:
        for key in given:
            if key not in known and not key.startswith("_"):
                raise self.wrong("unknown_key", key)

    def text(self, given: dict[str, Any], key: str, default: str | None = None) -> str:
        value = given.get(key, default)
        if not isinstance(value, str):
            raise self.wrong("missing" if value is None else "not_text", key)
        if odd := unprintable(value):
            raise self.wrong("letters_not_in_font", odd)
        return value

    def day(self, key: str) -> date | None:
        value = self.text(self.raw, key, "")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as error:
            raise self.wrong("not_a_date", key) from error

    def texts(self, given: dict[str, Any], key: str) -> tuple[str, ...]:
        value = given.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong("not_a_list_of_texts", key)
        return tuple(value)

    def template(self, text: Any, key: str, fields: frozenset[str]) -> Template:
        """Parse `<b>`, `<i>` and `{field}`; values are put in later and never parsed."""
        if not isinstance(text, str):
            raise self.wrong("not_text", key)
        if odd := unprintable(text):
            raise self.wrong("letters_not_in_font", odd)
        segments, bold, italic = [], False, False
        for piece in _PIECE.split(text):
            if piece in ("<b>", "</b>"):
                bold = piece == "<b>"
            elif piece in ("<i>", "</i>"):
                italic = piece == "<i>"
            elif piece.startswith("{"):
                if piece[1:-1] not in fields:
                    raise self.wrong("unknown_field", piece[1:-1])
                segments.append(Segment("", piece[1:-1], _WEIGHTS[bold, italic]))
            elif piece:
                if "{" in piece or "}" in piece or _PIECE.fullmatch(piece):
                    raise self.wrong("bad_markup", piece[:40])
                segments.append(Segment(piece, "", _WEIGHTS[bold, italic]))
        return tuple(segments)

    def conditions(self, text: str, fields: frozenset[str]) -> tuple[Condition, ...]:
        found = []
        for part in text.split():
            match = _CONDITION.match(part)
            if not match or match[2] not in fields:
                raise self.wrong("unknown_field", part)
            found.append(Condition(match[2], match[3] or "", bool(match[1])))
        return tuple(found)


def _columns(reader: _Reader, block: dict[str, Any]) -> tuple[Column, ...]:
    columns = []
    known = TABLES.get(block.get("of", ""), frozenset())
    for given in block.get("columns", []):
        reader.only(given, {"key", "label", "share", "align", "over"})
        key = reader.text(given, "key")
        if key not in known:
            raise reader.wrong("unknown_field", key)
        if not isinstance(given.get("share"), int | float):
            raise reader.wrong("not_a_number", f"share: {key}")
        columns.append(
            Column(
                key,
                reader.text(given, "label"),
                float(given["share"]),
                reader.text(given, "align", "left"),
                reader.text(given, "over", ""),
            )
        )
    return tuple(columns)


def _block(reader: _Reader, given: Any, fields: frozenset[str]) -> Block:
    if not isinstance(given, dict):
        raise reader.wrong("not_an_object", "body")
    kind = reader.text(given, "kind")
    if kind not in BLOCKS:
        raise reader.wrong("unknown_kind", kind)
    takes = BLOCKS[kind]
    reader.only(given, {"kind", "when", *takes})
    of = given.get("of", "")
    if "of" in takes and of not in TABLES:
        raise reader.wrong("unknown_field", f"of: {of}")
    if kind == "items":
        fields = fields | TABLES[of]
    texts, lists, options = {}, {}, {}
    for key, sort in takes.items():
        if key not in given:
            continue
        value = given[key]
        if sort == "template":
            texts[key] = reader.template(value, key, fields)
        elif sort == "templates":
            lists[key] = tuple(reader.template(one, key, fields) for one in reader.texts(given, key))
        elif sort == "number" and (not isinstance(value, int | float) or isinstance(value, bool)):
            raise reader.wrong("not_a_number", key)
        elif sort == "flag" and not isinstance(value, bool):
            raise reader.wrong("not_true_or_false", key)
        elif sort != "columns":
            options[key] = value
    when = reader.conditions(reader.text(given, "when", ""), fields)
    return Block(kind, when, texts, lists, _columns(reader, given), options)


_FORM_KEYS = {
    "form", "number", "title", "titles", "under_title", "paper", "landscape", "size", "copies", "head",
    "number_line", "body", "source", "effective_from", "unconfirmed",
}  # fmt: skip
_HEAD_KEYS: dict[str, set[str] | set[bool]] = {
    "issuer": {"office", "counter"},
    "codes": {"slip", "corner", "none"},
    "national": {True, False},
    "dated": {True, False},
    "page_number": {"top", "bottom"},
}


def _form(path: Path) -> Form:
    reader = _Reader(path, path.stem)
    raw = reader.raw
    reader.only(raw, _FORM_KEYS)
    name = reader.text(raw, "form")
    if name not in FORM_NAMES or name != path.stem:
        raise reader.wrong("unknown_form", name)
    fields = FIELDS[name]
    if (paper := reader.text(raw, "paper", "A4")) not in PAPERS:
        raise reader.wrong("unknown_paper", paper)
    head = raw.get("head", {})
    reader.only(head, set(_HEAD_KEYS))
    for key, value in head.items():
        if key in _HEAD_KEYS and value not in _HEAD_KEYS[key]:
            raise reader.wrong("unknown_value", f"{key}: {value}")
    if not isinstance(raw.get("body"), list) or not raw["body"]:
        raise reader.wrong("missing", "body")
    return Form(
        name=name,
        number=reader.text(raw, "number", ""),
        title=reader.template(raw.get("title"), "title", fields),
        titles={key: reader.template(text, "titles", fields) for key, text in raw.get("titles", {}).items()},
        under_title=tuple(
            reader.template(text, "under_title", fields) for text in reader.texts(raw, "under_title")
        ),
        paper=paper,
        landscape=bool(raw.get("landscape", False)),
        size=float(raw.get("size", 13)),
        copies=reader.texts(raw, "copies") or ("",),
        head=head,
        number_line=reader.template(raw.get("number_line", ""), "number_line", fields),
        body=tuple(_block(reader, given, fields) for given in raw["body"]),
        source=reader.text(raw, "source"),
        effective_from=reader.day("effective_from"),
        unconfirmed=reader.texts(raw, "unconfirmed"),
        file=str(path),
    )


def load_edition(folder: Path, shipped: Path | None = None) -> Edition:
    """The edition in `folder`: its `edition.json` and one file per form.

    An edition may stand on another (`base`, looked for in `shipped`, else beside it): forms and words it does
    not bring come from there, those it lists as `absent` do not. Raises FormDataError naming file and form
    for anything unknown, missing or not printable.
    """
    reader = _Reader(folder / "edition.json")
    raw = reader.raw
    reader.only(raw, {"name", "title", "source", "effective_from", "base", "absent", "words"})
    base_name, base = reader.text(raw, "base", ""), None
    if base_name:
        if base_name == folder.name:
            raise reader.wrong("stands_on_itself", base_name)
        base = load_edition((shipped or folder.parent) / base_name, shipped)
    forms, words = (dict(base.forms), dict(base.words)) if base else ({}, {})
    for path in sorted(folder.glob("*.json")):
        if path.name != "edition.json":
            forms[path.stem] = _form(path)
    given = raw.get("words", {})
    for key, text in given.items():
        if key not in WORDS:
            raise reader.wrong("unknown_word", key)
        words[key] = reader.template(text, key, WORDS[key])
    absent = reader.texts(raw, "absent")
    for name in absent:
        forms.pop(name, None)
    for name in ("receipt", "apology"):
        if name not in forms and name not in absent:
            raise reader.wrong("missing_form", name)
    if lacking := sorted(set(WORDS) - set(words)):
        raise reader.wrong("missing_word", lacking[0])
    return Edition(
        name=reader.text(raw, "name"),
        title=reader.text(raw, "title"),
        source=reader.text(raw, "source"),
        effective_from=reader.day("effective_from"),
        forms=forms,
        words=words,
        absent=absent,
    )


def editions(shipped: Path, office: Path | None = None) -> dict[str, Edition]:
    """Name → edition: those shipped and those of the office, which may replace none of ours."""
    found: dict[str, Edition] = {}
    for place in (shipped, office):
        if place is None or not place.is_dir():
            continue
        for folder in sorted(path for path in place.iterdir() if (path / "edition.json").is_file()):
            edition = load_edition(folder, shipped)
            if edition.name in found:
                raise FormDataError(str(folder / "edition.json"), "", "name_taken", edition.name)
            found[edition.name] = edition
    return found
