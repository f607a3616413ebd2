"""The conversations of a day from everything that tells of them: what was said, and calendars that are kept up with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant import paths
from assistant.calendar import Calendar, Rule
from assistant.day.conversation import Conversation, DayRefused, instant
from assistant.units import Ms

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.day.plan import Plan
    from assistant.settings import Settings

CALENDARS_EVERY = dt.timedelta(seconds=10)
"""So often it is seen whether a calendar has changed."""

MS_PER_MINUTE = 60_000


def rule_of(chosen: Settings) -> Rule:
    """Which events are conversations, as the user has chosen."""
    return Rule(
        Ms(chosen.conversation_least * MS_PER_MINUTE),
        frozenset(chosen.conversation_categories),
        chosen.conversation_word,
        chosen.tentative,
    )


class Sources:
    """Asked as often as one likes; it never waits."""

    def __init__(self, plan: Plan, chosen: Settings, zone: dt.tzinfo) -> None:
        """The calendars are those of ``plan`` and those that are kept in the settings."""
        self._plan = plan
        self._zone = zone
        self._calendars: list[Calendar] = []
        self._rule: Rule | None = None
        self._looked: dt.datetime | None = None
        self._said: tuple[dt.date, tuple[Conversation, ...]] | None = None
        self._since: dt.date | None = None
        """The first day that was asked for."""
        self.choose(chosen)

    @property
    def trouble(self) -> str | None:
        """One line about a calendar that cannot be read."""
        return next((calendar.trouble for calendar in self._calendars if calendar.trouble), None)

    def choose(self, chosen: Settings) -> None:
        """Go by ``chosen`` from now on."""
        files = tuple(dict.fromkeys(paths.expanded(file) for file in (*self._plan.calendars, *chosen.calendars)))
        rule = rule_of(chosen)
        if (files, rule) != (self.files, self._rule):
            self.close()
            self._calendars = [Calendar(file, self._zone, rule) for file in files]
            self._rule, self._looked = rule, None

    @property
    def files(self) -> tuple[Path, ...]:
        """The calendar files."""
        return tuple(calendar.path for calendar in self._calendars)

    def conversations(self, now: dt.datetime) -> tuple[Conversation, ...] | None:
        """Those that touch the day of ``now``, as far as they are known; nothing before they have been read."""
        today = now.date()
        if self._looked is None or self._looked.date() != today or self._is_long_ago(self._looked, now):
            self._looked = now
            for calendar in self._calendars:
                calendar.look(today)
        known = [calendar.known for calendar in self._calendars]
        if not all(one.day == today or one.trouble is not None for one in known):
            return None
        read = (conversation for calendar in self._calendars for conversation in calendar.conversations(today))
        return (*self._of_words(today), *read)

    def close(self) -> None:
        """Nothing is read any more."""
        for calendar in self._calendars:
            calendar.close()

    @staticmethod
    def _is_long_ago(looked: dt.datetime, now: dt.datetime) -> bool:
        """Also where the clock has been put back meanwhile."""
        return abs(instant(now) - instant(looked)) >= CALENDARS_EVERY

    def _of_words(self, today: dt.date) -> tuple[Conversation, ...]:
        if self._said is None or self._said[0] != today:
            self._said = (today, (*self._past_midnight(today), *self._said_of(today)))
        return self._said[1]

    def _said_of(self, day: dt.date) -> tuple[Conversation, ...]:
        try:
            return self._plan.said(day, self._zone)
        except DayRefused:  # it could be used when the day began
            return ()

    def _past_midnight(self, today: dt.date) -> tuple[Conversation, ...]:
        """Those of a night shift that began yesterday, where that was seen to begin."""
        if self._since is None or self._since == today:
            self._since = self._since or today
            return ()
        midnight = instant(dt.datetime.combine(today, dt.time(), self._zone))
        return tuple(c for c in self._said_of(today - dt.timedelta(days=1)) if instant(c.end) > midnight)
