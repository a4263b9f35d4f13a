"""Writing a package: parts, a manifest that names them all, a signature over the manifest.

The format is described in docs/sync-format.md. `hash` of a package is the SHA-256 of its manifest, which
holds the SHA-256 of every part; the next package names it, so packages of a machine form a chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from motcua_desktop.domain.exchange import PublicKey
from motcua_desktop.domain.sync_errors import TooLarge
from motcua_desktop.files import whole_file
from motcua_desktop.sync import container, keys, sealing, strict_json
from motcua_desktop.sync.container import Packing, Part
from motcua_desktop.sync.keys import OfficeKey

FORMAT = 1
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
PROCEDURES, REGISTER = "procedures.jsonl", "register.jsonl"
PROMISES, SUPPLEMENTS, APOLOGIES = "promises.jsonl", "supplements.jsonl", "apologies.jsonl"
DOSSIERS, PROGRESS, RESULTS = "dossiers.jsonl", "progress.jsonl", "results.jsonl"
ATTACHMENTS = "attachments/"
#: The parts every package has, in their order, with the schema each line follows.
PARTS = {
    PROCEDURES: "procedure.schema.json",
    REGISTER: "register.schema.json",
    PROMISES: "promise.schema.json",
    SUPPLEMENTS: "supplement.schema.json",
    APOLOGIES: "apology.schema.json",
    DOSSIERS: "dossier.schema.json",
    PROGRESS: "progress.schema.json",
    RESULTS: "result.schema.json",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A package on the disk."""

    hash: str
    bytes: int


class PackageWriter:
    """Collects the parts beside the place where the package will lie, then joins, signs and seals them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._worker = ThreadPoolExecutor(1, "package")
        self._parts = {name: Packing(name, folder, self._worker) for name in PARTS}

    def __enter__(self) -> PackageWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for part in self._parts.values():
            part.close()
        self._worker.shutdown()

    def add(self, part: str, record: Any) -> None:
        """One record as a line of a part."""
        self._parts[part].add(strict_json.dumps(record) + b"\n")

    def attach(self, name: str, source: BinaryIO) -> None:
        """A file of a dossier, as `attachments/<name>`."""
        whole = ATTACHMENTS + name
        self._parts[whole] = Packing(whole, self._folder, self._worker)
        self._parts[whole].add_file(source)

    def finish(
        self,
        out: Path,
        head: Mapping[str, Any],
        key: OfficeKey,
        recipient: PublicKey | None = None,
        signed: Callable[[str], object] = lambda _hash: None,
    ) -> Written:
        """Write the package whole or not at all. `head` is what the manifest says beside its parts.

        `signed` is told the package's hash before the file has its name. Raises OSError, and TooLarge when it
        passes what a plain zip holds (export a stretch with `since`).
        """
        parts = {name: packing.finish() for name, packing in self._parts.items()}
        manifest = strict_json.dumps(_manifest(head, key.public, list(parts.values())))
        signature, digest = key.sign(keys.PACKAGE, manifest), hashlib.sha256(manifest).hexdigest()
        signed(digest)
        largest = max(part.size for part in parts.values())
        if largest > container.LARGEST:
            raise TooLarge(str(out), "part", largest, container.LARGEST)
        pieces: list[tuple[Part, Iterable[bytes]]] = [
            (container.stored(MANIFEST, manifest), [manifest]),
            (container.stored(SIGNATURE, signature), [signature]),
            *((part, self._parts[name].blocks()) for name, part in parts.items()),
        ]
        try:
            size = _write(out, container.join(pieces), recipient)
        except OverflowError as error:
            raise TooLarge(str(out), "file", int(str(error)), container.LARGEST) from error
        return Written(digest, size)


def _write(out: Path, blocks: Iterator[bytes], recipient: PublicKey | None) -> int:
    with whole_file(out) as file:
        if recipient is None:
            for block in blocks:
                file.write(block)
        else:
            seal = sealing.Seal(file, recipient)
            for block in blocks:
                seal.write(block)
            seal.close()
        return file.tell()


def _manifest(head: Mapping[str, Any], key: PublicKey, parts: list[Part]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        **head,
        "schema": PARTS,
        "files": [
            {
                "name": part.name,
                "bytes": part.size,
                "lines": part.lines,
                "sha256": part.sha256,
                "packed": part.packed,
                "packed_sha256": part.packed_sha256,
            }
            for part in parts
        ],
        "key": {"sign": key.sign, "seal": key.seal},
    }
