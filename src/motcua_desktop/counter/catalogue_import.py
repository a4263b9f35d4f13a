"""Bringing a list of the portal into the catalogue: first what would change, then what the officer ticked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from motcua_desktop.counter import portal_papers
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.catalogue_change import CatalogueChange, CataloguePreview, ChangeKind
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.fees import doubled
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.rights import KEEPERS
from motcua_desktop.domain.text import fold
from motcua_desktop.persistence import catalogue
from motcua_desktop.sync import portal_lists
from motcua_desktop.sync.portal_lists import PortalList

_NAMES = ("name", "field", "promulgated_by", "handled_by")
_WHOLE = ("name", "field", "field_code", "term", "term_note", "fees", "components", "results", "channels")


class CatalogueImport:
    """Reading changes nothing. Dossiers keep the procedure they were received under."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(self, path: Path) -> CataloguePreview:
        """What a file would change. Raises NotAPortalList or OSError."""
        told = portal_lists.read(path)
        with self._desk.database.read() as connection:
            ours = {entry.code: entry for entry in catalogue.every(connection)}
        changes, same, strange = [], 0, 0
        for listed in told.entries:
            entry = replace(listed, components=portal_papers.read(listed.components))
            before = ours.get(entry.code)
            if before is None and not (told.full or _is_ours(entry)):
                strange += 1
                continue
            found = _change(before, entry, told.full)
            if found is None:
                same += 1
            else:
                changes.append(found)
        changes.extend(self._expired(told, ours))
        return CataloguePreview(path.name, tuple(changes), same, strange)

    def _expired(self, told: PortalList, ours: dict[str, Procedure]) -> list[CatalogueChange]:
        """What a ministry's whole list no longer names ends yesterday."""
        today, listed = self._desk.now().date(), {entry.code for entry in told.entries}
        gone = [
            entry
            for entry in ours.values()
            if entry.promulgated_by in told.whole_of and entry.code not in listed and entry.in_force(today)
        ]
        last = today - timedelta(days=1)
        return [CatalogueChange(ChangeKind.EXPIRED, replace(e, effective_to=last), e) for e in gone]

    def apply(self, preview: CataloguePreview, codes: Collection[str]) -> int:
        """Write the ticked changes in one piece; returns how many. Raises NotPermitted."""
        self._desk.require(KEEPERS, "catalogue")
        chosen = [change.after for change in preview.changes if change.code in codes]
        with self._desk.database.write() as connection:
            count = catalogue.put(connection, chosen, preview.file, self._desk.now())
            self._desk.note(connection, "catalogue", origin=preview.file, count=count)
        return count

    def take_back(self, preview: CataloguePreview, codes: Collection[str]) -> int:
        """Make the ticked changes undone; returns how many.

        What was changed or ended is as before, and a new procedure is gone; one that a dossier names by now
        ends yesterday instead. What was edited since stays as it is. Raises NotPermitted.
        """
        self._desk.require(KEEPERS, "catalogue")
        last = self._desk.now().date() - timedelta(days=1)
        with self._desk.database.write() as connection:
            written = [change for change in preview.changes if change.code in codes]
            standing = [one for one in written if catalogue.get(connection, one.code) == one.after]
            back = [
                one.before or replace(one.after, effective_to=last)
                for one in standing
                if one.before is not None or not catalogue.drop_unused(connection, one.code)
            ]
            catalogue.put(connection, back, "office", self._desk.now())
            count = len(standing)
            self._desk.note(connection, "catalogue", origin=preview.file, count=count, undo="yes")
        return count

    def save(self, procedure: Procedure) -> None:
        """Write a procedure an officer has edited.

        Raises NotPermitted; BadValue where a fee would be charged twice on a day, or the last day in force
        lies before the first.
        """
        self._desk.require(KEEPERS, "catalogue")
        twice = doubled(procedure.fees)
        if twice is not None:
            raise BadValue("fees", twice.name)
        if (procedure.effective_to or date.max) < (procedure.effective_from or date.min):
            raise BadValue("effective_to", f"{procedure.effective_to:%d/%m/%Y}")
        with self._desk.database.write() as connection:
            catalogue.put(connection, [procedure], "office", self._desk.now())
            self._desk.note(connection, "catalogue", origin="office", code=procedure.code)


def _is_ours(entry: Procedure) -> bool:
    """Whether communes handle it."""
    return "cap xa" in fold(entry.handled_by) or "phuong" in fold(entry.handled_by).split()


def _change(before: Procedure | None, told: Procedure, full: bool) -> CatalogueChange | None:
    if before is None:
        return CatalogueChange(ChangeKind.NEW, told)
    parts = [
        part
        for part in (_WHOLE if full else _NAMES)
        if (new := getattr(told, part)) and _plain(new) != _plain(getattr(before, part))
    ]
    if not full:  # who handles a procedure is worded otherwise in every list
        parts = [part for part in parts if part != "handled_by"]
    if not parts:
        return None
    after = replace(before, **{part: getattr(told, part) for part in parts})
    return CatalogueChange(ChangeKind.CHANGED, after, before, tuple(parts))


def _plain(value: object) -> object:
    """A text as it is compared: every list begins some names with "Thủ tục", which says nothing."""
    return fold(value).removeprefix("thu tuc ") if isinstance(value, str) else value
