"""A ceiling that nothing exceeds, and that nobody hears below its knee. Needs numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.samples import factor

if TYPE_CHECKING:
    from assistant.sound.samples import Samples

KNEE = np.float32(factor(-2.5))
"""Amplitude (-2.5 dBFS) up to which every sample passes unchanged: speech alone, which peaks at -3, always does."""
TOP = np.float32(factor(-1.0))
"""Amplitude (-1 dBFS) that no sample reaches."""


def soften(sound: Samples) -> None:
    """Bend what is above ``KNEE`` below ``TOP``, in place.

    Each sample stands alone, and only the four rules of arithmetic are used: the result does not depend on how the
    sound is cut into blocks. The curve is level and slope continuous at the knee.
    """
    loud = np.abs(sound)
    if not len(loud) or float(loud.max()) <= KNEE:
        return
    over = np.maximum(loud - KNEE, 0) / (TOP - KNEE)
    bent = KNEE + (TOP - KNEE) * (over / (1 + over))
    np.copyto(sound, np.copysign(bent, sound), where=loud > KNEE)
