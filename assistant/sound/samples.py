"""Milliseconds as samples, decibels as factors, and sound files as samples. Needs numpy and soundfile."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import soundfile
from numpy.typing import NDArray

from assistant.sound.clip import RATE
from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.units import Ms

Samples: TypeAlias = NDArray[np.float32]
"""Mono sound at ``RATE``; full scale is 1."""


class Unreadable(ValueError):  # noqa: N818 - it says what is wrong
    """A file that is no sound at ``RATE``."""


def at_sample(time: Ms) -> int:
    """The number of the sample that is due at ``time``."""
    return time * RATE // MS_PER_SECOND


def factor(decibels: float) -> float:
    """The amplitude that ``decibels`` (dBFS, or a difference) stand for."""
    return float(10 ** (decibels / 20))


def read(path: Path) -> Samples:
    """The sound in ``path``, its channels mixed to one; raises ``Unreadable``."""
    try:
        frames, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, RuntimeError) as error:  # soundfile's own errors are RuntimeErrors
        raise Unreadable(str(path)) from error
    if rate != RATE:
        raise Unreadable(f"{path}: {rate} Hz")
    mono: Samples = np.ascontiguousarray(frames.mean(axis=1, dtype=np.float32))
    return mono
