"""The words in a slip's QR: code, due instant and a short signature of the office.

Digits, capitals and `.-*` only, so that no keyboard layout between scanner and program can change them. The
signature is the first 80 bits of HMAC-SHA-256 under a key that lives in the register: checked without a
network by this office's machines, not forgeable by who has only paper.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.paper_answers import SlipCheck
from motcua_desktop.persistence import dossiers, settings
from motcua_desktop.persistence.engine import Connection

_MARK = "MC1"
_NO_DUE = "0"


def slip_text(connection: Connection, dossier: Dossier) -> str:
    """What the QR of this dossier's slip says now. The office's key must have been made (`ensure_key`)."""
    due = dossier.appointment_at
    words = f"{_MARK}*{dossier.code}*{f'{due:%Y%m%d%H%M}' if due else _NO_DUE}"
    return f"{words}*{_sign(connection, words)}"


def ensure_key(desk: Desk) -> None:
    """Make the office's key for slips on the first day."""
    with desk.database.read() as connection:
        if settings.get(connection, "slip_key"):
            return
    with desk.database.write() as connection:
        if not settings.get(connection, "slip_key"):
            settings.put(connection, "slip_key", secrets.token_hex(32))


def check(desk: Desk, text: str) -> SlipCheck:
    """Tell a genuine slip from an altered one, and whether its date is still the register's."""
    parts = text.strip().upper().split("*")
    if len(parts) != 4 or parts[0] != _MARK:
        return SlipCheck(False, "", None, None)
    _mark, code, stamp, signature = parts
    with desk.database.read() as connection:
        expected = _sign(connection, f"{_MARK}*{code}*{stamp}")
        genuine = bool(expected) and hmac.compare_digest(expected.encode(), signature.encode())
        due = _instant(stamp) if genuine else None
        key = dossiers.id_of(connection, code) if genuine else None
        found = dossiers.get(connection, key) if key is not None else None
    in_register = None if found is None else found.appointment_at == due
    return SlipCheck(genuine, code, due, in_register)


def _sign(connection: Connection, words: str) -> str:
    key = str(settings.get(connection, "slip_key", ""))
    if not key:
        return ""
    digest = hmac.new(bytes.fromhex(key), words.encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:10]).decode()


def _instant(stamp: str) -> datetime | None:
    return None if stamp == _NO_DUE else datetime.strptime(stamp, "%Y%m%d%H%M")
