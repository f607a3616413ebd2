"""Where the conversations of a day come from: what was said when it began, and calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from assistant.day.sources import every, from_words

if TYPE_CHECKING:
    import datetime as dt

    from assistant.day.conversation import Conversation


class Rhythm(msgspec.Struct, frozen=True):
    """So many minutes of conversation and so many until the next, between two times of the day."""

    rhythm: str
    from_: str
    to: str


class Plan(msgspec.Struct, frozen=True, omit_defaults=True):
    """All of it may be left out: then the day goes by the key for «the conversation is over»."""

    sessions: str | None = None
    rhythm: Rhythm | None = None
    calendars: tuple[str, ...] = ()
    """Paths of calendar files."""

    def said(self, day: dt.date, zone: dt.tzinfo) -> tuple[Conversation, ...]:
        """The conversations of ``day`` that were said, without those of calendars. Raises ``DayRefused``."""
        sessions = from_words(self.sessions, day, zone) if self.sessions is not None else ()
        rhythm = self.rhythm
        return (*sessions, *(every(rhythm.rhythm, rhythm.from_, rhythm.to, day, zone) if rhythm is not None else ()))
