"""What a list of the portal would change in the catalogue: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.procedure import Procedure


class ChangeKind(StrEnum):
    """What would happen to a procedure."""

    NEW = "new"
    CHANGED = "changed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """One procedure that would be other than it is; `what` names the parts that differ."""

    kind: ChangeKind
    after: Procedure
    before: Procedure | None = None
    what: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The procedure's code."""
        return self.after.code


@dataclass(frozen=True, slots=True)
class CataloguePreview:
    """A list that was read and not applied: changes, how many stay as they are, how many are not ours."""

    file: str
    changes: tuple[CatalogueChange, ...]
    same: int
    not_ours: int


@dataclass
class NotAPortalList(Refusal):
    """The file is neither the portal's list of procedures nor a LayThuTuc answer: `what` says why."""

    path: str
    what: str
    field = "file"
