"""Keeps the short bursts of consonants under a ceiling, so that the speech around them need not be quieter.

For the voice's own process: needs numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 48
"""Samples, a millisecond: the gain is one number a block, and a straight line from one to the next."""
HOLD, SMOOTH = 3, 2
"""Blocks on either side over which the lowest gain holds, and then is averaged; the first is the longer by one,
so that neither the average nor the straight line can rise above what a peak needs."""


def limit(samples: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    """``samples`` with the gain lowered for some milliseconds around each peak over ``ceiling``."""
    blocks = -(-len(samples) // BLOCK)
    peaks = np.abs(np.pad(samples, (0, blocks * BLOCK - len(samples)))).reshape(blocks, BLOCK).max(axis=1)
    needed = ceiling / np.maximum(peaks, ceiling)
    held = sliding_window_view(np.pad(needed, HOLD, constant_values=1.0), 2 * HOLD + 1).min(axis=1)
    smooth = sliding_window_view(np.pad(held, SMOOTH, mode="edge"), 2 * SMOOTH + 1).mean(axis=1)
    gain = np.interp(np.arange(len(samples)), (np.arange(blocks) + 0.5) * BLOCK, smooth)
    return np.asarray(samples * gain, dtype=np.float32)
