"""An office's key pair: Ed25519 to sign what goes out, X25519 to open what is sealed for it.

The private half lies in one file of the data folder, readable by its owner alone; it never enters the
database or a copy of it. The public half travels as a key card, a small JSON file; people compare
fingerprints.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from motcua_desktop.domain.exchange import PublicKey
from motcua_desktop.domain.sync_errors import BadKeyFile
from motcua_desktop.files import write_whole

PACKAGE, ACKNOWLEDGEMENT = b"motcua-package-1\n", b"motcua-ack-1\n"
_LARGEST_CARD = 10_000


def b64(raw: bytes) -> str:
    """Base64 text."""
    return base64.b64encode(raw).decode()


def unb64(text: Any, length: int) -> bytes:
    """The bytes of a base64 text of exactly that many bytes in its one form. Raises ValueError."""
    raw = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    if len(raw) != length or b64(raw) != text:
        raise ValueError(length)
    return raw


def fingerprint(sign: str, seal: str) -> str:
    """What people read to one another: 20 letters and digits in five groups (100 bits of SHA-256)."""
    digest = hashlib.sha256(unb64(sign, 32) + unb64(seal, 32)).digest()
    letters = base64.b32encode(digest).decode()[:20]
    return "-".join(letters[i : i + 4] for i in range(0, 20, 4))


def public_key(sign: Any, seal: Any, unit: str = "", name: str = "") -> PublicKey:
    """A public key from its two base64 texts. Raises ValueError when they are none."""
    return PublicKey(fingerprint(sign, seal), sign, seal, unit, name)


@dataclass(frozen=True)
class OfficeKey:
    """The office's own pair."""

    _sign: Ed25519PrivateKey
    _seal: X25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """The half that is given away."""
        return public_key(
            b64(self._sign.public_key().public_bytes_raw()), b64(self._seal.public_key().public_bytes_raw())
        )

    def sign(self, purpose: bytes, content: bytes) -> bytes:
        """64 bytes that only this key makes of this content for this purpose."""
        return self._sign.sign(purpose + content)

    def shared(self, ephemeral: bytes) -> bytes:
        """The secret shared with the maker of a sealed file. Raises ValueError for a degenerate key."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

        return self._seal.exchange(X25519PublicKey.from_public_bytes(ephemeral))


def is_signed(key: PublicKey, purpose: bytes, content: bytes, signature: bytes) -> bool:
    """Whether the key's owner signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(unb64(key.sign, 32)).verify(signature, purpose + content)
    except (InvalidSignature, ValueError):
        return False
    return True


def new_key() -> OfficeKey:
    """A pair nobody has had before."""
    return OfficeKey(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())


def own_key(path: Path) -> OfficeKey:
    """The office's pair, made at first use. Raises BadKeyFile or OSError."""
    try:
        return _read(path)
    except FileNotFoundError:
        made = new_key()
    content = json.dumps(
        {
            "motcua_private_key": 1,
            "warning": "Khóa bí mật của bộ phận một cửa: không sao chép, không gửi cho ai.",
            "sign": b64(made._sign.private_bytes_raw()),
            "seal": b64(made._seal.private_bytes_raw()),
        },
        ensure_ascii=False,
        indent=1,
    )
    return made if _keep(path, content.encode()) else _read(path)


def _keep(path: Path, content: bytes) -> bool:
    """Write the private file whole with its rights; False when another program was first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # Neither a link nor Windows' rename goes over a file that is there: two programs make one key.
        (os.rename if os.name == "nt" else os.link)(beside, path)
    except FileExistsError:
        return False
    finally:
        beside.unlink(missing_ok=True)
    return True


def _read(path: Path) -> OfficeKey:
    raw = path.read_bytes()
    try:
        kept = json.loads(raw)
        return OfficeKey(
            Ed25519PrivateKey.from_private_bytes(unb64(kept["sign"], 32)),
            X25519PrivateKey.from_private_bytes(unb64(kept["seal"], 32)),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BadKeyFile(str(path), "private") from error


def write_card(path: Path, key: PublicKey) -> None:
    """Write a key card to give away."""
    card = {
        "motcua_key": 1,
        "name": key.name,
        "unit": key.unit,
        "sign": key.sign,
        "seal": key.seal,
        "fingerprint": key.fingerprint,
    }
    write_whole(path, json.dumps(card, ensure_ascii=False, indent=1).encode() + b"\n")


def read_card(path: Path) -> PublicKey:
    """The key on a card. Raises BadKeyFile or OSError."""
    with path.open("rb") as file:
        raw = file.read(_LARGEST_CARD + 1)
    try:
        card = json.loads(raw)
        if len(raw) > _LARGEST_CARD or card["motcua_key"] != 1:
            raise ValueError
        key = public_key(card["sign"], card["seal"], str(card["unit"])[:60], str(card["name"])[:200])
        if key.fingerprint != card["fingerprint"]:
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadKeyFile(str(path), "card") from error
    return key
