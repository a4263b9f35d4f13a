"""A file sealed for one recipient: X25519 with a key made for this file, HKDF-SHA256, AES-256-GCM in chunks.

Layout: the mark, the one-time public key (32 bytes), then chunks of 64 KiB each with its 16-byte tag. The
nonce of a chunk is its number, with 1 in the last byte of the last one: none can be left out, moved or added.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from motcua_desktop.domain.exchange import PublicKey
from motcua_desktop.sync.keys import OfficeKey, unb64

MARK = b"MOTCUA-SEALED-1\n"
_CHUNK, _TAG = 64 * 1024, 16


def _cipher(secret: bytes, ephemeral: bytes, recipient: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, ephemeral + recipient, MARK).derive(secret))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Seal:
    """Writes what it is given, sealed, into a file; `close` ends it (and does not close the file)."""

    def __init__(self, file: BinaryIO, recipient: PublicKey) -> None:
        once = X25519PrivateKey.generate()
        ephemeral, theirs = once.public_key().public_bytes_raw(), unb64(recipient.seal, 32)
        secret = once.exchange(X25519PublicKey.from_public_bytes(theirs))
        self._cipher = _cipher(secret, ephemeral, theirs)
        self._file, self._held, self._number = file, bytearray(), 0
        file.write(MARK + ephemeral)

    def write(self, content: bytes) -> None:
        """Take some bytes."""
        self._held += content
        while len(self._held) > _CHUNK:
            self._chunk(bytes(self._held[:_CHUNK]), last=False)
            del self._held[:_CHUNK]

    def _chunk(self, content: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), content, MARK))
        self._number += 1

    def close(self) -> None:
        """Write the last chunk."""
        self._chunk(bytes(self._held), last=True)


def is_sealed(first: bytes) -> bool:
    """Whether a file that begins so is sealed."""
    return first.startswith(MARK)


def unseal(file: BinaryIO, key: OfficeKey, write: Callable[[bytes], object]) -> bool:
    """Open a sealed file with our key; False when it is not for us, was changed or cut."""
    if file.read(len(MARK)) != MARK:
        return False
    ephemeral = file.read(32)
    try:
        cipher = _cipher(key.shared(ephemeral), ephemeral, unb64(key.public.seal, 32))
    except ValueError:
        return False
    number, chunk = 0, file.read(_CHUNK + _TAG)
    while True:
        following = file.read(_CHUNK + _TAG)
        try:
            write(cipher.decrypt(_nonce(number, last=not following), chunk, MARK))
        except InvalidTag:
            return False
        if not following:
            return True
        number, chunk = number + 1, following
