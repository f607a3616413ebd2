"""A frame: one finished picture, and what differs between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

if TYPE_CHECKING:
    from assistant.picture.colour import Rgb

Cell: TypeAlias = "tuple[Rgb, Rgb]"
"""The colours of the upper and the lower half of a cell."""

Row: TypeAlias = "tuple[Cell, ...] | str"
"""One row of cells: colours, or the characters of a line drawing."""


class Frame(msgspec.Struct, frozen=True):
    """One picture, row by row from the top. Rows that two frames have in common are one object."""

    rows: tuple[Row, ...]

    @property
    def height(self) -> int:
        """How many rows of cells."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many cells in a row."""
        return len(self.rows[0]) if self.rows else 0


class Run(msgspec.Struct, frozen=True):
    """Cells next to each other in one row that differ: from ``start`` up to but not including ``end``."""

    row: int
    start: int
    end: int


def changed(before: Frame, after: Frame) -> tuple[Run, ...]:
    """The cells of ``after`` that are not as in ``before``, a picture of the same size, top to bottom."""
    runs: list[Run] = []
    for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
        if old is not new and old != new:
            runs.extend(Run(y, start, end) for start, end in _spans(old, new))
    return tuple(runs)


def _spans(old: Row, new: Row) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for x, (a, b) in enumerate(zip(old, new, strict=True)):
        if a != b:
            start = x if start is None else start
        elif start is not None:
            spans.append((start, x))
            start = None
    if start is not None:
        spans.append((start, len(new)))
    return spans
