"""Breath tones: a soft voice that rises while one breathes in and falls while one breathes out. Needs numpy."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.clip import RATE
from assistant.sound.samples import at_sample, factor
from assistant.timeline.model import Kind
from assistant.units import Hz, Ms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from assistant.sound.samples import Samples

GLIDES = {
    Kind.IN: (Hz(262), Hz(330)),
    Kind.SIP: (Hz(330), Hz(392)),
    Kind.OUT: (Hz(330), Hz(262)),
}
"""From which pitch to which, in Hz: a major third up or down, and a minor third more for a sip."""

PEAK = factor(-30.0)
"""The loudest sample, as an amplitude: -30 dBFS, well below the voice."""
REST = Ms(80)
"""Silence at the end of each phase, in which the sound can be brought back to the clock."""
EDGE = Ms(600)
"""How long it swells and fades, at most."""
OVERTONES = ((1, 1.0), (2, 0.22), (3, 0.06))
"""Which multiples of the pitch sound, and how strongly."""


@lru_cache(maxsize=32)
def breath_tone(kind: Kind, length: Ms) -> Samples:
    """The tone for one phase of ``length``; empty for a phase that moves no air, or that is too short to sound."""
    frames = at_sample(Ms(length - REST))
    if kind not in GLIDES or frames <= 0:
        return np.zeros(0, np.float32)
    low, high = GLIDES[kind]
    way = np.arange(frames) / frames
    pitch = low * (high / low) ** _smooth(way)
    turns = np.cumsum(pitch) / RATE
    tone = sum(strength * np.sin(2 * np.pi * multiple * turns) for multiple, strength in OVERTONES)
    shaped = tone * _edges(frames)
    return np.asarray(PEAK * shaped / np.abs(shaped).max(), np.float32)


def _smooth(way: NDArray[np.float64]) -> NDArray[np.float64]:
    """From 0 to 1, level at both ends."""
    return np.asarray(way * way * (3 - 2 * way))


def _edges(frames: int) -> NDArray[np.float64]:
    """A raised cosine up and one down, each a third of the tone at most."""
    edge = max(1, min(at_sample(EDGE), frames // 3))
    rise = 0.5 - 0.5 * np.cos(np.pi * np.arange(edge) / edge)
    envelope = np.ones(frames)
    envelope[:edge] *= rise
    envelope[-edge:] *= rise[::-1]
    return envelope
