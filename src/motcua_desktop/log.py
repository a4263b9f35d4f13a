"""The log file: what the program did, for whoever repairs it. It names dossiers by their code, never people.

Nothing is written to standard output, which belongs to the answers of the command line.
"""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "motcua.log"
_MASK = "•••"
_BYTES_PER_FILE = 1_000_000
_OLD_FILES = 3

# Citizen IDs have 12 digits, the older ID cards 9; telephone numbers 0 or +84 and nine or ten digits.
_PERSONAL = re.compile(r"(?<![\d.])(?:\d{12}|\d{9}|(?:\+84|0)(?:[ .]?\d){9,10})(?!\d)")


def mask(text: str) -> str:
    """The text with every number that may identify a person hidden; dossier codes stay readable."""
    return _PERSONAL.sub(_MASK, text)


class _MaskingFormatter(logging.Formatter):
    """Masks the finished line, so that a number inside a traceback is hidden too."""

    def format(self, record: logging.LogRecord) -> str:
        return mask(super().format(record))


class _FirstLine(logging.Handler):
    """Opens the log when there is something to write into it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self.folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        start(self.folder)
        logging.getLogger().handle(record)


def start_when_needed(folder: Path) -> None:
    """Log into `folder` from the first warning on: a command that goes well leaves no file behind."""
    stop()
    logging.getLogger().addHandler(_FirstLine(folder))


def file() -> Path | None:
    """The file that is written, or will be when there is something to write; None without a log."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _FirstLine):
            return handler.folder / FILE_NAME
        if isinstance(handler, RotatingFileHandler) and Path(handler.baseFilename).name == FILE_NAME:
            return Path(handler.baseFilename)
    return None


def start(folder: Path, level: int = logging.INFO) -> Path:
    """Begin to log into `folder` (created when missing) and return the file's path.

    A second call moves the log to the new folder. A folder that cannot be written leaves the program
    without a log: a counter must open all the same.
    """
    path = folder / FILE_NAME
    stop()
    root = logging.getLogger()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(path, maxBytes=_BYTES_PER_FILE, backupCount=_OLD_FILES, encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return path
    file.setFormatter(_MaskingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(file)
    root.setLevel(level)
    return path


def stop() -> None:
    """Close the log file, if one is open."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, _FirstLine):
            root.removeHandler(handler)
        elif isinstance(handler, RotatingFileHandler) and Path(handler.baseFilename).name == FILE_NAME:
            root.removeHandler(handler)
            handler.close()
