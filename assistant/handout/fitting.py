"""How large a sheet may be set so that it is one page. It is measured, not tried."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from assistant.balance import wrap
from assistant.handout import looks
from assistant.handout.parts import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.card.looks import Look
    from assistant.handout.model import Break, Handout
    from assistant.handout.parts import Part

SCALES = tuple(percent / 100 for percent in range(128, 99, -2))
"""From the size at which few words are set to full size, below which they are not read by everybody."""

EASE_SERIF, EASE_SANS = 0.85, 0.95
"""The shares of a width that are reckoned with: letters that a browser has in the place of the usual ones are wider."""


def fit(sheet: Handout) -> float | None:
    """The largest scale at which it is one page; nothing where it has too many words for one."""
    return largest(SCALES, lambda scale: height(sheet, scale))


def fits(sheet: Handout) -> bool:
    """Whether it is one page at full size."""
    return height(sheet, 1.0) <= looks.HEIGHT


def largest(scales: Sequence[float], height_at: Callable[[float], float]) -> float | None:
    """The first of ``scales``, which get smaller, at which the height is one page; nothing where there is none."""
    first = bisect_left(scales, True, key=lambda scale: height_at(scale) <= looks.HEIGHT)
    return scales[first] if first < len(scales) else None


def height(sheet: Handout, scale: float) -> float:
    """Points that the whole sheet takes at most, ``scale`` times full size."""
    several = len(sheet.breaks) > 1
    inside = several + len(sheet.breaks) + len(sheet.parts)
    bands = (1 + several) * looks.BAND
    title = lines_of(sheet.title, looks.TITLE, looks.WIDTH, scale)
    parts = sum(_part(part, scale) for part in sheet.parts)
    return (around(inside) + bands) * scale + title + _breaks(sheet.breaks, scale) + parts


def around(inside: int) -> float:
    """Points at full size of what stands above and below so many things of a sheet, and of the gaps between all."""
    return looks.HOUSE + (inside + 1) * looks.GAP + looks.FOOT.points * looks.FOOT.leading


def lines_of(text: str, look: Look, width: float, scale: float) -> float:
    """Points that ``text`` takes in ``width`` of them, with the space above it.

    Reckoned with the letters of the usual fonts, and with room for those that a browser may have in their place.
    """
    size = look.size(scale)
    lines = wrap(text, width * (EASE_SERIF if look.serif else EASE_SANS), lambda part: look.width_of(part, size))
    return look.before * scale + look.leading * size * max(1, len(lines))


def _breaks(breaks: Sequence[Break], scale: float) -> float:
    if len(breaks) == 1:
        (only,) = breaks
        above = lines_of(only.about, looks.ABOUT, looks.WIDTH, scale) + lines_of(
            only.takes, looks.LINE, looks.WIDTH, scale
        )
        width = looks.WIDTH - (looks.SIDE if only.timed else looks.HANGING) * scale
        return above + looks.GAP * scale + sum(lines_of(step.words, looks.STEP, width, scale) for step in only.steps)
    width = looks.WIDTH - looks.SIDE * scale
    return sum(_one_of(one, width, scale) for one in breaks)


def _one_of(one: Break, width: float, scale: float) -> float:
    """One of several, beside its title: its steps run on."""
    lines = (f"{one.about} {one.takes}", BETWEEN.join(step.words for step in one.steps), *one.known)
    title = lines_of(one.title, looks.HEAD, looks.SIDE_WORDS * scale, scale)
    return max(title, sum(lines_of(line, looks.LINE, width, scale) for line in lines))


def _part(part: Part, scale: float) -> float:
    """What stands beside a heading, or the heading where that is higher."""
    width = looks.WIDTH - looks.SIDE * scale
    beside = sum(lines_of(line, looks.LINE, width, scale) for line in part.lines)
    beside += sum(lines_of(one.line, looks.LINE, width, scale) for one in part.numbers)
    if part.keys:
        beside += lines_of("  ".join(map(" – ".join, part.keys)), looks.LINE, width, scale)
        beside += looks.KEYS * scale
    heading = lines_of(part.heading, looks.HEAD, looks.SIDE_WORDS * scale, scale)
    note = lines_of(part.note, looks.FOOT, looks.SIDE_WORDS * scale, scale) if part.note else 0
    return max(beside, heading + note)
