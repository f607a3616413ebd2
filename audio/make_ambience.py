"""The recipe of the ambience: ``python audio/make_ambience.py`` makes its files anew, the same to the last bit but one.

Pure synthesis, from no recording. Each is one turn of a ring: noise is coloured in the frequency domain, and what
swells or crackles wraps round the end, so that the last sample leads into the first as any other into its next.
Needs numpy, soundfile and pyloudnorm (ITU-R BS.1770).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyloudnorm
import soundfile

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import NDArray

    Ring = NDArray[np.float64]

RATE = 48_000
FULL_SCALE = 32_767
LOUDNESS = -33.0
"""LUFS of each: 14 below a voice at -19, and 23 below while it speaks."""


def noise(random: Generator, seconds: float, bend: Callable[[Ring], Ring]) -> Ring:
    """A ring of noise whose spectrum is ``bend`` of the frequency in Hz; its root mean square is 1."""
    spectrum = np.fft.rfft(random.standard_normal(round(seconds * RATE)))
    spectrum *= bend(np.fft.rfftfreq(round(seconds * RATE), 1 / RATE))
    sound = np.fft.irfft(spectrum, round(seconds * RATE))
    return np.asarray(sound / np.sqrt(np.mean(sound**2)))


def band(low: float, high: float, tilt: float, steep: float = 2.0) -> Callable[[Ring], Ring]:
    """From ``low`` to ``high`` Hz, falling by ``tilt`` times 6 dB an octave; outside ``steep`` times 6 dB more."""

    def bend(hertz: Ring) -> Ring:
        there = np.maximum(hertz, 1.0)
        edges = 1 / (1 + (low / there) ** (2 * steep)) / (1 + (there / high) ** (2 * steep))
        return np.asarray(np.where(hertz < 20, 0.0, np.sqrt(edges) * (there / 1_000) ** -tilt))

    return bend


def wander(random: Generator, seconds: float, period: float, decibels: float) -> Ring:
    """A gain that wanders to and fro in about ``period`` seconds, by ``decibels`` (root mean square)."""
    slow = noise(random, seconds, lambda hertz: np.exp(-((hertz * period) ** 2)) * (hertz > 0))
    return np.asarray(10 ** (decibels * np.clip(slow, -2, 2) / 20))


def grain(random: Generator, pitch: float, decay: float) -> Ring:
    """A small knock: a few milliseconds of a damped tone with a soft beginning and a phase of its own."""
    time = np.arange(round(6 * decay * RATE)) / RATE
    soft = np.clip(time / 0.0012, 0, 1)
    body = np.sin(2 * np.pi * pitch * time + random.uniform(0, 2 * np.pi)) * np.exp(-time / decay)
    end = np.clip((time[-1] - time) / (2 * decay), 0, 1)
    return np.asarray(body * (0.5 - 0.5 * np.cos(np.pi * soft)) * (0.5 - 0.5 * np.cos(np.pi * end)))


def lay(ring: Ring, sound: Ring, at: int) -> None:
    """Add ``sound`` to ``ring`` from sample ``at`` on, round its end."""
    places = (at + np.arange(len(sound))) % len(ring)
    ring[places] += sound


def rain(random: Generator) -> Ring:
    """A steady soft rain outside a window: a broad murmur, and drops too many to be counted."""
    seconds = 30.0
    murmur = noise(random, seconds, band(180, 2_400, 0.6, 1.5)) * wander(random, seconds, 7.0, 0.5)
    drops = np.zeros_like(murmur)
    for _ in range(round(220 * seconds)):
        knock = grain(random, float(random.uniform(700, 2_600)), float(random.uniform(0.0015, 0.004)))
        lay(drops, knock * float(random.lognormal(0, 0.45)), int(random.integers(len(drops))))
    return np.asarray(murmur + 0.55 * drops / np.sqrt(np.mean(drops**2)))


def sea(random: Generator) -> Ring:
    """A calm sea on sand: three waves of 8 to 12 s, none like the other; the loop ends in the middle of one."""
    lengths, start = (8.6, 11.4, 9.8), 3.7
    seconds = sum(lengths)
    deep = noise(random, seconds, band(90, 300, 1.0)) * wander(random, seconds, 9.0, 0.8)
    body = noise(random, seconds, band(150, 900, 0.8))
    foam = noise(random, seconds, band(500, 2_600, 0.6, 1.5))
    swell, wash = np.zeros_like(deep), np.zeros_like(deep)
    for length, height in zip(lengths, (1.0, 0.82, 0.93), strict=True):
        lay(swell, height * _wave(length, 0.55), round(start * RATE))
        lay(wash, height * _wave(0.9 * length, 0.45) ** 1.6, round((start + 0.22 * length) * RATE))
        start += length
    return np.asarray(0.50 * deep + (0.25 + 0.75 * swell) * body + (0.10 + 0.55 * wash) * foam)


def _wave(seconds: float, crest: float) -> Ring:
    """From nothing to 1 at the share ``crest`` of the time, and back, level at both ends and at the top."""
    way = np.arange(round(seconds * RATE)) / round(seconds * RATE)
    half = np.where(way < crest, way / crest, (1 - way) / (1 - crest))
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * half))


def fire(random: Generator) -> Ring:
    """A low fire: a deep flutter, and a soft crackle now and then that nobody starts at."""
    seconds = 32.0
    glow = noise(random, seconds, band(80, 380, 0.9)) * wander(random, seconds, 0.35, 1.2)
    breath = noise(random, seconds, band(250, 1_600, 0.7, 1.5)) * wander(random, seconds, 2.5, 1.5)
    crackle = np.zeros_like(glow)
    near = wander(random, seconds, 3.0, 4.0)
    for _ in range(round(14 * seconds)):
        at = int(random.integers(len(crackle)))
        knock = grain(random, float(random.uniform(500, 1_900)), float(random.uniform(0.002, 0.006)))
        lay(crackle, knock * min(2.2, near[at] * float(random.lognormal(-0.3, 0.6))), at)
    return np.asarray(glow + 0.42 * breath + 0.62 * crackle)


RECIPES: dict[str, tuple[Callable[[Generator], Ring], int]] = {
    "ambience-rain": (rain, 11),
    "ambience-sea": (sea, 23),
    "ambience-fire": (fire, 37),
}
"""What makes each, and the seed of its chances."""


def make(name: str) -> NDArray[np.int16]:
    """The ambience of that name: mono, 48 kHz, 16 bits, one turn."""
    sound_of, seed = RECIPES[name]
    sound = sound_of(np.random.default_rng(seed))
    twice = np.concatenate([sound, sound])
    sound *= 10 ** ((LOUDNESS - pyloudnorm.Meter(RATE).integrated_loudness(twice)) / 20)
    return np.asarray(np.round(sound * FULL_SCALE), np.int16)


if __name__ == "__main__":
    for name in RECIPES:
        soundfile.write(Path(__file__).parent / f"{name}.flac", make(name), RATE, subtype="PCM_16")
