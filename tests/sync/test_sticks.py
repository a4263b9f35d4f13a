"""The stick is found, not looked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from motcua_desktop.sync import sticks


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names drives by letter")
def test_removable_mounts_are_found_with_spaces_in_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "USB của tôi"
    stick.mkdir()
    mounts = tmp_path / "mounts"
    place = str(stick).replace(" ", "\\040")
    mounts.write_text(
        f"/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 {place} vfat rw 0 0\nproc /proc proc rw 0 0\n", "utf-8"
    )
    monkeypatch.setattr(sticks, "_PLACES", (str(tmp_path),))
    (found,) = sticks.sticks(mounts)
    assert (found.path, found.name, found.writable) == (stick, "USB của tôi", True)
    assert found.free > 0


def test_no_list_of_mounts_means_no_stick(tmp_path: Path) -> None:
    if sys.platform != "win32":
        assert sticks.sticks(tmp_path / "none") == ()
