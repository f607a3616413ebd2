"""Lengths of time as people write them and read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.units import MS_PER_SECOND, Ms, ms

if TYPE_CHECKING:
    import datetime as dt

WRITTEN = re.compile(
    r"(?:(?P<h>\d{1,3}(?:[.,]\d+)?)\s*(?:h|t))?\s*"
    r"(?:(?P<m>\d{1,5}(?:[.,]\d+)?)\s*(?:min|m))?\s*"
    r"(?:(?P<s>\d{1,6}(?:[.,]\d+)?)\s*(?:sek|sec|s)?)?",
    re.IGNORECASE,
)
TIME_OF_DAY = re.compile(r"(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?")
CLOCK = re.compile(r"(?P<m>\d{1,4}):(?P<s>[0-5]\d)")


def parse_duration(text: str) -> Ms | None:
    """``2m``, ``90s``, ``90``, ``1m40s``, ``1:40``, ``1,5 min`` in milliseconds; nothing for anything else."""
    wanted = text.strip()
    found = CLOCK.fullmatch(wanted) or WRITTEN.fullmatch(wanted)
    if found is None or not wanted:
        return None
    parts = {name: float(number.replace(",", ".")) for name, number in found.groupdict().items() if number}
    return ms(parts.get("h", 0) * 3600 + parts.get("m", 0) * 60 + parts.get("s", 0))


def time_left(text: str, now: dt.datetime) -> Ms | None:
    """From ``now`` until the time of the day that ``text`` says, such as 10:15, 10.15 or 10; nothing where it is none.

    Less than nothing where that time has been.
    """
    found = TIME_OF_DAY.fullmatch(text.strip())
    if found is None:
        return None
    then = now.replace(hour=int(found["h"]), minute=int(found["m"] or 0), second=0, microsecond=0)
    # Not by the difference of two wall clocks: an hour may come twice in a night, or not at all.
    return ms(then.timestamp() - now.timestamp())


def clock_face(length: Ms) -> str:
    """Such as «1:12»: whole seconds, those that have begun counted in."""
    seconds = -(-length // MS_PER_SECOND)
    return f"{seconds // 60}:{seconds % 60:02}"


def exact(length: Ms) -> str:
    """Such as «0:56.300»: to the millisecond."""
    return f"{length // 60_000}:{length // MS_PER_SECOND % 60:02}.{length % MS_PER_SECOND:03}"
