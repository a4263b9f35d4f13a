"""Packages of other machines that are refused before anything is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.exchange_offices import Machines, answer, carry, content, received, signed_by

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.sync_errors import (
    BadRecord,
    ChainBroken,
    NotAPackage,
    SequenceReplayed,
    SequenceSkipped,
    UnknownSigner,
    WrongUnit,
)
from motcua_desktop.persistence import exchange_rows
from motcua_desktop.say import say


def test_a_package_of_a_stranger_is_refused(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    received(a)
    a.exchange.export(tmp_path / "p.zip")
    b.exchange.keys.forget(a.exchange.keys.public().fingerprint)
    with pytest.raises(UnknownSigner):
        b.exchange.read_in(tmp_path / "p.zip")
    assert content(b) == {}


def test_a_package_of_another_unit_is_refused(machines: Machines, tmp_path: Path) -> None:
    from dataclasses import replace

    a, b = machines("", "")
    received(a)
    a.office.set_up(replace(a.office.office(), agency_id="H48.25.99"))
    a.exchange.export(tmp_path / "p.zip")
    with pytest.raises(WrongUnit):
        b.exchange.read_in(tmp_path / "p.zip")


def test_a_package_after_a_gap_is_refused_with_what_to_do(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    received(a)
    made = a.exchange.export(tmp_path / "1.zip")
    a.exchange.acknowledge(answer(a, tmp_path / "a.json", 1, package=made.hash))
    received(a)
    a.exchange.export(tmp_path / "2.zip")
    with pytest.raises(SequenceSkipped) as refused:
        b.exchange.read_in(tmp_path / "2.zip")
    assert "gói số 0" in say(refused.value)
    b.exchange.read_in(tmp_path / "1.zip")
    assert b.exchange.read_in(tmp_path / "2.zip").added == 1


def test_another_package_under_a_number_read_before_is_refused(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    b.exchange.read_in(signed_by(a, tmp_path / "1.zip", 1))
    with pytest.raises(SequenceReplayed):
        b.exchange.read_in(signed_by(a, tmp_path / "x.zip", 1, previous="1" * 64))
    with pytest.raises(ChainBroken):
        b.exchange.read_in(signed_by(a, tmp_path / "2.zip", 2, previous="2" * 64))


def test_a_machine_that_signs_as_another_is_refused(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    with pytest.raises(NotAPackage):
        b.exchange.read_in(signed_by(a, tmp_path / "1.zip", 1, machine="AAAA-BBBB"))


@pytest.fixture
def line(machines: Machines, tmp_path: Path) -> tuple[Counter, Counter, dict[str, Any], list[Any]]:
    """Two machines and one good line of the register with its procedure."""
    a, b = machines("", "")
    received(a)
    with a._desk.database.read() as connection:
        ((_key, carried),) = exchange_rows.carried(
            connection, exchange_rows.keys_of(connection, exchange_rows.changed_after(0))
        )
        body = next(iter(exchange_rows.snapshot_bodies(connection, [carried.row["snapshot"]])))
    told = {"uid": carried.uid, "row": carried.row, "events": carried.events}
    return a, b, told, [{"hash": body[0], "body": body[1]}]


def test_the_good_line_itself_is_taken(line: Any, tmp_path: Path) -> None:
    a, b, told, procedures = line
    path = signed_by(a, tmp_path / "p.zip", 1, register=[told], procedures=procedures)
    assert b.exchange.read_in(path).added == 1


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("row", "code"), "../../x"),
        (("row", "code"), 7),
        (("row", "status"), "flying"),
        (("row", "received_at"), "2026-02-30T08:00:00"),
        (("row", "received_at"), "yesterday"),
        (("row", "pages"), 10**12),
        (("row", "pages"), True),
        (("row", "papers"), "[[" * 900),
        (("row", "fees"), '[{"name": 1}]'),
        (("row", "involved"), '{"a": 1}'),
        (("row", "hash"), "x"),
        (("row", "snapshot"), "0" * 32),
        (("row", "name"), " "),
        (("events",), []),
        (("events", 0, "facts"), "[1]"),
        (("events", 0, "kind"), "drop table"),
        (("events", 0, "status"), "returned"),
        (("uid",), "a b"),
        (("uid",), "x" * 500),
    ],
)
def test_a_signed_line_that_is_no_dossier_is_refused_whole(
    line: Any, tmp_path: Path, place: tuple[Any, ...], value: object
) -> None:
    a, b, told, procedures = line
    spot = told
    for step in place[:-1]:
        spot = spot[step]
    spot[place[-1]] = value
    path = signed_by(a, tmp_path / "p.zip", 1, register=[told], procedures=procedures)
    with pytest.raises(BadRecord):
        b.exchange.read_in(path)
    assert content(b) == {}


def test_an_event_that_belongs_to_another_dossier_is_refused(line: Any, tmp_path: Path) -> None:
    a, b, told, procedures = line
    carry(a, b)
    other = {**told, "uid": "another", "row": {**told["row"], "code": "H48.25.12-260302-0009"}}
    sequence = a.exchange.outbox().packages[0].sequence + 1
    previous = a.exchange.export(tmp_path / "q.zip", since=0).hash
    path = signed_by(a, tmp_path / "p.zip", sequence + 5, previous, register=[other], procedures=procedures)
    with pytest.raises(BadRecord):
        b.exchange.read_in(path)
    assert len(content(b)) == 1
