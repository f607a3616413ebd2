"""What stands on the screen of a break when, as a reader or a listener is to have it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.line.say import cue_lines
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.timeline.model import Cue, Timeline

BELL_SHOWN = ms(3)
"""How long it is told that a bell rings."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some lines, and the time for which they are there."""

    at: Ms
    end: Ms
    lines: tuple[str, ...]


def shown(timeline: Timeline) -> tuple[Shown, ...]:
    """All of it, in order and without gap: what is said as it is said, and what else is there to be read and heard."""
    ends = [*timeline.bells, *(min(Ms(at + BELL_SHOWN), timeline.length) for at in timeline.bells)]
    times = sorted({*(cue.at for cue in timeline.cues), *ends, timeline.length})
    cues = iter([*timeline.cues, None])
    cue, following = next(cues), next(cues)
    pieces: list[Shown] = []
    for at, end in pairwise(times):
        while following is not None and following.at <= at:
            cue, following = following, next(cues)
        if cue is None:
            break
        rings = any(bell <= at < bell + BELL_SHOWN for bell in timeline.bells)
        lines = (*((_("[bell]"),) if rings else ()), *_lines(cue))
        before = pieces[-1] if pieces else None
        if before is not None and before.lines == lines:
            pieces[-1] = Shown(before.at, end, lines)
        else:
            pieces.append(Shown(at, end, lines))
    return tuple(piece for piece in pieces if piece.lines)


def _lines(cue: Cue) -> Iterator[str]:
    """The words of ``cue``; of a choice what is said of it, where it is said."""
    if cue.choices:
        yield from [cue.spoken] if cue.spoken else cue_lines(cue, None)
        return
    if cue.words:
        yield cue.words
    if cue.hint:
        yield cue.hint
