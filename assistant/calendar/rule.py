"""Which events of a calendar are conversations: the user's rule."""

from __future__ import annotations

import msgspec

from assistant.units import Ms

MINUTE = Ms(60_000)


class Rule(msgspec.Struct, frozen=True):
    """An event is a conversation if all of this holds for it. The least that can be said lets every event through.

    Whatever the rule says, these are never conversations: cancelled and free events, those of a whole day, and those
    that every attendee but the organiser has declined. One attendee of several who has declined may be anybody, so
    the event stays: rather no offer than one in the midst of a conversation.
    """

    least: Ms = Ms(10 * MINUTE)
    """Milliseconds that it lasts at least."""
    categories: frozenset[str] = frozenset()
    """It has one of these categories, large and small letters alike; none: any."""
    word: str = ""
    """This stands in its title, large and small letters alike; none: any. The title is dropped when that is known."""
    tentative: bool = True
    """Whether events that are only tentative count: who may come, may come."""
