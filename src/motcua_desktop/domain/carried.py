"""A dossier as it travels between registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

EVENT_FIELDS = ("uid", "at", "officer", "kind", "status", "reason", "facts")
PROMISE_FIELDS = "number made_at officer reason due_at appointment_at provisional edition note".split()
SUPPLEMENT_FIELDS = (
    "number asked_at asked_by content reason completed_at completed_by closed_at at_intake "
    "recorded_at undone_at"
).split()
APOLOGY_FIELDS = "number year made_at reason old_date new_date signer".split()


@dataclass(slots=True)
class Carried:
    """A dossier as it travels: its row, what happened and what was promised, in the register's own texts.

    `row` holds the columns of the dossier (instants ISO); the lists hold one mapping a line.
    """

    uid: str
    row: dict[str, Any]
    events: list[dict[str, Any]] = field(default_factory=list)
    promises: list[dict[str, Any]] = field(default_factory=list)
    supplements: list[dict[str, Any]] = field(default_factory=list)
    apologies: list[dict[str, Any]] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """All of it as one JSON object."""
        return {
            "uid": self.uid,
            "row": self.row,
            "events": self.events,
            "promises": self.promises,
            "supplements": self.supplements,
            "apologies": self.apologies,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Carried:
        """The dossier behind `plain`."""
        return cls(**plain)


class ColumnKind(StrEnum):
    """What a column of the travelling row may hold."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column of the travelling row."""

    name: str
    kind: ColumnKind
    may_be_none: bool
