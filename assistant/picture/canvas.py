"""A field of pixels to draw on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.picture.colour import mix

if TYPE_CHECKING:
    from assistant.picture.colour import Rgb
    from assistant.picture.scene import Box


class Canvas:
    """Pixels, row by row. What falls outside is left out."""

    def __init__(self, width: int, height: int, colour: Rgb) -> None:
        self.width = width
        self.height = height
        self.rows: list[list[Rgb]] = [[colour] * width for _ in range(height)]

    def fill(self, left: int, top: int, right: int, bottom: int, colour: Rgb) -> None:
        """One colour from ``left``, ``top`` up to but not including ``right``, ``bottom``."""
        left, right = max(0, left), min(self.width, right)
        for y in range(max(0, top), min(self.height, bottom)):
            self.rows[y][left:right] = [colour] * max(0, right - left)

    def box(self, box: Box, colour: Rgb) -> None:
        """A filled box."""
        self.fill(box.left, box.top, box.right, box.bottom, colour)

    def touch(self, x: int, y: int, colour: Rgb, share: float = 1.0) -> None:
        """Mix a ``share`` of ``colour`` into one pixel."""
        if share > 0 and 0 <= x < self.width and 0 <= y < self.height:
            row = self.rows[y]
            row[x] = mix(row[x], colour, min(1.0, share))

    def shade(self, left: int, top: int, right: int, bottom: int, colour: Rgb, share: float) -> None:
        """Mix a ``share`` of ``colour`` into a rectangle."""
        for y in range(top, bottom):
            for x in range(left, right):
                self.touch(x, y, colour, share)
