"""The province's answer to a package: what it took, what it refused and why, the official codes it gave."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua_desktop.domain.exchange import PublicKey
from motcua_desktop.domain.sync_errors import BadAcknowledgement, NewerFormat, TooLarge, WrongSignature
from motcua_desktop.files import write_whole
from motcua_desktop.sync import keys, strict_json
from motcua_desktop.sync.keys import OfficeKey

FORMAT = 1
LARGEST = 64 * 1024 * 1024
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,99}")
_HASH = re.compile(r"[0-9a-f]{64}")
_KEYS = {"motcua_ack", "unit", "machine", "sequence", "package", "at", "accepted", "refused"}


@dataclass(frozen=True, slots=True)
class Answer:
    """An acknowledgement as it was read. `accepted` None: everything that was not refused.

    `accepted` maps each code to the official one ("" for none), `refused` to (reason, field).
    """

    unit: str
    machine: str
    sequence: int
    package: str
    accepted: Mapping[str, str] | None
    refused: Mapping[str, tuple[str, str]]
    signer: str
    body: bytes
    signature: bytes


def read(path: Path) -> Answer:
    """Read an answer; whose signature it must bear is the caller's question.

    Raises BadAcknowledgement, NewerFormat, TooLarge or OSError.
    """
    if path.stat().st_size > LARGEST:
        raise TooLarge(str(path), "file", path.stat().st_size, LARGEST)
    try:
        told = strict_json.loads(path.read_bytes(), deepest=4)
        if not isinstance(told, dict) or type(told.get("motcua_ack")) is not int:
            raise ValueError("form")
        if told["motcua_ack"] > FORMAT:
            raise NewerFormat(str(path), told["motcua_ack"], FORMAT)
        return _answer(told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadAcknowledgement(str(path), "form") from error


def _answer(told: dict[str, Any]) -> Answer:
    signature, signer = b"", ""
    if "signature" in told:
        signature, signer = keys.unb64(told.pop("signature"), 64), _sure(told["signer"], str)
        if told.keys() != {*_KEYS, "signer"}:
            raise ValueError("keys")
    elif told.keys() != _KEYS:
        raise ValueError("keys")
    if not _HASH.fullmatch(told["package"]):
        raise ValueError("package")
    accepted = told["accepted"]
    return Answer(
        unit=_sure(told["unit"], str),
        machine=_sure(told["machine"], str),
        sequence=_sure(told["sequence"], int),
        package=told["package"],
        accepted=None if accepted == "all" else dict(_accepted(entry) for entry in _sure(accepted, list)),
        refused=dict(_refused(entry) for entry in _sure(told["refused"], list)),
        signer=signer,
        body=_body(told),
        signature=signature,
    )


def _sure(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise ValueError(kind.__name__)
    return value


def _code(value: Any) -> str:
    if type(value) is not str or not _CODE.fullmatch(value):
        raise ValueError("code")
    return value


def _accepted(entry: dict[str, Any]) -> tuple[str, str]:
    if not {"MaHoSo"} <= entry.keys() <= {"MaHoSo", "MaHoSoChinhThuc"}:
        raise ValueError("accepted")
    official = entry.get("MaHoSoChinhThuc", "")
    return _code(entry["MaHoSo"]), _code(official) if official else ""


def _refused(entry: dict[str, Any]) -> tuple[str, tuple[str, str]]:
    if not {"MaHoSo", "LyDo"} <= entry.keys() <= {"MaHoSo", "LyDo", "Truong"}:
        raise ValueError("refused")
    reason, field = _sure(entry["LyDo"], str)[:2000], _sure(entry.get("Truong", ""), str)[:100]
    return _code(entry["MaHoSo"]), (reason, field)


def _body(told: Mapping[str, Any]) -> bytes:
    return strict_json.dumps({name: told[name] for name in sorted(told)})


def check_signature(path: Path, answer: Answer, key: PublicKey) -> None:
    """Raise WrongSignature unless this key signed the answer."""
    if not keys.is_signed(key, keys.ACKNOWLEDGEMENT, answer.body, answer.signature):
        raise WrongSignature(str(path))


def write(path: Path, told: Mapping[str, Any], key: OfficeKey | None = None) -> None:
    """Write an answer, signed when a key is given: what a province's receiving program does."""
    content = dict(told)
    if key is not None:
        content["signer"] = key.public.fingerprint
        content["signature"] = keys.b64(key.sign(keys.ACKNOWLEDGEMENT, _body(content)))
    write_whole(path, strict_json.dumps(content) + b"\n")
