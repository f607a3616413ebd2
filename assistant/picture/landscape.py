"""What is outside the window: sky, stars, hills."""

from __future__ import annotations

from math import pow, sin  # noqa: A004 - the one that stays a float
from typing import TYPE_CHECKING

from assistant.picture.colour import mix

if TYPE_CHECKING:
    from assistant.picture.colour import Rgb
    from assistant.picture.palette import Sky
    from assistant.picture.scene import Box

STARS = ((0.10, 0.14), (0.87, 0.30), (0.80, 0.10), (0.20, 0.40), (0.95, 0.18), (0.66, 0.12), (0.05, 0.33), (0.28, 0.22))
"""Where stars stand, as shares of the width and height of the glass; the first ones come first."""

COLUMNS_TO_A_STAR = 6

LAND = 0.17
"""The share of the glass, from below, where the sky has its horizon."""


def stars(glass: Box) -> frozenset[tuple[int, int]]:
    """The pixels that hold a star: few, and none where the glass is low."""
    shown = STARS[: glass.width // COLUMNS_TO_A_STAR] if glass.height >= 8 else ()
    return frozenset((glass.left + int(x * glass.width), glass.top + int(y * glass.height)) for x, y in shown)


def sky_at(sky: Sky, glass: Box, y: int) -> Rgb:
    """The sky in the pixel row ``y``."""
    share = min(1.0, (y + 0.5 - glass.top) / max(1.0, glass.height * (1 - LAND)))
    if share < 0.55:
        return mix(sky.top, sky.middle, share / 0.55)
    return mix(sky.middle, sky.horizon, (share - 0.55) / 0.45)


def far_ridge(x: float) -> float:
    """How high the far hills stand at ``x`` (0..1), as a share of the glass: two slopes and a valley."""
    left, right = max(0.0, 0.40 - x), max(0.0, x - 0.56)
    rough = (0.02 * sin(27 * x + 0.6) + 0.012 * sin(51 * x)) * abs(x - 0.5) * 2
    return 0.16 + 0.78 * pow(left, 1.15) + 0.92 * pow(right, 1.3) + rough


def near_ridge(x: float) -> float:
    """The near hills: lower, falling from the left and rising to the right."""
    return 0.085 + 0.16 * max(0.0, 0.32 - x) + 0.30 * pow(max(0.0, x - 0.62), 1.1)


def hills(sky: Sky, glass: Box) -> dict[tuple[int, int], Rgb]:
    """The pixels of the glass that hills cover, and their colours."""
    covered: dict[tuple[int, int], Rgb] = {}
    for x in range(glass.left, glass.right):
        share = (x + 0.5 - glass.left) / glass.width
        far = glass.bottom - round(max(1.0, far_ridge(share) * glass.height))
        near = glass.bottom - round(max(1.0, near_ridge(share) * glass.height))
        for y in range(max(glass.top, min(far, near)), glass.bottom):
            haze = (y - far) / max(1, glass.bottom - far)
            covered[x, y] = sky.near_hills if y >= near else mix(sky.far_hills, sky.horizon, 0.30 * haze)
    return covered
