"""The register survives: copies, restoring, disks that are full, locked, read-only, elsewhere."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter import safekeeping
from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.errors import (
    BackupBroken,
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseTooNew,
    DiskFull,
    FileExists,
    FolderNotWritable,
    Refusal,
)
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.query import Query
from motcua_desktop.persistence import backup, places
from motcua_desktop.say import say, say_warning


def receive(counter: Counter) -> str:
    return counter.intake.receive(draft(), slip=False).dossier.code


def test_a_copy_is_whole_and_never_written_over_another_file(counter: Counter, tmp_path: Path) -> None:
    receive(counter)
    out = tmp_path / "usb" / "sao.db"
    counter.safekeeping.backup(out)
    assert backup.verify(out) == 1
    with pytest.raises(FileExists):
        counter.safekeeping.backup(out)
    assert [path.name for path in out.parent.iterdir()] == ["sao.db"]


def test_the_daily_copy_is_made_once_a_day_and_on_closing_only_after_a_change(
    counter: Counter, clock: Clock
) -> None:
    receive(counter)
    assert counter.safekeeping.automatic() is not None
    receive(counter)
    assert counter.safekeeping.automatic() is None
    clock.now += timedelta(hours=9)
    closed = counter.safekeeping.automatic(closing=True)
    assert closed is not None and counter.safekeeping.last_copy() == closed
    clock.now += timedelta(minutes=1)
    assert counter.safekeeping.automatic(closing=True) is None
    assert counter.safekeeping.copies() == (closed.path,), "of each day the newest stays"


def test_seven_days_four_weeks_and_twelve_months_of_copies_stay() -> None:
    days = [datetime(2026, 11, 20, 17) - timedelta(days=n) for n in range(500)]
    copies = [Path(backup.name_of(day)) for day in days]
    gone = backup.too_many(copies, 7, 4, 12)
    kept = [copy for copy in copies if copy not in gone]
    assert kept[:7] == copies[:7]
    assert len({(backup.made_at(copy) or days[0]).strftime("%Y-%m") for copy in kept}) == 12
    assert 20 <= len(kept) <= 23


def test_old_copies_go_and_foreign_files_stay(counter: Counter, clock: Clock) -> None:
    counter.office.set("backup_kept", [2, 1, 1])
    for _ in range(5):
        receive(counter)
        counter.safekeeping.automatic()
        (counter.folder / "backups" / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")
        clock.now += timedelta(days=1)
    assert len(counter.safekeeping.copies()) == 2
    assert (counter.folder / "backups" / "ghi-chu.txt").exists()


def test_restoring_keeps_the_present_register_under_a_dated_name(
    counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    first = receive(counter)
    copy = counter.safekeeping.backup(tmp_path / "sao.db")
    lost = receive(counter)
    clock.now += timedelta(minutes=5)
    restored = counter.safekeeping.restore(copy)

    assert restored.missing == (lost,)
    assert restored.kept is not None and backup.verify(restored.kept) == 2
    again = open_counter(counter.folder, now=clock, officer=counter.officer)
    assert [line.code for line in again.register.page(Query())] == [first]
    # The code the citizen took home is never given to somebody else.
    assert receive(again) == "H48.25.12-260302-0003"
    assert again.safekeeping.check().findings == ()
    assert "restore" in {line.kind for line in again.accounts.log(10)}
    again.close()


def test_a_broken_copy_replaces_nothing(counter: Counter, tmp_path: Path) -> None:
    code = receive(counter)
    copy = counter.safekeeping.backup(tmp_path / "sao.db")
    content = bytearray(copy.read_bytes())
    content[4096:8192] = bytes(4096)
    copy.write_bytes(content)
    with pytest.raises(BackupBroken):
        counter.safekeeping.restore(copy)
    assert counter.register.dossier(code).code == code


def test_a_damaged_register_is_set_aside_whole(counter: Counter, clock: Clock, tmp_path: Path) -> None:
    receive(counter)
    copy = counter.safekeeping.backup(tmp_path / "sao.db")
    counter.close()
    register = counter.folder / "motcua.db"
    register.write_bytes("mất điện".encode() * 1000)
    for ending in ("-wal", "-shm"):
        Path(f"{register}{ending}").unlink(missing_ok=True)
    with pytest.raises(DatabaseDamaged):
        open_counter(counter.folder, now=clock)
    restored = safekeeping.restore(counter.folder, copy, clock(), "Bùi Thị Hạnh")
    assert restored.kept is not None and restored.kept.read_bytes().startswith("mất điện".encode())
    assert restored.dossiers == 1


def test_only_an_administrator_restores(counter: Counter, tmp_path: Path) -> None:
    copy = counter.safekeeping.backup(tmp_path / "sao.db")
    counter._desk.officer = Officer("Lê Thị Sen", Role.LEAD)
    with pytest.raises(Refusal):
        counter.safekeeping.restore(copy)
    assert list(counter.folder.glob("*khoi-phuc*")) == []


def test_a_full_disk_keeps_what_was_kept_and_says_so(counter: Counter) -> None:
    code = receive(counter)
    with counter._desk.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.rollback()

    def fill_up() -> None:
        for _ in range(200):
            receive(counter)

    with pytest.raises(DiskFull) as refusal:
        fill_up()
    assert "đã đầy" in say(refusal.value)
    assert counter.register.dossier(code).code == code
    assert counter.safekeeping.check().findings == ()


def test_a_register_held_by_another_program_is_said_to_be_held(counter: Counter, clock: Clock) -> None:
    code = receive(counter)
    second = open_counter(counter.folder, now=clock, officer=counter.officer, patience=0.05)
    with counter._desk.database.write():
        with pytest.raises(DatabaseLocked) as refusal:
            receive(second)
        assert second.register.dossier(code).code == code, "reading goes on"
    assert "đang bị chương trình khác giữ" in say(refusal.value)
    assert receive(second).endswith("-0002")
    second.close()


def test_a_folder_that_cannot_be_written_to_is_opened_for_reading(
    counter: Counter, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = receive(counter)
    counter.close()
    monkeypatch.setattr(places, "is_writable", lambda _folder: False)
    reading = open_counter(counter.folder, now=clock)
    assert reading.register.view(code).code == code
    with pytest.raises(FolderNotWritable):
        receive(reading)
    with pytest.raises(FolderNotWritable):
        reading.register.reveal(code, "phone")
    assert "read_only" in {caution.what for caution in reading.safekeeping.cautions()}
    reading.close()
    with pytest.raises(FolderNotWritable):
        open_counter(tmp_path / "empty", now=clock)


def test_a_network_share_is_known_by_its_mount_and_said(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = ["sda1 / ext4 rw 0 0", "//may-chu/chung /srv/chung\\040ta cifs rw 0 0"]
    assert places.kind_of_place(Path("/srv/chung ta/motcua.db"), mounts) == "cifs"
    assert places.kind_of_place(Path("/srv/chung/motcua.db"), mounts) == "ext4"
    monkeypatch.setattr(places, "is_on_network", lambda _path: True)
    assert places.journal_for(Path("motcua.db")) == "DELETE"
    (caution,) = counter.safekeeping.cautions()
    assert "thư mục mạng" in say_warning(caution)


def test_a_register_of_a_newer_program_is_refused_by_name(counter: Counter, clock: Clock) -> None:
    with counter._desk.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    counter.close()
    with pytest.raises(DatabaseTooNew) as refusal:
        open_counter(counter.folder, now=clock)
    assert "9999" in say(refusal.value)


def test_a_file_of_somebody_else_is_not_taken_for_a_register(tmp_path: Path, clock: Clock) -> None:
    import sqlite3

    folder = tmp_path / "la"
    folder.mkdir()
    other = sqlite3.connect(folder / "motcua.db")
    other.execute("CREATE TABLE nhac (bai TEXT)")
    other.close()
    before = shutil.copy(folder / "motcua.db", tmp_path / "before.db")
    with pytest.raises(DatabaseDamaged):
        open_counter(folder, now=clock)
    assert (folder / "motcua.db").read_bytes() == Path(before).read_bytes()
