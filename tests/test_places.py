"""Where the program looks for its own data, the office's data and its log."""

from pathlib import Path

import pytest

from motcua_desktop import assets, paths


def test_a_checkout_finds_what_it_ships() -> None:
    assert assets.resource("fonts").is_dir()
    assert assets.translations().is_dir()


def test_an_installed_program_finds_what_it_ships_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "lib" / "motcua_desktop"
    (package / "resources").mkdir(parents=True)
    (package / "resources" / "days.json").write_text('{"source": "Bộ Nội vụ"}', encoding="utf-8")
    monkeypatch.setattr(assets, "_PACKAGE", package)
    assets._root.cache_clear()
    try:
        assert assets.read_json("days.json") == {"source": "Bộ Nội vụ"}
    finally:
        assets._root.cache_clear()


def test_a_program_without_its_data_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "a" / "b" / "c")
    assets._root.cache_clear()
    try:
        with pytest.raises(FileNotFoundError, match="resources"):
            assets.resource("fonts")
    finally:
        assets._root.cache_clear()


def test_the_data_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    assert paths.data_dir() == tmp_path
    assert paths.database(paths.data_dir()) == tmp_path / "motcua.db"
    assert paths.log_dir() == tmp_path / "logs"


def test_without_a_choice_the_users_own_folders_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTCUA_DATA_DIR")
    assert paths.data_dir().is_absolute()
    assert "motcua" in paths.data_dir().parts
    assert "motcua" in paths.log_dir().parts


def test_a_folder_named_for_one_run_keeps_its_log_beside_the_data(tmp_path: Path) -> None:
    assert paths.log_dir(tmp_path / "demo") == tmp_path / "demo" / "logs"
