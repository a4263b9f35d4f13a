"""Scans on two machines of one office: the log always travels, the files when they are sent along."""

from pathlib import Path

import pytest
from tests.exchange_offices import Machines, received

from motcua_desktop.counter import papers_carried
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.scans import Scan, ScanMissing

PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def scanned(counter: Counter, code: str, folder: Path) -> Scan:
    page = folder / "to khai.pdf"
    page.write_bytes(PDF)
    (scan,) = counter.scans.add(code, [page]).added
    return scan


def of(counter: Counter, code: str) -> tuple[Scan, ...]:
    return counter.scans.of(counter.register.dossier(code))


def test_files_sent_along_are_kept_and_then_looked_for(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    code = received(a)
    scan = scanned(a, code, tmp_path)
    a.exchange.export(tmp_path / "p.zip", since=0, attachments=True)
    b.exchange.read_in(tmp_path / "p.zip", dry_run=True)
    assert not (b.folder / "scans").exists()
    b.exchange.read_in(tmp_path / "p.zip")
    assert of(b, code) == (scan,)
    assert b.scans.kept(scan).read_bytes() == PDF
    assert b.safekeeping.check().findings == ()
    (b.folder / scan.path).unlink()
    assert [finding.what for finding in b.safekeeping.check().findings] == ["scan_missing"]


def test_a_scan_whose_file_stayed_behind_is_known_and_is_no_fault(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    code = received(a)
    scan = scanned(a, code, tmp_path)
    a.exchange.export(tmp_path / "p.zip", since=0)
    b.exchange.read_in(tmp_path / "p.zip")
    assert of(b, code) == (scan,)
    with pytest.raises(ScanMissing):
        b.scans.kept(scan)
    assert b.safekeeping.check().findings == ()
    second = b.scans.add(code, [tmp_path / "to khai.pdf"]).left_out
    assert "giống hệt bản chụp số 1" in second[0][1]


def test_a_scan_taken_away_here_is_gone_there(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    code = received(a)
    scan = scanned(a, code, tmp_path)
    a.scans.remove(code, scan.uid)
    a.exchange.export(tmp_path / "p.zip", since=0, attachments=True)
    b.exchange.read_in(tmp_path / "p.zip")
    assert of(b, code) == () and not (b.folder / "scans").exists()


def test_a_path_another_counter_made_up_is_never_followed(machines: Machines, tmp_path: Path) -> None:
    """A log may say that a scan lies anywhere: nothing outside the folder of scans is read or written."""
    (b,) = machines("")
    secret = b.folder / "keys" / "office.json"
    b.exchange.keys.own()
    for path in ("keys/office.json", "scans/2026/03/../../keys/office.pdf", str(secret)):
        made = Scan("u" + path[-8:], 1, 0, "x.pdf", "0" * 64, 1, b.now(), "Lê Thị Sen", path)
        with pytest.raises(ScanMissing):
            b.scans.kept(made)
    assert secret.is_file()


def test_a_paper_sent_along_is_a_print_of_its_dossier_there(machines: Machines, tmp_path: Path) -> None:
    a, b = machines("", "")
    code = received(a)
    slip = a.paper.issue(a.register.dossier(code), "receipt")
    for number in (1, 2):
        a.exchange.export(tmp_path / f"{number}.zip", since=0, attachments=True)
        b.exchange.read_in(tmp_path / f"{number}.zip")
    (paper,) = b.register.dossier(code).printed
    (ours,) = a.register.dossier(code).printed
    assert (paper.form, paper.at, paper.path) == ("receipt", ours.at, ours.path)
    assert b.paper.kept(paper).read_bytes() == slip.read_bytes()
    again = b.paper.text_of(b.paper.copy(b.register.dossier(code), "receipt"))
    assert "BẢN IN LẠI" in again, "the citizen has one already"
    assert b.safekeeping.check().findings == ()


@pytest.mark.parametrize(
    "name",
    [
        "{code}-giay-hen-20261399-080000.pdf",
        "{code}-la-20260302-080000.pdf",
        "x-giay-hen-20260302-080000.pdf",
    ],
)
def test_a_file_that_is_no_paper_of_a_dossier_is_passed_over(machines: Machines, name: str) -> None:
    (b,) = machines("")
    code = received(b)
    assert not papers_carried.keep(b._desk, name.format(code=code), iter([PDF]), "Quầy 2")
    named = f"{code}-giay-hen-20260302-080000.pdf"
    assert not papers_carried.keep(b._desk, named, iter([b"MZ no paper"]), "Quầy 2")
    assert b.register.dossier(code).printed == () and not (b.folder / "papers").exists()
    assert papers_carried.keep(b._desk, named, iter([PDF]), "Quầy 2")
