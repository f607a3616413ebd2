"""From what was read of a calendar to the conversations of a day, in the zone where one is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant.day.conversation import Conversation, in_zone, instant
from assistant.i18n import _
from assistant.plaintext import shorten
from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.calendar.messages import Reading
    from assistant.calendar.rule import Rule

WHOLE_DAY = dt.timedelta(hours=23)
"""From midnight to midnight when the clocks go forward; what lasts as long is no conversation."""


def of_reading(reading: Reading, day: dt.date, zone: dt.tzinfo, rule: Rule) -> tuple[Conversation, ...]:
    """The conversations of ``day`` in ``zone`` among what was read; floating times are taken in that zone."""
    first = _instant_of(dt.datetime.combine(day, dt.time()), zone)
    last = _instant_of(dt.datetime.combine(day + dt.timedelta(days=1), dt.time()), zone)
    least = dt.timedelta(seconds=rule.least / MS_PER_SECOND)
    found = {
        (start, end)
        for start, end in _instants(reading, zone)
        if start < last and end > first and start < end and least <= end - start < WHOLE_DAY
    }
    return tuple(in_zone(Conversation(start, end), zone) for start, end in sorted(found))


def note(reading: Reading, path: Path) -> str | None:
    """One line about what could not be read as it stands, if there is such a thing. It names no event."""
    if reading.left_out:
        line = _("{file}: events that cannot be read and are left out: {count}")
        return line.format(file=shorten(str(path)), count=reading.left_out)
    if reading.zone_unknown:
        line = _("{file}: events in a time zone that does not exist, taken as local time: {count}")
        return line.format(file=shorten(str(path)), count=reading.zone_unknown)
    return None


def _instants(reading: Reading, zone: dt.tzinfo) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    for start, end in reading.exact:
        yield dt.datetime.fromtimestamp(start, dt.UTC), dt.datetime.fromtimestamp(end, dt.UTC)
    for first, last in reading.floating:
        yield _instant_of(first, zone), _instant_of(last, zone)


def _instant_of(wall: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    return instant(wall.replace(tzinfo=zone))
