"""How the time of a break is shared among its steps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.script.model import AnyStep


@dataclass(slots=True)
class Portion:
    """One step's share of the time. Breaths and turns are whole; everything else bends to the millisecond."""

    index: int
    step: AnyStep
    text: str
    least: Ms
    """What its words need."""
    length: Ms
    grain: Ms | None = None
    """What it grows and shrinks by: one breath, or one second for everybody in a round."""
    fading: Ms = Ms(0)
    """How much of its end is nobody's turn, so that the bell is heard that ends the last."""

    @property
    def give(self) -> int:
        """How many milliseconds it could do without."""
        if self.grain is None:
            return max(0, self.length - self.least)
        fewest = max(1, math.ceil(self.least / self.grain))
        return max(0, self.length - fewest * self.grain)


def fit(portions: Sequence[Portion], length: Ms) -> int:
    """Bend ``portions`` until their sum is ``length``; returns the milliseconds that could not be found, else 0.

    The steps marked ``stretch`` bend first, each in proportion to its usual length, breaths and turns whole;
    what these leave over is spread as a little more time after what is said.
    """
    stretching = [portion for portion in portions if portion.step.stretch]
    plain = [portion for portion in portions if portion.grain is None]
    soft = [portion for portion in stretching if portion.grain is None]
    grained = [portion for portion in stretching if portion.grain is not None]

    _bend_grained(grained, _spare(portions, length), sum(portion.length for portion in stretching))
    if _spare(portions, length) < 0:
        _take(soft, -_spare(portions, length))
        _drop_grains(grained, -_spare(portions, length))
        _take(plain, -_spare(portions, length))
    spare = _spare(portions, length)
    if spare > 0 and (soft or plain):
        _give(soft or plain, spare)
    elif spare > 0:  # nothing but breathing: the last of it ends in rest
        portions[-1].length = Ms(portions[-1].length + spare)
    return max(0, -spare)


def _spare(portions: Iterable[Portion], length: Ms) -> int:
    return length - sum(portion.length for portion in portions)


def _bend_grained(grained: Iterable[Portion], spare: int, all_stretching: int) -> None:
    """Give every such step its part of ``spare`` in whole grains, never more than the part."""
    for portion in grained:
        grain = portion.grain or ms(1)
        grains = math.floor(spare * portion.length / all_stretching / grain)
        portion.length = Ms(portion.length + max(grains * grain, -portion.give))


def _drop_grains(grained: Iterable[Portion], missing: int) -> None:
    """Leave out whole grains, from the last step first, until ``missing`` milliseconds are found."""
    for portion in reversed(list(grained)):
        if missing <= 0:
            return
        grain = portion.grain or ms(1)
        dropped = min(portion.give, math.ceil(missing / grain) * grain)
        portion.length = Ms(portion.length - dropped)
        missing -= dropped


def _give(portions: Sequence[Portion], spare: int) -> None:
    for portion, part in zip(portions, _parts(spare, [portion.length for portion in portions]), strict=True):
        portion.length = Ms(portion.length + part)


def _take(portions: Sequence[Portion], missing: int) -> None:
    """Shorten ``portions`` by ``missing`` in all, each in proportion to what it could do without."""
    gives = [portion.give for portion in portions]
    for portion, part in zip(portions, _parts(min(missing, sum(gives)), gives), strict=True):
        portion.length = Ms(portion.length - part)


def _parts(whole: int, weights: Sequence[int]) -> list[int]:
    """``whole`` in whole parts in proportion to ``weights``; no part is above its weight while ``whole`` is not."""
    parts, used, weight_used, total = [], 0, 0, sum(weights)
    for weight in weights:
        weight_used += weight
        upto = whole * weight_used // total if total else 0
        parts.append(upto - used)
        used = upto
    return parts
