"""A day as a ribbon: conversations and pauses between two hours, a character for each share of that time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Conversations = Iterable[tuple[dt.datetime, dt.datetime]]
    """When each begins and ends, aware; in any order, and they may overlap."""
    Pauses = Iterable[tuple[dt.datetime, float]]
    """When each began, aware, and how many seconds it took."""
    Hours = tuple[int, int]
    """Full hours since midnight, from and until; 24 is the next midnight, and more is the night after it."""

NARROWEST = 10
"""Characters."""

WORKING_DAY = (8, 16)

STEPS = (1, 2, 3, 4, 6, 12, 24)
"""Hours from one number beneath the ribbon to the next."""

APART = 3
"""Characters from one number to the next, at least."""


class Kind(StrEnum):
    """What a part of the ribbon is."""

    REST = "rest"
    TALK = "talk"
    PAUSE = "pause"


GLYPHS, MARK = {Kind.REST: "─", Kind.TALK: "━", Kind.PAUSE: "●"}, "▴"
ASCII, ASCII_MARK = {Kind.REST: "-", Kind.TALK: "=", Kind.PAUSE: "o"}, "^"


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of one kind, beside each other."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The day, and beneath it the hours; both are as wide as was asked."""

    band: tuple[Segment, ...]
    hours: str
    now: int | None
    """Where in the line of hours the mark of now stands; nothing where now is at another time."""

    def lines(self) -> tuple[str, str]:
        """As plain text."""
        return "".join(segment.text for segment in self.band), self.hours


def ribbon(
    day: dt.date,
    hours: Hours,
    conversations: Conversations,
    pauses: Pauses,
    now: dt.datetime,
    width: int,
    *,
    ascii_only: bool = False,
) -> Ribbon:
    """``day`` from the first to the last of ``hours`` by the clocks of the zone of ``now``, ``width`` characters wide.

    Every character is the same length of real time. A conversation and a pause are at least one of them, also where
    they are shorter; a pause is seen in a conversation too. What lies outside the hours is left out.
    Raises ``ValueError`` where no time passes between the hours, or for less than ``NARROWEST`` characters.
    """
    scale = _Scale(_at(day, hours[0], now.tzinfo), _at(day, hours[1], now.tzinfo), width)
    if scale.start >= scale.end or width < NARROWEST:
        raise ValueError(f"no ribbon from {hours[0]} to {hours[1]} in {width}")
    kinds = [Kind.REST] * width
    for start, end in conversations:
        if start.timestamp() < end.timestamp():
            for cell in scale.cells(start.timestamp(), end.timestamp()):
                kinds[cell] = Kind.TALK
    for start, seconds in pauses:
        for cell in scale.cells(start.timestamp(), start.timestamp() + max(seconds, 0)):
            kinds[cell] = Kind.PAUSE
    glyphs = ASCII if ascii_only else GLYPHS
    band = tuple(Segment(glyphs[kind] * len(list(cells)), kind) for kind, cells in groupby(kinds))
    mark = next(scale.cells(now.timestamp(), now.timestamp()), None)
    row = _numbers(day, hours, now.tzinfo, scale)
    if mark is not None:
        row = _marked(row, mark, ASCII_MARK if ascii_only else MARK)
    return Ribbon(band, row, mark)


def hours_of(day: dt.date, zone: dt.tzinfo | None, conversations: Conversations, pauses: Pauses) -> Hours:
    """The hours in which all that is known of ``day`` is seen: those of a working day, or more."""
    spans = [(start.timestamp(), end.timestamp()) for start, end in conversations]
    spans += [(start.timestamp(), start.timestamp() + seconds) for start, seconds in pauses]
    first, last = WORKING_DAY
    midnight, next_midnight = _at(day, 0, zone), _at(day, 24, zone)
    for start, end in spans:
        if start < next_midnight and end > midnight:
            first = min(first, next(hour for hour in range(23, -1, -1) if _at(day, hour, zone) <= start or not hour))
            last = max(last, next(hour for hour in range(1, 25) if _at(day, hour, zone) >= end or hour == 24))
    return first, last


@dataclass(frozen=True, slots=True)
class _Scale:
    """From moments (seconds since 1970) to characters."""

    start: float
    end: float
    width: int

    def place(self, moment: float) -> float:
        return (moment - self.start) / (self.end - self.start) * self.width

    def cells(self, start: float, end: float) -> Iterator[int]:
        """The characters whose middle lies between the two, and at least the one in the middle of what is seen."""
        first, last = max(self.place(start), 0.0), min(self.place(end), float(self.width))
        if self.place(start) >= self.width or last < first or (end > start and last <= 0):
            return
        yield min(int((first + last) / 2), self.width - 1)
        yield from range(max(round(first), 0), min(round(last), self.width))


def _at(day: dt.date, hour: int, zone: dt.tzinfo | None) -> float:
    """The moment at which the clocks of ``zone`` show that hour."""
    return (dt.datetime.combine(day, dt.time(), zone) + dt.timedelta(hours=hour)).timestamp()


def _numbers(day: dt.date, hours: Hours, zone: dt.tzinfo | None, scale: _Scale) -> str:
    """The line of hours: as many numbers as there is room for, each beneath where its hour begins."""
    first, last = hours
    step = next((step for step in STEPS if step * scale.width >= APART * (last - first)), STEPS[-1])
    row = [" "] * scale.width
    for hour in range(first, last):
        moment, number = _at(day, hour, zone), str(hour % 24)
        at = round(scale.place(moment))
        left_out = dt.datetime.fromtimestamp(moment, zone).hour != hour % 24  # where the clock is put forward
        if hour % step == 0 and not left_out and at + len(number) <= scale.width:
            row[at : at + len(number)] = number
    return "".join(row)


def _marked(row: str, at: int, mark: str) -> str:
    """``row`` with ``mark`` in it, and without the number that it would touch."""
    before, after = row[:at], row[at + 1 :]
    if row[at] != " " or before[-1:].isdigit():
        before = before.rstrip("0123456789")
    if row[at] != " " or after[:1].isdigit():
        after = after.lstrip("0123456789")
    return before.ljust(at) + mark + after.rjust(len(row) - at - 1)
