"""What there is time and reason for at this hour: a way into the day, a pause between, lunch, a way out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.day.conversation import instant
from assistant.day.gaps import Where

if TYPE_CHECKING:
    from assistant.day.gaps import Standing

MORNING = (dt.time(5), dt.time(12))
"""When there is a first conversation to prepare for. A day is not over in it, however few conversations it has."""

ON_THE_WAY = 30 * 60.0
"""So many seconds before the first conversation, or less, one prepares for it."""

LUNCH = (dt.time(11), dt.time(13))
"""A gap that begins in these hours may be lunch."""

LUNCH_COMES = dt.time(11, 30)
"""In a gap that began before them, lunch comes now."""

CALM = dt.timedelta(minutes=30)
"""Lunch does not come so soon after another sign."""

LIKELY_LAST = dt.time(15, 30)
"""Where no conversation is known, one that ends from now on may have been the last."""

STALE = dt.timedelta(hours=1)
"""So long after a conversation nobody is coming out of it; so long after a sign it is not a sign any more."""

MOST_SIGNS = 2
"""In one gap: what is put off is said once more."""

Hours = tuple[dt.time, dt.time]
"""From, and until before; past midnight where the first is later."""


class Due(StrEnum):
    """What a break is for."""

    FIRST = "first"
    """Before the first conversation, in the morning."""
    BETWEEN = "between"
    LUNCH = "lunch"
    LAST = "last"
    """After the last conversation."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap as it is at a moment outside any conversation."""

    now: dt.datetime
    place: Standing
    came_out: dt.datetime | None
    """When a conversation of today ended last; nothing where none has."""
    signs: tuple[dt.datetime, ...] = ()
    """Those that were given in it, the last one at the end."""

    @property
    def fresh(self) -> bool:
        """Whether one is coming out of a conversation now, and nothing has been said of it."""
        return not self.signs and self.came_out is not None and instant(self.now) - self.came_out <= STALE

    @property
    def before_first(self) -> bool:
        """Whether the first conversation of today is near."""
        near = self.place.free is not None and self.place.free <= ON_THE_WAY
        return near and self.came_out is None and not self.signs and within(MORNING, self.now)

    @property
    def ends_the_day(self) -> bool:
        """Whether the conversation that one comes out of was the last, or is likely to have been."""
        if self.place.where is Where.UNKNOWN:
            return self.now.time() >= LIKELY_LAST
        return self.place.where is Where.OVER and not within(MORNING, self.now)

    @property
    def lunch_comes(self) -> bool:
        """Whether it is time for lunch in the middle of it."""
        planned = self.place.where is not Where.UNKNOWN and self.came_out is not None
        calm = not self.signs or instant(self.now) - self.signs[-1] >= CALM
        comes = within((LUNCH_COMES, LUNCH[1]), self.now)
        return planned and calm and comes and len(self.signs) < MOST_SIGNS

    @property
    def wanted(self) -> Due:
        """What a break is for that somebody asks for in it."""
        if self.ends_the_day:
            return Due.LAST
        return Due.FIRST if self.came_out is None and within(MORNING, self.now) else Due.BETWEEN

    def due(self, *, lunch: bool, last: bool) -> Due | None:
        """What is due now. ``lunch`` and ``last`` say whether the breaks for those may still be offered today."""
        if self.fresh:
            if last and self.ends_the_day:
                return Due.LAST
            return Due.LUNCH if lunch and within(LUNCH, self.now) else Due.BETWEEN
        if lunch and self.lunch_comes:
            return Due.LUNCH
        return Due.FIRST if self.before_first else None


def within(hours: Hours, now: dt.datetime) -> bool:
    """Whether the clock shows a time in ``hours``. Hours that end when they begin are none."""
    since, until = hours
    time = now.time()
    return since <= time < until if since <= until else time >= since or time < until
