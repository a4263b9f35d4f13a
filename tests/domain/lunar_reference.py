"""The Vietnamese lunar calendar by astronomy, to check resources/calendar/lunar.json year by year.

New moons and the sun's longitude after Jean Meeus, Astronomical Algorithms (1998), in the arrangement Hồ Ngọc
Đức published for the Vietnamese calendar: months begin on the day of the new moon at UTC+7, the eleventh
month holds the winter solstice, and a year of thirteen months has its leap month at the first one without a
principal term.
"""

from __future__ import annotations

from datetime import date
from math import floor, pi, sin

HOURS_EAST = 7.0
#: Julian day number of the day before `date.min`, whose ordinal would be 0.
_JULIAN_OF_ORDINAL = 1721425


def tet(year: int) -> date:
    """The first day of the first lunar month of `year`."""
    return _gregorian(1, 1, year)


def hung_kings(year: int) -> date:
    """The tenth day of the third lunar month of `year`."""
    return _gregorian(10, 3, year)


def _gregorian(day: int, month: int, year: int) -> date:
    eleventh = _eleventh_month(year - 1)
    next_eleventh = _eleventh_month(year)
    number = floor(0.5 + (eleventh - 2415021.076998695) / 29.530588853)
    offset = month - 11 if month >= 11 else month + 1
    if next_eleventh - eleventh > 365 and offset >= _leap_month(eleventh):
        offset += 1
    return date.fromordinal(_new_moon_day(number + offset) + day - 1 - _JULIAN_OF_ORDINAL)


def _eleventh_month(year: int) -> int:
    """The Julian day on which the lunar month with the winter solstice begins."""
    off = date(year, 12, 31).toordinal() + _JULIAN_OF_ORDINAL - 2415021
    number = floor(off / 29.530588853)
    start = _new_moon_day(number)
    return _new_moon_day(number - 1) if _sun_sector(start) >= 9 else start


def _leap_month(eleventh: int) -> int:
    """How many months after the eleventh the leap month comes."""
    number = floor((eleventh - 2415021.076998695) / 29.530588853 + 0.5)
    offset = 1
    sector = _sun_sector(_new_moon_day(number + offset))
    while True:
        last = sector
        offset += 1
        sector = _sun_sector(_new_moon_day(number + offset))
        if sector == last or offset >= 14:
            return offset - 1


def _sun_sector(day: int) -> int:
    """In which twelfth of the ecliptic the sun stands at the midnight (UTC+7) that starts the day."""
    t = (day - 0.5 - HOURS_EAST / 24 - 2451545.0) / 36525
    degrees = pi / 180
    mean_anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t**3
    mean_longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
    longitude = (
        mean_longitude
        + (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(degrees * mean_anomaly)
        + (0.019993 - 0.000101 * t) * sin(2 * degrees * mean_anomaly)
        + 0.000290 * sin(3 * degrees * mean_anomaly)
    )
    return floor((longitude % 360) / 30)


def _new_moon_day(number: int) -> int:
    """The Julian day (at UTC+7) of the `number`-th new moon since 1 January 1900."""
    return floor(_new_moon(number) + 0.5 + HOURS_EAST / 24)


def _new_moon(k: int) -> float:
    t = k / 1236.85
    degrees = pi / 180
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t * t - 0.000000155 * t**3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t * t) * degrees)
    sun = (359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t**3) * degrees
    moon = (306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t**3) * degrees
    latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t**3) * degrees
    correction = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    correction += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    correction += 0.0104 * sin(2 * latitude) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    correction += 0.0004 * sin(2 * latitude + sun) - 0.0004 * sin(2 * latitude - sun)
    correction += (
        -0.0006 * sin(2 * latitude + moon) + 0.0010 * sin(2 * latitude - moon) + 0.0005 * sin(2 * moon + sun)
    )
    if t < -11:
        delta = 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t**3 - 0.000000081 * t**4
    else:
        delta = -0.000278 + 0.000265 * t + 0.000262 * t * t
    return mean + correction - delta
