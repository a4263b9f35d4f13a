"""The wording of the forms as values: an edition, its forms, their sentences and blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from motcua_desktop.domain.paper_errors import FormNotInEdition


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
    """One form of an edition.

    `smallest` is the size its words may shrink to when that saves a page (0: never); `lent_by` the title of
    the edition it is borrowed from because its own has no such form.
    """

    name: str
    number: str
    title: Template
    titles: dict[str, Template]
    under_title: tuple[Template, ...]
    paper: str
    landscape: bool
    size: float
    smallest: float
    title_size: float
    title_before: float
    copies: tuple[str, ...]
    head: dict[str, Any]
    number_line: Template
    body: tuple[Block, ...]
    source: str
    effective_from: date | None
    unconfirmed: tuple[str, ...]
    file: str
    lent_by: str = ""


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
