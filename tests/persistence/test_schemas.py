"""Every released register opens in this version, and none is opened by a version too old for it."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.engine import Connection
from tests.counter_fixtures import Clock

from motcua_desktop.counter.counter import open_counter
from motcua_desktop.domain.query import Query
from motcua_desktop.persistence import backup, dialect, engine, schema, upgrade
from motcua_desktop.persistence.engine import Database

OLD = Path(__file__).resolve().parent.parent / "old_databases"


def made(connection: Connection) -> set[tuple[str, str, str]]:
    return set(dialect.tables_and_more(connection))


def test_a_fresh_register_and_an_upgraded_one_have_the_same_tables_indexes_and_triggers(
    tmp_path: Path,
) -> None:
    fresh = Database(tmp_path / "fresh.db")
    upgraded = Database(tmp_path / "upgraded.db")
    with upgraded.engine.connect() as connection:
        for kind, name, _sql in dialect.tables_and_more(connection):
            if kind == "table" and "_data" not in name:
                connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
        assert {name for _k, name, _s in dialect.tables_and_more(connection)} <= {"sqlite_sequence"}
    upgrade.steps(upgraded)
    with fresh.read() as first, upgraded.read() as second:
        assert made(first) == made(second)
        assert second.execute(text("SELECT version_num FROM alembic_version")).scalar() == schema.REVISION
    fresh.close()
    upgraded.close()


def test_there_is_a_sample_of_every_released_schema() -> None:
    assert {path.stem for path in OLD.glob("*.db")} == upgrade.known_revisions()


@pytest.mark.parametrize("sample", sorted(OLD.glob("*.db")), ids=lambda path: path.stem)
def test_an_old_register_opens_with_everything_it_held(sample: Path, tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    (folder / "motcua.db").write_bytes(sample.read_bytes())
    counter = open_counter(folder, now=clock)
    assert counter.register.count(Query()) == 5
    assert counter.safekeeping.check().findings == ()
    assert [line.applicant for line in counter.register.page(Query("dang thi"))] == ["Đặng Thị Ỷ"]
    assert counter.register.page(Query("vrot"))
    fresh = Database(tmp_path / "fresh.db")
    with fresh.read() as first, counter._desk.database.read() as second:
        assert made(first) == made(second)
    fresh.close()
    counter.close()


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A version of the program with one step more; the test says whether it fails."""
    step: dict[str, object] = {}

    def run(_config: object, _target: str) -> None:
        connection = _config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("ALTER TABLE people ADD COLUMN note TEXT")
        if step.get("fails"):
            raise RuntimeError("half-way")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")

    monkeypatch.setattr(schema, "REVISION", "0002")
    monkeypatch.setattr(engine.schema, "REVISION", "0002")
    monkeypatch.setattr(command, "upgrade", run)
    return step


def test_the_file_is_copied_before_an_upgrade(
    tmp_path: Path, next_version: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    register = tmp_path / "motcua.db"
    register.write_bytes((OLD / "0001.db").read_bytes())
    upgraded = Database(register)
    with upgraded.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM people WHERE note IS NULL")).scalar() == 5
    upgraded.close()
    assert backup.verify(tmp_path / "before-upgrade" / "motcua-0001.db") == 5


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path, next_version: dict[str, object]) -> None:
    register = tmp_path / "motcua.db"
    register.write_bytes((OLD / "0001.db").read_bytes())
    next_version["fails"] = True
    with pytest.raises(RuntimeError, match="half-way"):
        Database(register)
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(str(register))
    assert "note" not in [row[1] for row in connection.execute("PRAGMA table_info(people)")]
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    connection.close()
