"""From a calendar file to what of it are times near a day. Texts are heard, judged and dropped line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from assistant.calendar.block import TIMES, Block
from assistant.calendar.lines import Line, lines
from assistant.calendar.near import FREQUENCY, Days
from assistant.calendar.verdict import HEARD, Verdict, unheard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.calendar.rule import Rule

OF_ZONES = frozenset({"TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"})
WANTED = TIMES | HEARD | OF_ZONES | {"BEGIN", "END", "UID", "SEQUENCE", "X-WR-TIMEZONE", "CALSCALE"}
DEEPEST = 20
"""Of components in each other; three are usual."""
EVENT, ZONE, CALENDAR = "VEVENT", "VTIMEZONE", "VCALENDAR"


@dataclass
class Sieve:
    """What has come through so far. ``hear`` each line, then ask."""

    rule: Rule
    days: Days
    series: dict[int, list[Block]] = field(default_factory=dict)
    """What belongs together: an event and its exceptions."""
    zones: dict[str, list[str]] = field(default_factory=dict)
    """By name, the lines of zones that the file itself defines."""
    usual_zone: str = ""
    """The zone of the calendar as a whole, if it has one."""
    calendars: int = 0
    ended: int = 0
    gregorian: bool = True
    left_out: int = 0
    _inside: list[str] = field(default_factory=list)
    _block: Block = field(default_factory=Block)
    _zone: list[str] = field(default_factory=list)
    _zone_name: str = ""
    _newest: dict[int, int] = field(default_factory=dict)
    """The sequence of events that were left behind, since they might replace one that was not."""
    _nameless: count[int] = field(default_factory=lambda: count(-1, -1))

    def __post_init__(self) -> None:
        self._verdict = Verdict(self.rule)

    def take(self, file: Iterable[bytes]) -> None:
        """Let a whole file through."""
        for line in lines(file, WANTED - unheard(self.rule)):
            self.hear(line)
        for key, blocks in self.series.items():
            newest = self._newest.get(key, -1)
            blocks[:] = [block for block in blocks if block.is_exception or block.sequence >= newest]

    @property
    def whole(self) -> bool:
        """Whether every calendar that begins also ends."""
        return self.ended >= self.calendars and not self._inside

    def hear(self, line: Line) -> None:
        """Take in one line."""
        if line.name == "BEGIN":
            self._begin(line.value.upper())
        elif line.name == "END":
            self._end(line.value.upper())
        elif self._inside[-1:] == [EVENT]:
            self._hear_event(line)
        elif ZONE in self._inside:
            self._hear_zone(line)
        elif line.name == "X-WR-TIMEZONE" and not self.usual_zone:
            self.usual_zone = line.value
        elif line.name == "CALSCALE":
            self.gregorian &= line.value.upper() == "GREGORIAN"

    def _begin(self, what: str) -> None:
        if len(self._inside) == DEEPEST:
            return
        self._inside.append(what)
        self.calendars += what == CALENDAR
        if what == EVENT:
            self._block, self._verdict = Block(series=next(self._nameless)), Verdict(self.rule)
        elif what == ZONE:
            self._zone, self._zone_name = [], ""
        if ZONE in self._inside:
            self._zone.append(f"BEGIN:{what}")

    def _end(self, what: str) -> None:
        if what not in self._inside:
            return
        if ZONE in self._inside:
            self._zone.append(f"END:{what}")
        while self._inside.pop() != what:
            continue
        self.ended += what == CALENDAR
        if what == EVENT:
            self._keep(self._block, holds=self._verdict.holds)
        elif what == ZONE:
            self.zones.setdefault(self._zone_name, self._zone)

    def _hear_event(self, line: Line) -> None:
        if line.name in TIMES:
            self._block.times.append(line)
        elif line.name in HEARD:
            self._verdict.hear(line)
        elif line.name == "UID" and line.value:
            self._block.series = hash(line.value)
        elif line.name == "SEQUENCE" and line.value.isdecimal():
            self._block.sequence = int(line.value[:9])

    def _hear_zone(self, line: Line) -> None:
        if line.name == "TZID":
            self._zone_name = line.value
        if line.name in OF_ZONES:
            self._zone.append(line.only("VALUE"))

    def _keep(self, block: Block, *, holds: bool) -> None:
        block.holds = holds
        at = block.first("RECURRENCE-ID")
        if not holds and at is not None and not at.parameter("RANGE"):
            # It only says which recurrence is none, whatever else it may say.
            block.times = [at, at._replace(name="DTSTART")]
        if block.first("DTSTART") is None:
            return  # it is at no time, so nothing is missed
        if not self.days.prune(block):
            if not block.is_exception:
                self._newest[block.series] = max(block.sequence, self._newest.get(block.series, -1))
        elif any(_every_second(line) for line in block.all("RRULE")):
            self.left_out += holds
        else:
            self.series.setdefault(block.series, []).append(block)


def _every_second(rule: Line) -> bool:
    """Whether it recurs each second or so: no conversation, and a day of them takes for ever."""
    frequency = FREQUENCY.search(rule.value)
    return frequency is not None and frequency[1].upper() == "SECONDLY"
