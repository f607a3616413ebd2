"""What there is room for on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

CELLS_TO_A_ROW = 4
"""The room is four times as many cells wide as high: two to one, as a cell is twice as high as wide."""

HIGHEST = 22
AROUND = 8
"""Columns that stay free on both sides together."""

ROOM_NEEDS = (60, 20)
STRIP_NEEDS = (24, 12)
STRIP = (44, 2)
"""Columns and rows of the strip, at most."""

LOW = 14
"""Under so many rows nothing stands between things."""


def room_size(width: int, height: int, others: int) -> tuple[int, int]:
    """Columns and rows of the picture on a screen of ``width`` by ``height`` where ``others`` rows are taken.

    On a small screen it is a strip of horizon, and on a very small one there is none: the words come first.
    """
    if width >= ROOM_NEEDS[0] and height >= ROOM_NEEDS[1]:
        rows = min(height - others, HIGHEST, (width - AROUND) // CELLS_TO_A_ROW)
        return rows * CELLS_TO_A_ROW, rows
    if width >= STRIP_NEEDS[0] and height >= STRIP_NEEDS[1]:
        return min(width - 4, STRIP[0]), STRIP[1]
    return 0, 0


def centre(widget: Widget, across: int, width: int, height: int, *, above: bool = False, below: bool = False) -> None:
    """Give ``widget`` a size, in the middle of ``across`` columns, with an empty row ``above`` or ``below`` it.

    By its margin and not by a container: what lies around a picture is drawn again with every picture.
    """
    widget.styles.width, widget.styles.height = width, height
    widget.styles.margin = (int(above), 0, int(below), max(0, (across - width) // 2))
    widget.display = height > 0
