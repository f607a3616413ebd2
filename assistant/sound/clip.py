"""A clip: one finished sound on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.units import Hz

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.units import Ms

RATE = Hz(48_000)
"""The rate of every clip and of the stream."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A mono 16-bit WAV at ``RATE``, trimmed and levelled, ready to be mixed as it is."""

    path: Path
    length: Ms
