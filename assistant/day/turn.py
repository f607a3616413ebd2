"""Which break is whose turn: the order of a day, by its date."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

RITUAL = "mellom-to"
"""From one conversation to another: the first that is offered in a day."""

FIRST, LUNCH, LAST = "inn-i-dagen", "lunsj", "ut-av-dagen"

KINDS = (("rolig-pust", "sukket"), ("tell-ting", "fem-sanser"), ("vekk-kroppen",), ("indre-rom",))
"""Breathing, grounding, moving and the inner room, in turn. What is for a certain need, and what thinks back on a
conversation, is for the person to choose: it is never offered as rest."""


def order(day: dt.date) -> tuple[str, ...]:
    """The breaks between conversations in the order of that day, to be gone round in: two of every kind.

    One day begins with another kind than the day before, and which of a kind comes first is drawn by the date.
    """
    drawn = random.Random(day.toordinal())  # noqa: S311 - a choice, not a secret
    first = day.toordinal() % len(KINDS)
    kinds = [drawn.sample(kind, len(kind)) for kind in (*KINDS[first:], *KINDS[:first])]
    return tuple(kind[lap % len(kind)] for lap in range(2) for kind in kinds)
