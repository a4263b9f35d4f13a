"""Scans of papers: kept whole before they are told, never written over, told when they are gone."""

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import moves
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Dossier, Officer
from motcua_desktop.domain.errors import NotPermitted, UnknownComponent
from motcua_desktop.domain.lifecycle import Move, Role, Status
from motcua_desktop.domain.scans import Scan, ScanChanged, ScanMissing, UnknownScan

PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0 a card \xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n a page IEND\xaeB`\x82"
TIFF = b"II*\0 a page"


@pytest.fixture
def code(counter: Counter) -> str:
    return counter.intake.receive(draft()).dossier.code


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    """The folder the scanner writes into."""
    folder = tmp_path / "may quet"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def of(counter: Counter, code: str) -> tuple[Scan, ...]:
    return counter.scans.of(counter.register.dossier(code))


def test_a_scan_is_copied_and_told_and_the_original_stays(
    counter: Counter, code: str, scanned: Path, clock: Clock
) -> None:
    card = put(scanned, "Căn cước.pdf", PDF)
    clock.set("2026-03-02T09:15:00")
    answer = counter.scans.add(code, [card], component=1)
    (scan,) = of(counter, code)
    assert answer.added == (scan,) and answer.left_out == ()
    assert (scan.number, scan.component, scan.name, scan.bytes) == (1, 1, "Căn cước.pdf", len(PDF))
    assert (scan.officer, scan.at, scan.sha256) == (
        "Bùi Thị Hạnh",
        clock.now,
        hashlib.sha256(PDF).hexdigest(),
    )
    assert scan.path.startswith(f"scans/2026/03/{code}-01") and scan.path.endswith(".pdf")
    assert counter.scans.kept(scan).read_bytes() == PDF == card.read_bytes()
    event = counter.register.dossier(code).events[-1]
    assert (event.move, event.status) == (Move.SCAN, Status.RECEIVED)
    assert counter.safekeeping.check().findings == ()


def test_what_a_file_is_is_told_by_its_content(counter: Counter, code: str, scanned: Path) -> None:
    files = [
        put(scanned, "a.dat", JPEG),
        put(scanned, "b.pdf", PNG),
        put(scanned, "c", TIFF),
        put(scanned, "don.pdf", b"MZ a program"),
        put(scanned, "empty.pdf", b""),
    ]
    answer = counter.scans.add(code, files)
    assert [Path(scan.path).suffix for scan in answer.added] == [".jpg", ".png", ".tif"]
    assert [scan.number for scan in answer.added] == [1, 2, 3]
    assert [name for name, _why in answer.left_out] == ["don.pdf", "empty.pdf"]
    assert "không phải bản chụp" in answer.left_out[0][1]


def test_a_file_the_scanner_still_writes_is_not_taken(counter: Counter, code: str, scanned: Path) -> None:
    answer = counter.scans.add(code, [put(scanned, "dang-quet.pdf", PDF[:20])])
    assert not answer.added and "chưa ghi xong" in answer.left_out[0][1]
    assert counter.scans.add(code, [put(scanned, "dang-quet.pdf", PDF)]).added


def test_too_large_a_file_is_told_with_its_size(
    counter: Counter, code: str, scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motcua_desktop.counter.scan_files.LARGEST", 2_000_000)
    answer = counter.scans.add(code, [put(scanned, "to.pdf", PDF + bytes(3_000_000) + b"%%EOF")])
    assert "nặng 4 MB, nhiều nhất là 2 MB" in answer.left_out[0][1]
    assert not (counter.folder / "scans").exists()


def test_the_same_page_twice_is_kept_once(counter: Counter, code: str, scanned: Path) -> None:
    first, again = put(scanned, "1.pdf", PDF), put(scanned, "2.pdf", PDF)
    answer = counter.scans.add(code, [first, again, put(scanned, "3.jpg", JPEG)])
    assert [scan.name for scan in answer.added] == ["1.pdf", "3.jpg"]
    assert "giống hệt bản chụp số 1" in answer.left_out[0][1]
    assert not counter.scans.add(code, [again]).added
    other = counter.intake.receive(draft(name="Lê Văn Hải")).dossier.code
    assert counter.scans.add(other, [again]).added, "another dossier may have the same page"


def test_a_file_that_went_away_is_told_and_the_others_are_kept(
    counter: Counter, code: str, scanned: Path
) -> None:
    answer = counter.scans.add(code, [scanned / "usb.pdf", put(scanned, "1.pdf", PDF), scanned])
    assert [scan.name for scan in answer.added] == ["1.pdf"]
    assert [name for name, _why in answer.left_out] == ["usb.pdf", "may quet"]
    assert "Không có tệp" in answer.left_out[0][1]


def test_the_copy_is_on_the_disk_before_the_log_says_so(
    counter: Counter, code: str, scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []
    write = moves.write

    def looking(desk: object, connection: object, dossier: Dossier, move: Move, *rest: object) -> object:
        seen.extend(path.read_bytes() for path in (counter.folder / "scans").rglob("*.pdf"))
        return write(desk, connection, dossier, move, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("motcua_desktop.counter.scans.moves.write", looking)
    counter.scans.add(code, [put(scanned, "1.pdf", PDF)])
    assert seen == [PDF]


def test_where_the_log_cannot_be_written_no_copy_stays_behind(
    counter: Counter, code: str, scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("motcua_desktop.counter.scans.moves.write", broken)
    with pytest.raises(OSError, match="no room"):
        counter.scans.add(code, [put(scanned, "1.pdf", PDF)])
    assert list((counter.folder / "scans").rglob("*.*")) == []
    assert of(counter, code) == ()


def test_one_removed_can_be_brought_back_and_its_number_is_not_used_again(
    counter: Counter, code: str, scanned: Path
) -> None:
    page = put(scanned, "1.pdf", PDF)
    (first,) = counter.scans.add(code, [page]).added
    counter.scans.remove(code, first.uid)
    assert of(counter, code) == () and (counter.folder / first.path).exists()
    with pytest.raises(UnknownScan):
        counter.scans.remove(code, first.uid)
    counter.scans.bring_back(code, first.uid)
    assert of(counter, code) == (first,)
    counter.scans.remove(code, first.uid)
    (second,) = counter.scans.add(code, [page]).added
    assert second.number == 2
    assert [e.move for e in counter.register.dossier(code).events[1:]] == [
        Move.SCAN,
        Move.SCAN_REMOVED,
        Move.SCAN,
        Move.SCAN_REMOVED,
        Move.SCAN,
    ]


def test_a_scan_gone_or_changed_is_said_when_opened_and_found_by_a_check(
    counter: Counter, code: str, scanned: Path
) -> None:
    one, two = counter.scans.add(code, [put(scanned, "1.pdf", PDF), put(scanned, "2.jpg", JPEG)]).added
    (counter.folder / one.path).write_bytes(PDF + b"\n")
    (counter.folder / two.path).unlink()
    with pytest.raises(ScanChanged):
        counter.scans.kept(one)
    with pytest.raises(ScanMissing):
        counter.scans.kept(two)
    assert {(f.what, f.where) for f in counter.safekeeping.check().findings} == {
        ("scan_changed", one.path),
        ("scan_missing", two.path),
    }
    counter.scans.remove(code, two.uid)
    assert [f.what for f in counter.safekeeping.check().findings] == ["scan_changed"]


def test_a_component_the_procedure_does_not_have_is_refused(
    counter: Counter, code: str, scanned: Path
) -> None:
    with pytest.raises(UnknownComponent):
        counter.scans.add(code, [put(scanned, "1.pdf", PDF)], component=99)
    assert not (counter.folder / "scans").exists()


def test_who_only_reads_adds_and_removes_nothing(counter: Counter, code: str, scanned: Path) -> None:
    (scan,) = counter.scans.add(code, [put(scanned, "1.pdf", PDF)]).added
    counter._desk.officer = Officer("Lê Thị Sen", Role.READ_ONLY)
    with pytest.raises(NotPermitted):
        counter.scans.add(code, [put(scanned, "2.jpg", JPEG)])
    with pytest.raises(NotPermitted):
        counter.scans.remove(code, scan.uid)
    assert of(counter, code) == (scan,)


def test_a_scan_is_no_step_of_the_dossier(counter: Counter, code: str, scanned: Path) -> None:
    """Undo takes back the move before it, a mistaken receipt stays one, a finished dossier takes scans."""
    counter.handling.hand_over(code, "Phòng Kinh tế")
    counter.scans.add(code, [put(scanned, "1.pdf", PDF)])
    assert counter.handling.undo(code).dossier.status is Status.RECEIVED
    assert len(of(counter, code)) == 1, "undoing a move takes no scan away"
    mistaken = counter.intake.receive(draft(name="Lê Văn Hải")).dossier.code
    counter.scans.add(mistaken, [put(scanned, "2.jpg", JPEG)])
    assert counter.intake.take_back(mistaken, "Nhận nhầm").dossier.status is Status.WITHDRAWN
    assert counter.scans.add(mistaken, [put(scanned, "3.png", PNG)]).dossier.status is Status.WITHDRAWN


def test_a_package_carries_scans_when_asked_and_tells_the_portal_nothing(
    counter: Counter, code: str, scanned: Path, tmp_path: Path
) -> None:
    (scan,) = counter.scans.add(code, [put(scanned, "1.pdf", PDF)]).added
    counter.exchange.export(tmp_path / "p.zip", attachments=True)
    counter.exchange.verify(tmp_path / "p.zip")
    with zipfile.ZipFile(tmp_path / "p.zip") as package:
        assert package.read(f"attachments/{Path(scan.path).name}") == PDF
        (told,) = [json.loads(line) for line in package.read("register.jsonl").splitlines()]
        assert [event["kind"] for event in told["events"]] == ["receive", "scan"]
        assert b"scan" not in package.read("progress.jsonl")


def test_the_scanners_newest_files_are_offered_until_a_dossier_has_them(
    counter: Counter, code: str, scanned: Path
) -> None:
    for minute, (name, content) in enumerate(
        [("1.pdf", PDF), ("2.JPG", JPEG), ("3.png", PNG), ("ghi chú.txt", b"words"), (".4.pdf", PDF)]
    ):
        os.utime(put(scanned, name, content), (1_772_413_200 + 60 * minute,) * 2)
    offered = counter.scans.fresh(scanned)
    assert [file.path.name for file in offered] == ["3.png", "2.JPG", "1.pdf"]
    assert (offered[-1].at.isoformat(), offered[-1].bytes) == ("2026-03-02T08:00:00", len(PDF))
    counter.scans.add(code, [scanned / "2.JPG"])
    assert [file.path.name for file in counter.scans.fresh(scanned, most=1)] == ["3.png"]
    assert [file.path.name for file in counter.scans.fresh(scanned)] == ["3.png", "1.pdf"]
