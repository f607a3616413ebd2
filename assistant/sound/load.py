"""Bells, tones and clips, made ready to be placed in a soundtrack. Needs numpy."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.sound.plan import Bell, BellName, Part
from assistant.sound.samples import Samples, Unreadable, at_sample, read
from assistant.sound.soundtrack import Placed
from assistant.sound.tones import breath_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.sound.plan import SoundPlan
    from assistant.units import Ms


@lru_cache
def bell(name: BellName) -> Samples:
    """The sound of a bell; raises ``Unreadable``."""
    return read(paths.audio() / f"{name.value}.flac")


def place_plan(plan: SoundPlan, unreadable: Callable[[], None]) -> Iterator[Placed]:
    """Every bell and tone of ``plan`` at its place; ``unreadable`` is called for each bell that cannot be read."""
    for struck in plan.bells:
        try:
            yield _placed(struck)
        except Unreadable:
            unreadable()
    for tone in plan.tones:
        yield Placed(at_sample(tone.at), breath_tone(tone.kind, tone.length), Part.TONE)


def place_clip(path: str, at: Ms) -> Placed:
    """The clip in the file ``path``, as a voice that begins ``at``; raises ``Unreadable``."""
    return Placed(at_sample(at), read(Path(path)), Part.VOICE)


def _placed(struck: Bell) -> Placed:
    return Placed(at_sample(struck.at), bell(struck.name), Part.BELL)
