"""An offer, and one that was put off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from assistant.day.due import Due
    from assistant.day.gaps import Fit


@dataclass(frozen=True, slots=True)
class Offer:
    """One break that may be taken now."""

    at: dt.datetime
    """When the sign for it was given."""
    due: Due
    script: str | None
    """The id of the break; nothing for a sentence."""
    fit: Fit
    again: bool = False
    """Whether it was put off before."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """An offer that comes again."""

    offer: Offer
    made: dt.datetime
    """When it was put off, in UTC."""
    due: dt.datetime
    """When it comes, in UTC."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What the person has asked for, so that nothing is offered."""

    not_today: bool = False
    quiet_until: dt.time | None = None
    """When the quiet hours end."""
    comes_again: dt.datetime | None = None
    """When what was put off is offered again."""
