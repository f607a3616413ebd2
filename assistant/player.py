"""The player follows a timeline by a clock, and says at any moment where one is."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from assistant.timeline.breath import fullness, still
from assistant.timeline.model import Cue
from assistant.units import MS_PER_SECOND, Ms, Seconds, ms

if TYPE_CHECKING:
    from assistant.timeline.model import Timeline

ASLEEP = Seconds(5)
"""When nobody has looked for so long, the machine has slept or been stopped: the break waits and asks."""


TO_READ_A_REPLY = ms(6)
"""A reply is there for so long at least."""


class State(StrEnum):
    """What the player is doing."""

    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    """Paused by itself, because the machine was asleep."""
    WRITING = "writing"
    """Paused while somebody writes."""
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self in {State.FINISHED, State.STOPPED}

    @property
    def waits(self) -> bool:
        """Whether the break stands still until somebody goes on with it."""
        return self in {State.PAUSED, State.INTERRUPTED, State.WRITING}


class Moment(msgspec.Struct, frozen=True):
    """Where one is in a break."""

    state: State
    cue: Cue
    index: int
    """Which cue it is, from 0."""
    position: Ms
    """Time into the break."""
    remaining: Ms
    progress: float
    """The part of the break that has been, from 0 to 1."""
    fullness: float
    """How high the light stands, from 0 to 1: it follows the breath."""
    words: str
    """What is to be read now: the words of the cue, or what has come in their place."""
    marks: int = 0
    """How many things have been counted aloud in this step, with a key."""


class Player:
    """One run of one timeline.

    It keeps no ticks: whoever asks says what the clock shows, and a late question gets the right answer.
    ``speed`` runs the same timeline faster, for rehearsal.
    """

    def __init__(self, timeline: Timeline, now: Seconds, speed: float = 1.0, position: Ms = Ms(0)) -> None:
        self.timeline = timeline
        self.speed = speed
        self._starts = [cue.at for cue in timeline.cues]
        self._still = still(timeline.cues)
        self._state = State.RUNNING
        self._position = float(position)
        """Milliseconds into the break when the clock showed ``_seen``."""
        self._seen = now
        self._in_its_place: dict[int, str] = {}
        """By cue, the words that have come in the place of its own."""
        self._marks: dict[int, int] = {}
        """By step, how often something was counted."""

    def advance(self, now: Seconds) -> Moment:
        """The moment at ``now``."""
        slept = now - self._seen > ASLEEP
        if self._state is State.RUNNING and slept:
            self._state = State.INTERRUPTED
        elif self._state is State.RUNNING:
            self._position += max(0.0, now - self._seen) * MS_PER_SECOND * self.speed
            if self._position >= self.timeline.length:
                self._position, self._state = float(self.timeline.length), State.FINISHED
        self._seen = now
        return self._moment()

    def toggle(self, now: Seconds) -> Moment:
        """Pause a break that runs, go on with one that waits."""
        self.advance(now)
        if self._state is State.RUNNING:
            self._state = State.PAUSED
        elif self._state.waits:
            self._state = State.RUNNING
        return self._moment()

    def hold(self, now: Seconds, why: State = State.INTERRUPTED) -> Moment:
        """Let a break that runs wait: as after a sleep of the machine, or because somebody writes."""
        self.advance(now)
        if self._state is State.RUNNING:
            self._state = why
        return self._moment()

    def skip(self, now: Seconds) -> Moment:
        """Go on to the next step, or to the next turn in a round; from the last one, to the end."""
        moment = self.advance(now)
        if self._state.is_over:
            return moment
        here = (moment.cue.step, moment.cue.turn)
        later = (cue.at for cue in self.timeline.cues[moment.index :] if (cue.step, cue.turn) != here)
        self._position = float(next(later, self.timeline.length))
        return self.finish(now) if self._position >= self.timeline.length else self._moment()

    def mark(self, now: Seconds) -> Moment:
        """Count one thing more in this step."""
        step = self.advance(now).cue.step
        self._marks[step] = self._marks.get(step, 0) + 1
        return self._moment()

    def swap(self, now: Seconds) -> Moment:
        """Ask for the same through another sense; after the last of them it is the first again."""
        moment = self.advance(now)
        if moment.cue.swaps:
            order = (moment.cue.words, *moment.cue.swaps)
            at = order.index(moment.words) if moment.words in order else 0
            self._in_its_place[moment.index] = order[(at + 1) % len(order)]
        return self._moment()

    def reply(self, words: str, now: Seconds) -> Moment:
        """Say ``words`` in the place of those of the cue, with time enough to read them."""
        moment = self.advance(now)
        if not moment.state.is_over:
            self._in_its_place[moment.index] = words
            self._position = max(float(moment.cue.at), min(self._position, float(moment.cue.end - TO_READ_A_REPLY)))
        return self._moment()

    def finish(self, now: Seconds) -> Moment:
        """Go to the end."""
        if not self.advance(now).state.is_over:
            self._position, self._state = float(self.timeline.length), State.FINISHED
        return self._moment()

    def stop(self, now: Seconds) -> Moment:
        """End here."""
        self.advance(now)
        if self._state is not State.FINISHED:
            self._state = State.STOPPED
        return self._moment()

    def seconds_until(self, position: Ms) -> Seconds:
        """How long the clock must run until the break is at ``position``, if nothing holds it up."""
        return Seconds(max(0.0, position - self._position) / MS_PER_SECOND / self.speed)

    def _moment(self) -> Moment:
        position = Ms(round(self._position))
        index = max(0, bisect_right(self._starts, position) - 1)
        cue = self.timeline.cues[index]
        return Moment(
            self._state,
            cue,
            index,
            position,
            Ms(self.timeline.length - position),
            self._position / self.timeline.length,
            fullness(self.timeline.cues, index, self._position, self._still),
            self._in_its_place.get(index, cue.words),
            self._marks.get(cue.step, 0),
        )
