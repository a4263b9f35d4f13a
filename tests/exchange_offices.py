"""Several machines of one office, each with its own register and key, and what a province answers."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.persistence import exchange_rows
from motcua_desktop.sync import acknowledgement
from motcua_desktop.sync.keys import OfficeKey
from motcua_desktop.sync.package import PackageWriter

Machines = Callable[..., list[Counter]]


def machine(template: Path, folder: Path, clock: Clock, agency: str = "", officer: str = "") -> Counter:
    """A counter of Lý Sơn on a machine of its own; `agency` gives its codes another beginning."""
    shutil.copytree(template, folder)
    opened = open_counter(folder, now=clock, officer=Officer(officer or "Bùi Thị Hạnh", Role.ADMIN))
    if agency:
        opened.office.set_up(opened.office.office(), CodePattern(agency))
    return opened


def befriend(*counters: Counter) -> None:
    """Let every counter trust every other."""
    for giver in counters:
        card = giver.folder / "card.json"
        giver.exchange.keys.write_card(card)
        for taker in counters:
            if taker is not giver:
                taker.exchange.keys.trust(card, giver.folder.name)


def received(counter: Counter, name: str = "Dương Thị Mỹ Linh", **fields: Any) -> str:
    """Receive a dossier; its code."""
    return counter.intake.receive(draft(name=name, **fields), slip=False).dossier.code


def part(package: Path, name: str) -> list[dict[str, Any]]:
    """The records of a part, as any unzip program gives them."""
    with zipfile.ZipFile(package) as file:
        return [json.loads(line) for line in file.read(name).splitlines()]


def manifest(package: Path) -> dict[str, Any]:
    """The manifest of a package."""
    with zipfile.ZipFile(package) as file:
        told: dict[str, Any] = json.loads(file.read("manifest.json"))
    return told


def answer(counter: Counter, out: Path, number: int, key: OfficeKey | None = None, **told: Any) -> Path:
    """The province's answer to a package of this counter: everything accepted unless `told` otherwise."""
    package = next(p for p in counter.exchange.outbox().packages if p.sequence == number)
    whole = {
        "motcua_ack": 1,
        "unit": counter.office.office().agency_id,
        "machine": counter.exchange.keys.own().public.fingerprint,
        "sequence": package.sequence,
        "package": told.pop("package", ""),
        "at": "20260302170000",
        "accepted": "all",
        "refused": [],
        **told,
    }
    acknowledgement.write(out, whole, key)
    return out


def content(counter: Counter) -> dict[str, Any]:
    """Everything the register says of its dossiers, whatever ids and order its rows have."""
    database = counter._desk.database
    with database.read() as connection:
        every = exchange_rows.carried(
            connection, exchange_rows.keys_of(connection, exchange_rows.changed_after(0))
        )
        return {carried.uid: _content(carried) for _key, carried in every}


def _content(carried: Carried) -> Any:
    events = sorted((event["at"], event["uid"], str(event)) for event in carried.events)
    return carried.row, events, carried.promises, carried.supplements, carried.apologies


def carry(giver: Counter, taker: Counter, since: int = 0) -> Any:
    path = giver.folder / f"to-{taker.folder.name}-{len(list(giver.folder.iterdir()))}.zip"
    giver.exchange.export(path, since=since)
    return taker.exchange.read_in(path)


def signed_by(counter: Counter, path: Path, sequence: int, previous: str = "", **parts: Any) -> Path:
    """A package somebody made with the counter's own key: `register` lines as given."""
    key = counter.exchange.keys.own()
    head = {
        "program": "motcua", "unit": "H48.25.12", "office": "", "machine": parts.pop("machine", None)
        or key.public.fingerprint, "sequence": sequence, "previous": previous, "made_at": "20260302080000",
        "officer": "", "first_event": 0, "last_event": 1, "counts": {},
    }  # fmt: skip
    with PackageWriter(path.parent) as writer:
        for name, lines in parts.items():
            for line in lines:
                writer.add(f"{name}.jsonl", line)
        writer.finish(path, head, key)
    return path
