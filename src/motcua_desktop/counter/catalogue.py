"""The procedures the counter receives."""

from __future__ import annotations

from motcua_desktop.counter import portal_catalogue
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.errors import UnknownProcedure
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.persistence import catalogue


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
            self._desk.note(connection, "catalogue", origin=portal_catalogue.ORIGIN, count=count)
        return count

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
