"""The horizons of looking after oneself at work, and what suits the hour."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.day.due import LIKELY_LAST
from assistant.day.turn import FIRST, LAST, LUNCH, RITUAL, order
from assistant.i18n import _, marked
from assistant.script.model import Occasion
from assistant.units import ms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from assistant.script.model import Script
    from assistant.shelf import Shelf
    from assistant.units import Ms

NAMES = {
    Occasion.IN_CONVERSATION: marked("In the conversation"),
    Occasion.BETWEEN: marked("Between conversations"),
    Occasion.REFLECTION: marked("Reflection"),
    Occasion.LUNCH: marked("Lunch"),
    Occasion.DAY: marked("Into and out of the day"),
    Occasion.WEEK: marked("The week"),
    Occasion.CAREER: marked("A working life"),
    Occasion.TOGETHER: marked("Together"),
}


@dataclass(frozen=True, slots=True)
class Horizon:
    """What there is for one occasion."""

    occasion: Occasion
    scripts: tuple[Script, ...]

    @property
    def name(self) -> str:
        """What it is called, in the language in use."""
        return _(NAMES[self.occasion])


@dataclass(frozen=True, slots=True)
class Suits:
    """A break for a part of the day."""

    since: dt.time
    until: dt.time
    script: str
    why: str


HOURS = (
    Suits(dt.time(5), dt.time(9, 30), FIRST, marked("It is morning: here is a way into the day.")),
    Suits(dt.time(11), dt.time(12, 30), LUNCH, marked("It is about lunch time.")),
    Suits(dt.time(15), dt.time(19), LAST, marked("The working day is nearing its end.")),
)
"""At other hours it is the transition between two conversations. A reflection is never offered as rest."""

ELSE = Suits(dt.time.min, dt.time.max, RITUAL, marked("For the minutes between two conversations."))


def fitting(shelf: Shelf, length: Ms, now: dt.datetime, been: Collection[str] = ()) -> Script | None:
    """A break that can take exactly ``length``, in the order of the day of ``now``; nothing where none can.

    Those that have ``been`` today come last.
    """
    offered = (*([LAST] if now.time() >= LIKELY_LAST else []), RITUAL, *order(now.date()), LUNCH)
    tried = [shelf.by_id[wanted] for wanted in offered if wanted in shelf.by_id]
    able = [script for script in tried if ms(script.lengths.least) <= length <= ms(script.lengths.most)]
    return next((script for script in able if script.id not in been), able[0] if able else None)


def horizons(scripts: Iterable[Script]) -> tuple[Horizon, ...]:
    """All horizons that have something on them, in the order of a working life."""
    listed = tuple(scripts)
    grouped = (Horizon(occasion, tuple(s for s in listed if s.occasion is occasion)) for occasion in NAMES)
    return tuple(horizon for horizon in grouped if horizon.scripts)


def suits(shelf: Shelf, now: dt.time) -> tuple[Script, str]:
    """What is offered first at ``now``, and why, in the language in use."""
    for hours in (*(hours for hours in HOURS if hours.since <= now < hours.until), ELSE):
        if hours.script in shelf.by_id:
            return shelf.by_id[hours.script], _(hours.why)
    return next(iter(shelf)), ""
