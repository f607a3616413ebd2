"""The player follows a timeline by a clock, and says at any moment where one is."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from assistant.timeline.breath import fullness, still
from assistant.timeline.model import Choice, Cue, Kind
from assistant.units import MS_PER_SECOND, Ms, Seconds, ms

if TYPE_CHECKING:
    from assistant.timeline.model import Timeline

ASLEEP = Seconds(5)
"""When nobody has looked for so long, the machine has slept or been stopped: the break waits and asks."""

TO_READ_A_REPLY = ms(6)
"""A reply is there for so long at least."""

AT_ITS_BEGINNING = Seconds(2)
"""Who goes back so soon after the beginning of a step means the one before."""


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
    """How many things have been counted with a key in this step."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen now; nothing once it has been answered."""
        return self.cue.choices if self.words == self.cue.words else ()


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
        self._before_writing = State.RUNNING
        self._in_its_place: dict[int, str] = {}
        """By cue, the words that have come in the place of its own."""
        self._marks: dict[int, int] = {}
        """By step, how often something was counted."""
        self.ran = Seconds(0)
        """Seconds of the clock that it ran: not those in which it waited or the machine slept, nor what was skipped."""

    def advance(self, now: Seconds) -> Moment:
        """The moment at ``now``."""
        slept = now - self._seen > ASLEEP
        if self._state is State.RUNNING and slept:
            self._state = State.INTERRUPTED
        elif self._state is State.RUNNING:
            before = self._position
            self._position += max(0.0, now - self._seen) * MS_PER_SECOND * self.speed
            if self._position >= self.timeline.length:
                self._position, self._state = float(self.timeline.length), State.FINISHED
            self.ran = Seconds(self.ran + (self._position - before) / MS_PER_SECOND / self.speed)
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
        """Let a break that runs wait, as after a sleep of the machine."""
        self.advance(now)
        if self._state is State.RUNNING:
            self._state = why
        return self._moment()

    def write(self, now: Seconds) -> Moment:
        """Let the break wait while somebody writes."""
        self.advance(now)
        if not (self._state.is_over or self._state is State.WRITING):
            self._before_writing, self._state = self._state, State.WRITING
        return self._moment()

    def written(self, now: Seconds) -> Moment:
        """Go on as it was before somebody wrote: running or paused."""
        self.advance(now)
        if self._state is State.WRITING:
            self._state = self._before_writing
        return self._moment()

    def skip(self, now: Seconds) -> Moment:
        """Go on to what is said next; from breaths to the next step, from a turn to the next, at last to the end."""
        moment = self.advance(now)
        if self._state.is_over:
            return moment
        later = self.timeline.cues[moment.index + 1 :]
        if moment.cue.kind.is_breath or moment.cue.kind is Kind.TURN:
            here = (moment.cue.step, moment.cue.turn)
            later = tuple(cue for cue in later if (cue.step, cue.turn) != here)
        self._position = float(later[0].at if later else self.timeline.length)
        return self.finish(now) if self._position >= self.timeline.length else self._moment()

    def back(self, now: Seconds) -> Moment:
        """Go back to where this step began, or this turn; who is at its beginning already, to the one before."""
        moment = self.advance(now)
        if moment.state.is_over:
            return moment
        begins = [
            cue.at for before, cue in pairwise(self.timeline.cues) if (before.step, before.turn) != (cue.step, cue.turn)
        ]
        near = MS_PER_SECOND * self.speed * AT_ITS_BEGINNING
        self._position = float(max((at for at in begins if at + near <= moment.position), default=0))
        here = self._moment().index
        self._in_its_place = {index: words for index, words in self._in_its_place.items() if index < here}
        return self._moment()

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

    def reply(self, choice: Choice, now: Seconds) -> Moment:
        """Say the reply of ``choice`` in the place of the words of the cue, for as long as it takes to hear or read."""
        moment = self.advance(now)
        if not moment.state.is_over:
            self._in_its_place[moment.index] = choice.reply
            self._position = float(max(moment.cue.at, moment.cue.end - max(TO_READ_A_REPLY, choice.reply_needs)))
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
