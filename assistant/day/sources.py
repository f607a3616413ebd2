"""Conversations from what is said on the command line: one by one, or as a rhythm."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from assistant.day.conversation import Conversation, DayRefused, instant
from assistant.day.walltime import at, minute_of_day
from assistant.duration import DASH, DAY_MINUTES, parse_duration
from assistant.i18n import _
from assistant.plaintext import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

BETWEEN = re.compile(r"[\s,;]+")
BARE = re.compile(r"\d{1,4}(?:[.,]\d+)?", re.ASCII)

LONGEST = dt.timedelta(hours=24)
SHORTEST = dt.timedelta(minutes=1)
"""Of a conversation in a rhythm; a rhythm of seconds is a slip of the pen."""


def from_words(text: str, day: dt.date, zone: dt.tzinfo) -> tuple[Conversation, ...]:
    """``09:00-09:45 10:00-10:45`` on ``day``, in their order; ``24:00`` is the end of the day.

    Raises ``DayRefused`` for what is none.
    """
    said = [word for word in BETWEEN.split(DASH.sub("-", text.strip())) if word]
    if not said:
        raise DayRefused(_("there are no conversations there; write 09:00-09:45 10:00-10:45"))
    return tuple(sorted((_one(word, day, zone) for word in said), key=lambda c: (instant(c.start), instant(c.end))))


def every(rhythm: str, from_: str, to: str, day: dt.date, zone: dt.tzinfo) -> tuple[Conversation, ...]:
    """``45m+15m``: as many conversations of 45 minutes with 15 after each as end by ``to``, the first at ``from_``.

    A number alone is minutes. The minutes are real ones, also in a night in which the clock is moved.
    Raises ``DayRefused`` for what is none, and where not one fits.
    """
    length, pause = _rhythm(rhythm)
    start = minute_of_day(from_)
    end = _after(start, minute_of_day(to), f"{from_.strip()}-{to.strip()}")
    found = tuple(_repeat(instant(at(start, day, zone)), instant(at(end, day, zone)), length, pause))
    if not found:
        line = _("no conversation of “{rhythm}” fits between {start} and {end}")
        raise DayRefused(line.format(rhythm=quoted(rhythm), start=quoted(from_), end=quoted(to)))
    return tuple(Conversation(c.start.astimezone(zone), c.end.astimezone(zone)) for c in found)


def _one(word: str, day: dt.date, zone: dt.tzinfo) -> Conversation:
    times = word.split("-")
    if len(times) != 2:
        raise DayRefused(_("“{text}” is no conversation; write 09:00-09:45").format(text=quoted(word)))
    first = minute_of_day(times[0])
    last = _after(first, minute_of_day(times[1]), word)
    start, end = at(first, day, zone), at(last, day, zone)
    if instant(end) <= instant(start):  # only its start was in an hour that is left out
        end = (instant(start) + dt.timedelta(minutes=last - first)).astimezone(zone)
    return Conversation(start, end)


def _after(start: int, end: int, text: str) -> int:
    """The minute at which it ends, counted from the midnight before it began: in a night shift that is tomorrow."""
    if start < end:
        return end
    if start > end and DAY_MINUTES - start + end <= DAY_MINUTES // 2:
        return end + DAY_MINUTES
    raise DayRefused(_("“{text}” ends before it has begun").format(text=quoted(text)))


def _rhythm(text: str) -> tuple[dt.timedelta, dt.timedelta]:
    parts = [part.strip() for part in text.split("+")]
    # A number alone would be seconds, and 1:30 a minute and a half: nobody who speaks of conversations means that.
    lengths = [None if ":" in part else parse_duration(f"{part}m" if BARE.fullmatch(part) else part) for part in parts]
    read = [dt.timedelta(milliseconds=length) for length in lengths if length is not None]
    if len(parts) == len(read) == 2:
        length, pause = read
        if SHORTEST <= length <= LONGEST and pause <= LONGEST:
            return length, pause
    line = _("“{text}” is no rhythm; write 45m+15m: a conversation, and the time until the next")
    raise DayRefused(line.format(text=quoted(text)))


def _repeat(start: dt.datetime, end: dt.datetime, length: dt.timedelta, pause: dt.timedelta) -> Iterator[Conversation]:
    for begun in range((end - start + pause) // (length + pause)):
        first = start + begun * (length + pause)
        yield Conversation(first, first + length)
