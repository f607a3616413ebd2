"""The floor's layer: the light that falls through the panes, warming and fading with the sun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.picture.colour import mix, screen
from assistant.picture.layer import phase, share

if TYPE_CHECKING:
    from collections.abc import Hashable

    from assistant.picture.colour import Rgb
    from assistant.picture.palette import Sky
    from assistant.picture.scene import Scene

STEPS = 10
"""Strengths of the light on the floor. Each row of cells takes its steps at its own time."""

WIDEN = 0.22
"""How much wider the patch is at the near edge of the floor."""

LEAN = 0.8
"""How far it leans to the right, in pixels for each pixel of depth."""

FADE = 0.5
"""How much weaker it is at the near edge."""

SOFTNESS = 2
"""Steps of a slanting edge within a pixel."""


class Patch:
    """One field of light for each pane, with the shadows of the bars between them."""

    def __init__(self, scene: Scene, sky: Sky) -> None:
        self._sky = sky
        self._floor = scene.height if scene.interior is None else scene.interior.floor
        self._depth = max(1, scene.height - self._floor)
        self._cover = {y: self._covered(scene, y) for y in range(self._floor, scene.height)}

    def key(self, y: int, level: int) -> Hashable:
        """The strength, on the floor."""
        return self._strength(y, level) if y in self._cover else None

    def paint(self, y: int, level: int, row: list[Rgb]) -> None:
        """Light on top of what the floor is."""
        if y not in self._cover:
            return
        strength = self._strength(y, level) / STEPS
        colour = mix(self._sky.floor_low, self._sky.floor_high, strength)
        low, high = self._sky.strength
        # Both halves of a cell fade alike: fewer colours to send, and a boarded floor.
        near = (y // 2 * 2 + 1 - self._floor) / self._depth
        light = (low + (high - low) * strength) * (1 - FADE * max(0.0, near))
        for x, cover in self._cover[y]:
            row[x] = screen(row[x], colour, light * cover)

    def _strength(self, y: int, level: int) -> int:
        return min(STEPS, int(share(level) * STEPS + phase(y)))

    def _covered(self, scene: Scene, y: int) -> list[tuple[int, float]]:
        """Which pixels of a row the light falls on, and on how much of each."""
        deep = y + 0.5 - self._floor
        middle = scene.sun.x

        def fall(x: int) -> float:
            return middle + (x - middle) * (1 + WIDEN * deep / self._depth) + LEAN * deep

        covered: list[tuple[int, float]] = []
        for pane in scene.panes:
            left, right = fall(pane.left), fall(pane.right)
            for x in range(max(0, int(left)), min(scene.width, int(right) + 1)):
                cover = round(SOFTNESS * (min(x + 1, right) - max(x, left))) / SOFTNESS
                if cover > 0:
                    covered.append((x, cover))
        return covered
