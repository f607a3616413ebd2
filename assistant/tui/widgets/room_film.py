"""The frames of one room as Textual wants them: strips to show, and the regions in which two of them differ."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from assistant.picture.frame import changed
from assistant.picture.lineart import LineArt

if TYPE_CHECKING:
    from assistant.picture.colour import Rgb
    from assistant.picture.frame import Cell, Row
    from assistant.picture.paint import Door, Painter

UPPER_HALF = "▀"


class Pose(NamedTuple):
    """All that moves in a room: the level of the sun, and the door."""

    level: int
    door: Door


class Film:
    """Keeps what was made: rows that frames have in common are one strip, and are written out once."""

    def __init__(self, picture: Painter | LineArt, plain: Style) -> None:
        self._picture = picture
        self.is_drawing = isinstance(picture, LineArt)
        self._plain = plain
        self._strips: dict[Pose, list[Strip]] = {}
        self._rows: dict[int, Strip] = {}
        self._regions: dict[tuple[Pose, Pose], tuple[Region, ...]] = {}
        scene = picture.scene
        inner = [] if scene.interior is None else [pane.left for pane in scene.panes]
        self.cuts: tuple[int, ...] = (0, *inner, scene.width)
        """Columns at which rows are cut: where the panes begin, and so the changes."""

    def strips(self, pose: Pose) -> list[Strip]:
        """The picture, row by row."""
        strips = self._strips.get(pose)
        if strips is None:
            rows = self._picture.frame(*pose).rows
            strips = self._strips[pose] = [self._strip(row) for row in rows]
        return strips

    def regions(self, before: Pose, after: Pose) -> tuple[Region, ...]:
        """The cells that differ, widened to what is sent in one go: from the cut before them to the last of them."""
        regions = self._regions.get((before, after))
        if regions is None:
            ends: dict[tuple[int, int], int] = {}
            for run in changed(self._picture.frame(*before), self._picture.frame(*after)):
                for left, right in pairwise(self.cuts):
                    if run.start < right and run.end > left:
                        ends[run.row, left] = min(run.end, right)
            regions = tuple(Region(left, row, end - left, 1) for (row, left), end in ends.items())
            self._regions[before, after] = regions
        return regions

    def _strip(self, row: Row) -> Strip:
        # Frames share their rows as objects and keep them, so the identity of a row is enough, and quick.
        strip = self._rows.get(id(row))
        if strip is None:
            strip = self._rows[id(row)] = strip_of(row, self._plain)
        return strip


def strip_of(row: Row, plain: Style) -> Strip:
    """One row; neighbours of the same colours are one segment, and characters are in the ``plain`` style."""
    if isinstance(row, str):
        return Strip([Segment(row, plain)], len(row))
    return Strip([_segment(cell, len(list(cells))) for cell, cells in groupby(row)], len(row))


def _segment(cell: Cell, width: int) -> Segment:
    upper, lower = cell
    # A space of one colour takes half the bytes of a half block of two.
    return Segment((" " if upper == lower else UPPER_HALF) * width, _style(upper, lower))


@lru_cache(maxsize=4096)
def _style(upper: Rgb, lower: Rgb) -> Style:
    return Style.from_color(None if upper == lower else Color.from_rgb(*upper), Color.from_rgb(*lower))
