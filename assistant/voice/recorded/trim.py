"""Where in a recording somebody speaks: rooms hum, chairs creak, and a mouse clicks before and after. Needs numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.clip import RATE
from assistant.voice import finish

if TYPE_CHECKING:
    from numpy.typing import NDArray

FRAME = RATE // 100
"""Samples by whose energy speech is told from a room: 10 ms."""
QUIET, LOUD = 5, 95
"""Percentiles of the frames: the room, and the voice in it."""
ABOVE_ROOM, BELOW_VOICE, APART = 9.0, 40.0, 18.0
"""dB: by how much speech is above the room, at most below the voice, and how far apart those two must be for the room
to be heard at all; where they are not, the recording begins and ends with the words.
"""
SHORTEST = 6
"""Frames in a row; what is shorter is a click."""
LEAST = 30
"""Frames that are louder than the room: the shortest of our lines is one word, which takes half again as many."""
BEFORE, AFTER = 0.08, 0.16
"""Seconds kept around: an «h» begins and an «s» ends below what counts as speech."""
SILENT = -60.0
"""dBFS of the loudest frames of a recording in which nothing was said."""


def spoken(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """``samples`` at ``RATE`` from the first word to the last, faded in and out; empty where nothing is said."""
    if len(samples) < FRAME:
        return samples[:0]
    samples = samples - samples.mean(dtype=np.float64).astype(np.float32)
    levels = _levels(samples)
    room, voice = np.percentile(levels, (QUIET, LOUD))
    if voice < SILENT or (levels > max(room + ABOVE_ROOM, SILENT)).sum() < LEAST:
        return samples[:0]
    threshold = voice - BELOW_VOICE if voice - room < APART else max(room + ABOVE_ROOM, voice - BELOW_VOICE)
    runs = _runs(levels > threshold)
    if not runs:
        return samples[:0]
    begin = max(0, runs[0][0] * FRAME - int(BEFORE * RATE))
    end = runs[-1][1] * FRAME + int(AFTER * RATE)
    return finish.cut(samples[begin:end])


def _levels(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """How loud each frame is, in dBFS."""
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    return np.asarray(10 * np.log10(np.square(frames, dtype=np.float64).mean(axis=1) + 1e-12))


def _runs(audible: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First frame and the one after the last of each stretch that is long enough to be speech."""
    edges = np.flatnonzero(np.diff(np.pad(audible.astype(np.int8), 1)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= SHORTEST]
