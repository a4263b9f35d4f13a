"""A date and time typed as people write them: "16:00 27/11", "27/11/2026 8h30", "27/11"."""

from __future__ import annotations

import re
from datetime import datetime

_CLOCK = re.compile(r"\b(\d{1,2})\s*(?::|h|g)\s*(\d{2})?(?!\d)", re.IGNORECASE)
_DAY = re.compile(r"\b(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?")


def parse_moment(text: str, near: datetime) -> datetime | None:
    """The instant meant; a missing year is the next such day from `near`, missing hours are those of `near`.

    None when the text holds no day, or no such day or hour exists.
    """
    day = _DAY.search(text)
    if day is None:
        return None
    clock = _CLOCK.search(text.replace(day.group(), " "))
    hour = int(clock.group(1)) if clock else near.hour
    minute = int(clock.group(2) or 0) if clock else near.minute
    try:
        found = datetime(int(day.group(3) or near.year), int(day.group(2)), int(day.group(1)), hour, minute)
        if not day.group(3) and (near - found).days > 180:
            found = found.replace(year=near.year + 1)
    except ValueError:
        return None
    return found


def typed_moment(at: datetime) -> str:
    """The form it is shown in for editing."""
    return f"{at:%H:%M %d/%m/%Y}"
