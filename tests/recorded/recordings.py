"""Sound that is made like speech: a tone with overtones, in syllables, in a room that is never quite silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import soundfile
import soxr

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RATE = 48_000


def speech(seconds: float, *, peak: float = 0.3, rate: int = RATE) -> NDArray[np.float32]:
    """So much speech, four syllables a second."""
    at = np.arange(int(seconds * rate)) / rate
    tone = sum(np.sin(2 * np.pi * 140 * number * at) / number for number in range(1, 9))
    syllables = 0.15 + 0.85 * np.square(np.sin(np.pi * 4 * at))
    made = np.asarray(tone * syllables)
    return np.asarray(made / np.abs(made).max() * peak, np.float32)


def room(seconds: float, *, level: float = -62.0, rate: int = RATE) -> NDArray[np.float32]:
    """A room in which nobody speaks, at ``level`` dBFS."""
    noise = np.random.default_rng(7).normal(0, 10 ** (level / 20), int(seconds * rate))
    return np.asarray(noise, np.float32)


def recording(seconds: float, *, around: float = 0.5, peak: float = 0.3, level: float = -62.0) -> NDArray[np.float32]:
    """As somebody records a line: some quiet ``around`` it, and the room all through it."""
    made = room(seconds + 2 * around, level=level)
    begin = int(around * RATE)
    said = speech(seconds, peak=peak)
    made[begin : begin + len(said)] += said
    return made


def save(
    path: Path, samples: NDArray[np.float32], *, rate: int = RATE, channels: int = 1, subtype: str | None = None
) -> Path:
    """``samples`` at another rate, on so many channels of which the third, or the last, is the loudest."""
    made = samples if rate == RATE else soxr.resample(samples, RATE, rate)
    loudness = [1.0 if channel == min(2, channels - 1) else -0.2 for channel in range(channels)]
    formats = {".opus": "OGG", ".oga": "OGG"}
    kinds = {".opus": "OPUS"}
    soundfile.write(
        path, np.outer(made, loudness), rate,
        format=formats.get(path.suffix), subtype=subtype or kinds.get(path.suffix),
    )  # fmt: skip
    return path
