"""The recipe of the bells: ``python audio/make_bells.py`` writes both files anew, the same to the last bit but one.

Pure synthesis, from no recording. Each bell is a handful of partials, the way a singing bowl has them (ratios that are
not whole numbers, the high ones fading first), each doubled a hair apart so that it breathes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 48_000
SECONDS = 3.5
FULL_SCALE = 32_767
HALO = 0.3
"""How strong the second half of each partial is beside the first: it swells, and never falls silent."""


@dataclass(frozen=True, slots=True)
class Partial:
    """One pure tone of a bell."""

    ratio: float
    """Its pitch, as a multiple of the lowest."""
    strength: float
    decay: float
    """How many times a second it falls to 37 %."""
    apart: float
    """Hz between its two halves: that often it swells."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one bell is made."""

    pitch: float
    """Hz of the lowest partial."""
    attack: float
    """Seconds until it is struck fully: soft, so that nobody starts."""
    peak: float
    """Its loudest sample, in dBFS."""
    partials: tuple[Partial, ...]


BOWL = (
    Partial(1.00, 1.00, 1.1, 0.7),
    Partial(2.71, 0.30, 2.0, 1.1),
    Partial(5.15, 0.08, 4.0, 1.7),
    Partial(8.10, 0.02, 8.0, 2.3),
)

RECIPES = {
    "bell-start": Recipe(pitch=440.0, attack=0.008, peak=-9.0, partials=BOWL),
    # A fourth lower, with less of the high partials, softer in every way.
    "bell-end": Recipe(pitch=330.0, attack=0.010, peak=-12.0, partials=BOWL[:3]),
}


def make(recipe: Recipe) -> NDArray[np.int16]:
    """The bell of ``recipe``: mono, 48 kHz, 16 bits, beginning and ending in silence."""
    time = np.arange(round(SECONDS * RATE)) / RATE
    sound = sum((_partial(part, recipe.pitch, time) for part in recipe.partials), np.zeros_like(time))
    sound *= _edges(time, recipe.attack)
    sound *= 10 ** (recipe.peak / 20) / np.abs(sound).max()
    return np.asarray(np.round(sound * FULL_SCALE), np.int16)


def _partial(part: Partial, pitch: float, time: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = pitch * part.ratio - part.apart / 2, pitch * part.ratio + part.apart / 2
    pair = np.sin(2 * np.pi * low * time) + HALO * np.sin(2 * np.pi * high * time)
    return np.asarray(part.strength * np.exp(-part.decay * time) * pair)


def _edges(time: NDArray[np.float64], attack: float) -> NDArray[np.float64]:
    """Raised cosines: up in ``attack`` seconds, and down over the last second to exactly nothing."""
    rise = np.clip(time / attack, 0, 1)
    fall = np.clip(time[-1] - time, 0, 1)
    return np.asarray((0.5 - 0.5 * np.cos(np.pi * rise)) * (0.5 - 0.5 * np.cos(np.pi * fall)))


if __name__ == "__main__":
    for name, recipe in RECIPES.items():
        soundfile.write(Path(__file__).parent / f"{name}.flac", make(recipe), RATE, subtype="PCM_16")
