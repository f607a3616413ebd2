"""Bells, tones and ambience step back while the voice speaks. Needs numpy."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.clip import RATE
from assistant.sound.plan import Part
from assistant.sound.samples import factor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from assistant.sound.samples import Samples

DUCKED: Mapping[Part, float] = MappingProxyType(
    {Part.VOICE: 1.0, Part.BELL: factor(-5.0), Part.TONE: factor(-5.0), Part.AMBIENCE: factor(-9.0)}
)
"""Amplitude of each part while the voice speaks."""
DOWN = RATE * 250 // 1000
"""Samples before the first word in which it steps back."""
UP = RATE * 600 // 1000
"""Samples after the last word in which it returns."""


class Ducking:
    """How loud all but the voice is allowed to be at each sample of a break."""

    def __init__(self, spoken: Iterable[tuple[int, int]]) -> None:
        """``spoken``: when the voice speaks, from sample to sample."""
        times: list[int] = []
        depths: list[float] = []
        self._stretches: list[tuple[int, int]] = []
        for start, end in _joined(spoken):
            times += [start - DOWN, start, end, end + UP]
            depths += [0.0, 1.0, 1.0, 0.0]
            self._stretches.append((start - DOWN, end + UP))
        self._times = np.array(times, np.float64)
        self._depths = np.array(depths, np.float64)

    def depth(self, start: int, frames: int) -> NDArray[np.float64] | None:
        """How far back one steps, from 0 to 1, at each of ``frames`` samples from ``start``; nothing where it is 0."""
        if not any(begin < start + frames and start < end for begin, end in self._stretches):
            return None
        return np.interp(np.arange(start, start + frames), self._times, self._depths)


def ducked(part: Part, depth: NDArray[np.float64]) -> Samples:
    """The factors of ``part`` where one steps back by ``depth``."""
    return np.asarray(1.0 - (1.0 - DUCKED[part]) * depth, np.float32)


def _joined(spoken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of speech, with those joined between which there is no time to return."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spoken):
        if joined and start - joined[-1][1] < DOWN + UP:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
