"""From what an engine wrote to a finished clip. Lives in the voice's own process: needs numpy."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import numpy as np
import soundfile
import soxr

from assistant.sound.clip import RATE
from assistant.units import Ms
from assistant.voice.limiter import limit
from assistant.voice.loudness import loudness

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

AUDIBLE = 10 ** (-46 / 20)
"""What is quieter than this beside the peak of a phrase is silence."""
LEAD, TAIL, FADE = 0.010, 0.030, 0.005
"""Seconds kept before the first and after the last audible sample, and of the fade inside them."""
LOUDNESS = -19.0
"""LUFS."""
CEILING = 10 ** (-3 / 20)
"""The highest peak, -3 dBFS."""
FULL_SCALE = 32767


def read(path: Path) -> NDArray[np.float32]:
    """What an engine wrote, mono at ``RATE``. macOS writes AIFF whatever the name says, so the file is asked."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return at_rate(samples.mean(axis=1), rate)


def at_rate(mono: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """``mono``, made at ``rate`` Hz, at ``RATE``."""
    return np.asarray(mono if rate == RATE else soxr.resample(mono, rate, RATE), dtype=np.float32)


def cut(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """A phrase without the silence around it, with ``LEAD`` and ``TAIL`` seconds to fade in; empty if it is silent."""
    heights = np.abs(samples)
    audible = np.flatnonzero(heights > AUDIBLE * heights.max(initial=0.0))
    if not len(audible):
        return samples[:0]
    lead, tail, fade = (int(seconds * RATE) for seconds in (LEAD, TAIL, FADE))
    begin, end = audible[0] + lead, audible[-1] + 1 + lead
    phrase = np.pad(samples, (lead, tail))[begin - lead : end + tail]
    ramp = np.linspace(0.0, 1.0, fade, dtype=np.float32)
    phrase[:fade] *= ramp
    phrase[-fade:] *= ramp[::-1]
    return phrase


def seconds_of_speech(cuts: Sequence[NDArray[np.float32]]) -> float:
    """How long the words themselves take, from the first to the last audible sample of each phrase."""
    return sum(len(phrase) / RATE - LEAD - TAIL for phrase in cuts)


def join(cuts: Sequence[NDArray[np.float32]], pauses: Sequence[float]) -> NDArray[np.float32]:
    """The phrases of a line with ``pauses`` seconds after each, as heard."""
    pieces: list[NDArray[np.float32]] = []
    for phrase, pause in zip(cuts, pauses, strict=True):
        silence = max(0.0, pause - LEAD - TAIL)
        pieces += (phrase, np.zeros(int(silence * RATE), np.float32))
    return np.concatenate(pieces)


def level(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """``samples`` at ``LOUDNESS``, with no peak over ``CEILING``."""
    gain = 10 ** ((LOUDNESS - loudness(samples)) / 20)
    return limit(samples * np.float32(gain), CEILING)


def write(samples: NDArray[np.float32], target: Path, part: Path) -> Ms:
    """Write a clip, whole or not at all: first to ``part``, in the same folder. Returns its length.

    Raises ``OSError`` where there is no room for all of it.
    """
    with wave.open(str(part), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples * FULL_SCALE).round().astype("<i2").tobytes())
    part.replace(target)
    return Ms(round(len(samples) * 1000 / RATE))
