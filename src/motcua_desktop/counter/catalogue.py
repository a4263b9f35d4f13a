"""The procedures the counter receives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from motcua_desktop.counter import portal_catalogue
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.errors import UnknownProcedure
from motcua_desktop.domain.procedure import Component, Procedure
from motcua_desktop.persistence import catalogue, settings

#: The setting that says that no name of a paper ends within a word any more.
_MENDED = "catalogue_names_mended"
#: The setting that says that the papers are what `portal_papers` reads them as.
_PAPERS_READ = "catalogue_papers_read"
#: The setting that says that the notes on the time are in words of the counter.
_NOTES_READ = "catalogue_notes_read"
#: The longest name the portal gives, and the longest word lost when it is cut to end with one.
_LONGEST_NAME, _LONGEST_WORD = 500, 20
#: So many letters of a name say that it is still the portal's paper, whatever an office added.
_SAME_PAPER = 40


class Catalogue:
    """Looking procedures up as an officer types, and filling the catalogue."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def load_shipped(self) -> int:
        """Fill the catalogue with the list the program ships; returns how many procedures it read."""
        with self._desk.database.write() as connection:
            count = catalogue.put(
                connection,
                portal_catalogue.shipped_procedures(),
                portal_catalogue.ORIGIN,
                self._desk.now(),
            )
            settings.put(connection, _MENDED, True)
            settings.put(connection, _PAPERS_READ, True)
            settings.put(connection, _NOTES_READ, True)
            self._desk.note(connection, "catalogue", origin=portal_catalogue.ORIGIN, count=count)
        return count

    def mend_cut_names(self) -> int:
        """End with "…" the papers an earlier list cut within a word; returns how many procedures.

        Done once for a register. Nothing else of a procedure is touched, and what an office wrote itself
        stays; dossiers keep the procedure they were received under, and so does every paper already printed.
        """
        with self._desk.database.read() as connection:
            if settings.get(connection, _MENDED):
                return 0
            ours = {entry.code: entry for entry in catalogue.every(connection)}
        mended = [
            changed
            for told in portal_catalogue.shipped_procedures()
            if told.code in ours and (changed := _mended(ours[told.code], told)) is not None
        ]
        self._write_mended(mended, _MENDED, "names")
        return len(mended)

    def read_papers_anew(self) -> int:
        """Take notes, papers only shown and papers "if any" for what they are; returns how many procedures.

        Done once for a register of an earlier edition, which took the portal's marks as they were. A paper
        the office marked itself stays so; dossiers keep the procedure they were received under.
        """
        with self._desk.database.read() as connection:
            if settings.get(connection, _PAPERS_READ):
                return 0
            ours = {entry.code: entry for entry in catalogue.every(connection)}
        changed = []
        for code, marked, told in portal_catalogue.shipped_papers():
            if code in ours and marked != told:
                components = _read_anew(ours[code].components, marked, told)
                if components != ours[code].components:
                    changed.append(replace(ours[code], components=components))
        self._write_mended(changed, _PAPERS_READ, "papers")
        return len(changed)

    def read_notes_anew(self) -> int:
        """Say the notes on the time in words of the counter; returns how many procedures.

        Done once for a register of an earlier edition, which held remarks with names of fields. A note the
        office wrote itself stays.
        """
        with self._desk.database.read() as connection:
            if settings.get(connection, _NOTES_READ):
                return 0
            ours = {entry.code: entry for entry in catalogue.every(connection)}
        changed = [
            replace(ours[code], term_note=read)
            for code, told, read in portal_catalogue.shipped_notes()
            if told != read and code in ours and ours[code].term_note == told
        ]
        self._write_mended(changed, _NOTES_READ, "notes")
        return len(changed)

    def _write_mended(self, changed: Sequence[Procedure], done: str, origin: str) -> None:
        with self._desk.database.write() as connection:
            for entry in changed:
                catalogue.put_body(connection, entry, self._desk.now())
            settings.put(connection, done, True)
            if changed:
                self._desk.note(connection, "catalogue", origin=origin, count=len(changed))

    def find(self, words: str, limit: int = 20) -> tuple[Procedure, ...]:
        """Procedures by code, alias, or words of the name without marks; the everyday ones for no words."""
        with self._desk.database.read() as connection:
            return catalogue.find(connection, words, limit)

    def procedure(self, code: str) -> Procedure:
        """One procedure. Raises UnknownProcedure."""
        with self._desk.database.read() as connection:
            found = catalogue.get(connection, code)
        if found is None:
            raise UnknownProcedure(code)
        return found

    def count(self) -> int:
        """How many procedures there are."""
        with self._desk.database.read() as connection:
            return catalogue.count(connection)


def _mended(ours: Procedure, told: Procedure) -> Procedure | None:
    """The procedure with the names the list now ends with "…", None where it has none that was cut."""
    names = {component.number: component.name for component in told.components}
    components = tuple(_with_end(one, names.get(one.number, "")) for one in ours.components)
    return None if components == ours.components else replace(ours, components=components)


def _with_end(ours: Component, told: str) -> Component:
    start, ends_so = told.removesuffix("…"), told.endswith("…")
    lost = len(ours.name) - len(start)
    was_cut = ours.name.startswith(start) and 0 < lost <= _LONGEST_WORD and len(ours.name) <= _LONGEST_NAME
    return replace(ours, name=told) if ends_so and was_cut and not ours.name.endswith("…") else ours


def _read_anew(
    ours: tuple[Component, ...], marked: tuple[Component, ...], told: tuple[Component, ...]
) -> tuple[Component, ...]:
    """Our papers with the reading of those that still carry the portal's own marks; names stay ours."""
    pairs = {old.number: (old, new) for old, new in zip(marked, told, strict=True)}
    return tuple(_reading_of(one, *pairs.get(one.number, (one, one))) for one in ours)


def _reading_of(ours: Component, old: Component, new: Component) -> Component:
    if ours.name[:_SAME_PAPER] != old.name[:_SAME_PAPER] or _marks(ours) != _marks(old):
        return ours
    return replace(new, name=new.name if ours.name == old.name else ours.name)


def _marks(paper: Component) -> tuple[object, ...]:
    return paper.originals, paper.copies, paper.to_show, paper.conditional, paper.only_channel
