"""The zip file around a package, in exactly one possible form.

Every byte outside the parts is a function of their names, lengths and CRCs: fixed date, no extra fields, no
comment, no gaps. A reader makes those bytes again and compares, so nothing can hide in them. Any unzip
program opens it. Parts are deflated on a second thread as they come, into files beside, then joined.
"""

from __future__ import annotations

import hashlib
import struct
import tempfile
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION, _UTF8, _TIME, _DATE = 20, 0x800, 0, 0x21  # 1980-01-01 00:00, the first day a zip knows
STORED, DEFLATED = 0, 8
_BLOCK = 256 * 1024
#: A plain zip holds 4 GiB; larger registers are exported in stretches (`--since`).
LARGEST = 0xFFFF_FF00
MOST_PARTS = 60_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it lies in the file: `size` and `sha256` of the content, `packed…` of the bytes kept."""

    name: str
    size: int
    lines: int
    sha256: str
    crc: int
    packed: int
    packed_sha256: str
    method: int = DEFLATED

    def head(self) -> bytes:
        """The bytes before the part."""
        name = self.name.encode()
        return (
            _LOCAL.pack(
                b"PK\x03\x04", _VERSION, _UTF8, self.method, _TIME, _DATE, self.crc, self.packed, self.size,
                len(name), 0,
            )
            + name
        )  # fmt: skip

    def entry(self, offset: int) -> bytes:
        """The part's line in the directory at the end."""
        name = self.name.encode()
        return (
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, _VERSION, _UTF8, self.method, _TIME, _DATE, self.crc, self.packed,
                self.size, len(name), 0, 0, 0, 0, 0, offset,
            )
            + name
        )  # fmt: skip


class Packing:
    """A part on its way: lines go in, deflated bytes wait in a file beside until the package is joined."""

    def __init__(self, name: str, folder: Path, worker: ThreadPoolExecutor) -> None:
        self.name = name
        self._worker = worker
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - `close` lets it go
        self._deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        self._sum, self._packed_sum = hashlib.sha256(), hashlib.sha256()
        self._crc = self._size = self._packed = self._lines = self._held = 0
        self._lines_held: list[bytes] = []
        self._under_way: deque[Future[None]] = deque()

    def add(self, line: bytes) -> None:
        """One line, its line feed included."""
        self._lines_held.append(line)
        self._lines += 1
        self._held += len(line)
        if self._held >= _BLOCK:
            self._hand_over()

    def add_file(self, source: BinaryIO) -> None:
        """The whole of a file, as it is."""
        while block := source.read(_BLOCK):
            self._lines_held.append(block)
            self._hand_over()

    def _hand_over(self) -> None:
        block = b"".join(self._lines_held)
        self._lines_held, self._held = [], 0
        self._under_way.append(self._worker.submit(self._pack, block))
        while len(self._under_way) > 4:
            self._under_way.popleft().result()

    def _pack(self, block: bytes) -> None:
        self._sum.update(block)
        self._crc = zlib.crc32(block, self._crc)
        self._size += len(block)
        self._keep(self._deflate.compress(block))

    def _keep(self, packed: bytes) -> None:
        self._packed_sum.update(packed)
        self._packed += len(packed)
        self._file.write(packed)

    def finish(self) -> Part:
        """Pack what is left; the part is then complete."""
        self._hand_over()
        while self._under_way:
            self._under_way.popleft().result()
        self._keep(self._deflate.flush())
        return Part(
            self.name, self._size, self._lines, self._sum.hexdigest(), self._crc, self._packed,
            self._packed_sum.hexdigest(),
        )  # fmt: skip

    def blocks(self) -> Iterator[bytes]:
        """The deflated bytes."""
        self._file.seek(0)
        while block := self._file.read(_BLOCK):
            yield block

    def close(self) -> None:
        """Let the file beside go; what is still under way is waited for."""
        for one in self._under_way:
            one.cancel() or one.exception()
        self._file.close()


def stored(name: str, content: bytes) -> Part:
    """A small part kept as it is."""
    digest = hashlib.sha256(content).hexdigest()
    size = len(content)
    return Part(name, size, 0, digest, zlib.crc32(content), size, digest, STORED)


def join(parts: Iterable[tuple[Part, Iterable[bytes]]]) -> Iterator[bytes]:
    """The bytes of the zip file."""
    offset, entries = 0, []
    for part, blocks in parts:
        entries.append(part.entry(offset))
        head = part.head()
        yield head
        offset += len(head) + part.packed
        if offset > LARGEST or len(entries) > MOST_PARTS:
            raise OverflowError(offset)
        yield from blocks
    directory = b"".join(entries)
    yield directory
    yield end(len(entries), len(directory), offset)


def end(count: int, size: int, offset: int) -> bytes:
    """The last bytes of the file."""
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)


def read_end(last: bytes) -> tuple[int, int, int] | None:
    """(parts, bytes of the directory, its place) from the file's last 22 bytes; None for no such end."""
    if len(last) != _END.size:
        return None
    _mark, _disk, _disk2, count, _count2, size, offset, _comment = _END.unpack(last)
    return (count, size, offset) if end(count, size, offset) == last else None


END_SIZE = _END.size


def read_directory(directory: bytes, count: int) -> list[tuple[Part, int]] | None:
    """The parts and their places from the directory's bytes; None when it is not in our one form."""
    found, at = [], 0
    for _number in range(count):
        if at + _CENTRAL.size > len(directory):
            return None
        fields = _CENTRAL.unpack_from(directory, at)
        method, crc, packed, size, length, offset = *(fields[i] for i in (4, 7, 8, 9, 10)), fields[-1]
        raw = directory[at + _CENTRAL.size : at + _CENTRAL.size + length]
        try:
            part = Part(raw.decode(), size, 0, "", crc, packed, "", method)
        except UnicodeDecodeError:
            return None
        entry = part.entry(offset)
        if method not in (STORED, DEFLATED) or directory[at : at + len(entry)] != entry:
            return None
        found.append((part, offset))
        at += len(entry)
    return found if at == len(directory) else None
