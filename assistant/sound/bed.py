"""The ambience as it is heard: wherever the break goes, it goes over into the other place softly. Needs numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.clip import RATE
from assistant.sound.soundtrack import Soundtrack

if TYPE_CHECKING:
    from assistant.sound.samples import Samples

TURN = RATE * 300 // 1000
"""Samples in which one place fades into another, or into silence."""

_FALL = np.asarray(0.5 + 0.5 * np.cos(np.pi * (np.arange(TURN) + 0.5) / TURN), np.float32)


@dataclass(slots=True)
class _Leaving:
    """A place that was left, and still sounds."""

    track: Soundtrack
    position: int
    weights: Samples
    """The factors that are left of its fade."""


class Bed:
    """What lies under the words and bells, who may leap over it: it is never cut, but faded from place to place."""

    def __init__(self) -> None:
        self._track = Soundtrack()
        self._position = 0
        """The sample that would come next."""
        self._leaving: list[_Leaving] = []

    @property
    def silent(self) -> bool:
        """Whether nothing of it sounds, or is about to."""
        return not self._leaving and self._track.ambience is None

    def cut(self) -> None:
        """What was sounding is gone with its device."""
        self._track, self._leaving = Soundtrack(), []

    def fill(self, track: Soundtrack, position: int, frames: int) -> Samples:
        """The next ``frames`` samples: those of ``track`` from ``position`` on, once it has come there."""
        if not self._meets(track, position):
            self._leave()
        self._track, self._position = track, position + frames
        here = track.bed(position, frames)
        weight: Samples = np.ones(frames, np.float32)
        gone: Samples = np.zeros(frames, np.float32)
        for place in self._leaving:
            count = min(frames, len(place.weights))
            weights, place.weights = place.weights[:count], place.weights[count:]
            gone[:count] += place.track.bed(place.position, count) * weights
            weight[:count] -= weights
            place.position += count
        if not self._leaving:
            return here
        self._leaving = [place for place in self._leaving if len(place.weights)]
        return here * weight + gone

    def _meets(self, track: Soundtrack, position: int) -> bool:
        """Whether it goes on as if nothing had been changed, or so that nobody hears the join."""
        if track is self._track and position == self._position:
            return True
        return bool(self._track.bed(self._position, 1)[0] == track.bed(position, 1)[0])

    def _leave(self) -> None:
        """What sounds now begins to fade, from as loud as it has become."""
        become = 1.0 - sum(float(place.weights[0]) for place in self._leaving)
        self._leaving.append(_Leaving(self._track, self._position, _FALL * np.float32(become)))
