"""The course of the day: what was planned, and what was told by hand of how it went."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant.day.conversation import Conversation, in_zone, instant, merged
from assistant.day.gaps import Where, standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.day.gaps import Standing

EARLY = dt.timedelta(minutes=30)
"""Who comes so long before the next conversation, or less, comes to it."""

JUST_BEGUN = dt.timedelta(minutes=1)
"""What is over so soon after the start of a conversation is the one before it."""

REMEMBERED = dt.timedelta(days=1, hours=12)
"""For so long what was told by hand is held: past a midnight, and to the end of any conversation."""


class Course:
    """Conversations that may be replaced at any time; what was told by hand about them stays."""

    def __init__(self, conversations: Iterable[Conversation] = ()) -> None:
        self._overs: list[dt.datetime] = []
        self._early: dict[dt.datetime, dt.datetime] = {}
        self.planned = tuple(conversations)

    @property
    def planned(self) -> tuple[Conversation, ...]:
        """What was planned, as it was handed in."""
        return self._planned

    @planned.setter
    def planned(self, conversations: tuple[Conversation, ...]) -> None:
        self._planned = conversations
        self._reckon()

    def over(self, now: dt.datetime) -> None:
        """The conversation under way, known or not, is over; one that somebody came early to just now had not begun."""
        moment = instant(now)
        mistaken = {start for start, came in self._early.items() if moment - came < JUST_BEGUN}
        if mistaken and self.standing(now).where is Where.TALKING:
            self._early = {start: came for start, came in self._early.items() if start not in mistaken}
            self._reckon()
            return
        self._overs = [over for over in self._overs if moment - over < REMEMBERED] + [moment]
        self._reckon()

    def early(self, now: dt.datetime) -> None:
        """The next person is here. Where nobody is expected yet it is somebody of whom nothing is known."""
        moment, coming = instant(now), self.standing(now)
        if coming.where is Where.TALKING or coming.next is None:
            return
        planned = instant(coming.next.start)
        if planned - moment <= EARLY:
            self._early = {start: came for start, came in self._early.items() if moment - came < REMEMBERED}
            self._early[planned] = moment
            self._reckon()

    def standing(self, now: dt.datetime) -> Standing:
        """Where one is at ``now`` (aware, in the user's zone)."""
        return standing(self._known, now)

    def came_out(self, now: dt.datetime) -> dt.datetime | None:
        """When the last conversation before ``now`` ended, as planned or as told, in UTC; nothing but today's."""
        before = self.standing(now)
        ends = [over for over in self._overs if over <= instant(now)]
        if before.where is not Where.TALKING and before.since is not None:
            ends.append(instant(before.since))
        last = max(ends, default=None)
        return last if last is not None and last.astimezone(now.tzinfo).date() == now.date() else None

    def of_day(self, now: dt.datetime) -> tuple[Conversation, ...]:
        """The conversations that have a part in the day of ``now``, as they went or are to go, by its zone's clocks."""
        by_the_clock = (in_zone(c, now.tzinfo) for c in self._apart)
        moment = dt.timedelta(microseconds=1)  # one that ends at midnight has no part in the day after
        return tuple(c for c in by_the_clock if c.start.date() <= now.date() <= (c.end - moment).date())

    def _reckon(self) -> None:
        planned = ((instant(c.start), instant(c.end)) for c in self._planned)
        begun = (Conversation(self._early.get(start, start), end) for start, end in planned)
        cut = [self._cut(conversation) for conversation in begun]
        self._known, self._apart = merged(cut), merged(cut, touching=False)

    def _cut(self, conversation: Conversation) -> Conversation:
        """Cut before it is merged: one that starts when another ends is not over when that one is."""
        start = conversation.start + JUST_BEGUN
        end = min((over for over in self._overs if start <= over < conversation.end), default=None)
        return conversation if end is None else Conversation(conversation.start, end)
