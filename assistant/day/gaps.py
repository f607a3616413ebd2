"""Where one is in the day, and how much of a break fits there."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.day.conversation import in_zone, instant
from assistant.units import MS_PER_SECOND, Ms, ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.day.conversation import Conversation

SPARE = 60.0
"""Seconds that are left before the next conversation."""

SHORT = 90
"""A break that has less than so many seconds takes its short form."""

SENTENCE = 30
"""Less than so many seconds are enough for a sentence only."""

GOES_ON = dt.timedelta(hours=4)
"""Who has a conversation again within this has not gone home, though it may be after midnight."""


class Where(StrEnum):
    """Where one is in the day."""

    TALKING = "talking"
    GAP = "gap"
    """Before, between: another conversation comes today."""
    OVER = "over"
    """After the last one of today."""
    UNKNOWN = "unknown"
    """No conversation of today is known."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one is at a moment. All times are by the clocks of the zone that the moment was told in."""

    where: Where
    since: dt.datetime | None = None
    """When this conversation began, or the last one before ended, on whatever day; nothing where there is none."""
    until: dt.datetime | None = None
    """When this conversation ends, or the gap does; nothing where it has no end that is known."""
    next: Conversation | None = None
    """The next conversation, on whatever day."""
    free: float | None = None
    """Seconds until the next conversation: 0 in one, nothing where none is known."""


def standing(conversations: Sequence[Conversation], now: dt.datetime) -> Standing:
    """Where one is at ``now`` (aware, in the user's zone) among ``conversations`` as ``merged`` gives them."""
    moment, zone = instant(now), now.tzinfo
    past = bisect_right(conversations, moment, key=lambda c: instant(c.end))
    ahead = [in_zone(c, zone) for c in conversations[past : past + 2]]
    current = ahead.pop(0) if ahead and instant(ahead[0].start) <= moment else None
    coming = ahead[0] if ahead else None
    if current is not None:
        return Standing(Where.TALKING, current.start, current.end, coming, 0.0)
    since = conversations[past - 1].end.astimezone(zone) if past else None
    free = (instant(coming.start) - moment).total_seconds() if coming is not None else None
    if coming is not None and (coming.start.date() == now.date() or instant(coming.start) - moment <= GOES_ON):
        return Standing(Where.GAP, since, coming.start, coming, free)
    ended_today = since is not None and since.date() == now.date()
    return Standing(Where.OVER if ended_today else Where.UNKNOWN, since, None, coming, free)


class Form(StrEnum):
    """How much of a break there is time for."""

    WHOLE = "whole"
    SHORT = "short"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Fit:
    """What there is time for."""

    form: Form
    length: Ms
    """How long the break may take; nothing for a sentence."""


def fit(gap: float | None, least: float, most: float, spare: float = SPARE) -> Fit | None:
    """The longest break from ``least`` to ``most`` seconds that ends ``spare`` seconds before a gap of ``gap`` does.

    A gap of nothing has no end. Where there are less than 30 seconds for it, it is a sentence, whatever the break.
    Nothing comes back where a break that can be shorter than this one would fit.
    """
    room = math.inf if gap is None else gap - spare
    if room < SENTENCE:
        return Fit(Form.SENTENCE, Ms(0))
    if room < least:
        return None
    # Cut off, not rounded: a break may be a millisecond short of its room, never over it.
    length = ms(most) if room >= most else Ms(math.floor(room * MS_PER_SECOND))
    return Fit(Form.SHORT if room < SHORT else Form.WHOLE, length)
