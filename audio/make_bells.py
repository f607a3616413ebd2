"""The recipe of the bells: ``python audio/make_bells.py`` writes all six files anew, the same to the last bit but one.

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
    seconds: float
    """How long it rings; a bell that rings longer fades more slowly by as much."""
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
BIG_BOWL = (
    # Small loudspeakers hardly sound its lowest: those above it carry more.
    Partial(1.00, 1.00, 1.1, 0.5),
    Partial(2.71, 0.65, 1.7, 0.8),
    Partial(5.15, 0.30, 3.0, 1.2),
    Partial(8.10, 0.06, 5.0, 1.6),
)
USUAL = 3.5
"""Seconds that the bells of middle size ring, for which the decays of the partials are meant."""

RECIPES = {
    "bell-start-small": Recipe(pitch=660.0, seconds=2.5, attack=0.008, peak=-9.0, partials=BOWL),
    "bell-start-middle": Recipe(pitch=440.0, seconds=USUAL, attack=0.008, peak=-9.0, partials=BOWL),
    # Three times as deep, and three times as long.
    "bell-start-large": Recipe(pitch=440.0 / 3, seconds=3 * USUAL, attack=0.012, peak=-9.0, partials=BIG_BOWL),
    # Each a fourth lower, with less of the high partials, softer in every way.
    "bell-end-small": Recipe(pitch=495.0, seconds=2.5, attack=0.010, peak=-12.0, partials=BOWL[:3]),
    "bell-end-middle": Recipe(pitch=330.0, seconds=USUAL, attack=0.010, peak=-12.0, partials=BOWL[:3]),
    "bell-end-large": Recipe(pitch=110.0, seconds=3 * USUAL, attack=0.015, peak=-12.0, partials=BIG_BOWL[:3]),
}


def make(recipe: Recipe) -> NDArray[np.int16]:
    """The bell of ``recipe``: mono, 48 kHz, 16 bits, beginning and ending in silence."""
    time = np.arange(round(recipe.seconds * RATE)) / RATE
    sound = sum((_partial(part, recipe, time) for part in recipe.partials), np.zeros_like(time))
    sound *= _edges(time, recipe.attack)
    sound *= 10 ** (recipe.peak / 20) / np.abs(sound).max()
    return np.asarray(np.round(sound * FULL_SCALE), np.int16)


def _partial(part: Partial, recipe: Recipe, time: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = (recipe.pitch * part.ratio + way * part.apart / 2 for way in (-1, 1))
    pair = np.sin(2 * np.pi * low * time) + HALO * np.sin(2 * np.pi * high * time)
    fading = np.exp(-part.decay * USUAL / recipe.seconds * time)
    return np.asarray(part.strength * fading * pair)


def _edges(time: NDArray[np.float64], attack: float) -> NDArray[np.float64]:
    """Raised cosines: up in ``attack`` seconds, and down over the last second to exactly nothing."""
    rise = np.clip(time / attack, 0, 1)
    fall = np.clip(time[-1] - time, 0, 1)
    return np.asarray((0.5 - 0.5 * np.cos(np.pi * rise)) * (0.5 - 0.5 * np.cos(np.pi * fall)))


if __name__ == "__main__":
    for name, recipe in RECIPES.items():
        soundfile.write(Path(__file__).parent / f"{name}.flac", make(recipe), RATE, subtype="PCM_16")
