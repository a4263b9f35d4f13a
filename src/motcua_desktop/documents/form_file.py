"""One JSON file of an edition, read and checked: every complaint names file, form and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

from motcua_desktop.assets import json_object
from motcua_desktop.documents.edition import Block, Column, Condition, Form, Segment, Template
from motcua_desktop.documents.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, unprintable
from motcua_desktop.documents.sheet import PAPERS
from motcua_desktop.documents.vocabulary import BLOCKS, FIELDS, FORM_NAMES, TABLES
from motcua_desktop.domain.paper_errors import FormDataError

_PIECE = re.compile(r"(\{[^{}]*\}|</?[a-z]+>)")
_CONDITION = re.compile(r"(!?)([a-z_]+)(?:=([a-z_0-9]+))?$")
_ALIGN = ("left", "right", "center", "justify")
_WEIGHTS = {(False, False): REGULAR, (True, False): BOLD, (False, True): ITALIC, (True, True): BOLD_ITALIC}


class FormFile:
    """Reads one file; every complaint names file and form."""

    def __init__(self, path: Path, form: str = "") -> None:
        self.path, self.form = path, form
        self.raw = json_object(path, self.wrong)

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

    def number(self, given: dict[str, Any], key: str, default: float, lowest: float, highest: float) -> float:
        value = given.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.wrong("not_a_number", key)
        if not lowest <= value <= highest:
            raise self.wrong("out_of_bounds", f"{key}: {lowest:g}–{highest:g}")
        return float(value)

    def flag(self, given: dict[str, Any], key: str) -> bool:
        if not isinstance(given.get(key, False), bool):
            raise self.wrong("not_true_or_false", key)
        return bool(given.get(key, False))

    def choice(self, given: dict[str, Any], key: str, default: str, known: Collection[str]) -> str:
        value = self.text(given, key, default)
        if value not in known:
            raise self.wrong("unknown_value", f"{key}: {value}")
        return value

    def table(self, given: dict[str, Any], key: str) -> dict[str, Any]:
        value = given.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong("not_an_object", key)
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
            elif piece.startswith("{") and piece.endswith("}"):
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


def _columns(reader: FormFile, block: dict[str, Any]) -> tuple[Column, ...]:
    columns = []
    known = TABLES.get(block.get("of", ""), frozenset())
    for given in block.get("columns", []):
        if not isinstance(given, dict):
            raise reader.wrong("not_an_object", "columns")
        reader.only(given, {"key", "label", "share", "align", "over"})
        key = reader.text(given, "key")
        if key not in known:
            raise reader.wrong("unknown_field", key)
        columns.append(
            Column(
                key,
                reader.text(given, "label"),
                reader.number(given, "share", -1, 0.1, 1000),
                reader.choice(given, "align", "left", _ALIGN),
                reader.text(given, "over", ""),
            )
        )
    return tuple(columns)


def _block(reader: FormFile, given: Any, fields: frozenset[str]) -> Block:
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
    texts, lists = {}, {}
    options: dict[str, Any] = {}
    for key, sort in takes.items():
        if key not in given:
            continue
        value = given[key]
        if sort == "template":
            texts[key] = reader.template(value, key, fields)
        elif sort == "templates":
            lists[key] = tuple(reader.template(one, key, fields) for one in reader.texts(given, key))
        elif sort == "number":
            options[key] = reader.number(given, key, 0, 0, 200)
        elif sort == "flag":
            options[key] = reader.flag(given, key)
        elif sort == "word":
            options[key] = reader.choice(given, key, "", _ALIGN if key == "align" else TABLES)
    when = reader.conditions(reader.text(given, "when", ""), fields)
    return Block(kind, when, texts, lists, _columns(reader, given), options)


_FORM_KEYS = set(
    (
        "form number title titles title_size title_before under_title paper landscape size smallest "
        "copies head number_line body source effective_from unconfirmed"
    ).split()
)
_HEAD_KEYS: dict[str, set[str] | set[bool]] = {
    "issuer": {"office", "counter"},
    "codes": {"slip", "corner", "none"},
    "national": {True, False},
    "dated": {True, False},
    "page_number": {"top", "bottom"},
}


def read_form(path: Path) -> Form:
    reader = FormFile(path, path.stem)
    raw = reader.raw
    reader.only(raw, _FORM_KEYS)
    name = reader.text(raw, "form")
    if name not in FORM_NAMES or name != path.stem:
        raise reader.wrong("unknown_form", name)
    fields = FIELDS[name]
    head = reader.table(raw, "head")
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
        titles={
            key: reader.template(text, "titles", fields) for key, text in reader.table(raw, "titles").items()
        },
        under_title=tuple(
            reader.template(text, "under_title", fields) for text in reader.texts(raw, "under_title")
        ),
        paper=reader.choice(raw, "paper", "A4", PAPERS),
        landscape=reader.flag(raw, "landscape"),
        size=reader.number(raw, "size", 13, 6, 30),
        smallest=reader.number(raw, "smallest", 0, 0, 30),
        title_size=reader.number(raw, "title_size", 0, 0, 60),
        title_before=reader.number(raw, "title_before", 0, 0, 100),
        copies=reader.texts(raw, "copies") or ("",),
        head=head,
        number_line=reader.template(raw.get("number_line", ""), "number_line", fields),
        body=tuple(_block(reader, given, fields) for given in raw["body"]),
        source=reader.text(raw, "source"),
        effective_from=reader.day("effective_from"),
        unconfirmed=reader.texts(raw, "unconfirmed"),
        file=str(path),
    )
