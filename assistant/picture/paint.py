"""The painter: frames of the room in colour, each made when it is first asked for and then kept."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from assistant.picture.colour import mix
from assistant.picture.frame import Frame
from assistant.picture.furniture import furnish
from assistant.picture.glass import Glass
from assistant.picture.layer import LEVELS
from assistant.picture.palette import ROOMS, SKIES, TINTS, Room
from assistant.picture.patch import Patch
from assistant.picture.scene import compose

if TYPE_CHECKING:
    from collections.abc import Hashable

    from assistant.picture.frame import Cell
    from assistant.picture.hour import Hour
    from assistant.picture.layer import Layer
    from assistant.settings import Theme


class Door(Enum):
    """How the door stands."""

    CLOSED = "closed"
    AJAR = "ajar"


class Painter:
    """Paints ``width`` x ``height`` cells in one theme at one hour."""

    def __init__(self, width: int, height: int, theme: Theme, hour: Hour) -> None:
        self.width = width
        self.height = height
        self.scene = compose(width, height)
        sky = SKIES[hour]
        glass = Glass(self.scene, sky)
        self._layers: tuple[Layer, ...] = (glass, Patch(self.scene, sky))
        room = _in_the_light_of(ROOMS[theme], *TINTS[theme][hour])
        self._still = {
            door: furnish(self.scene, room, glass.hill_pixels(), door_open=door is Door.AJAR) for door in Door
        }
        self._rows: dict[Hashable, tuple[Cell, ...]] = {}
        self._frames: dict[tuple[int, Door], Frame] = {}

    def frame(self, level: int, door: Door) -> Frame:
        """The picture at a sun ``level`` from 0 up to but not including ``LEVELS``."""
        if not 0 <= level < LEVELS:
            raise ValueError(f"no such level: {level}")
        frame = self._frames.get((level, door))
        if frame is None:
            frame = Frame(tuple(self._row(y, level, door) for y in range(self.height)))
            self._frames[level, door] = frame
        return frame

    def _row(self, cell: int, level: int, door: Door) -> tuple[Cell, ...]:
        halves = (2 * cell, 2 * cell + 1)
        key = (cell, door, *(layer.key(y, level) for layer in self._layers for y in halves))
        row = self._rows.get(key)
        if row is None:
            upper, lower = (list(self._still[door].rows[y]) for y in halves)
            for layer in self._layers:
                layer.paint(halves[0], level, upper)
                layer.paint(halves[1], level, lower)
            row = self._rows[key] = tuple(zip(upper, lower, strict=True))
        return row


def _in_the_light_of(room: Room, tint: tuple[int, int, int], share: float) -> Room:
    return Room(*(mix(getattr(room, name), tint, share) for name in room.__struct_fields__))
