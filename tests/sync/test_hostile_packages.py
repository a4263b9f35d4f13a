"""Nothing a stranger does to a package gets past the door, nothing is touched before it is known whole."""

from __future__ import annotations

import json
import struct
import zipfile
from pathlib import Path
from random import Random

import pytest
from benchmarks.fuzz_packages import mutations

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.sync_errors import (
    ContentChanged,
    NewerFormat,
    NotAPackage,
    SealedForOther,
    TooLarge,
    UnsafePath,
    WrongSignature,
)
from motcua_desktop.sync import container, keys, package, strict_json
from motcua_desktop.sync.keys import OfficeKey
from motcua_desktop.sync.opening import open_package
from motcua_desktop.sync.package import PARTS, PackageWriter

HEAD = {
    "program": "motcua", "unit": "H48.25.12", "office": "Lý Sơn", "machine": "M", "sequence": 1,
    "previous": "", "made_at": "20260302080000", "officer": "Bùi Thị Hạnh", "first_event": 0, "last_event": 9,
    "counts": {"register": 0},
}  # fmt: skip


@pytest.fixture(scope="module")
def key() -> OfficeKey:
    return keys.new_key()


def written(path: Path, key: OfficeKey, recipient: OfficeKey | None = None, **head: object) -> Path:
    with PackageWriter(path.parent) as writer:
        for number in range(30):
            writer.add(package.DOSSIERS, {"MaHoSo": f"H48.25.12-260302-{number:04d}", "ChuHoSo": "Lê Ý"})
        writer.finish(path, {**HEAD, **head}, key, recipient.public if recipient else None)
    return path


def opened(path: Path, key: OfficeKey | None = None) -> int:
    with open_package(path, key, path.parent) as found:
        found.check()
        return len(list(found.lines(package.DOSSIERS)))


def test_a_package_reads_back_what_was_written(tmp_path: Path, key: OfficeKey) -> None:
    assert opened(written(tmp_path / "p.zip", key)) == 30


def test_the_same_content_makes_the_same_bytes(tmp_path: Path, key: OfficeKey) -> None:
    one, two = written(tmp_path / "1.zip", key), written(tmp_path / "2.zip", key)
    assert one.read_bytes() == two.read_bytes()


def test_any_unzip_program_opens_a_package(tmp_path: Path, key: OfficeKey) -> None:
    with zipfile.ZipFile(written(tmp_path / "p.zip", key)) as file:
        assert file.testzip() is None
        assert file.namelist() == ["manifest.json", "manifest.sig", *PARTS]


def test_a_sealed_package_opens_with_the_recipients_key_alone(tmp_path: Path, key: OfficeKey) -> None:
    province = keys.new_key()
    path = written(tmp_path / "p.motcua", key, province)
    assert opened(path, province) == 30
    assert b"H48.25.12" not in path.read_bytes()
    for stranger in (key, None):
        with pytest.raises(SealedForOther):
            opened(path, stranger)


@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "sealed"])
def test_no_mutated_package_is_accepted_and_none_crashes(
    tmp_path: Path, key: OfficeKey, sealed: bool
) -> None:
    path = written(tmp_path / "p.zip", key, key if sealed else None)
    whole, bad = path.read_bytes(), tmp_path / "bad.zip"
    for raw in mutations(whole, Random(7), 300):
        bad.write_bytes(raw)
        with pytest.raises(Refusal):
            opened(bad, key)


def test_every_changed_byte_of_a_package_is_noticed(tmp_path: Path, key: OfficeKey) -> None:
    whole, bad = written(tmp_path / "p.zip", key).read_bytes(), tmp_path / "bad.zip"
    for place in range(0, len(whole), 3):
        bad.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(Refusal):
            opened(bad)


def forged(path: Path, parts: list[tuple[container.Part, bytes]]) -> Path:
    path.write_bytes(b"".join(container.join([(part, [raw]) for part, raw in parts])))
    return path


def lying(path: Path) -> list[tuple[container.Part, bytes]]:
    """The parts of a package as they lie, to be put together otherwise."""
    with zipfile.ZipFile(path) as file, path.open("rb") as raw:
        found = []
        for info in file.infolist():
            head = len(info.filename.encode()) + 30
            raw.seek(info.header_offset + head)
            part = container.Part(
                info.filename, info.file_size, 0, "", info.CRC, info.compress_size, "", info.compress_type
            )
            found.append((part, raw.read(info.compress_size)))
    return found


def test_a_manifest_signed_by_another_key_is_refused(tmp_path: Path, key: OfficeKey) -> None:
    parts = lying(written(tmp_path / "p.zip", key))
    signature = keys.new_key().sign(keys.PACKAGE, parts[0][1])
    parts[1] = (container.stored("manifest.sig", signature), signature)
    with pytest.raises(WrongSignature):
        opened(forged(tmp_path / "f.zip", parts))


def test_a_signature_made_for_something_else_is_refused(tmp_path: Path, key: OfficeKey) -> None:
    parts = lying(written(tmp_path / "p.zip", key))
    signature = key.sign(keys.ACKNOWLEDGEMENT, parts[0][1])
    parts[1] = (container.stored("manifest.sig", signature), signature)
    with pytest.raises(WrongSignature):
        opened(forged(tmp_path / "f.zip", parts))


def test_a_part_exchanged_for_one_of_another_package_is_refused(tmp_path: Path, key: OfficeKey) -> None:
    parts = lying(written(tmp_path / "p.zip", key))
    other = lying(written(tmp_path / "q.zip", key, sequence=2))
    parts[2:4] = reversed(other[2:4])
    with pytest.raises(Refusal):
        opened(forged(tmp_path / "f.zip", parts))


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "attachments/../x", "attachments/a/b", "C:\\x", "extra.txt"]
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, key: OfficeKey, name: str) -> None:
    parts = [*lying(written(tmp_path / "p.zip", key)), (container.stored(name, b"x"), b"x")]
    with pytest.raises(UnsafePath):
        opened(forged(tmp_path / "f.zip", parts))


def test_a_part_that_unpacks_to_far_more_than_it_holds_is_refused_unread(
    tmp_path: Path, key: OfficeKey
) -> None:
    parts = lying(written(tmp_path / "p.zip", key))
    raw = parts[-1][1]
    bomb = container.Part(parts[-1][0].name, 3 * 1024**3, 0, "", 0, len(raw), "", container.DEFLATED)
    with pytest.raises(TooLarge) as refused:
        opened(forged(tmp_path / "f.zip", [*parts[:-1], (bomb, raw)]))
    assert refused.value.what == "ratio"


def test_a_part_larger_than_its_manifest_says_stops_at_that_size(tmp_path: Path, key: OfficeKey) -> None:
    import zlib

    parts = lying(written(tmp_path / "p.zip", key))
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = deflate.compress(bytes(50_000_000)) + deflate.flush()
    told = parts[-1][0]
    part = container.Part(told.name, told.size, 0, "", told.crc, len(raw), "", container.DEFLATED)
    with pytest.raises(Refusal):
        opened(forged(tmp_path / "f.zip", [*parts[:-1], (part, raw)]))


def test_a_directory_that_promises_a_million_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(b"x" * 100 + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 65535, 65535, 40, 60, 0))
    with pytest.raises(TooLarge):
        opened(path)


def test_a_newer_format_is_refused_by_its_number(tmp_path: Path, key: OfficeKey) -> None:
    with pytest.raises(NewerFormat) as refused:
        opened(written(tmp_path / "p.zip", key, format=2))
    assert (refused.value.found, refused.value.known) == (2, 1)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":1,"a":2}',
        b'{"a":1.5}',
        b'{"a":NaN}',
        b'{"a":' + b"9" * 400 + b"}",
        b"[" * 200_000,
        b"\xff",
        b"",
    ],
    ids=["twice", "fraction", "nan", "huge number", "deep", "no utf-8", "empty"],
)
def test_json_we_would_not_write_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError):
        strict_json.loads(raw, deepest=4)


def test_json_nested_deeper_than_asked_for_is_refused() -> None:
    with pytest.raises(ValueError):
        strict_json.loads(json.dumps([[[[[1]]]]]).encode(), deepest=4)


@pytest.mark.parametrize("raw", [b"", b"PK", b"not a package" * 10, b"MOTCUA-SEALED-1\n", bytes(5000)])
def test_what_is_no_package_is_said_so(tmp_path: Path, raw: bytes, key: OfficeKey) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(raw)
    with pytest.raises((NotAPackage, SealedForOther)):
        opened(path, key)


def test_padding_that_deflate_ignores_is_noticed(tmp_path: Path, key: OfficeKey) -> None:
    parts = lying(written(tmp_path / "p.zip", key))
    place = next(i for i, (part, _raw) in enumerate(parts) if part.name == package.DOSSIERS)
    part, raw = parts[place]
    for bit in (0x80, 0x40):
        parts[place] = (part, raw[:-1] + bytes([raw[-1] ^ bit]))
        with pytest.raises(ContentChanged):
            opened(forged(tmp_path / "f.zip", parts))
