"""Units as types, where a mix-up would hurt."""

from __future__ import annotations

from typing import NewType

Ms = NewType("Ms", int)
"""Milliseconds of a break. Whole numbers, so that sums are exact."""

Seconds = NewType("Seconds", float)
"""Seconds of a clock."""

Hz = NewType("Hz", int)
"""Samples a second."""

MS_PER_SECOND = 1000


def ms(seconds: float) -> Ms:
    """Seconds as the nearest whole number of milliseconds."""
    return Ms(round(seconds * MS_PER_SECOND))
