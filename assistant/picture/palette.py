"""The colours of the product: of its words in both themes, of the room, and of the hours."""

from __future__ import annotations

import msgspec

from assistant.picture.colour import Rgb, contrast, rgb
from assistant.picture.hour import Hour
from assistant.settings import Theme

__all__ = ["ROOMS", "SKIES", "TINTS", "UI", "Room", "Sky", "Theme", "Ui", "contrast"]


class Ui(msgspec.Struct, frozen=True):
    """What the words around the picture are set in. Words, quiet words and keys stand 7:1 or better on ground."""

    ground: Rgb
    words: Rgb
    quiet: Rgb
    keys: Rgb
    progress: Rgb
    track: Rgb
    """The part of the progress line that is still to come."""


class Room(msgspec.Struct, frozen=True):
    """What stands still: wall, floor, and the things in the room."""

    wall_high: Rgb
    wall_low: Rgb
    skirting: Rgb
    floor_far: Rgb
    floor_near: Rgb
    shade: Rgb
    """What the foot of a chair or a door lays on the floor."""
    frame: Rgb
    bar: Rgb
    sill: Rgb
    chair: Rgb
    chair_lit: Rgb
    cushion: Rgb
    door_frame: Rgb
    leaf: Rgb
    panel: Rgb
    leaf_edge: Rgb
    handle: Rgb
    beyond: Rgb
    """The warm room on the other side of the door."""
    beyond_dim: Rgb


class Sky(msgspec.Struct, frozen=True):
    """What is outside at one hour, from top to horizon."""

    top: Rgb
    middle: Rgb
    horizon: Rgb
    far_hills: Rgb
    near_hills: Rgb
    glow: Rgb
    low: Rgb
    """The disc at the end of an out-breath."""
    high: Rgb
    """The disc at the top of an in-breath."""
    floor_low: Rgb
    floor_high: Rgb
    """The light that it lays on the floor."""
    strength: tuple[float, float]
    """Of that light, low and high, 0..1."""
    stars: bool = False


UI = {
    Theme.DARK: Ui(
        ground=rgb("#1c1b22"),
        words=rgb("#f4ecdd"),
        quiet=rgb("#b3a89a"),
        keys=rgb("#e9c48f"),
        progress=rgb("#c9a27a"),
        track=rgb("#3a3742"),
    ),
    Theme.LIGHT: Ui(
        ground=rgb("#f7f2e8"),
        words=rgb("#2b2621"),
        quiet=rgb("#544b42"),
        keys=rgb("#6a4618"),
        progress=rgb("#a8783f"),
        track=rgb("#ddd2bf"),
    ),
}

ROOMS = {
    Theme.DARK: Room(
        wall_high=rgb("#23212a"),
        wall_low=rgb("#2b2832"),
        skirting=rgb("#3d3433"),
        floor_far=rgb("#382d2b"),
        floor_near=rgb("#2d2524"),
        shade=rgb("#1f1a1c"),
        frame=rgb("#5c4a3e"),
        bar=rgb("#4b3c33"),
        sill=rgb("#705a4a"),
        chair=rgb("#15131a"),
        chair_lit=rgb("#2a2326"),
        cushion=rgb("#6b4540"),
        door_frame=rgb("#463830"),
        leaf=rgb("#4d3f3a"),
        panel=rgb("#453833"),
        leaf_edge=rgb("#5a4940"),
        handle=rgb("#c9a26a"),
        beyond=rgb("#ecd09a"),
        beyond_dim=rgb("#c9a570"),
    ),
    Theme.LIGHT: Room(
        wall_high=rgb("#efe7d9"),
        wall_low=rgb("#e9dfcd"),
        skirting=rgb("#f6f0e4"),
        floor_far=rgb("#c9a782"),
        floor_near=rgb("#bb9670"),
        shade=rgb("#a07d5b"),
        frame=rgb("#8a6a50"),
        bar=rgb("#8a6a50"),
        sill=rgb("#a07e60"),
        chair=rgb("#5c4a3e"),
        chair_lit=rgb("#7b6350"),
        cushion=rgb("#b8674a"),
        door_frame=rgb("#9a7a5d"),
        leaf=rgb("#c5a47f"),
        panel=rgb("#b8956f"),
        leaf_edge=rgb("#d6b892"),
        handle=rgb("#5c4a3e"),
        beyond=rgb("#fff0c4"),
        beyond_dim=rgb("#f3d79b"),
    ),
}

SKIES = {
    Hour.MORNING: Sky(
        top=rgb("#6f8fb8"),
        middle=rgb("#c9b7bd"),
        horizon=rgb("#f7cfa0"),
        far_hills=rgb("#6f7488"),
        near_hills=rgb("#3d4654"),
        glow=rgb("#ffe2b0"),
        low=rgb("#f2a06c"),
        high=rgb("#ffe3a6"),
        floor_low=rgb("#d98f66"),
        floor_high=rgb("#ffd9a0"),
        strength=(0.30, 0.62),
    ),
    Hour.NOON: Sky(
        top=rgb("#5788c0"),
        middle=rgb("#9bc0dc"),
        horizon=rgb("#e8ecdf"),
        far_hills=rgb("#6d8797"),
        near_hills=rgb("#3c5550"),
        glow=rgb("#fff3d0"),
        low=rgb("#ffd98c"),
        high=rgb("#fff4cf"),
        floor_low=rgb("#e6bc84"),
        floor_high=rgb("#fff0c8"),
        strength=(0.36, 0.70),
    ),
    Hour.DUSK: Sky(
        top=rgb("#2c3360"),
        middle=rgb("#7a5272"),
        horizon=rgb("#e08a5e"),
        far_hills=rgb("#453a52"),
        near_hills=rgb("#251f2c"),
        glow=rgb("#ffb070"),
        low=rgb("#e0694a"),
        high=rgb("#ffd08a"),
        floor_low=rgb("#b5603f"),
        floor_high=rgb("#f0a76a"),
        strength=(0.28, 0.55),
    ),
    Hour.NIGHT: Sky(
        top=rgb("#101426"),
        middle=rgb("#1b2440"),
        horizon=rgb("#36466a"),
        far_hills=rgb("#161c30"),
        near_hills=rgb("#0b0e19"),
        glow=rgb("#8fa3cc"),
        low=rgb("#c8bfa8"),
        high=rgb("#eef0ea"),
        floor_low=rgb("#5f6a86"),
        floor_high=rgb("#a9b8d8"),
        strength=(0.22, 0.45),
        stars=True,
    ),
}

TINTS = {
    Theme.DARK: {
        Hour.MORNING: (rgb("#ffb9a0"), 0.03),
        Hour.NOON: (rgb("#fff6e0"), 0.03),
        Hour.DUSK: (rgb("#d06a50"), 0.05),
        Hour.NIGHT: (rgb("#182038"), 0.22),
    },
    Theme.LIGHT: {
        Hour.MORNING: (rgb("#f6c9b4"), 0.10),
        Hour.NOON: (rgb("#fffaf0"), 0.05),
        Hour.DUSK: (rgb("#e09a68"), 0.16),
        Hour.NIGHT: (rgb("#a8763f"), 0.26),
    },
}
"""How the hour colours the room itself: a colour, and the share of it."""
