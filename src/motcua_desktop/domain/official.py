"""The official days as a whole: every notice entered so far, how far they reach, and the forecast beyond."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua_desktop.domain.days_off import OfficialDay, official_days_from
from motcua_desktop.domain.forecast import Forecast
from motcua_desktop.domain.time_errors import NoSuchTime


@dataclass(frozen=True)
class OfficialDays:
    """What `resources/calendar` says: `notices` by year, `pending` what is only proposed."""

    days: tuple[OfficialDay, ...]
    covered_until: date
    edition: str
    forecast: Forecast
    pending: tuple[OfficialDay, ...] = ()
    notices: Mapping[int, str] | None = None

    @classmethod
    def from_files(
        cls,
        year_files: Iterable[Mapping[str, Any]],
        lunar_file: Mapping[str, Any],
        pending_file: Mapping[str, Any] | None = None,
    ) -> OfficialDays:
        """From the parsed `YYYY.json`, `lunar.json` and `pending.json`. Refuses a year that is missing."""
        years = {int(file["year"]): file for file in year_files}
        first, last = min(years), max(years)
        for year in range(first, last + 1):
            if year not in years:
                raise NoSuchTime("calendar", str(year))
        days = tuple(day for year in sorted(years) for day in official_days_from(years[year]))
        return cls(
            days=days,
            covered_until=date(last, 12, 31),
            edition=years[last].get("edition", str(last)),
            forecast=Forecast.from_dict(lunar_file),
            pending=official_days_from(pending_file or {}),
            notices={year: file.get("notice", "") for year, file in years.items()},
        )
