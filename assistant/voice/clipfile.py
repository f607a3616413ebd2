"""A clip as it lies on disk, looked at before it is trusted."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

from assistant.sound.clip import RATE, Clip
from assistant.units import MS_PER_SECOND, Ms

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = 2
"""Bytes."""
HEADER = 44
"""Bytes before the first sample, at the least."""


def read_clip(path: Path) -> Clip | None:
    """The clip at ``path``; nothing where there is none, or one that is empty, cut short or of another format."""
    try:
        size = path.stat().st_size
        with wave.open(str(path), "rb") as file:
            frames = file.getnframes()
            fits = (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, SAMPLE, RATE)
    except (OSError, wave.Error, EOFError):
        return None
    if not fits or frames == 0 or size < HEADER + frames * SAMPLE:
        return None
    return Clip(path, Ms(round(frames * MS_PER_SECOND / RATE)))
