"""The office's own facts: its name on paper, its code, its settings."""

from __future__ import annotations

from typing import Any

from motcua_desktop.assets import read_json
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.persistence import settings


class OfficeDesk:
    """Reading and setting what is the same for every dossier of this office."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def office(self) -> Office:
        """The office as it stands on paper; empty before the first run."""
        with self._desk.database.read() as connection:
            return self._desk.office(connection)

    def set_up(self, office: Office, pattern: CodePattern | None = None) -> None:
        """Write the office's facts and, if given, its code pattern."""
        with self._desk.database.write() as connection:
            settings.put_value(connection, "office", office)
            if pattern is not None:
                settings.put_value(connection, "code_pattern", pattern)
            self._desk.note(connection, "setting", what="office")

    def setting(self, key: str, default: Any = None) -> Any:
        """One plain setting."""
        with self._desk.database.read() as connection:
            return settings.get(connection, key, default)

    def set(self, key: str, value: Any) -> None:
        """Change one plain setting; the change is noted in the log."""
        with self._desk.database.write() as connection:
            settings.put(connection, key, value)
            self._desk.note(connection, "setting", what=key)

    def units(self) -> list[dict[str, Any]]:
        """The 96 commune-level units of the province, for the choice of the office."""
        units: list[dict[str, Any]] = read_json("places/quang_ngai_units.json")["units"]
        return units
