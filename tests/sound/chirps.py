"""Sounds that tests make: chirps, which can be found again to the sample, and silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from assistant.sound.clip import RATE, Clip
from assistant.units import Ms

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def chirp(length: Ms = Ms(400), low: float = 400.0, high: float = 3_000.0) -> NDArray[np.float32]:
    """A rising tone with soft ends, at half of full scale."""
    time = np.arange(length * RATE // 1000) / RATE
    seconds = length / 1000
    turns = low * time + (high - low) * time**2 / (2 * seconds)
    edge = np.clip(np.minimum(time, seconds - time) / 0.005, 0, 1)
    return np.asarray(0.5 * np.sin(2 * np.pi * turns) * edge, np.float32)


def write_clip(path: Path, sound: NDArray[np.float32]) -> Clip:
    """``sound`` as a clip."""
    soundfile.write(path, sound, RATE, subtype="PCM_16")
    return Clip(path, Ms(len(sound) * 1000 // RATE))


@dataclass(frozen=True)
class Found:
    """Where a sound was found in a longer one, and how well it fits there."""

    at: int
    fit: float
    """1 where it is there unchanged, but for its volume; 0 where nothing of it is."""


def find(sound: NDArray[np.float32], heard: NDArray[np.float32], start: int = 0, end: int | None = None) -> Found:
    """Where in ``heard[start:end]`` ``sound`` is: the place of the highest correlation."""
    place = heard[max(0, start) : end].astype(np.float64)
    size = 1 << (len(place) + len(sound)).bit_length()
    product = np.fft.rfft(place, size) * np.conj(np.fft.rfft(sound.astype(np.float64), size))
    likeness = np.fft.irfft(product, size)[: max(1, len(place) - len(sound) + 1)]
    best = int(np.argmax(likeness))
    piece = place[best : best + len(sound)]
    norm = float(np.linalg.norm(piece) * np.linalg.norm(sound))
    return Found(best + max(0, start), float(likeness[best] / norm) if norm else 0.0)
