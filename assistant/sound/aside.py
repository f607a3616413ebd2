"""A clip that sounds at once, beside the break, such as a line to set the volume by. Needs numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.transport import FADE

if TYPE_CHECKING:
    from assistant.sound.samples import Samples

_NOTHING: Samples = np.zeros(0, np.float32)
_FALL = np.asarray(0.5 + 0.5 * np.cos(np.pi * (np.arange(FADE) + 0.5) / FADE), np.float32)


class Aside:
    """One clip at a time; a new one lets the old one fade."""

    def __init__(self) -> None:
        self._rest = _NOTHING
        """What is still to be heard."""

    @property
    def silent(self) -> bool:
        """Whether nothing is left to be heard."""
        return not len(self._rest)

    def say(self, sound: Samples) -> None:
        """Sound from now on, above the fading end of what was sounding."""
        self.fade()
        said = np.array(sound, np.float32)
        shared = min(len(said), len(self._rest))
        said[:shared] += self._rest[:shared]
        self._rest = said

    def fade(self) -> None:
        """Let what is sounding fade out in 15 ms."""
        tail = self._rest[:FADE]
        self._rest = tail * _FALL[: len(tail)]

    def fill(self, frames: int) -> Samples:
        """What is heard in the next ``frames`` samples; shorter than that where it ends."""
        heard, self._rest = self._rest[:frames], self._rest[frames:]
        return heard
