"""How high the light stands: it follows the breath, and it is the slow sign in a silence that time goes on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from assistant.timeline.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.timeline.model import Cue

BEFORE_THE_SIP = 0.8
"""An in-breath that a sip follows stops short of full."""

STILL = 0.55
"""Where the light stands in a break that is not about breathing."""


def still(cues: Iterable[Cue]) -> float:
    """Where the light stands between breaths: at the end of an out-breath, or midway where nobody is to breathe."""
    return 0.0 if any(cue.kind.is_breath for cue in cues) else STILL


def fullness(cues: Sequence[Cue], index: int, position: float, still: float = STILL) -> float:
    """From 0 (low, empty) to 1 (high, full) at ``position`` milliseconds, which lies in ``cues[index]``."""
    cue = cues[index]
    part = min(1.0, max(0.0, (position - cue.at) / cue.length))
    if cue.kind is Kind.QUIET:
        return still + (1 - still) * math.sin(math.pi * part)
    if not cue.kind.is_breath:
        return still
    low, high = _ends(cues, index)
    return low + (high - low) * _ease(part)


def _ends(cues: Sequence[Cue], index: int) -> tuple[float, float]:
    """How full one is when the phase begins and when it ends."""
    kind = cues[index].kind
    next_is_sip = index + 1 < len(cues) and cues[index + 1].kind is Kind.SIP
    after_sip = index > 0 and cues[index - 1].kind is Kind.SIP
    if kind is Kind.IN:
        return 0.0, BEFORE_THE_SIP if next_is_sip else 1.0
    if kind is Kind.SIP:
        return (BEFORE_THE_SIP if not after_sip else 1.0), 1.0
    if kind is Kind.OUT:
        return 1.0, 0.0
    return 0.0, 0.0


def _ease(part: float) -> float:
    """A breath starts and ends slowly: half a cosine."""
    return (1 - math.cos(math.pi * part)) / 2
