"""Opening somebody else's package: nothing of it is believed before form, signature and hashes hold."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from motcua_desktop.domain.exchange import PackageFacts, PublicKey, Step
from motcua_desktop.domain.sync_errors import (
    BadRecord,
    ContentChanged,
    NewerFormat,
    NotAPackage,
    SealedForOther,
    TooLarge,
    UnsafePath,
    WrongSignature,
)
from motcua_desktop.sync import container, keys, sealing, strict_json
from motcua_desktop.sync.container import END_SIZE, STORED, Part
from motcua_desktop.sync.keys import OfficeKey
from motcua_desktop.sync.package import ATTACHMENTS, FORMAT, MANIFEST, PARTS, SIGNATURE

#: Refused before a byte is unpacked.
LARGEST_FILE = container.LARGEST + 64 * 1024 * 1024
LARGEST_MANIFEST = 16 * 1024 * 1024
LARGEST_TOTAL = 16 * 1024**3
HIGHEST_RATIO, SMALL_PART = 250, 1024 * 1024
LONGEST_LINE = 1024 * 1024
_BLOCK = 64 * 1024
_ATTACHMENT = re.compile(r"attachments/[0-9A-Za-z][0-9A-Za-z._-]{0,150}")
_HEX = re.compile(r"[0-9a-f]{64}")
_HEAD = {
    "program": str, "unit": str, "office": str, "machine": str, "sequence": int, "previous": str,
    "made_at": str, "officer": str, "first_event": int, "last_event": int, "counts": dict,
}  # fmt: skip
_FILE = {"name": str, "bytes": int, "lines": int, "sha256": str, "packed": int, "packed_sha256": str}


class Package:
    """An opened package whose form and signature hold; `check` proves the rest, `lines` reads a part."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path, self._file = str(path), file
        self._places = self._directory()
        self.manifest = self._manifest()
        self._parts = {entry["name"]: entry for entry in self.manifest["files"]}
        self._compare_parts()

    @property
    def key(self) -> PublicKey:
        """The key that signed it; whether it is trusted is the caller's question."""
        return keys.public_key(**self.manifest["key"], unit=self.manifest["unit"])

    @property
    def facts(self) -> PackageFacts:
        """What it says of itself."""
        told = self.manifest
        return PackageFacts(
            format=told["format"],
            unit=told["unit"],
            office=told["office"],
            machine=told["machine"],
            sequence=told["sequence"],
            made_at=told["made_at"],
            officer=told["officer"],
            dossiers=self._parts["register.jsonl"]["lines"],
            hash=hashlib.sha256(self._raw_manifest).hexdigest(),
            previous=told["previous"],
            first_event=told["first_event"],
            last_event=told["last_event"],
            signer=self.key.fingerprint,
        )

    # -- form

    def _refuse(self, what: str) -> NotAPackage:
        return NotAPackage(self._path, what)

    def _directory(self) -> dict[str, tuple[Part, int]]:
        size = self._file.seek(0, os.SEEK_END)
        if size > LARGEST_FILE:
            raise TooLarge(self._path, "file", size, LARGEST_FILE)
        if size < END_SIZE:
            raise self._refuse("end")
        self._file.seek(size - END_SIZE)
        told = container.read_end(self._file.read(END_SIZE))
        if told is None:
            raise self._refuse("end")
        count, length, offset = told
        if count > container.MOST_PARTS or length > LARGEST_MANIFEST:
            raise TooLarge(self._path, "parts", count, container.MOST_PARTS)
        if offset + length + END_SIZE != size:
            raise self._refuse("end")
        self._file.seek(offset)
        found = container.read_directory(self._file.read(length), count)
        if found is None:
            raise self._refuse("directory")
        self._check_places(found, offset)
        return {part.name: (part, place) for part, place in found}

    def _check_places(self, found: list[tuple[Part, int]], end: int) -> None:
        """Names, sizes, and that the parts lie one after the other with our own bytes before each."""
        names = [part.name for part, _place in found]
        for name in names:
            if name not in (MANIFEST, SIGNATURE, *PARTS) and not _is_attachment(name):
                raise UnsafePath(self._path, name[:200])
        if names[: 2 + len(PARTS)] != [MANIFEST, SIGNATURE, *PARTS] or len(set(names)) != len(names):
            raise self._refuse("parts")
        expected = total = 0
        for part, place in found:
            self._check_size(part)
            total += part.size
            head = part.head()
            self._file.seek(place)
            if place != expected or self._file.read(len(head)) != head:
                raise self._refuse("local header")
            expected = place + len(head) + part.packed
        if expected != end:
            raise self._refuse("gap")
        if total > LARGEST_TOTAL:
            raise TooLarge(self._path, "total", total, LARGEST_TOTAL)

    def _check_size(self, part: Part) -> None:
        plain = part.name in (MANIFEST, SIGNATURE)
        if plain != (part.method == STORED) or (plain and part.size != part.packed):
            raise self._refuse("method")
        if plain and part.size > LARGEST_MANIFEST:
            raise TooLarge(self._path, "part", part.size, LARGEST_MANIFEST)
        if part.size > max(SMALL_PART, part.packed * HIGHEST_RATIO):
            raise TooLarge(self._path, "ratio", part.size // max(1, part.packed), HIGHEST_RATIO)

    # -- manifest and signature

    def _manifest(self) -> dict[str, Any]:
        self._raw_manifest, signature = self._stored(MANIFEST), self._stored(SIGNATURE)
        try:
            told = strict_json.loads(self._raw_manifest, deepest=4)
            if not isinstance(told, dict) or type(told.get("format")) is not int:
                raise ValueError("format")
            if told["format"] > FORMAT:
                raise NewerFormat(self._path, told["format"], FORMAT)
            signer = keys.public_key(told["key"]["sign"], told["key"]["seal"])
            if not keys.is_signed(signer, keys.PACKAGE, self._raw_manifest, signature):
                raise WrongSignature(self._path)
            _check_manifest(told)
        except (ValueError, KeyError, TypeError) as error:
            raise self._refuse("manifest") from error
        return told

    def _stored(self, name: str) -> bytes:
        part, place = self._places[name]
        self._file.seek(place + len(part.head()))
        raw = self._file.read(part.packed)
        if zlib.crc32(raw) != part.crc:
            raise ContentChanged(self._path, name)
        return raw

    def _compare_parts(self) -> None:
        listed = [(entry["name"], entry["bytes"], entry["packed"]) for entry in self.manifest["files"]]
        lying = [(part.name, part.size, part.packed) for part, _place in self._places.values()]
        if listed != lying[2:]:
            raise self._refuse("files")

    # -- content

    def check(self, step: Step | None = None) -> None:
        """Compare every part with its hashes, kept and unpacked. Raises ContentChanged."""
        total = sum(entry["bytes"] for entry in self.manifest["files"]) or 1
        done = 0
        for name, entry in self._parts.items():
            packed, plain, lines = hashlib.sha256(), hashlib.sha256(), 0
            for block in self._unpacked(name, packed):
                plain.update(block)
                lines += block.count(b"\n")
                done += len(block)
                if step is not None:
                    step(done, total)
            found = (packed.hexdigest(), plain.hexdigest())
            if found != (entry["packed_sha256"], entry["sha256"]):
                raise ContentChanged(self._path, name)
            if not name.startswith(ATTACHMENTS) and lines != entry["lines"]:
                raise ContentChanged(self._path, name)

    def _unpacked(self, name: str, packed_sum: Any = None) -> Iterator[bytes]:
        part, place = self._places[name]
        at, left = place + len(part.head()), part.packed
        inflate, size, crc = zlib.decompressobj(-15), 0, 0
        while left:
            # Several parts are read in turn: each block is sought anew.
            self._file.seek(at)
            raw = self._file.read(min(_BLOCK, left))
            at, left = at + len(raw), left - len(raw)
            if packed_sum is not None:
                packed_sum.update(raw)
            for block in self._inflate(inflate, raw, name):
                size, crc = size + len(block), zlib.crc32(block, crc)
                if size > part.size:
                    raise TooLarge(self._path, "part", size, part.size)
                yield block
        if not inflate.eof or inflate.unused_data or size != part.size or crc != part.crc:
            raise ContentChanged(self._path, name)

    def _inflate(self, inflate: Any, raw: bytes, name: str) -> Iterator[bytes]:
        """What a few packed bytes hold, never more than a quarter of a megabyte at once."""
        while True:
            try:
                block = inflate.decompress(raw, 4 * _BLOCK)
            except zlib.error as error:
                raise ContentChanged(self._path, name) from error
            if block:
                yield block
            raw = inflate.unconsumed_tail
            if inflate.eof or (not raw and len(block) < 4 * _BLOCK):
                return

    def lines(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """The records of a part with their line numbers. Raises BadRecord."""
        number, rest = 0, b""
        for block in self._unpacked(name):
            pieces = (rest + block).split(b"\n")
            rest = pieces.pop()
            if len(rest) > LONGEST_LINE:
                raise TooLarge(self._path, "line", len(rest), LONGEST_LINE)
            for piece in pieces:
                number += 1
                yield number, self._record(name, number, piece)
        if rest:
            raise BadRecord(self._path, name, number + 1, "end")

    def _record(self, name: str, number: int, piece: bytes) -> dict[str, Any]:
        try:
            record = strict_json.loads(piece)
        except ValueError as error:
            raise BadRecord(self._path, name, number, "json") from error
        if not isinstance(record, dict):
            raise BadRecord(self._path, name, number, "json")
        return record

    def attachments(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """The names and contents of the files that came along."""
        for name in self._parts:
            if name.startswith(ATTACHMENTS):
                yield name.removeprefix(ATTACHMENTS), self._unpacked(name)


def _is_attachment(name: str) -> bool:
    return bool(_ATTACHMENT.fullmatch(name)) and ".." not in name


def _check_manifest(told: dict[str, Any]) -> None:
    if told.keys() != {"format", *_HEAD, "schema", "files", "key"} or told["schema"] != PARTS:
        raise ValueError("keys")
    for name, kind in _HEAD.items():
        value = told[name]
        if type(value) is not kind or (isinstance(value, str) and len(value) > 500):
            raise ValueError(name)
        if isinstance(value, int) and value < 0:
            raise ValueError(name)
    if any(type(number) is not int for number in told["counts"].values()):
        raise ValueError("counts")
    for entry in told["files"]:
        if entry.keys() != _FILE.keys() or any(type(entry[k]) is not kind for k, kind in _FILE.items()):
            raise ValueError("files")
        if not (_HEX.fullmatch(entry["sha256"]) and _HEX.fullmatch(entry["packed_sha256"])):
            raise ValueError("sha256")


@contextmanager
def open_package(path: Path, key: OfficeKey | None, folder: Path) -> Iterator[Package]:
    """Open a package file, unsealing it into a nameless file of `folder` when it is sealed for `key`.

    Raises the refusals of this module's imports, or OSError.
    """
    with path.open("rb") as file:
        if not sealing.is_sealed(file.read(len(sealing.MARK))):
            yield Package(path, file)
            return
        if os.fstat(file.fileno()).st_size > LARGEST_FILE:
            raise TooLarge(str(path), "file", os.fstat(file.fileno()).st_size, LARGEST_FILE)
        file.seek(0)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as plain:
            if key is None or not sealing.unseal(file, key, plain.write):
                raise SealedForOther(str(path))
            yield Package(path, plain)
