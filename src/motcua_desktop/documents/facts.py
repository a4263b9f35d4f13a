"""The facts a form may name, drawn from the values of the counter: each as the text that stands on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua_desktop.documents.edition import Edition, Template
from motcua_desktop.documents.fonts import unprintable
from motcua_desktop.documents.setting import BLANK, Run
from motcua_desktop.documents.vocabulary import FIELDS
from motcua_desktop.documents.words import long_instant
from motcua_desktop.domain.paper_errors import LettersNotInFont, MissingFact

Row = dict[str, str]


@dataclass(slots=True)
class Facts:
    """What is known for one paper: single facts and lists of rows, all as text; `edition` gives the words.

    `coded` is what QR and bar code say (the dossier's code, a list's number), `slip_text` what the QR says
    instead.
    """

    edition: Edition
    now: datetime
    fields: dict[str, str] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    coded: str = ""
    slip_text: str = ""
    copy_mark: str = ""
    reprint: bool = False

    def word(self, key: str, **values: str) -> str:
        """A short word of the edition, with its fields filled."""
        return "".join(
            s.text or values.get(s.field, self.fields.get(s.field, "")) for s in self.edition.words[key]
        )

    def runs(self, template: Template, row: Row | None = None) -> list[Run]:
        """A sentence with its facts; a fact that is not there leaves room to write."""
        found = []
        for segment in template:
            text = segment.text
            if segment.field:
                known = row if row is not None and segment.field in row else self.fields
                text = known.get(segment.field, "") or BLANK
            found.append((text, segment.weight))
        return found

    def need(self, form: str, *names: str) -> None:
        """Raise MissingFact for the first of the facts that is not there."""
        for name in names:
            if not (self.fields.get(name) or self.tables.get(name)):
                raise MissingFact(form=form, fact=name)

    def compose(self) -> None:
        """Every fact in NFC: letters and marks apart would be printed apart."""
        for rows in (self.fields, *(row for table in self.tables.values() for row in table)):
            for name, value in rows.items():
                if not value.isascii():
                    rows[name] = unicodedata.normalize("NFC", value)

    def check_letters(self, shown: Iterable[str]) -> None:
        """Refuse what stands on the paper and cannot be printed; LettersNotInFont names the fact it is from.

        Only what is shown counts: an odd letter in a fact this form does not use stops nothing.
        """
        for text in shown:
            if odd := unprintable(text):
                raise LettersNotInFont(characters=odd, where=self._source(odd[0]))

    def _source(self, char: str) -> str:
        for name, value in self.fields.items():
            if char in value:
                return name
        for table, rows in self.tables.items():
            for row in rows:
                for name, value in row.items():
                    if char in value:
                        return f"{table}.{name}"
        return ""


def printable(value: str, where: str) -> str:
    """The text in NFC; LettersNotInFont naming `where` when the font lacks a letter of it."""
    if value.isascii() and value.isprintable():
        return value
    value = unicodedata.normalize("NFC", value)
    if odd := unprintable(value):
        raise LettersNotInFont(characters=odd, where=where)
    return value


def numbered(items: Sequence[str]) -> list[Row]:
    """Texts as numbered rows."""
    return [{"n": str(n), "item": item} for n, item in enumerate(items, start=1)]


def capital(text: str) -> str:
    """The first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """A number that stays on one line."""
    return text.replace(" ", "\u00a0")


def given_facts(facts: Facts, form: str, given: dict[str, Any]) -> None:
    """Facts the counter passes by name, over those of the dossier; TypeError for an unknown one."""
    for name, value in given.items():
        if name not in FIELDS[form]:
            raise TypeError(f"form {form!r} has no fact {name!r}")
        if isinstance(value, datetime):
            value = long_instant(value)
        facts.fields[name] = str(value) if value is not None else ""
