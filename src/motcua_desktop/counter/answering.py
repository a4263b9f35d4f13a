"""Reading the province's answer to a package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.exchange import Acknowledged, KeyRole
from motcua_desktop.domain.rights import CARRIERS
from motcua_desktop.domain.sync_errors import BadAcknowledgement, UnknownPackage, UnknownSigner, WrongUnit
from motcua_desktop.persistence import dossiers, exchange_doubts, exchange_ledger
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.sync import acknowledgement
from motcua_desktop.sync.acknowledgement import Answer


def acknowledge(desk: Desk, path: Path, machine: str) -> Acknowledged:
    """Read an answer and keep what it says; reading it again changes nothing.

    Raises BadAcknowledgement, WrongSignature, UnknownSigner, UnknownPackage, WrongUnit, NewerFormat, TooLarge
    or OSError, and leaves nothing behind.
    """
    desk.require(CARRIERS, "ack")
    answer = acknowledgement.read(path)
    with desk.database.write() as connection:
        signer = _admit(desk, connection, path, answer, machine)
        return _keep(desk, connection, path, answer, signer)


def _admit(desk: Desk, connection: Connection, path: Path, answer: Answer, machine: str) -> str:
    """The name of whoever signed it; "" for an answer that nobody had to sign."""
    office = desk.office(connection)
    ours = office.agency_id or office.unit_code
    if answer.unit != ours:
        raise WrongUnit(str(path), answer.unit, ours)
    if answer.machine != machine:
        raise BadAcknowledgement(str(path), "machine")
    province = {
        key.fingerprint: key
        for key in exchange_doubts.trusted_keys(connection)
        if key.role is KeyRole.PROVINCE
    }
    if not answer.signature:
        if province:
            raise BadAcknowledgement(str(path), "unsigned")
        return ""
    if answer.signer not in province:
        raise UnknownSigner(str(path), answer.signer, answer.unit)
    acknowledgement.check_signature(path, answer, province[answer.signer])
    return province[answer.signer].name


def _keep(desk: Desk, connection: Connection, path: Path, answer: Answer, signer: str) -> Acknowledged:
    row = exchange_ledger.package(connection, answer.sequence)
    if row is None:
        raise UnknownPackage(answer.sequence)
    if row.hash != answer.package:
        raise BadAcknowledgement(str(path), "hash")
    went = set(exchange_ledger.sent_keys(connection, answer.sequence))
    strangers: list[str] = []

    def key_of(code: str) -> int | None:
        key = dossiers.id_of(connection, code)
        if key is None or key not in went:
            strangers.append(code)
            return None
        return key

    refused = {key: told for code, told in answer.refused.items() if (key := key_of(code)) is not None}
    if answer.accepted is None:
        taken = went - refused.keys()
        codes: dict[int, str] = {}
    else:
        codes = {key: official for code, official in answer.accepted.items() if (key := key_of(code))}
        taken = codes.keys() - refused.keys()
    learnt = _write(desk, connection, answer, row.last_event, taken, refused, codes)
    return Acknowledged(
        sequence=answer.sequence,
        accepted=len(taken),
        refused=len(refused),
        official_codes=learnt,
        strangers=tuple(strangers),
        signed_by=signer,
        again=row.acknowledged_at is not None,
    )


def _write(
    desk: Desk,
    connection: Connection,
    answer: Answer,
    until: int,
    taken: set[int],
    refused: Mapping[int, tuple[str, str]],
    codes: Mapping[int, str],
) -> int:
    """Keep what was taken and refused; returns how many official codes were new."""
    now = desk.now()
    exchange_ledger.accept(connection, sorted(taken), answer.sequence, until, now)
    for key, (reason, field) in refused.items():
        exchange_ledger.refuse(connection, key, answer.sequence, until, now, reason, field)
    learnt = sum(
        exchange_ledger.set_official_code(connection, key, official)
        for key, official in codes.items()
        if official and key in taken
    )
    exchange_ledger.close_package(connection, answer.sequence, now, len(taken), len(refused))
    desk.note(connection, "acknowledged", package=answer.sequence, accepted=len(taken), refused=len(refused))
    return learnt
