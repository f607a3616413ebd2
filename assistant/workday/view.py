"""A working day as it is at a moment, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.day.offer import Silence

if TYPE_CHECKING:
    import datetime as dt

    from assistant.day.conversation import Conversation
    from assistant.day.gaps import Standing
    from assistant.day.offer import Offer

NO_SILENCE = Silence()


@dataclass(frozen=True, slots=True)
class View:
    """Frozen: another moment has another view."""

    now: dt.datetime
    """By the clocks of the user's zone."""
    standing: Standing
    conversations: tuple[Conversation, ...]
    """Those of today, as they went or are to go."""
    offer: Offer | None = None
    """What is offered, as long as it stands unanswered."""
    silence: Silence = NO_SILENCE
    """What was asked for, so that nothing is offered."""
    has_room: bool = True
    """Whether there is time for a break before the next conversation."""
    sign: bool = False
    """Whether it is to be made known at this moment."""
    question: str = ""
    """To be taken into the inner room, where that is what is offered."""
    trouble: str | None = None
    """One line about what is missing."""
    reading: bool = False
    """Whether a calendar has not been read yet."""
