"""Dates and times as the window writes them (`docs/ui.md` section 8)."""

from __future__ import annotations

from datetime import date, datetime

from motcua_desktop.i18n import _


def weekday(day: date) -> str:
    """ "thứ Tư", "Chủ nhật": in a sentence."""
    return (
        _("thứ Hai"),
        _("thứ Ba"),
        _("thứ Tư"),
        _("thứ Năm"),
        _("thứ Sáu"),
        _("thứ Bảy"),
        _("Chủ nhật"),
    )[day.weekday()]


def weekday_short(day: date) -> str:
    """T2 … T7, CN: in tables."""
    return (_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN"))[day.weekday()]


def long_day(day: date) -> str:
    """ "thứ Tư 25/11/2026"."""
    return f"{weekday(day)} {day:%d/%m/%Y}"


def short_day(day: date) -> str:
    """ "T4 25/11"."""
    return f"{weekday_short(day)} {day:%d/%m}"


def long_moment(at: datetime) -> str:
    """ "07:35 thứ Tư 25/11/2026"."""
    return f"{at:%H:%M} {long_day(at.date())}"


def table_moment(at: datetime | None, now: datetime) -> str:
    """ "25/11 07:35"; the year stands only where it is another than today's. "" for None."""
    if at is None:
        return ""
    return f"{at:%d/%m %H:%M}" if at.year == now.year else f"{at:%d/%m/%Y}"


def clock_line(now: datetime) -> str:
    """ "Thứ Hai 23/11/2026, 09:42": beside a page's title."""
    words = long_day(now.date())
    return f"{words[:1].upper()}{words[1:]}, {now:%H:%M}"
