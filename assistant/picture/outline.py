"""The parts of the line drawing, each put on the sheet by one function. Coordinates are cells, not pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.picture.landscape import far_ridge
from assistant.picture.patch import LEAN, WIDEN
from assistant.picture.scene import Box

if TYPE_CHECKING:
    from assistant.picture.scene import Interior, Scene
    from assistant.picture.sheet import Glyphs, Sheet

LARGE = 3.0
"""From this radius on, in pixels, the sun is a disc of three rows; else it is one mark."""


def row_of(pixel: int) -> int:
    """The row of cells that a row of pixels falls into."""
    return (pixel + 1) // 2


def cells(box: Box) -> Box:
    """The same box, counted in cells."""
    return Box(box.left, row_of(box.top), box.right, row_of(box.bottom))


def view(sheet: Sheet, glyphs: Glyphs, scene: Scene, column: int, row: int) -> None:
    """Hills, and the sun above or on their ridge: a disc half hidden by them, or where there is little sky a mark."""
    glass = cells(scene.glass)
    ridge = _ridge(glyphs, glass)
    on_ridge = ridge[column - glass.left][0] if glass.left <= column < glass.right else glass.bottom
    row = min(row, on_ridge)
    large = scene.sun.radius >= LARGE
    if large:
        for y, line in enumerate(glyphs.disc, row - 1):
            sheet.put(column - len(line) // 2, y, line)
    for x, (y, mark) in enumerate(ridge, glass.left):
        sheet.down(x, y, glass.bottom, " ")
        sheet.put(x, y, mark)
    if not large:
        sheet.put(column, row, glyphs.sun)


def _ridge(glyphs: Glyphs, glass: Box) -> list[tuple[int, str]]:
    """For each column of the glass the row of the ridge, and the mark that stands there."""
    marks: list[tuple[int, str]] = []
    level: int | None = None
    for x in range(glass.width):
        height = max(0, round(far_ridge((x + 0.5) / glass.width) * glass.height - 0.4))
        if level is None or height == level:
            level = height
            marks.append((glass.bottom - 1 - level, glyphs.level))
        elif height > level:
            marks.append((glass.bottom - 1 - level, glyphs.up))
            level += 1
        else:
            level -= 1
            marks.append((glass.bottom - 1 - level, glyphs.fall))
    return marks


def window(sheet: Sheet, glyphs: Glyphs, scene: Scene, interior: Interior) -> None:
    """Frame, bars and sill around the view."""
    frame, glass, sill = cells(interior.frame), cells(scene.glass), cells(interior.sill)
    left, right = frame.left, frame.right - 1
    top, bottom = glass.top - 1, glass.bottom
    across = glyphs.across * (right - left - 1)
    sheet.put(left, top, glyphs.top_left + across + glyphs.top_right)
    sheet.put(sill.left, bottom, glyphs.sill * sill.width)
    for x in (left, right):
        sheet.down(x, top + 1, bottom, glyphs.down)
    for pane in scene.panes[1:]:
        sheet.put(pane.left - 1, top, glyphs.top_tee)
        sheet.down(pane.left - 1, top + 1, bottom, glyphs.down)


def floor(sheet: Sheet, glyphs: Glyphs, scene: Scene, interior: Interior, lit: int) -> None:
    """The line where it begins, and as many ``lit`` rows of light on it as the sun is high."""
    top = row_of(interior.floor)
    sheet.put(0, top - 1, glyphs.across * sheet.width)
    depth = max(1, sheet.height - top)
    for y in range(top, sheet.height):
        deep = (y - top + 0.5) * 2
        wider = 1 + WIDEN * deep / (2 * depth)
        fall = [round(scene.sun.x + (pane.left - scene.sun.x) * wider + LEAN * deep) for pane in scene.panes]
        last = round(scene.sun.x + (scene.panes[-1].right - scene.sun.x) * wider + LEAN * deep)
        if y - top < lit:
            sheet.put(fall[0], y, glyphs.light * (last - fall[0]))
        for x in (*fall, last):
            sheet.put(x, y, glyphs.fall)


def door(sheet: Sheet, glyphs: Glyphs, box: Box, *, ajar: bool) -> None:
    """A frame; ajar, the leaf ends before it."""
    left, right, top, bottom = box.left, box.right - 1, box.top, box.bottom - 1
    for y in range(top, bottom + 1):
        sheet.put(left, y, " " * box.width)
    sheet.put(left, top, glyphs.top_left + glyphs.across * (box.width - 2) + glyphs.top_right)
    for x in (left, right):
        sheet.down(x, top + 1, bottom, glyphs.down)
        sheet.put(x, bottom, glyphs.bottom_tee)
    leaf = right - max(2, round(box.width * 0.25)) if ajar else right
    sheet.put(left + 1, bottom, glyphs.across * (leaf - left - 1))
    if ajar:
        sheet.down(leaf, top + 1, bottom, glyphs.down)
        sheet.put(leaf, top, glyphs.top_tee)
        sheet.put(leaf, bottom, glyphs.bottom_right)
    sheet.put(max(left + 1, leaf - 2), (top + bottom + 1) // 2, glyphs.knob)


def chair(sheet: Sheet, glyphs: Glyphs, box: Box) -> None:
    """From the side, like an h."""
    left, right, bottom = box.left, box.right - 1, box.bottom
    seat = box.top + round(box.height * 0.6)
    sheet.down(left, box.top, seat, glyphs.down)
    sheet.put(left, seat, glyphs.left_tee + glyphs.across * (right - left - 1) + glyphs.top_right)
    for y in range(seat + 1, bottom):
        sheet.put(left, y, glyphs.down + " " * (right - left - 1) + glyphs.down)
