"""The sections of an office, and to which of them a dossier most likely goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from motcua_desktop.domain.dossier import Dossier, DossierLine
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import clean, fold
from motcua_desktop.persistence import catalogue, settings
from motcua_desktop.persistence.engine import Connection

#: The sections of a commune-level office of 2025, until the office names its own (setting `sections`).
DEFAULT_SECTIONS = (
    "Phòng Kinh tế",
    "Phòng Văn hóa – Xã hội",
    "Văn phòng HĐND và UBND",
    "Công an đặc khu",
)
#: Field of procedures → where its dossiers went, the newest last: what was handed over (a dossier's code, a
#: list's identity) and the section. Before this was kept, only the last section was (`handover_last`).
_WENT, _LAST = "handover_went", "handover_last"
#: So many hand-overs of a field are kept, so that one taken back leaves those before it.
KEPT = 20
#: What the counter calls itself in internal processes (folded).
_COUNTER_WORDS = ("mot cua", "phuc vu hanh chinh cong", "tiep nhan va tra ket qua", "bo phan tiep nhan")


def sections(connection: Connection) -> tuple[str, ...]:
    """The names the office set, each once, else those of any commune-level office."""
    kept: Any = settings.get(connection, "sections", [])
    names = [clean(str(name)) for name in kept] if isinstance(kept, list) else []
    return tuple(dict.fromkeys(name for name in names if name)) or DEFAULT_SECTIONS


def proposals(connection: Connection, counter_name: str, lines: Iterable[DossierLine]) -> dict[int, str]:
    """Dossier's row → the section its procedure names, else the field's last one, else "": a wrong
    guess would send a whole field to the wrong people with one key."""
    names, last = sections(connection), _last(connection)
    known: dict[tuple[str, str], str] = {}
    found: dict[int, str] = {}
    for line in lines:
        key = line.procedure_code, line.field
        if key not in known:
            procedure = catalogue.get(connection, line.procedure_code)
            named = _named(procedure, names, counter_name) if procedure else ""
            known[key] = named or last.get(line.field, "")
        found[line.id] = known[key]
    return found


def choices(connection: Connection, counter_name: str, dossier: Dossier) -> tuple[str, ...]:
    """Where a dossier may go from where it lies, the likeliest first: every unit its procedure names, where
    its field went last, then all sections of the office. "" comes first where nothing is known."""
    procedure, names = dossier.procedure, sections(connection)
    last = _last(connection).get(procedure.field, "")
    units = (clean(step.unit) for step in procedure.steps)
    first = (_named(procedure, names, counter_name), *units, last)
    likely = [name for name in dict.fromkeys(first) if name and name != dossier.holder]
    others = [name for name in names if name not in (*likely, dossier.holder)]
    return (*(likely or [""]), *others)


def _named(procedure: Procedure, names: tuple[str, ...], counter_name: str) -> str:
    """The unit of the first internal step outside the counter, else the section the portal names as handling
    the procedure ("Công an cấp xã"), "" when neither is known."""
    for step in procedure.steps:
        unit = fold(step.unit)
        if unit and unit != fold(counter_name) and not any(words in unit for words in _COUNTER_WORDS):
            return clean(step.unit)
    for part in procedure.handled_by.split("/"):
        start = fold(part).removesuffix("cap xa").strip()
        for name in names:
            if start and fold(name).startswith(start):
                return name
    return ""


def _last(connection: Connection) -> dict[str, str]:
    """Field → the section of the office its dossiers last went to."""
    names, went = sections(connection), settings.get(connection, _WENT, {})
    before = {field: [["", section]] for field, section in settings.get(connection, _LAST, {}).items()}
    found = {}
    for field in before.keys() | went.keys():
        standing = [name for _mark, name in (*before.get(field, ()), *went.get(field, ())) if name in names]
        found[field] = standing[-1] if standing else ""
    return found


def remember(connection: Connection, went: Mapping[str, str], mark: str) -> None:
    """Keep to which section dossiers of each field went, `mark` the hand-over. A name that is not in the
    office's list may be a slip of the finger and is not proposed to anybody."""
    names, kept = sections(connection), settings.get(connection, _WENT, {})
    known = {field: section for field, section in went.items() if section in names}
    if known:
        for field, section in known.items():
            kept[field] = [*kept.get(field, ()), [mark, section]][-KEPT:]
        settings.put(connection, _WENT, kept)


def forget(connection: Connection, mark: str) -> None:
    """The hand-over was taken back: it says nothing any more."""
    kept: dict[str, list[list[str]]] = settings.get(connection, _WENT, {})
    standing = {field: [one for one in went if one[0] != mark] for field, went in kept.items()}
    if standing != kept:
        settings.put(connection, _WENT, standing)
