"""The player follows a timeline by a clock, and says at any moment where one is."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from assistant.timeline.breath import fullness, still
from assistant.timeline.model import Cue
from assistant.units import MS_PER_SECOND, Ms, Seconds

if TYPE_CHECKING:
    from assistant.timeline.model import Timeline

ASLEEP = Seconds(5)
"""When nobody has looked for so long, the machine has slept or been stopped: the break waits and asks."""


class State(StrEnum):
    """What the player is doing."""

    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    """Paused by itself, because the machine was asleep."""
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self in {State.FINISHED, State.STOPPED}

    @property
    def waits(self) -> bool:
        """Whether the break stands still until somebody goes on with it."""
        return self in {State.PAUSED, State.INTERRUPTED}


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


class Player:
    """One run of one timeline.

    It keeps no ticks: whoever asks says what the clock shows, and a late question gets the right answer.
    ``speed`` runs the same timeline faster, for rehearsal.
    """

    def __init__(self, timeline: Timeline, now: Seconds, speed: float = 1.0) -> None:
        self.timeline = timeline
        self.speed = speed
        self._starts = [cue.at for cue in timeline.cues]
        self._still = still(timeline.cues)
        self._state = State.RUNNING
        self._position = 0.0
        """Milliseconds into the break when the clock showed ``_seen``."""
        self._seen = now

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

    def interrupt(self, now: Seconds) -> Moment:
        """Let the break wait, as after a sleep of the machine."""
        self.advance(now)
        if self._state is State.RUNNING:
            self._state = State.INTERRUPTED
        return self._moment()

    def skip(self, now: Seconds) -> Moment:
        """Go on to the next step; from the last one, to the end."""
        moment = self.advance(now)
        if self._state.is_over:
            return moment
        later = (cue.at for cue in self.timeline.cues[moment.index :] if cue.step != moment.cue.step)
        self._position = float(next(later, self.timeline.length))
        if self._position >= self.timeline.length:
            self._state = State.FINISHED
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
        )
