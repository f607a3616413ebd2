"""The style of a page: the colours of the product in both themes and at every hour, and the rules beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from assistant.export.picture import rise
from assistant.picture.colour import Rgb, code
from assistant.picture.hour import Hour
from assistant.picture.palette import ROOMS, SKIES, UI, Theme
from assistant.timeline.breath import STILL

FOLDER = Path(__file__).with_name("page")

ROOM_NAMES = ("wall_high", "wall_low", "skirting", "floor_far", "floor_near", "shade", "frame", "bar", "sill", "chair",
              "cushion", "door_frame", "leaf", "panel", "leaf_edge", "handle", "beyond", "beyond_dim")  # fmt: skip
SKY_NAMES = {
    "top": "sky-top", "middle": "sky-middle", "horizon": "sky-horizon", "far_hills": "far-hills",
    "near_hills": "near-hills", "glow": "glow", "low": "sun-low", "high": "sun-high",
    "floor_low": "floor-low", "floor_high": "floor-high",
}  # fmt: skip
"""What the rules call the colours of a sky."""


@cache
def style() -> str:
    """All of it."""
    rules = (FOLDER / "page.css").read_text("utf-8")
    light = _block(":root", _theme(Theme.LIGHT))
    dark = f"@media (prefers-color-scheme: dark) {{\n{_block(':root', _theme(Theme.DARK))}\n}}"
    first = _block(":root", {"rise": f"{rise():g}px", "full": f"{STILL:g}", **_sky(Hour.NOON)})
    others = (_block(f':root[data-hour="{hour}"]', _sky(hour)) for hour in Hour if hour is not Hour.NOON)
    return "\n".join((light, dark, first, *others, rules))


def _theme(theme: Theme) -> dict[str, str]:
    ui, room = UI[theme], ROOMS[theme]
    words = {name: code(getattr(ui, name)) for name in ("ground", "words", "quiet", "keys", "progress", "track")}
    things = {name.replace("_", "-"): code(getattr(room, name)) for name in ROOM_NAMES}
    return {"color-scheme": theme.value, **words, "edge": code(ui.quiet), **things}


def _sky(hour: Hour) -> dict[str, str]:
    sky = SKIES[hour]
    colours: dict[str, Rgb] = msgspec.structs.asdict(sky)
    weak, strong = sky.strength
    named = {there: code(colours[here]) for here, there in SKY_NAMES.items()}
    return {**named, "weak": f"{weak:g}", "strong": f"{strong:g}"}


def _block(whose: str, values: dict[str, str]) -> str:
    lines = (f"{name if name == 'color-scheme' else '--' + name}: {value};" for name, value in values.items())
    return f"{whose} {{ {' '.join(lines)} }}"
