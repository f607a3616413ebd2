"""Where in the break the sound is: running or held, faded at every edge, drawn to the clock in the silences.

Pure logic on arrays: it knows neither a device nor a thread. Needs numpy.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.bed import Bed
from assistant.sound.ceiling import soften
from assistant.sound.clip import RATE
from assistant.sound.landing import inside, nearer
from assistant.sound.plan import Part
from assistant.sound.soundtrack import Soundtrack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.sound.levels import Gain, Levels
    from assistant.sound.samples import Samples

FADE = RATE * 15 // 1000
"""Samples of every fade (15 ms)."""
NEAR = RATE * 8 // 1000
"""So far from the clock is near enough (8 ms): a sound server on a busy machine misjudges its buffer by as much."""
FAR = RATE * 150 // 1000
"""So far from the clock it leaps (0.15 s). Less than that is the coarseness of a pause, which takes whole blocks."""

_RISE = np.asarray(0.5 - 0.5 * np.cos(np.pi * (np.arange(FADE) + 0.5) / FADE), np.float32)
"""A raised cosine from 0 to 1; the factor at each step of a fade."""


class Wish(Enum):
    """What is asked of the transport."""

    HOLD = "hold"
    RUN = "run"
    RESUME = "resume"
    """Run from where it stands, if the clock is not far from there."""
    LEAP = "leap"
    """Run from where the clock is."""


class Transport:
    """Makes the next samples of a soundtrack, and knows which those are."""

    def __init__(self) -> None:
        self.track = Soundtrack()
        self._bed = Bed()
        self.position = 0
        """The sample of the break that comes next."""
        self._wish = Wish.HOLD
        self._gain = 0
        """Steps of the fade that are up: 0 is silent, ``FADE`` is full."""
        self._place: int | None = None
        """Where to stand once it has faded out."""

    @property
    def runs(self) -> bool:
        """Whether it sounds, or is about to."""
        return self._wish is not Wish.HOLD

    @property
    def silent(self) -> bool:
        """Whether it is held, and has faded out."""
        return not self.runs and self._gain == 0 and self._bed.silent

    def play(self) -> None:
        """Go on: from where it stands, or from where the clock is by now."""
        if self.runs:
            return
        if self._gain == 0:
            self._wish = Wish.RESUME
        else:
            self._wish = Wish.RUN if self._place is None else Wish.LEAP
        self._place = None

    def hold(self) -> None:
        """Fade out and stand still."""
        self._wish = Wish.HOLD

    def leap(self) -> None:
        """Fade out, and go on from where the clock is."""
        if self.runs:
            self._wish = Wish.LEAP

    def cut(self) -> None:
        """What was sounding is gone with its device: come in again where the clock is."""
        self._gain = 0
        self._bed.cut()
        self.leap()

    def place(self, position: int) -> None:
        """Stand at ``position``, while held."""
        if self._gain:
            self._place = position
        else:
            self.position = position

    def fill(self, frames: int, wanted: int, levels: Levels) -> Samples:
        """The next ``frames`` samples, of which the first is heard when the clock is at ``wanted``."""
        out: Samples = np.zeros(frames, np.float32)
        self._follow(wanted)
        done = 0
        while done < frames:
            if self._gain == 0 and self._wish is Wish.HOLD:
                self._stand()
                self._let_fade(out[done:], levels)
                break
            if self._gain == 0 and self._wish is not Wish.RUN:
                self._come_in(wanted + done)
            done += self._advance(out[done:], levels)
        soften(out)
        return out

    def _follow(self, wanted: int) -> None:
        """Draw near to the clock, where nobody hears it."""
        off = abs(wanted - self.position)
        if self._wish is Wish.RUN and off > FAR:
            self._wish = Wish.LEAP
        elif self._wish is Wish.RUN and off > NEAR:
            self.position = nearer(self.track.sounds, self.position, wanted)
        if self._wish is Wish.LEAP and not inside(self.track.sounds, self.position):
            self._gain = 0

    def _stand(self) -> None:
        """It has faded out; a place that was asked for meanwhile is taken now."""
        if self._place is not None:
            self.position, self._place = self._place, None

    def _come_in(self, wanted: int) -> None:
        """From silence: choose the place, and whether it needs a fade."""
        midway = self._wish is Wish.RESUME and inside(self.track.sounds, self.position)
        if not midway or abs(wanted - self.position) > FAR:
            self.position = wanted
            self.track = self.track.entered_at(wanted)
            midway = inside(self.track.sounds, wanted)
        self._gain = 0 if midway else FADE
        self._wish = Wish.RUN

    def _advance(self, out: Samples, levels: Levels) -> int:
        """Fill the beginning of ``out`` up to the end of a fade, or all of it; says how much."""
        rises = self._wish is Wish.RUN
        if rises and self._gain == FADE:
            count, ramp = len(out), None
        elif rises:
            count = min(len(out), FADE - self._gain)
            ramp = _RISE[self._gain : self._gain + count]
            self._gain += count
        else:
            count = min(len(out), self._gain)
            ramp = _RISE[self._gain - count : self._gain][::-1]
            self._gain -= count
        gains = levels.advance(count)
        out[:count] = self.track.above(self.position, count, gains)
        if ramp is not None:
            out[:count] *= ramp
        self._lay_bed(out[:count], self.track, gains)
        self.position += count
        return count

    def _let_fade(self, out: Samples, levels: Levels) -> None:
        """Held: what is left is the ambience, which takes its time to be silent."""
        if not self._bed.silent:
            self._lay_bed(out, Soundtrack(), levels.advance(len(out)))

    def _lay_bed(self, out: Samples, track: Soundtrack, gains: Mapping[Part, Gain]) -> None:
        if not self._bed.silent or track.ambience is not None:
            out += self._bed.fill(track, self.position, len(out)) * gains[Part.AMBIENCE]
