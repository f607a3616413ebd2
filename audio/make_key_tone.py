"""The recipe of the tone that answers a key: ``python audio/make_key_tone.py`` writes it anew.

Pure synthesis: one soft note with its octave, a quarter of a second long, so low and round that it startles nobody.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 48_000
SECONDS = 0.25
PITCH = 392.0
"""Hz."""
OCTAVE = 0.12
"""How strong the octave is beside the note."""
PEAK = -24.0
"""dBFS."""
ATTACK = 0.012
"""Seconds."""
FULL_SCALE = 32_767


def make() -> NDArray[np.int16]:
    """The tone: mono, 48 kHz, 16 bits, beginning and ending in silence."""
    time = np.arange(round(SECONDS * RATE)) / RATE
    note = np.sin(2 * np.pi * PITCH * time) + OCTAVE * np.sin(4 * np.pi * PITCH * time)
    rise = 0.5 - 0.5 * np.cos(np.pi * np.clip(time / ATTACK, 0, 1))
    fall = 0.5 + 0.5 * np.cos(np.pi * time / time[-1])
    sound = note * rise * fall
    return np.asarray(np.round(sound * 10 ** (PEAK / 20) / np.abs(sound).max() * FULL_SCALE), np.int16)


if __name__ == "__main__":
    soundfile.write(Path(__file__).parent / "key-tone.flac", make(), RATE, subtype="PCM_16")
