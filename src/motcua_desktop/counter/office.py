"""The office's own facts: its name on paper, its code, its settings, the lists it chooses from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from motcua_desktop.assets import read_json
from motcua_desktop.counter import handover_sections
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.domain.office import names_a_telephone
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.domain.rights import ADMINISTRATORS, setters
from motcua_desktop.domain.text import clean
from motcua_desktop.persistence import settings

#: What an office chooses from until it writes lists of its own. Kept in dossiers and on paper, so plain
#: Vietnamese whatever language the window speaks.
USUAL_LISTS: dict[str, tuple[str, ...]] = {
    "sections": handover_sections.DEFAULT_SECTIONS,
    "frequent_papers": (
        "Căn cước",
        "Giấy khai sinh",
        "Bằng tốt nghiệp",
        "Học bạ",
        "Giấy chứng nhận quyền sử dụng đất",
        "Giấy chứng nhận kết hôn",
    ),
    "account_titles": (
        "Công chức",
        "Viên chức",
        "Giám đốc Trung tâm",
        "Phó Giám đốc Trung tâm",
        "Chuyên viên",
        "Quản trị",
    ),
}
#: What the first account is called when nobody types another title.
ADMIN_TITLE = "Quản trị"
_SIGNERS = "letter_signers"
_LONGEST, _MOST = 120, 40


class OfficeDesk:
    """Reading and setting what is the same for every dossier of this office."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def office(self) -> Office:
        """The office as it stands on paper; empty before the first run."""
        with self._desk.database.read() as connection:
            return self._desk.office(connection)

    def set_up(self, office: Office, pattern: CodePattern | None = None) -> None:
        """Write the office's facts and, if given, its code pattern. Only for administrators: raises
        NotPermitted, or BadValue for a telephone no one can call, which would stand on every slip."""
        self._desk.require(ADMINISTRATORS, "office")
        if office.phone != self.office().phone and not names_a_telephone(office.phone):
            raise BadValue("office.phone", office.phone, ("0255 3867 890",))
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
        """Change one plain setting; the log tells of it. Raises NotPermitted (`rights.setters`)."""
        self._desk.require(setters(key), "setting")
        with self._desk.database.write() as connection:
            settings.put(connection, key, value)
            self._desk.note(connection, "setting", what=key)

    # -- lists to choose from

    def names(self, what: str) -> tuple[str, ...]:
        """A list of the office by its key in `USUAL_LISTS`: its own, else the usual one."""
        kept: Any = self.setting(what, [])
        return tuple(kept) if isinstance(kept, list) and kept else USUAL_LISTS[what]

    def set_names(self, what: str, names: Iterable[str]) -> tuple[str, ...]:
        """Write a list, tidy and each name once; none takes the usual one back.

        Raises NotPermitted, or BadValue for a name too long (120 letters) to stand in a choice, or more
        than 40 names.
        """
        tidy = tuple(dict.fromkeys(name for name in map(clean, names) if name))
        for name in tidy:
            if len(name) > _LONGEST:
                raise BadValue(what, name)
        if len(tidy) > _MOST:
            raise BadValue(what, str(len(tidy)))
        self.set(what, [] if tidy == USUAL_LISTS[what] else list(tidy))
        return self.names(what)

    def signers(self) -> tuple[Signer, ...]:
        """Who may sign letters besides the one on all papers (Decree 30/2020 Art. 13)."""
        kept: list[dict[str, str]] = self.setting(_SIGNERS, [])
        return tuple(Signer(**one) for one in kept)

    def set_signers(self, signers: Iterable[Signer]) -> None:
        """Write who may sign, titles in capitals as papers have them (Decree 30/2020). Raises BadValue where
        one has no name or no title."""
        tidy = []
        for one in signers:
            signer = Signer(clean(one.name), clean(one.title).upper(), clean(one.power).upper())
            if not (signer.name and signer.title):
                raise BadValue("signers", signer.name or signer.title)
            tidy.append(signer)
        self.set(_SIGNERS, [asdict(signer) for signer in dict.fromkeys(tidy)])

    def units(self) -> list[dict[str, Any]]:
        """The 96 commune-level units of the province, for the choice of the office."""
        units: list[dict[str, Any]] = read_json("places/quang_ngai_units.json")["units"]
        return units
