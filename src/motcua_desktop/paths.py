"""The folders of this computer's user: data and log. Nothing is created here."""

import os
from pathlib import Path

import platformdirs

_NAME = "motcua"
_DATABASE = "motcua.db"


def data_dir() -> Path:
    """Where the office's data lives: `MOTCUA_DATA_DIR` when set, else the user's own data folder."""
    chosen = os.environ.get("MOTCUA_DATA_DIR")
    return Path(chosen).expanduser() if chosen else platformdirs.user_data_path(_NAME, appauthor=False)


def database(folder: Path) -> Path:
    """The database file of a data folder."""
    return folder / _DATABASE


def log_dir(data: Path | None = None) -> Path:
    """Where the log is written: beside the data when a data folder was chosen, else the user's log folder."""
    if data is not None:
        return data / "logs"
    if os.environ.get("MOTCUA_DATA_DIR"):
        return data_dir() / "logs"
    return platformdirs.user_log_path(_NAME, appauthor=False)
