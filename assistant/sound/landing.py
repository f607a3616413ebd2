"""Coming into a soundtrack without cutting a sound in two. Positions are samples of the break."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.sound.clip import RATE
from assistant.sound.plan import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.sound.soundtrack import Placed

PATIENT: Mapping[Part, int] = MappingProxyType(
    {Part.VOICE: RATE * 400 // 1000, Part.BELL: RATE * 1500 // 1000, Part.TONE: 0}
)
"""How late a sound of each part may still begin: a word 0.4 s, a bell 1.5 s; a tone is come into midway."""


def inside(sounds: Sequence[Placed], position: int) -> bool:
    """Whether a sound is under way at ``position``; one that begins just there is not."""
    return any(sound.start < position < sound.end for sound in sounds)


def just_missed(sound: Placed, position: int) -> bool:
    """Whether ``sound`` began before ``position``, yet so little that it may begin there instead."""
    return 0 < position - sound.start <= PATIENT[sound.part] and position < sound.end


def nearer(sounds: Sequence[Placed], position: int, wanted: int) -> int:
    """How far one may move from ``position`` towards ``wanted`` through nothing but silence."""
    if inside(sounds, position):
        return position
    if wanted > position:
        return min((sound.start for sound in sounds if position <= sound.start < wanted), default=wanted)
    return max((sound.end for sound in sounds if wanted < sound.end <= position), default=wanted)
