"""What moves in the picture is painted in layers, row by row, over what stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable

    from assistant.picture.colour import Rgb

LEVELS = 71
"""How many heights the sun has. Of a breath of 4 s in and 6 s out, 15.75 and 10.5 of its steps pass in a second."""

GOLDEN = 0.618
"""Multiples of the golden section, taken modulo 1, spread evenly however many there are."""


class Layer(Protocol):
    """One thing that moves."""

    def key(self, y: int, level: int) -> Hashable:
        """What the pixel row ``y`` looks like at ``level``: as long as this is equal, so is the row."""

    def paint(self, y: int, level: int, row: list[Rgb]) -> None:
        """Paint over the pixels of row ``y``."""


def share(level: int) -> float:
    """The fullness, 0 to 1, that ``level`` stands for."""
    return level / (LEVELS - 1)


def phase(y: int) -> float:
    """When in its step the cell row of pixel ``y`` takes its turn, 0..1: neighbours never do so at once."""
    return (y // 2) * GOLDEN % 1
