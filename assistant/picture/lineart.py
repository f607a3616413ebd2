"""The room as a line drawing, for screens without colour. Where the painter has pixels, this has characters."""

from __future__ import annotations

from typing import NamedTuple

from assistant.picture.frame import Frame
from assistant.picture.layer import LEVELS, share
from assistant.picture.outline import cells, chair, door, floor, row_of, view, window
from assistant.picture.paint import Door
from assistant.picture.scene import compose
from assistant.picture.sheet import ASCII, LINES, Sheet


class _Pose(NamedTuple):
    """All that changes in the drawing."""

    sun_column: int
    sun_row: int
    lit_rows: int
    door: Door


class LineArt:
    """Draws ``width`` x ``height`` cells; ``ascii_only`` where the screen knows no other characters."""

    def __init__(self, width: int, height: int, *, ascii_only: bool = False) -> None:
        self.width = width
        self.height = height
        self.scene = compose(width, height)
        self._glyphs = ASCII if ascii_only else LINES
        self._frames: dict[_Pose, Frame] = {}

    def frame(self, level: int, door: Door) -> Frame:
        """The drawing at a sun ``level`` from 0 up to but not including ``LEVELS``; many levels look the same."""
        if not 0 <= level < LEVELS:
            raise ValueError(f"no such level: {level}")
        interior = self.scene.interior
        x, y = self.scene.sun.centre(share(level))
        floor_rows = 0 if interior is None else self.height - row_of(interior.floor)
        pose = _Pose(int(x), int(y / 2), round(share(level) * floor_rows), door)
        frame = self._frames.get(pose)
        if frame is None:
            frame = self._frames[pose] = self._draw(pose)
        return frame

    def _draw(self, pose: _Pose) -> Frame:
        sheet, glyphs, interior = Sheet(self.width, self.height), self._glyphs, self.scene.interior
        view(sheet, glyphs, self.scene, pose.sun_column, pose.sun_row)
        if interior is not None:
            window(sheet, glyphs, self.scene, interior)
            floor(sheet, glyphs, self.scene, interior, pose.lit_rows)
            if interior.door is not None:
                door(sheet, glyphs, cells(interior.door), ajar=pose.door is Door.AJAR)
            if interior.chair is not None:
                chair(sheet, glyphs, cells(interior.chair))
        return Frame(sheet.lines())
