"""Lengths of time and times of the day, as people write them and read them."""

from __future__ import annotations

import datetime as dt
import re

from assistant.units import MS_PER_SECOND, Ms, ms

WRITTEN = re.compile(
    r"(?:(?P<h>\d{1,3}(?:[.,]\d+)?)\s*(?:h|t))?\s*"
    r"(?:(?P<m>\d{1,5}(?:[.,]\d+)?)\s*(?:min|m))?\s*"
    r"(?:(?P<s>\d{1,6}(?:[.,]\d+)?)\s*(?:sek|sec|s)?)?",
    re.IGNORECASE,
)
CLOCK = re.compile(r"(?P<m>\d{1,4}):(?P<s>[0-5]\d)")
TIME_OF_DAY = re.compile(r"(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?", re.ASCII)
DASH = re.compile(r"\s*[-–—−]\s*")
"""Whatever a keyboard makes of what stands between two times."""

DAY_MINUTES = 24 * 60


def parse_duration(text: str) -> Ms | None:
    """``2m``, ``90s``, ``90``, ``1m40s``, ``1:40``, ``1,5 min`` in milliseconds; nothing for anything else."""
    wanted = text.strip()
    found = CLOCK.fullmatch(wanted) or WRITTEN.fullmatch(wanted)
    if found is None or not wanted:
        return None
    parts = {name: float(number.replace(",", ".")) for name, number in found.groupdict().items() if number}
    return ms(parts.get("h", 0) * 3600 + parts.get("m", 0) * 60 + parts.get("s", 0))


def minute_of_day(text: str) -> int | None:
    """``9``, ``09:00``, ``9.30`` and ``24:00`` in minutes since midnight; nothing for anything else."""
    found = TIME_OF_DAY.fullmatch(text.strip())
    minute = int(found["h"]) * 60 + int(found["m"] or 0) if found else DAY_MINUTES + 1
    return minute if minute <= DAY_MINUTES else None


def time_left(text: str, now: dt.datetime) -> Ms | None:
    """From ``now`` until the time of the day that ``text`` says, such as 10:15, 10.15 or 10; nothing where it is none.

    Less than nothing where that time has been. Where ``now`` has no zone it is what the clock of the machine shows.
    """
    minute = minute_of_day(text)
    if minute is None:
        return None
    then = now.replace(hour=0, minute=0, second=0, microsecond=0) + dt.timedelta(minutes=minute)
    # Not by the difference of two wall clocks: an hour may come twice in a night, or not at all.
    return ms(then.replace(fold=now.fold).timestamp() - now.timestamp())


def hours(text: str) -> tuple[dt.time, dt.time] | None:
    """``17:00-08:00`` or ``17-8``: from, and until before; past midnight where the first is later.

    Nothing for anything else, and for two times that are the same.
    """
    minutes = [minute_of_day(part) for part in DASH.split(text.strip())]
    read = [minute for minute in minutes if minute is not None]
    if not len(minutes) == len(read) == 2:
        return None
    since, until = read[0] % DAY_MINUTES, read[1]
    return (_time(since), dt.time.max if until == DAY_MINUTES else _time(until)) if since != until else None


def _time(minute: int) -> dt.time:
    return dt.time(*divmod(minute, 60))


def clock_face(length: Ms) -> str:
    """Such as «1:12»: whole seconds, those that have begun counted in."""
    seconds = -(-length // MS_PER_SECOND)
    return f"{seconds // 60}:{seconds % 60:02}"


def exact(length: Ms) -> str:
    """Such as «0:56.300»: to the millisecond."""
    return f"{length // 60_000}:{length // MS_PER_SECOND % 60:02}.{length % MS_PER_SECOND:03}"
