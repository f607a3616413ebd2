"""From events that recur to times about one day. The only place that knows the libraries for calendars."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.calendar.patience import OutOfPatience, patience

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.calendar.block import Block
    from assistant.calendar.sieve import Sieve

AROUND = dt.timedelta(days=1)
HEAD, TAIL = "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n"


@dataclass
class Expansion:
    """The times found so far."""

    day: dt.date
    seconds: float | None = None
    """For one event or one zone; then it is left out."""
    exact: set[tuple[int, int]] = field(default_factory=set)
    floating: set[tuple[dt.datetime, dt.datetime]] = field(default_factory=set)
    left_out: int = 0
    zone_unknown: int = 0
    zones_lost: int = 0
    _seen: set[str] = field(default_factory=set)
    """Series at the same times as another add nothing."""

    def expand(self, sieve: Sieve) -> None:
        """Add what came through ``sieve``."""
        from icalendar.timezone import tzp

        tzp.use_default()  # forget the zones of files that were read before
        series = [blocks for blocks in sieve.series.values() if any(block.holds for block in blocks)]
        self._define(sieve, {zone for blocks in series for block in blocks for zone in block.zones()})
        # A zone that nobody knows would make every single event one that cannot be read.
        known = bool(sieve.usual_zone) and tzp.timezone(sieve.usual_zone) is not None
        head = f"{HEAD}X-WR-TIMEZONE:{sieve.usual_zone}\r\n" if known else HEAD
        for blocks in series:
            try:
                with patience(self.seconds):
                    self._add(blocks, head)
            except (Exception, OutOfPatience):  # noqa: BLE001 - whatever two libraries meet in a file of others
                self.left_out += 1

    def _define(self, sieve: Sieve, used: Iterable[str]) -> None:
        """Make known the zones that the file defines, if it uses them."""
        from icalendar import Timezone

        for zone in used:
            try:
                with patience(self.seconds):
                    if zone in sieve.zones:
                        Timezone.from_ical("\r\n".join([*sieve.zones[zone], ""]))
            except (Exception, OutOfPatience):  # noqa: BLE001 - its events will find it unknown, and are counted
                self.zones_lost += 1

    def _add(self, blocks: list[Block], head: str) -> None:
        from icalendar import Calendar
        from recurring_ical_events import of

        alone = len(blocks) == 1
        text = "".join(block.text(alone=alone) for block in blocks)
        if text in self._seen:
            return
        self._seen.add(text)
        calendar = Calendar.from_ical(head + text + TAIL)
        good = [event for event in calendar.subcomponents if _is_sound(event)]
        self.left_out += sum("PRIORITY" in event and event not in good for event in calendar.subcomponents)
        calendar.subcomponents = good
        noon = dt.datetime.combine(self.day, dt.time(12), dt.UTC)
        found = [
            event
            for event in of(calendar).between(noon - AROUND * 1.5, noon + AROUND * 1.5)
            if "PRIORITY" in event and isinstance(event["DTSTART"].dt, dt.datetime)
        ]
        unknown = any(_zone_unknown(event) for event in good)
        self.zone_unknown += bool(found) and unknown
        for event in found:
            self._keep(event["DTSTART"].dt, event["DTEND"].dt)

    def _keep(self, start: dt.datetime, end: dt.datetime) -> None:
        if start.tzinfo is None or end.tzinfo is None:
            self.floating.add((start.replace(tzinfo=None), end.replace(tzinfo=None)))
        else:
            self.exact.add((round(start.timestamp()), round(end.timestamp())))


def _is_sound(event: Any) -> bool:
    """Whether all that is said of its times can be read, and it does not end before it starts."""
    start, end = event.get("DTSTART"), event.get("DTEND")
    if event.errors or start is None:
        return False
    if end is None or not isinstance(start.dt, dt.datetime) or not isinstance(end.dt, dt.datetime):
        return True
    if (start.dt.tzinfo is None) != (end.dt.tzinfo is None):
        return bool(end.dt.replace(tzinfo=None) >= start.dt.replace(tzinfo=None))
    return bool(end.dt >= start.dt)


def _zone_unknown(event: Any) -> bool:
    """Whether it names a zone that nobody knows."""
    start = event["DTSTART"]
    return "TZID" in start.params and isinstance(start.dt, dt.datetime) and start.dt.tzinfo is None
