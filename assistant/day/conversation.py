"""A conversation: from when until when, and nothing else about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class DayRefused(ValueError):  # noqa: N818 - it says what happened
    """What was said about the day cannot be used. Its text is one plain line in the user's language."""


@dataclass(frozen=True, slots=True, order=True)
class Conversation:
    """Two aware moments. Nobody's name and no word of what it is about has a place here."""

    start: dt.datetime
    end: dt.datetime


def instant(when: dt.datetime) -> dt.datetime:
    """``when`` in UTC. Raises ``ValueError`` where it has no zone.

    Two moments of the same zone are compared by their wall times, which go astray in the hours of the year in which
    a clock is moved; in UTC they are not.
    """
    if when.utcoffset() is None:
        raise ValueError(f"{when} has no zone")
    return when.astimezone(dt.UTC)


def in_zone(conversation: Conversation, zone: dt.tzinfo | None) -> Conversation:
    """The same conversation by the clocks of ``zone``."""
    return Conversation(conversation.start.astimezone(zone), conversation.end.astimezone(zone))


def merged(conversations: Iterable[Conversation], *, touching: bool = True) -> tuple[Conversation, ...]:
    """In their order; those that overlap are one, and one that does not end after it starts is left out.

    Those that only touch are one where ``touching`` says so: there is no gap between them.
    """
    real = (c for c in conversations if instant(c.start) < instant(c.end))
    one_by_one: list[Conversation] = []
    for conversation in sorted(real, key=lambda c: instant(c.start)):
        before = one_by_one[-1] if one_by_one else None
        apart = before is None or instant(before.end) < instant(conversation.start)
        if before is None or apart or (not touching and instant(before.end) == instant(conversation.start)):
            one_by_one.append(conversation)
        elif instant(before.end) < instant(conversation.end):
            one_by_one[-1] = Conversation(before.start, conversation.end)
    return tuple(one_by_one)
