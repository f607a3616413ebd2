"""What stands still in the room, drawn once for each size: wall, floor, window frame, door, chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.picture.canvas import Canvas
from assistant.picture.colour import mix

if TYPE_CHECKING:
    from assistant.picture.colour import Rgb
    from assistant.picture.palette import Room
    from assistant.picture.scene import Box, Interior, Scene


def furnish(scene: Scene, room: Room, hills: dict[tuple[int, int], Rgb], *, door_open: bool) -> Canvas:
    """Everything but the light."""
    canvas = Canvas(scene.width, scene.height, room.wall_high)
    if scene.interior is not None:
        _shell(canvas, scene.interior, room)
        canvas.box(scene.glass, room.bar)
        if scene.interior.door is not None:
            _door(canvas, scene.interior.door, room, door_open=door_open)
        if scene.interior.chair is not None:
            _chair(canvas, scene.interior.chair, room)
    for pane in scene.panes:
        for (x, y), colour in hills.items():
            if pane.left <= x < pane.right:
                canvas.rows[y][x] = colour
    return canvas


def _shell(canvas: Canvas, interior: Interior, room: Room) -> None:
    foot, floor = interior.floor - interior.skirting, interior.floor
    for y in range(foot):
        canvas.fill(0, y, canvas.width, y + 1, mix(room.wall_high, room.wall_low, y / max(1, foot - 1)))
    canvas.fill(0, foot, canvas.width, floor, room.skirting)
    depth = canvas.height - floor
    for y in range(floor, canvas.height):
        canvas.fill(0, y, canvas.width, y + 1, mix(room.floor_far, room.floor_near, (y - floor) / max(1, depth - 1)))
    canvas.box(interior.frame, room.frame)
    sill = interior.sill
    canvas.box(sill, room.sill)
    canvas.shade(sill.left + 1, sill.bottom, sill.right - 1, sill.bottom + 1, room.shade, 0.25)


def _door(canvas: Canvas, door: Box, room: Room, *, door_open: bool) -> None:
    edge = 1 if door.height < 34 else 2
    canvas.box(door, room.door_frame)
    left, top, right, bottom = door.left + edge, door.top + edge, door.right - edge, door.bottom
    wide = right - left
    gap = max(1, round(wide * 0.22)) if door_open else 0
    leaf = right - gap
    canvas.fill(left, top, leaf, bottom, room.leaf)
    inset = max(1, round(wide * 0.14))
    if leaf - left >= 5 * inset and bottom - top >= 8:
        middle = top + round((bottom - top) * 0.52)
        canvas.fill(left + inset, top + inset, leaf - inset, middle - 1, room.panel)
        canvas.fill(left + inset, middle + 1, leaf - inset, bottom - inset, room.panel)
    if door_open:
        for y in range(top, bottom):
            lit = (y - top) / (bottom - top)
            canvas.fill(leaf, y, right, y + 1, mix(room.beyond_dim, room.beyond, 0.35 + 0.65 * lit))
            if gap > 1:
                canvas.fill(right - 1, y, right, y + 1, mix(room.door_frame, room.beyond_dim, 0.55 + 0.45 * lit))
        canvas.fill(leaf - 1, top, leaf, bottom, room.leaf_edge)
    knob = top + round((bottom - top) * 0.55)
    canvas.fill(leaf - 2 - (wide > 9), knob, leaf - 1 - (wide > 9) + (wide > 14), knob + 1, room.handle)
    if door_open:
        _spill(canvas, leaf, right, bottom, room)


def _spill(canvas: Canvas, left: int, right: int, floor: int, room: Room) -> None:
    """The light that falls through the gap, over the floor and towards us."""
    for y in range(floor, canvas.height):
        deep = y - floor + 0.5
        fade = 0.30 * (1 - deep / (canvas.height - floor)) + 0.03
        start, end = left - deep * 1.3, right - deep * 0.35
        for x in range(int(start), int(end) + 1):
            canvas.touch(x, y, room.beyond_dim, fade * max(0.0, min(1.0, min(x + 1, end) - max(x, start))))


def _chair(canvas: Canvas, chair: Box, room: Room) -> None:
    """Seen from the side, looking towards the window's light."""
    thick = max(1, round(chair.width / 5.5))
    seat = chair.top + round(chair.height * 0.56)
    back = max(1, round(chair.height * 0.12))
    canvas.shade(chair.left - thick, chair.bottom - 1, chair.right + 1, chair.bottom, room.shade, 0.45)
    canvas.fill(chair.left, chair.top, chair.left + thick, chair.bottom - back, room.chair)
    if thick > 1:
        canvas.fill(chair.left + thick - 1, chair.top, chair.left + thick, seat, room.chair_lit)
    canvas.fill(chair.left + thick, seat - max(1, thick // 2), chair.right - 1, seat, room.cushion)
    canvas.fill(chair.left, seat, chair.right, seat + thick, room.chair)
    canvas.fill(chair.right - thick, seat, chair.right, chair.bottom, room.chair)
