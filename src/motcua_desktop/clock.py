"""The one place where the time of day comes from.

Everything else takes `now` as an argument, so that a day at the counter can be played again.
"""

import os
from datetime import datetime, timedelta, timezone

# Việt Nam has kept UTC+7 without summer time since 1975; a fixed offset needs no time zone tables on Windows.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The wall clock of Việt Nam as a naive datetime in whole seconds.

    `MOTCUA_NOW` (ISO 8601, for demonstrations and tests) stands in for the real clock when set;
    raises ValueError when it cannot be read.
    """
    fixed = os.environ.get("MOTCUA_NOW")
    moment = datetime.fromisoformat(fixed) if fixed else datetime.now(VIETNAM)
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM).replace(tzinfo=None)
    return moment.replace(microsecond=0)


def minute(moment: datetime) -> datetime:
    """The same moment without its seconds: what a paper shows and a due date is counted from."""
    return moment.replace(second=0, microsecond=0)
