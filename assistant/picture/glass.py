"""The window's layer: a sky that stands still, and the sun that rises in it with its glow."""

from __future__ import annotations

from math import floor, sqrt
from typing import TYPE_CHECKING

from assistant.picture.colour import mix
from assistant.picture.landscape import hills, sky_at, stars
from assistant.picture.layer import phase, share

if TYPE_CHECKING:
    from collections.abc import Hashable

    from assistant.picture.colour import Rgb
    from assistant.picture.palette import Sky
    from assistant.picture.scene import Scene

GLOW = 7
"""Steps of the glow, from plain sky to the edge of the disc."""

EDGE = 3
"""Steps of the disc's edge, so that it is round and moves by less than a pixel."""

LARGE = 5.5
"""From this radius on the edge has one step less: there is more of it, and it shows less."""

TINTS = 8
"""Colours that the disc takes on its way up."""

REACH = 2.9
"""How far the glow reaches from the edge of the disc, in radii."""

FALL = 1.8
"""How fast it fades: 1 would be evenly."""

PEAK = 0.66
"""Share of the glow's colour beside the disc."""

STRIDE = 0.35
"""The glow follows in steps of so many radii, and never less than a pixel."""

FINENESS = 8
"""Squared distances are looked up in eighths of a pixel."""


class Glass:
    """The panes.

    The disc moves by fractions of a pixel, the glow by a pixel or more and a row of cells at a time: a soft glow
    shows no difference, and far fewer bytes are sent than if each pixel of it took its own step.
    """

    def __init__(self, scene: Scene, sky: Sky) -> None:
        self._sun = scene.sun
        self._sky = sky
        self._edge = EDGE if scene.sun.radius < LARGE else EDGE - 1
        self._stride = max(1.0, scene.sun.radius * STRIDE)
        glass = scene.glass
        self._hills = hills(sky, glass)
        self._columns = {
            y: [x for pane in scene.panes for x in range(pane.left, pane.right) if (x, y) not in self._hills]
            for y in range(glass.top, glass.bottom)
        }
        self._stars = stars(glass) if sky.stars else frozenset()
        self._skies = {y: sky_at(sky, glass, y) for y in range(glass.top, glass.bottom)}
        reach = int((self._sun.radius * (1 + REACH)) ** 2 * FINENESS)
        self._steps = bytes(self._step(sqrt(d / FINENESS)) for d in range(reach))

    def key(self, y: int, level: int) -> Hashable:
        """Glow, and where the disc is near, its height and colour."""
        if y not in self._columns:
            return None
        x, centre = self._sun.centre(share(level))
        glow = self._glow_centre(y, centre)
        if abs(y + 0.5 - centre) > self._sun.radius + 1:
            return (glow, x if self._sun.along else None)
        return (glow, x, centre, self._tint(level))

    def paint(self, y: int, level: int, row: list[Rgb]) -> None:
        """Sky, glow, disc; the hills before them are left as they are."""
        if y not in self._columns:
            return
        x0, centre = self._sun.centre(share(level))
        disc = mix(self._sky.low, self._sky.high, self._tint(level) / TINTS)
        sky = self._skies[y]
        colours = [mix(sky, self._sky.glow, PEAK * step / GLOW) for step in range(GLOW + 1)]
        colours += [mix(colours[GLOW], disc, step / self._edge) for step in range(1, self._edge + 1)]
        down = (y + 0.5 - centre) ** 2
        glow_down = (y + 0.5 - self._glow_centre(y, centre)) ** 2
        for x in self._columns[y]:
            across = (x + 0.5 - x0) ** 2
            step = self._look_up(across + down)
            if step <= GLOW:
                step = min(GLOW, self._look_up(across + glow_down))
            row[x] = colours[step]
            if (x, y) in self._stars and step < GLOW // 2:
                row[x] = mix(row[x], self._sky.high, 0.45)

    def hill_pixels(self) -> dict[tuple[int, int], Rgb]:
        """What never moves behind the panes."""
        return self._hills

    def _look_up(self, squared: float) -> int:
        at = int(squared * FINENESS)
        return self._steps[at] if at < len(self._steps) else 0

    def _step(self, distance: float) -> int:
        inside = self._sun.radius + 0.5 - distance
        if inside > 0:
            return GLOW + min(self._edge, int(inside * self._edge + 0.5))
        light = 1 - (distance - self._sun.radius) / (self._sun.radius * REACH)
        return int(max(0.0, light) ** FALL * GLOW + 0.5)

    def _glow_centre(self, y: int, centre: float) -> float:
        turn = phase(y)
        return (floor(centre / self._stride + turn) - turn + 0.5) * self._stride

    @staticmethod
    def _tint(level: int) -> int:
        return round(share(level) * TINTS)
