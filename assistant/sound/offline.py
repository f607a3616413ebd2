"""The sound of a whole break at once, for a file. Sample for sample what would be heard live. Needs numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.sound.clip import RATE
from assistant.sound.levels import Levels
from assistant.sound.load import soundtrack
from assistant.sound.samples import at_sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from assistant.sound.plan import Part, SoundPlan
    from assistant.sound.samples import Samples
    from assistant.sound.soundtrack import Placed
    from assistant.units import Ms

BLOCK = RATE
"""Samples in a block: a second."""


def render(
    plan: SoundPlan,
    clips: Iterable[Placed],
    volumes: Mapping[Part, float],
    length: Ms,
    unreadable: Callable[[], None],
) -> Iterator[Samples]:
    """The first ``length`` of a break in blocks of a second: the sounds of ``plan``, and the ``clips``.

    ``unreadable`` is called for each sound of ours that cannot be read, which is left out.
    """
    track = soundtrack(plan, unreadable, clips)
    levels = Levels()
    for part, volume in volumes.items():
        levels.set(part, volume)
    levels.settle()
    end = at_sample(length)
    for start in range(0, end, BLOCK):
        frames = min(BLOCK, end - start)
        yield track.mix(start, frames, levels.advance(frames))
