"""Bells, tones, ambience and clips, made ready to be placed in a soundtrack. Needs numpy."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant import paths
from assistant.settings.model import Ambience, BellSize
from assistant.sound.clip import RATE
from assistant.sound.looped import Looped
from assistant.sound.plan import BellName, Part
from assistant.sound.samples import Samples, Unreadable, at_sample, read
from assistant.sound.soundtrack import Placed, Soundtrack
from assistant.sound.tones import breath_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from assistant.sound.plan import SoundPlan
    from assistant.units import Ms

DYING = RATE * 2
"""Samples in which a bell fades that would ring beyond the end of the break."""


@lru_cache
def bell(name: BellName, size: BellSize = BellSize.MIDDLE) -> Samples:
    """The sound of a bell; raises ``Unreadable``."""
    return read(paths.audio() / name.file(size))


@lru_cache(maxsize=1)
def ambience(which: Ambience) -> Samples:
    """One turn of the loop; raises ``Unreadable``."""
    return read(paths.audio() / f"ambience-{which}.flac")


def soundtrack(plan: SoundPlan, unreadable: Callable[[], None], clips: Iterable[Placed] = ()) -> Soundtrack:
    """All of ``plan`` at its place, and the ``clips``; ``unreadable`` is called for each sound of ours that is."""
    return Soundtrack((*_bells_and_tones(plan, unreadable), *clips), _under(plan, unreadable))


def place_clip(path: str, at: Ms) -> Placed:
    """The clip in the file ``path``, as a voice that begins ``at``; raises ``Unreadable``."""
    return Placed(at_sample(at), read(Path(path)), Part.VOICE)


def _bells_and_tones(plan: SoundPlan, unreadable: Callable[[], None]) -> Iterator[Placed]:
    for struck in plan.bells:
        try:
            sound = bell(struck.name, struck.size)
        except Unreadable:
            unreadable()
        else:
            room = None if plan.length is None else at_sample(plan.length) - at_sample(struck.at)
            yield Placed(at_sample(struck.at), _rung_out(sound, room), Part.BELL)
    for tone in plan.tones:
        yield Placed(at_sample(tone.at), breath_tone(tone.kind, tone.length), Part.TONE)


def _rung_out(sound: Samples, room: int | None) -> Samples:
    """``sound``, or as much of it as there is room for, fading softly."""
    if room is None or len(sound) <= room:
        return sound
    rung = sound[:room].copy()
    dying = min(DYING, room)
    rung[room - dying :] *= np.asarray(0.5 + 0.5 * np.cos(np.pi * np.arange(1, dying + 1) / dying), np.float32)
    return rung


def _under(plan: SoundPlan, unreadable: Callable[[], None]) -> Looped | None:
    if plan.ambience is Ambience.NONE or plan.length is None:
        return None
    try:
        return Looped(ambience(plan.ambience), at_sample(plan.length))
    except Unreadable:
        unreadable()
        return None
