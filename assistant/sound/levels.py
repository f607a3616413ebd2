"""The volume of each part of the sound, which moves without a click. Needs numpy."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from assistant.sound.clip import RATE
from assistant.sound.plan import Part
from assistant.sound.samples import Samples

if TYPE_CHECKING:
    from collections.abc import Mapping

GLIDE = RATE * 60 // 1000
"""Samples that a volume takes from one value to another (60 ms)."""

Gain: TypeAlias = float | Samples
"""A factor for a whole block, or one for each of its samples."""

AS_MADE: Mapping[Part, Gain] = dict.fromkeys(Part, 1.0)


class Levels:
    """Volumes from 0 to 1, one for each part."""

    def __init__(self) -> None:
        self._volume = dict.fromkeys(Part, 1.0)
        self._now = dict.fromkeys(Part, 1.0)
        """What sounds at the next sample."""
        self._step = dict.fromkeys(Part, 0.0)
        self._left = dict.fromkeys(Part, 0)
        """Samples until the volume that was asked for is reached."""

    def set(self, part: Part, volume: float) -> None:
        """Glide to ``volume``; what is no number from 0 to 1 becomes the nearest that is."""
        self._volume[part] = min(1.0, max(0.0, volume)) if math.isfinite(volume) else 0.0
        self._left[part] = GLIDE
        self._step[part] = (self._volume[part] - self._now[part]) / GLIDE

    def settle(self) -> None:
        """Be where the volumes are set, without a glide: for when nothing sounds that could be heard to move."""
        for part in Part:
            self._now[part], self._left[part] = self.volume(part), 0

    def volume(self, part: Part) -> float:
        """The volume that ``part`` has, or is on its way to."""
        return self._volume[part]

    def advance(self, frames: int) -> Mapping[Part, Gain]:
        """The gains of the next ``frames`` samples; the volumes move on by as many."""
        if not any(self._left.values()):
            return self._now
        return {part: self._advance(part, frames) for part in Part}

    def _advance(self, part: Part, frames: int) -> Gain:
        left = self._left[part]
        if not left:
            return self._now[part]
        # Counted back from the goal, so that the way there does not depend on the size of the blocks.
        behind = np.maximum(np.arange(left, left - frames, -1), 0)
        gains = np.asarray(self.volume(part) - self._step[part] * behind, np.float32)
        self._left[part] = max(0, left - frames)
        self._now[part] = self.volume(part) - self._step[part] * self._left[part]
        return gains
