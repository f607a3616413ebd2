"""A loop of ambience, laid over a whole break. Needs numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.clip import RATE

if TYPE_CHECKING:
    from assistant.sound.samples import Samples

EDGE = RATE * 2500 // 1000
"""Samples in which it swells at the beginning of the break and fades at its end: so slowly that nobody starts."""


@dataclass(frozen=True, slots=True, eq=False)
class Looped:
    """A sound that goes round and round from sample 0 of a break to ``end``."""

    loop: Samples
    end: int

    def piece(self, start: int, frames: int) -> Samples:
        """``frames`` samples of it from sample ``start`` of the break on; silence before the break and after it."""
        turned = start % len(self.loop)
        if turned + frames <= len(self.loop):
            sound = self.loop[turned : turned + frames].copy()
        else:
            sound = np.take(self.loop, np.arange(start, start + frames), mode="wrap")
        edge = max(1, min(EDGE, self.end // 3))
        if start < edge or start + frames > self.end - edge:
            places = np.arange(start, start + frames)
            way = np.clip(np.minimum(places, self.end - places) / edge, 0, 1)
            sound *= np.asarray(0.5 - 0.5 * np.cos(np.pi * way), np.float32)
        return sound
