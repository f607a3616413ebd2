"""How loud speech is heard to be. Lives in the voice's own process: needs numpy.

By hand, since the voice must start quickly: pyloudnorm, with the scipy that it needs, takes 4 s of a processor to
import where numpy, soundfile and soxr take 0.25 s (two cores, Python 3.11). The tests hold it to pyloudnorm.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy import fft

from assistant.sound.clip import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The K-weighting of ITU-R BS.1770-5, annex 1, tables 1 and 2, for 48 kHz: a head, then a high-pass.
STAGES = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)
OFFSET = -0.691
BLOCK = 0.400
"""Seconds of one gating block."""
STEP = 0.100
"""Seconds from one block to the next."""
SILENT = -70.0
"""LUFS below which a block is silence."""
BELOW_MEAN = 10.0
"""Loudness units below the mean under which a block is a pause."""


def loudness(samples: NDArray[np.float32]) -> float:
    """Gated loudness of mono speech at 48 kHz, in LUFS; minus infinity where it is silent.

    Method: ITU-R BS.1770-5 for one channel, so that pauses between phrases do not count. Speech shorter than
    one block is one block of its own length.
    """
    energy = np.square(_weighted(samples))
    block = min(int(BLOCK * RATE), len(energy))
    if block == 0:
        return -math.inf
    sums = np.concatenate(([0.0], np.cumsum(energy)))
    starts = np.arange(0, len(energy) - block + 1, int(STEP * RATE))
    powers = (sums[starts + block] - sums[starts]) / block
    loud = powers[powers > _power(SILENT)]
    if not len(loud):
        return -math.inf
    loud = loud[loud > float(loud.mean()) * 10 ** (-BELOW_MEAN / 10)]
    return OFFSET + 10 * math.log10(float(loud.mean()))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - OFFSET) / 10))


def _weighted(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """``samples`` through the filters, with at least a second of silence for them to ring out."""
    size = 1 << (len(samples) + RATE).bit_length()
    spectrum = fft.rfft(samples, size) * _response(size)
    return np.asarray(fft.irfft(spectrum, size)[: len(samples)])


@cache
def _response(size: int) -> NDArray[np.complex128]:
    """The frequency response of both filters. Sizes are powers of two, so there are few."""
    turn = np.exp(-2j * np.pi * fft.rfftfreq(size))
    response: NDArray[np.complex128] = np.ones_like(turn)
    for over, under in STAGES:
        response *= np.polyval(over[::-1], turn) / np.polyval(under[::-1], turn)
    return response
