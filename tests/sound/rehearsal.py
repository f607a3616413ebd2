"""A break as it is heard: speaker, child, PortAudio, null sink, recording."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.clock import now
from assistant.sound.clip import RATE
from assistant.sound.speaker import Speaker
from assistant.units import Ms, Seconds
from tests.sound.chirps import Found, find
from tests.sound.null_sink import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from assistant.sound.plan import SoundPlan
    from assistant.sound.trouble import Trouble
    from tests.sound.null_sink import Recording

SOON = 0.5
"""Seconds from the word to the beginning: more than the device is behind."""
REACTION = 0.5
"""Seconds within which a pause, a seek or a stop is heard: what the device holds in hand, and some more."""


@dataclass
class Rehearsal:
    """One break, and what is heard of it."""

    speaker: Speaker
    recording: Recording
    begins: Seconds = Seconds(0.0)
    """When the clock showed 0 of the break."""

    def play(self, position: Ms = Ms(0), soon: float = SOON) -> None:
        self.begins = Seconds(now() + soon - position / 1000)
        self.speaker.play(position, Seconds(now() + soon))

    def until(self, position: float) -> None:
        """Let the break go on until it is at ``position`` (seconds), and that much of it is recorded."""
        assert wait_until(lambda: self.heard_until() > self.begins + position, position + 30)

    def heard_until(self) -> float:
        return self.recording.begins + self.recording.marks[-1][1] / RATE

    def sample(self, at: float) -> int:
        """Which sample of the recording was heard when the clock showed ``at``."""
        return round((at - self.recording.begins) * RATE)

    def between(self, start: float, end: float) -> NDArray[np.float32]:
        """What was heard from ``start`` to ``end`` on the clock."""
        return self.recording.samples[self.sample(start) : self.sample(end)]

    def find(self, sound: NDArray[np.float32], position: float) -> tuple[float, Found]:
        """How many milliseconds after its time ``sound``, due at ``position`` (seconds), was heard."""
        due = self.sample(self.begins + position)
        found = find(sound, self.recording.samples, due - RATE // 2, due + len(sound) + RATE // 2)
        return (found.at - due) / RATE * 1_000, found


@contextmanager
def rehearsal(
    recording: Recording, plan: SoundPlan, device: str = "", trouble: Trouble | None = None
) -> Iterator[Rehearsal]:
    """A speaker that is ready to play ``plan``, or has ``trouble``; stopped in the end, if it was not before."""
    speaker = Speaker(patience=30)
    speaker.set_output(device, Ms(0))
    speaker.start(plan)
    try:
        assert wait_until(lambda: speaker.ready or speaker.trouble() is not None, 30)
        assert wait_until(lambda: speaker.trouble() == (trouble and trouble.line), 5)
        yield Rehearsal(speaker, recording)
    finally:
        speaker.stop()
        assert speaker.wait(5)


def longest_silence(sound: NDArray[np.float32]) -> float:
    """The longest run of samples that are exactly nothing, in milliseconds."""
    loud = np.flatnonzero(np.concatenate([[1.0], sound, [1.0]]))
    return float(np.diff(loud).max() - 1) / RATE * 1_000


def largest_step(sound: NDArray[np.float32]) -> float:
    """The largest step from one sample to the next."""
    return float(np.abs(np.diff(sound)).max())


def let_pass(seconds: float) -> None:
    """Let the clock run on: nothing happens in the meantime that could be waited for."""
    time.sleep(seconds)
