"""Times of the day as people write them, and when they are on a certain day in a certain zone."""

from __future__ import annotations

import datetime as dt

from assistant import duration
from assistant.day.conversation import DayRefused, instant
from assistant.i18n import _
from assistant.plaintext import quoted


def minute_of_day(text: str) -> int:
    """``9``, ``09:00``, ``9.30`` and ``24:00`` in minutes since midnight. Raises ``DayRefused`` for anything else."""
    minute = duration.minute_of_day(text)
    if minute is None:
        raise DayRefused(_("“{time}” is no time of the day; write 9:00").format(time=quoted(text)))
    return minute


def at(minute: int, day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """When the clocks of ``zone`` show so many minutes since midnight on ``day``.

    Where the clock is put forward over that time it moves on by as much; where the clock shows it twice it is the
    first. Raises ``DayRefused`` on the last days that there are.
    """
    try:
        wall = dt.datetime.combine(day, dt.time(), zone) + dt.timedelta(minutes=minute)
        return instant(wall).astimezone(zone)
    except OverflowError:
        raise DayRefused(_("{day} is no day that can be reckoned with").format(day=day)) from None
