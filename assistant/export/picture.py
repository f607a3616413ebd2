"""The room as SVG: the same places and hills as on the screen, in whole surfaces; its colours come from the style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.picture.landscape import LAND, far_ridge, near_ridge
from assistant.picture.patch import LEAN, WIDEN
from assistant.picture.scene import Box, compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.picture.scene import Interior, Scene

WIDTH, HEIGHT = 960, 400
SCENE = compose(WIDTH, HEIGHT // 2)

FRAME, BAR = 8, 3
"""How much wider the wood is than on the screen, on each side."""


def _grown(box: Box, by: int) -> Box:
    return Box(box.left - by, box.top - by, box.right + by, box.bottom + by)


PANES = tuple(Box(pane.left + BAR, pane.top, pane.right - BAR, pane.bottom) for pane in SCENE.panes)

GLOW_REACH = 3.2
"""How far the glow reaches, in radii of the sun."""
HILL_STEPS = 48
"""Straight pieces that a ridge is made of."""
MIDDLE = 0.55
"""Where the sky between top and horizon has its middle colour."""

GRADIENTS = """\
<linearGradient id="sky" x1="0" x2="0" y1="0" y2="1"><stop class="sky-top" offset="0"/>\
<stop class="sky-middle" offset="{middle:.3f}"/><stop class="sky-horizon" offset="{horizon:.3f}"/></linearGradient>
<radialGradient id="glow"><stop class="glow-near" offset=".25"/><stop class="glow-mid" offset=".55"/>\
<stop class="glow-far" offset="1"/></radialGradient>
<linearGradient id="wall" x1="0" x2="0" y1="0" y2="1"><stop class="wall-high" offset="0"/>\
<stop class="wall-low" offset="1"/></linearGradient>
<linearGradient id="floor" x1="0" x2="0" y1="0" y2="1"><stop class="floor-far" offset="0"/>\
<stop class="floor-near" offset="1"/></linearGradient>
<linearGradient id="beyond" x1="0" x2="0" y1="0" y2="1"><stop class="beyond-high" offset="0"/>\
<stop class="beyond-low" offset="1"/></linearGradient>
<linearGradient id="near" x1="0" x2="0" y1="0" y2="1"><stop class="shine-far" offset="0"/>\
<stop class="shine-near" offset="1"/></linearGradient>"""


def room() -> str:
    """The picture, as an element of a page; it is decoration, and says nothing that the words do not."""
    inside = SCENE.interior
    if inside is None or inside.door is None or inside.chair is None:
        raise AssertionError("at this size the room has all its furniture")
    parts = (
        _defs(inside),
        _rect("", 0, 0, WIDTH, inside.floor, 'fill="url(#wall)"'),
        _rect("skirting", 0, inside.floor - inside.skirting, WIDTH, inside.floor),
        _rect("", 0, inside.floor, WIDTH, HEIGHT, 'fill="url(#floor)"'),
        _light(inside.floor),
        _box("frame", _grown(inside.frame, FRAME)),
        _box("bar", SCENE.glass),
        _outside(),
        _rect("sill", inside.sill.left - 18, inside.sill.top + 6, inside.sill.right + 18, inside.sill.bottom + 14),
        _door(inside.door),
        _chair(inside.chair),
    )
    drawn = "\n".join(parts)
    return (
        f'<svg id="picture" class="room" data-door="ajar" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'aria-hidden="true" focusable="false">\n{drawn}\n</svg>'
    )


def rise() -> float:
    """How far the sun rises from the lowest place to the highest: a negative length, as in SVG."""
    return SCENE.sun.high - SCENE.sun.low


def _defs(inside: Interior) -> str:
    panes = "".join(_box("", pane) for pane in PANES)
    gradients = GRADIENTS.format(middle=MIDDLE * (1 - LAND), horizon=1 - LAND)
    below = _rect("", 0, inside.floor, WIDTH, HEIGHT, 'fill="url(#near)"')
    return f'<defs>\n{gradients}\n<clipPath id="panes">{panes}</clipPath>\n<mask id="nearer">{below}</mask>\n</defs>'


def _outside() -> str:
    """Sky, sun and hills, behind the panes."""
    glass, sun = SCENE.glass, SCENE.sun
    where = f'cx="{sun.x:g}" cy="{sun.low:g}"'
    return (
        f'<g clip-path="url(#panes)">{_box("", glass, _FILL_SKY)}\n'
        f'<g class="sun"><circle {where} r="{sun.radius * GLOW_REACH:g}" fill="url(#glow)"/>'
        f'<circle class="low" {where} r="{sun.radius:g}"/><circle class="high" {where} r="{sun.radius:g}"/></g>\n'
        f"{_ridge('far-hills', far_ridge, SCENE)}\n{_ridge('near-hills', near_ridge, SCENE)}</g>"
    )


_FILL_SKY = 'fill="url(#sky)"'


def _ridge(name: str, height: Callable[[float], float], scene: Scene) -> str:
    glass = scene.glass
    shares = [step / HILL_STEPS for step in range(HILL_STEPS + 1)]
    points = [(glass.left + share * glass.width, glass.bottom - height(share) * glass.height) for share in shares]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon class="{name}" points="{glass.left},{glass.bottom} {line} {glass.right},{glass.bottom}"/>'


def _light(floor: int) -> str:
    """What falls through the panes onto the floor, as on the screen: wider and further right the nearer it is."""
    depth, middle = HEIGHT - floor, SCENE.sun.x

    def near(x: int) -> float:
        return middle + (x - middle) * (1 + WIDEN) + LEAN * depth

    fields = "".join(
        f'<polygon points="{pane.left},{floor} {pane.right},{floor} '
        f'{near(pane.right):.1f},{HEIGHT} {near(pane.left):.1f},{HEIGHT}"/>'
        for pane in PANES
    )
    return f'<g class="fall" mask="url(#nearer)"><g class="light">{fields}</g><g class="light-high">{fields}</g></g>'


def _door(door: Box) -> str:
    """The frame, the warm light beyond, and the leaf, which the style narrows while it stands ajar."""
    edge, inset = 10, 18
    left, top, right, bottom = door.left + edge, door.top + edge, door.right - edge, door.bottom
    middle = top + (bottom - top) * 0.52
    panels = _rect("panel", left + inset, top + inset, right - inset, middle - 6) + _rect(
        "panel", left + inset, middle + 6, right - inset, bottom - inset
    )
    knob = f'<circle class="handle" cx="{right - 9}" cy="{middle + 8:g}" r="4"/>'
    gap = left + (right - left) * 0.78
    spill = f"{gap:g},{bottom} {right},{bottom} {right - 36},{HEIGHT} {gap - 130:g},{HEIGHT}"
    return (
        f"{_box('door-frame', door)}{_rect('', left, top, right, bottom, _FILL_BEYOND)}\n"
        f'<polygon class="spill" points="{spill}"/>\n'
        f'<g class="leaf-whole">{_rect("leaf", left, top, right, bottom)}{panels}{knob}'
        f"{_rect('leaf-edge', right - 3, top, right, bottom)}</g>"
    )


_FILL_BEYOND = 'fill="url(#beyond)"'


def _chair(chair: Box) -> str:
    """Seen from the side, looking towards the window's light."""
    thick = 14
    seat = chair.top + round(chair.height * 0.56)
    back = chair.bottom - round(chair.height * 0.12)
    middle = (chair.left + chair.right) / 2
    return (
        f'<ellipse class="shade" cx="{middle:g}" cy="{chair.bottom - 2}" rx="{chair.width * 0.72:g}" ry="9"/>'
        f"{_rect('chair', chair.left, chair.top, chair.left + thick, back)}"
        f"{_rect('cushion', chair.left + thick, seat - 9, chair.right - 2, seat)}"
        f"{_rect('chair', chair.left, seat, chair.right, seat + thick - 2)}"
        f"{_rect('chair', chair.right - thick, seat, chair.right, chair.bottom)}"
    )


def _box(name: str, box: Box, more: str = "") -> str:
    return _rect(name, box.left, box.top, box.right, box.bottom, more)


def _rect(name: str, left: float, top: float, right: float, bottom: float, more: str = "") -> str:
    looks = " ".join(filter(None, (f'class="{name}"' if name else "", more)))
    where = f'x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}"'
    return f"<rect {where}{' ' if looks else ''}{looks}/>"
