"""Calendars for tests, in a few words."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.calendar.messages import Ask
from assistant.calendar.read import read
from assistant.calendar.rule import Rule
from assistant.calendar.times import of_reading

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.calendar.trouble import Trouble
    from assistant.day.conversation import Conversation

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = dt.date(2026, 3, 2)


def event(*lines: str, start: str = "DTSTART:20260302T090000", end: str = "DTEND:20260302T094500") -> str:
    """A VEVENT of these lines, from nine to a quarter to ten on a Monday unless they say something else."""
    return "\r\n".join(["BEGIN:VEVENT", start, end, *lines, "END:VEVENT", ""])


def calendar(*components: str) -> bytes:
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(components) + "END:VCALENDAR\r\n").encode()


class CalendarUnreadable(Exception):  # noqa: N818 - it says what happened
    """Its text is the line that a user would see."""

    def __init__(self, trouble: Trouble, path: Path) -> None:
        super().__init__(trouble.line(path))
        self.trouble = trouble


def conversations(path: Path, day: dt.date, zone: dt.tzinfo, rule: Rule) -> tuple[Conversation, ...]:
    """Those of ``path`` that touch ``day``, read in this process. Raises ``CalendarUnreadable``."""
    reading = read(Ask(os.fsencode(path), day, rule))
    if reading.trouble is not None:
        raise CalendarUnreadable(reading.trouble, path)
    return of_reading(reading, day, zone, rule)


def times(path: Path, day: dt.date = MONDAY, rule: Rule | None = None, zone: dt.tzinfo = OSLO) -> list[str]:
    """The conversations of ``day``, as a clock on the wall of that zone shows them."""
    found = conversations(path, day, zone, rule or Rule())
    return [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in found]
