"""The clock on the wall of a Vietnamese office."""

from datetime import UTC, datetime, timedelta

import pytest

from motcua_desktop import clock


def test_now_is_the_wall_clock_of_viet_nam_in_whole_seconds() -> None:
    now = clock.now()
    in_viet_nam = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=7)
    assert abs(in_viet_nam - now) < timedelta(minutes=1)
    assert now.microsecond == 0
    assert now.tzinfo is None


@pytest.mark.parametrize("told", ["2026-03-02T15:00:07", "2026-03-02T08:00:07+00:00"])
def test_a_demonstration_says_what_time_it_is(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_NOW", told)
    assert clock.now() == datetime(2026, 3, 2, 15, 0, 7)


def test_a_time_that_cannot_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_NOW", "mai")
    with pytest.raises(ValueError, match="mai"):
        clock.now()


def test_a_paper_shows_minutes() -> None:
    assert clock.minute(datetime(2026, 3, 2, 15, 0, 59)) == datetime(2026, 3, 2, 15, 0)
