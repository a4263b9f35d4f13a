"""What every test stands on: no screen, a data folder of its own, Vietnamese, the real clock not overridden.

Fixtures of one area belong in the conftest.py of its folder: tests/gui, tests/counter…
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from motcua_desktop import i18n

pytest_plugins = ["tests.counter_fixtures"]

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The same examples at every run: a red test must be red again. Slow machines have no deadline.
settings.register_profile("house", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads or writes the data of whoever runs it, and none leaves its language to the next."""
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("MOTCUA_LANG", "vi")
    monkeypatch.delenv("MOTCUA_NOW", raising=False)
    i18n.use_language("vi")
    yield
    i18n.use_language("vi")
