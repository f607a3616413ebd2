"""A month as a calm calendar of dots: when there were breaks, and no word about when there were none."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from assistant import dates
from assistant.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

PARTS = (dt.time(11), dt.time(14))
"""When the morning is over, and when the middle of the day is. What is later is the third part."""

DOT, ASCII_DOT = "•", "*"

DAY = 4
"""Characters of a day: its number in two, and a mark on each side where it is today. Its dots come after it."""

WIDTH = 7 * (DAY + len(PARTS) + 1)
"""Characters of a week, where each part of a day has a place for its dot. Where there are fewer, the day has one."""


def month(
    first: dt.date, began: Iterable[dt.datetime], today: dt.date, width: int = WIDTH, *, ascii_only: bool = False
) -> tuple[str, ...]:
    """The month of the day ``first`` in lines: its name, the days of the week, the weeks, and what a dot means.

    ``began`` is when breaks began, in any order; what lies outside the month is passed over. A part of a day that had
    a break has a dot, however many there were. ``today`` stands in brackets.
    """
    parts: dict[int, set[int]] = {}
    for when in began:
        if (when.year, when.month) == (first.year, first.month):
            parts.setdefault(when.day, set()).add(part(when))
    of_today = today.day if (today.year, today.month) == (first.year, first.month) else 0
    dot = ASCII_DOT if ascii_only else DOT
    if width < WIDTH:
        places, legend = 1, _("A dot is a day with a break.")
        dots = dict.fromkeys(parts, dot)
    else:
        places = len(PARTS) + 1
        legend = _("A dot: there was a break in the morning, in the middle of the day, or later.")
        dots = {day: _dots(touched, dot) for day, touched in parts.items()}
    head = "".join(f" {_(weekday)[:2]:<{DAY + places - 1}}" for weekday in dates.WEEKDAYS)
    weeks = _weeks(first, dots, of_today, places)
    return (name(first), "", head.rstrip(), *weeks, "", legend)


def name(first: dt.date) -> str:
    """Such as November 2026."""
    return f"{dates.month(first)} {first.year}"


def part(when: dt.datetime) -> int:
    """Which part of its day that is, from 0."""
    return sum(when.time() >= over for over in PARTS)


def _dots(touched: Collection[int], dot: str) -> str:
    return "".join(dot if at in touched else " " for at in range(len(PARTS) + 1))


def _weeks(first: dt.date, dots: dict[int, str], today: int, places: int) -> Iterator[str]:
    days = list(calendar.Calendar().itermonthdays(first.year, first.month))  # Monday first; 0 is of another month
    for week in range(0, len(days), 7):
        yield "".join(_cell(day, f"{dots.get(day, ''):<{places}}", today) for day in days[week : week + 7]).rstrip()


def _cell(day: int, dots: str, today: int) -> str:
    if not day:
        return " " * (DAY + len(dots))
    return (f"({day:>2})" if day == today else f" {day:>2} ") + dots
