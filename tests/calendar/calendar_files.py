"""Calendars for tests, in a few words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.calendar import Rule, conversations

if TYPE_CHECKING:
    from pathlib import Path

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = dt.date(2026, 3, 2)


def event(*lines: str, start: str = "DTSTART:20260302T090000", end: str = "DTEND:20260302T094500") -> str:
    """A VEVENT of these lines, from nine to a quarter to ten on a Monday unless they say something else."""
    return "\r\n".join(["BEGIN:VEVENT", start, end, *lines, "END:VEVENT", ""])


def calendar(*components: str) -> bytes:
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(components) + "END:VCALENDAR\r\n").encode()


def times(path: Path, day: dt.date = MONDAY, rule: Rule | None = None, zone: dt.tzinfo = OSLO) -> list[str]:
    """The conversations of ``day``, as a clock on the wall of that zone shows them."""
    found = conversations(path, day, zone, rule or Rule())
    return [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in found]
