"""What of an event may matter for a day, told from the digits of its dates: most of a calendar does not."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.calendar.block import Block
    from assistant.calendar.lines import Line

NEAR = dt.timedelta(days=2)
"""Zones are up to 14 hours from ours, and what lasts for a day is no conversation."""
WIDE = dt.timedelta(days=31)
"""For recurrences, which may have been moved."""
UNTIL = re.compile(r"(?:^|;)UNTIL=(\d{8})", re.IGNORECASE)
FREQUENCY = re.compile(r"(?:^|;)FREQ=(\w+)", re.IGNORECASE)
INTERVAL = re.compile(r"(?:^|;)INTERVAL=(\d+)", re.IGNORECASE)
COUNT = re.compile(r"(?:^|;)COUNT=", re.IGNORECASE)
STEPS = {"MINUTELY": 1, "HOURLY": 1, "DAILY": 1, "WEEKLY": 7}
"""Days, a multiple of which may pass between two starts of a rule that then goes on in the same way."""


def date_of(value: str) -> dt.date | None:
    """The date that ``value`` begins with, if it does."""
    try:
        return dt.date(int(value[:4]), int(value[4:6]), int(value[6:8]))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Days:
    """The days about the one that was asked for."""

    day: dt.date

    def has(self, value: str, margin: dt.timedelta = NEAR) -> bool:
        """Whether ``value`` lies near enough; also if nobody can tell."""
        date = date_of(value)
        return date is None or abs(date - self.day) <= margin

    def before(self, value: str) -> bool:
        """Whether ``value`` certainly lies before all that matters."""
        date = date_of(value)
        return date is not None and date < self.day - WIDE

    def after(self, value: str) -> bool:
        """Whether ``value`` certainly lies after all that matters."""
        date = date_of(value)
        return date is not None and date > self.day + WIDE

    def prune(self, block: Block) -> bool:
        """Take from ``block`` what cannot matter; whether there is anything left that can."""
        block.times = [kept for line in block.times if (kept := self._near(line)) is not None]
        start = block.first("DTSTART")
        if start is None:
            return True
        of = block.first("RECURRENCE-ID")
        if of is not None:
            return self.has(start.value) or self.has(of.value) or bool(of.parameter("RANGE"))
        rules = block.all("RRULE")
        if self.before(start.value) and all(self._ended(rule) for rule in rules):
            block.times = [line for line in block.times if line.name != "RRULE"]
        if not block.recurs:
            return self.has(start.value)
        if len(start.value) == len("20260302"):
            return False  # whole days; an exception that is not stands for itself
        if self.after(start.value) and not block.all("RDATE"):
            return False
        self._hasten(block)
        return True

    def _near(self, line: Line) -> Line | None:
        """``line`` without those of its many dates that are far away."""
        if line.name not in {"RDATE", "EXDATE"}:
            return line
        values = [value for value in line.value.split(",") if self.has(value, WIDE)]
        return line._replace(value=",".join(values)) if values else None

    def _ended(self, rule: Line) -> bool:
        until = UNTIL.search(rule.value)
        return until is not None and self.before(until[1])

    def _hasten(self, block: Block) -> None:
        """Let a rule that began long ago begin later, so that nobody has to count through the years."""
        start, end, rules = block.first("DTSTART"), block.first("DTEND"), block.all("RRULE")
        begins = date_of(start.value) if start is not None else None
        ends = date_of(end.value) if end is not None else begins
        if begins is None or ends is None or len(rules) != 1 or COUNT.search(rules[0].value):
            return
        frequency, interval = FREQUENCY.search(rules[0].value), INTERVAL.search(rules[0].value)
        every = STEPS.get(frequency[1].upper(), 0) * int(interval[1][:9] if interval else 1) if frequency else 0
        days = (self.day - WIDE - begins).days
        if every > 0 and days > every:
            on = dt.timedelta(days=days // every * every)
            block.times = [self._moved(line, on) for line in block.times]

    def _moved(self, line: Line, on: dt.timedelta) -> Line:
        date = date_of(line.value) if line.name in {"DTSTART", "DTEND"} else None
        return line._replace(value=f"{date + on:%Y%m%d}{line.value[8:]}") if date is not None else line
