"""Where everything stands: the geometry of the room at any size. A pixel is half a cell, so nearly a square."""

from __future__ import annotations

import msgspec

SMALLEST_ROOM = (20, 6)
"""Columns and rows; a smaller picture is a strip of landscape."""

TALL = 48
"""From so many pixels on, frames and sills are two pixels thick."""


class Box(msgspec.Struct, frozen=True):
    """A rectangle of pixels; right and bottom are outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """How wide, in pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """How high, in pixels."""
        return self.bottom - self.top


class Sun(msgspec.Struct, frozen=True):
    """A disc and the way of its centre, in pixels: straight up in a window, up and along over a wide strip."""

    x: float
    radius: float
    low: float
    high: float
    along: float = 0.0
    """How far to the right it comes between low and high."""

    def centre(self, fullness: float) -> tuple[float, float]:
        """Where the centre is, for a fullness of 0 (empty lungs) to 1."""
        return self.x + self.along * (fullness - 0.5), self.low + (self.high - self.low) * fullness


class Interior(msgspec.Struct, frozen=True):
    """What is on this side of the glass. What a small room has no place for is ``None``."""

    floor: int
    """First row of the floor."""
    skirting: int
    """Rows of skirting above the floor."""
    frame: Box
    sill: Box
    door: Box | None
    chair: Box | None


class Scene(msgspec.Struct, frozen=True):
    """The whole picture; a strip has no interior."""

    width: int
    height: int
    glass: Box
    panes: tuple[Box, ...]
    sun: Sun
    interior: Interior | None


def compose(columns: int, rows: int) -> Scene:
    """The room for ``columns`` x ``rows`` cells, or a strip of landscape where a room would be too small."""
    w, h = columns, 2 * rows
    if columns < SMALLEST_ROOM[0] or rows < SMALLEST_ROOM[1]:
        return _strip(w, h)
    floor = h - max(2, round(h * 0.25))
    skirting = 0 if h < 20 else max(1, round(h * 0.03))
    frame, sill = _window(w, h, floor - skirting)
    edge = 1 if h < TALL else 2
    glass = Box(frame.left + edge, frame.top + edge, frame.right - edge, frame.bottom - edge)
    return Scene(
        w,
        h,
        glass,
        _panes(glass),
        _sun(w / 2, glass),
        Interior(floor, skirting, frame, sill, _door(w, h, floor, sill), _chair(h, floor, sill)),
    )


def _window(w: int, h: int, wall: int) -> tuple[Box, Box]:
    """Frame and sill, in the middle of a wall that ends at row ``wall``."""
    sill = 1 if h < TALL else 2
    bottom = wall - max(1, round(h * 0.06)) - sill
    top = max(1, round(h * 0.07))
    wide = min(round((bottom - top) * (1.75 if h >= 20 else 2.2)), round(w * (0.52 if w >= 1.5 * h else 0.72)))
    wide -= (wide - w) % 2  # as even or odd as the picture, so that the sun is in the middle of both
    high = min(bottom - top, max(5, round(wide / 1.2)))
    left = (w - wide) // 2
    over = 1 if wide < 30 else 2
    return (
        Box(left, bottom - high, left + wide, bottom),
        Box(left - over, bottom, left + wide + over, bottom + sill),
    )


def _panes(glass: Box) -> tuple[Box, ...]:
    """A wide pane in the middle, where the sun rises unbroken, and a narrow one on each side."""
    if glass.width < 14:
        return (glass,)
    bar = 1 if glass.width < 60 else 2
    side = round((glass.width - 2 * bar) * 0.27)
    left, right = glass.left + side, glass.right - side
    return (
        Box(glass.left, glass.top, left, glass.bottom),
        Box(left + bar, glass.top, right - bar, glass.bottom),
        Box(right, glass.top, glass.right, glass.bottom),
    )


def _sun(x: float, glass: Box) -> Sun:
    """Low it is half behind the hills; high it has a little sky above it."""
    radius = max(1.5, min(glass.height * 0.22, glass.width * 0.16))
    high = glass.top + radius + max(0.5, glass.height * 0.10)
    return Sun(x, radius, max(high + 1, glass.bottom - glass.height * 0.22), high)


def _door(w: int, h: int, floor: int, sill: Box) -> Box | None:
    """To the right of the window."""
    wide = max(5, round(h * 0.32))
    room = w - sill.right
    if room < wide + 2:
        return None
    left = sill.right + max(1, min((room - wide) // 2, round(h * 0.3)))
    return Box(left, max(2, round(h * 0.13)), left + wide, floor)


def _chair(h: int, floor: int, sill: Box) -> Box | None:
    """To the left of the window, a little nearer than the wall."""
    wide, high = max(4, round(h * 0.25)), round(h * 0.42)
    if h < 16 or sill.left < wide + 1:
        return None
    left = max(1, round((sill.left - wide) * 0.62), sill.left - wide - round(h * 0.3))
    bottom = h - max(1, round((h - floor) * 0.3))
    return Box(left, bottom - high, left + wide, bottom)


def _strip(w: int, h: int) -> Scene:
    """Sky and hills from edge to edge; the sun comes up and along."""
    glass = Box(0, 0, w, h)
    radius = max(0.8, min(h * 0.32, w * 0.2))
    sun = Sun(w / 2, radius, h * 0.9, radius + h * 0.04, along=w * 0.16)
    return Scene(w, h, glass, (glass,), sun, None)
