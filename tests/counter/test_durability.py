"""A code shown to a citizen is never lost: small versions of two benchmarks, kills and writers."""

import os
from pathlib import Path

import pytest
from benchmarks import kills, writers

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the benchmarks fork")


def test_what_was_acknowledged_survives_kill_9_once_and_whole(tmp_path: Path) -> None:
    answer = kills.run(tmp_path, 15)
    assert answer["acknowledged"] > 0
    assert (answer["lost"], answer["doubled"], answer["corrupt"]) == (0, 0, 0)


def test_eight_programs_at_one_register_leave_no_gap_and_no_double(tmp_path: Path) -> None:
    answer = writers.run(tmp_path, 6)
    assert answer["received"] == 8 * 6
    assert (answer["lost"], answer["doubled"], answer["gaps"], answer["findings"]) == (0, 0, 0, 0)
