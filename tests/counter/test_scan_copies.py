"""Scans in the copies: each once, verified, back after the disk is lost, and said when they could not go."""

import errno
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.counter.test_scans import JPEG, PDF, PNG, of, put
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import safekeeping, scan_copies
from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.file_errors import CopyPlaceGone
from motcua_desktop.domain.scans import ScanMissing, ScansCopied
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import backup
from motcua_desktop.say import finding_words, say, say_warning


@pytest.fixture
def stick(counter: Counter, tmp_path: Path) -> Path:
    """A stick the office chose for its copies."""
    place = tmp_path / "USB"
    place.mkdir()
    counter.office.set("backup_folder", str(place))
    return place


def add(counter: Counter, tmp_path: Path, name: str, content: bytes) -> Path:
    """A new dossier with a scan; where its file lies below the data folder."""
    code = counter.intake.receive(draft(), slip=False).dossier.code
    (scan,) = counter.scans.add(code, [put(tmp_path, name, content)]).added
    return Path(scan.path)


def test_scans_go_to_the_stick_once_and_a_second_day_copies_only_the_new_ones(
    counter: Counter, clock: Clock, tmp_path: Path, stick: Path
) -> None:
    card = add(counter, tmp_path, "can cuoc.pdf", PDF)
    assert counter.safekeeping.copy_scans() == ScansCopied(written=1, there=1)
    assert (stick / card).read_bytes() == PDF
    (stick / card).write_bytes(PDF.replace(b"endobj", b"ENDOBJ"))  # whoever copied again would mend it
    clock.now += timedelta(days=1)
    photo = add(counter, tmp_path, "anh.jpg", JPEG)
    assert counter.safekeeping.copy_scans().written == 1
    assert (stick / photo).read_bytes() == JPEG and b"ENDOBJ" in (stick / card).read_bytes()
    assert counter.safekeeping.copy_scans() == ScansCopied()


def test_copies_beside_the_register_take_no_scans(counter: Counter, tmp_path: Path) -> None:
    add(counter, tmp_path, "can cuoc.pdf", PDF)
    assert counter.safekeeping.automatic() is not None
    assert counter.safekeeping.copy_scans() == ScansCopied()
    assert not (counter.folder / "backups" / "scans").exists(), "one disk lost takes both"


def test_another_stick_gets_all_of_them(counter: Counter, tmp_path: Path, stick: Path) -> None:
    for name, content in (("a.pdf", PDF), ("b.jpg", JPEG), ("c.png", PNG)):
        add(counter, tmp_path, name, content)
    assert counter.safekeeping.copy_scans().written == 3
    shutil.rmtree(stick)
    stick.mkdir()
    assert counter.safekeeping.copy_scans().written == 3


def test_what_was_stopped_goes_on_where_it_stood(counter: Counter, tmp_path: Path, stick: Path) -> None:
    for name, content in (("a.pdf", PDF), ("b.jpg", JPEG), ("c.png", PNG)):
        add(counter, tmp_path, name, content)
    told: list[tuple[int, int]] = []

    def stop_at_the_third(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        counter.safekeeping.copy_scans(step=stop_at_the_third)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert counter.safekeeping.copy_scans() == ScansCopied(written=1, there=3)


def test_a_lost_disk_gives_back_the_register_and_every_scan(
    counter: Counter, clock: Clock, tmp_path: Path, stick: Path
) -> None:
    card, photo = add(counter, tmp_path, "a.pdf", PDF), add(counter, tmp_path, "b.jpg", JPEG)
    copy = counter.safekeeping.automatic()
    counter.safekeeping.copy_scans()
    counter.close()
    assert copy is not None and copy.path.parent == stick
    (stick / photo).unlink()
    machine = tmp_path / "may moi"
    restored = safekeeping.restore(machine, copy.path, clock(), "Bùi Thị Hạnh")
    assert (restored.dossiers, restored.scans.brought) == (2, 1)
    assert restored.scans.missing == (photo.as_posix(),)
    assert (machine / card).read_bytes() == PDF
    again = open_counter(machine, now=clock, officer=counter.officer)
    said = [finding_words(finding) for finding in again.safekeeping.check().findings]
    assert f"Không thấy tệp bản chụp {photo.as_posix()}" in said
    again.close()


def test_a_scan_that_is_gone_comes_back_from_the_copy_when_it_is_opened(
    counter: Counter, tmp_path: Path, stick: Path
) -> None:
    card = add(counter, tmp_path, "a.pdf", PDF)
    code = card.name.rsplit("-", 2)[0]
    counter.safekeeping.copy_scans()
    (counter.folder / card).unlink()
    (finding,) = counter.safekeeping.check().findings
    assert "bản sao lưu còn" in finding_words(finding)
    (scan,) = of(counter, code)
    assert counter.scans.kept(scan).read_bytes() == PDF
    assert counter.safekeeping.check().findings == ()
    (counter.folder / card).unlink()
    (stick / card).write_bytes(b"another paper")
    with pytest.raises(ScanMissing):
        counter.scans.kept(scan)


def test_the_check_says_which_copy_is_missing_and_the_asked_copy_mends_it(
    counter: Counter, tmp_path: Path, stick: Path
) -> None:
    card = add(counter, tmp_path, "a.pdf", PDF)
    counter.safekeeping.copy_scans()
    (stick / card).unlink()
    (finding,) = counter.safekeeping.check().findings
    assert finding_words(finding) == f"Bản sao lưu thiếu hoặc hỏng tệp bản chụp {card.as_posix()}"
    assert counter.safekeeping.copy_scans().written == 0, "a day's run thinks of new scans only"
    assert counter.safekeeping.copy_scans(stick).written == 1
    assert counter.safekeeping.check().findings == ()


def test_once_a_week_every_file_is_looked_over(
    counter: Counter, clock: Clock, tmp_path: Path, stick: Path
) -> None:
    card = add(counter, tmp_path, "a.pdf", PDF)
    counter.safekeeping.copy_scans()
    (stick / card).unlink()
    clock.now += timedelta(days=7)
    assert counter.safekeeping.copy_scans().written == 1


def test_a_file_somebody_changed_is_not_taken_for_the_scan(
    counter: Counter, tmp_path: Path, stick: Path
) -> None:
    card, photo = add(counter, tmp_path, "a.pdf", PDF), add(counter, tmp_path, "b.jpg", JPEG)
    (counter.folder / card).write_bytes(PDF + b" changed")
    copied = counter.safekeeping.copy_scans()
    assert (copied.written, copied.amiss) == (1, (card.as_posix(),))
    assert not (stick / card).exists() and (stick / photo).exists()


def test_a_full_stick_is_said_until_the_scans_are_there(
    counter: Counter, tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(counter, tmp_path, "a.pdf", PDF)
    monkeypatch.setattr(scan_copies, "free_bytes", lambda _folder: scan_copies.ROOM_LEFT)
    with pytest.raises(OSError) as trouble:
        counter.safekeeping.copy_scans()
    assert trouble.value.errno == errno.ENOSPC
    state = counter.safekeeping.state()
    assert state.trouble is not None and "đã đầy" in say(state.trouble)
    assert "chưa chép hết" in say_warning(counter.safekeeping.cautions()[0])
    monkeypatch.undo()
    assert counter.safekeeping.copy_scans().written == 1
    assert counter.safekeeping.state().trouble is None and counter.safekeeping.cautions() == ()


def test_a_stick_pulled_out_does_not_become_a_folder_of_this_disk(
    counter: Counter, tmp_path: Path, stick: Path
) -> None:
    add(counter, tmp_path, "a.pdf", PDF)
    stick.rmdir()
    attempts: tuple[Callable[[], object], ...] = (
        counter.safekeeping.automatic,
        counter.safekeeping.copy_scans,
    )
    for attempt in attempts:
        with pytest.raises(CopyPlaceGone) as refusal:
            attempt()
        assert "Cắm USB" in say(refusal.value)
    assert not stick.exists() and not counter.safekeeping.state().is_there
    (beside,) = (counter.folder / "backups").glob("motcua-*.db")
    assert backup.verify(beside) == 1, "a copy on this disk is better than none"
    stick.mkdir()
    made = counter.safekeeping.automatic()
    assert made is not None and made.path.parent == stick


def test_another_register_copying_to_the_same_place_does_not_hide_what_is_new(
    counter: Counter, clock: Clock, tmp_path: Path, stick: Path
) -> None:
    add(counter, tmp_path, "a.pdf", PDF)
    counter.safekeeping.copy_scans()
    other = open_counter(tmp_path / "may hai", now=clock, officer=counter.officer)
    other.office.set("backup_folder", str(stick))
    photo = add(other, tmp_path, "b.jpg", JPEG)
    write_whole(stick / "ghi chu.txt", b"of somebody")
    assert other.safekeeping.copy_scans().written == 1
    assert (stick / photo).exists() and (stick / "ghi chu.txt").exists()
    assert len(list((stick / "scans").glob("motcua-*.json"))) == 2
    other.close()
