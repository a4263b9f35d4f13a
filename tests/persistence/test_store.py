"""What the tables promise, on SQLite or on a server (MOTCUA_TEST_URL)."""

import threading
from datetime import date, datetime

import pytest

from motcua_desktop.domain.numbering import Block
from motcua_desktop.domain.text import fold
from motcua_desktop.persistence import driver_words, events, numbers, people, settings
from motcua_desktop.persistence.engine import Database
from motcua_desktop.persistence.events import LogEntry

NOON = datetime(2026, 3, 2, 12, 0)


def entry(number: int, at: datetime = NOON) -> LogEntry:
    return LogEntry(f"u{number}", at, "Lê Thị Sen", "view", facts={"n": str(number)})


def test_serials_run_without_gap_or_double_for_many_writers(empty_database: Database) -> None:
    claimed: list[int] = []

    def work() -> None:
        for turn in range(25):
            try:
                with empty_database.write() as connection:
                    number = settings.next_serial(connection, "dossier|H48|260302")
                    if turn % 5 == 4:
                        raise InterruptedError
                claimed.append(number)
            except InterruptedError:
                continue

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == list(range(1, 8 * 20 + 1))


def test_the_log_is_a_chain_whose_end_is_known(empty_database: Database) -> None:
    with empty_database.write() as connection:
        numbers_ = [events.append(connection, entry(n)) for n in range(1, 6)]
        assert numbers_ == [1, 2, 3, 4, 5]
        assert events.next_number(connection) == 6
    with empty_database.read() as connection:
        assert events.head(connection).count == 5
        assert list(events.broken_links(connection)) == []
        assert [number for number, _entry in events.entries(connection, limit=2)] == [5, 4]


def test_what_is_rolled_back_was_never_there(empty_database: Database) -> None:
    with empty_database.write() as connection:
        events.append(connection, entry(1))

    def fails_half_way() -> None:
        with empty_database.write() as connection:
            events.append(connection, entry(2))
            settings.put(connection, "key", "value")
            raise ValueError("half-way")

    with pytest.raises(ValueError, match="half-way"):
        fails_half_way()
    with empty_database.read() as connection:
        assert events.head(connection).count == 1
        assert settings.get(connection, "key") is None
        assert list(events.broken_links(connection)) == []


def test_a_reader_sees_one_instant_while_somebody_writes(empty_database: Database) -> None:
    with empty_database.write() as connection:
        settings.put(connection, "key", "before")
    with empty_database.read() as reading:
        assert settings.get(reading, "key") == "before"
        with empty_database.write() as connection:
            settings.put(connection, "key", "after")
        if reading.dialect.name == "sqlite":
            assert settings.get(reading, "key") == "before"
    with empty_database.read() as reading:
        assert settings.get(reading, "key") == "after"


def test_blocks_are_kept_with_their_days(empty_database: Database) -> None:
    block = Block(500, 599, date(2026, 3, 1), date(2026, 3, 31))
    with empty_database.write() as connection:
        key = numbers.add_block(connection, "H48", block, "Lê Thị Sen", NOON)
        numbers.end_block(connection, key)
        assert numbers.blocks_of(connection, "H48") == [(key, block, True)]
        assert numbers.blocks_of(connection, "H48", ended=False) == []
        assert numbers.blocks_of(connection, "H49") == []


def test_a_beginning_goes_on_to_the_syllables_ever_written(empty_database: Database) -> None:
    with empty_database.write() as connection:
        people.keep_syllables(connection, "Nguyễn Thị Ngọc")
        people.keep_syllables(connection, "Nguyễn Thị Ngọc")
        assert people.beginning_with(connection, "ng", 10) == ["ngoc", "nguyen", "nguyễn", "ngọc"]
        assert people.beginning_with(connection, fold("Thị"), 10) == ["thi"]
        assert people.beginning_with(connection, "x", 10) == []


def test_what_the_driver_says_is_told_apart_from_our_own_words() -> None:
    class Wrapped(Exception):
        orig = ValueError("database is locked")

    assert driver_words.is_locked(Wrapped("INSERT INTO x"))
    assert not driver_words.is_locked(ValueError("[SQL: SELECT locked_until FROM busy_people]"))
    assert driver_words.is_full(ValueError("database or disk is full"))
    assert driver_words.is_damaged(ValueError("database disk image is malformed"))
    assert driver_words.is_read_only(ValueError("attempt to write a readonly database"))
    assert driver_words.is_disk_trouble(ValueError("disk I/O error"))
