"""What is refused of a file a script or a person wrote."""

from __future__ import annotations

from dataclasses import dataclass

from motcua_desktop.domain.errors import Refusal


@dataclass
class NotJson(Refusal):
    """A file that is no JSON: `where` is what it should hold, `line` 0 when it is not even text."""

    path: str
    where: str
    line: int = 0
    column: int = 0
    field = "file"


@dataclass
class WrongKind(Refusal):
    """A part of a JSON file of another kind than wanted (text, whole, number, flag, list, object)."""

    where: str
    found: str
    wanted: tuple[str, ...]

    def __post_init__(self) -> None:
        """The refusal stands beside the field the value belongs to."""
        self.field = self.where


@dataclass
class CopyPlaceGone(Refusal):
    """The folder chosen for the copies is not there: the stick or disk is out."""

    path: str
