"""Due dates the slow way: one minute, one day at a time, straight from the words of the rules.

Written without a look at the engine and sharing nothing with it but the values that go in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class SlowOffice:
    """An office as a set of open stretches per date."""

    def __init__(
        self, week: Mapping[str, Sequence[str]], off: Iterable[date], makeup: Iterable[date]
    ) -> None:
        self.week, self.off, self.makeup = week, set(off), set(makeup)

    def sessions(self, day: date) -> list[tuple[datetime, datetime]]:
        if day in self.makeup:
            words = self.week["mon"]
        elif day in self.off:
            words = ()
        else:
            words = self.week.get(NAMES[day.weekday()], ())
        pairs = [word.split("-") for word in words]
        return [
            (datetime.combine(day, time.fromisoformat(a)), datetime.combine(day, time.fromisoformat(b)))
            for a, b in pairs
        ]

    def works(self, day: date) -> bool:
        return bool(self.sessions(day))

    def counts(self, instant: datetime) -> bool:
        """Whether the minute that begins at `instant` is working time."""
        return any(start <= instant < end for start, end in self.sessions(instant.date()))

    def belongs(self, instant: datetime) -> bool:
        """Whether the instant is in a session, its end included."""
        return any(start <= instant <= end for start, end in self.sessions(instant.date()))

    def deemed(self, received: datetime, cutoff: time | None) -> datetime:
        if cutoff is not None and received.time() > cutoff:
            received = datetime.combine(received.date() + DAY, time(0))
        while not self.belongs(received):
            received += MINUTE
        return received

    def nth_day(self, day: date, number: int) -> date:
        while number:
            day += DAY
            number -= self.works(day)
        return day

    def closing(self, day: date) -> datetime:
        return self.sessions(day)[-1][1]

    def add(self, instant: datetime, minutes: int) -> datetime:
        while minutes:
            minutes -= self.counts(instant)
            instant += MINUTE
        return instant

    def same_clock(self, start: datetime, number: int) -> datetime:
        day = self.nth_day(start.date(), number)
        at = datetime.combine(day, start.time())
        while at.date() == day and not self.belongs(at):
            at -= MINUTE
        return at if at.date() == day else self.sessions(day)[0][0]

    def sessions_on(self, start: datetime, number: int) -> datetime:
        while True:
            for _, end in self.sessions(start.date()):
                if end >= start:
                    if number == 0:
                        return end
                    number -= 1
            start = datetime.combine(start.date() + DAY, time(0))

    def rolled(self, day: date) -> datetime:
        while not self.works(day):
            day += DAY
        return self.closing(day)

    def working_days(self, received: datetime, halves: int, policy: str, cutoff: time | None) -> datetime:
        start = self.deemed(received, cutoff)
        if halves == 0:
            return self.closing(start.date())
        if policy == "same_clock":
            return self.add(self.same_clock(start, halves // 2), halves % 2 * 240)
        if policy == "end_of_day":
            return self.closing(self.nth_day(start.date(), (halves + 1) // 2))
        if policy == "civil_strict":
            return self.closing(self.nth_day(received.date(), (halves + 1) // 2))
        if policy == "working_minutes":
            return self.add(start, halves * 240)
        return self.sessions_on(start, halves)

    def months(self, received: datetime, number: int) -> datetime:
        day = received.date()
        for _ in range(number):
            day = day.replace(day=1) + timedelta(days=31)
        day = day.replace(day=1)
        while day.day < received.day and (day + DAY).month == day.month:
            day += DAY
        return self.rolled(day)

    def minutes_outside(
        self, start: datetime, needed: int, pauses: Sequence[tuple[datetime, datetime]]
    ) -> datetime:
        """The instant at which `needed` working minutes outside all pauses are done."""
        while needed:
            paused = any(a <= start < b for a, b in pauses)
            needed -= self.counts(start) and not paused
            start += MINUTE
        return start
