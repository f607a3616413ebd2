"""When a sample that is made now will be heard."""

from __future__ import annotations

from collections import deque

from assistant.sound.clip import RATE
from assistant.units import Seconds

REMEMBERED = 47
"""Blocks (a second) whose middle value counts: a sound server on a busy machine is some milliseconds wrong at times."""
SETTLED = 4
"""Blocks after which the reckoning can be relied on."""
PACE = Seconds(0.008)
"""Blocks asked for closer together than this only fill the device's buffer; it may not have begun to play."""
PAUSES = 2
"""Times that the device must have waited before asking on: it plays."""


class Dac:
    """Reckons from what the device reports, block by block, when each sample of the stream is heard."""

    def __init__(self) -> None:
        self._made = 0
        self._starts: deque[float] = deque(maxlen=REMEMBERED)
        """When sample 0 of the stream was heard, as each of the last blocks has it."""
        self._asked: Seconds | None = None
        self._pauses = 0

    @property
    def settled(self) -> bool:
        """Whether the device plays, and enough blocks have been seen."""
        return self._pauses >= PAUSES and len(self._starts) >= SETTLED

    def note(self, frames: int, asked: Seconds, heard: Seconds) -> Seconds:
        """Take note of a block of ``frames``, asked for at ``asked``, that the device means to play at ``heard``.

        Returns when it will be heard, by all that is known.
        """
        if self._asked is not None and asked - self._asked > PACE:
            if self._pauses == 0:
                self._starts.clear()
            self._pauses += 1
        self._asked = asked
        self._starts.append(heard - self._made / RATE)
        smooth = self.next
        self._made += frames
        return smooth

    @property
    def next(self) -> Seconds:
        """When the sample that comes after the last block is heard. To be asked once there has been a block."""
        starts = sorted(self._starts)
        return Seconds(starts[len(starts) // 2] + self._made / RATE)
