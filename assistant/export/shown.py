"""What stands on the screen of a break when, as a reader or a listener is to have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.line.say import cue_lines
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.timeline.model import Cue, Timeline

BELL_SHOWN = ms(3)
"""How long it is told that a bell rings."""

LEAST = ms(1)
"""What is there for a shorter time is a flash, and nobody has read it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some lines, and the time for which they are there."""

    at: Ms
    end: Ms
    lines: tuple[str, ...]


def shown(timeline: Timeline) -> tuple[Shown, ...]:
    """All of it, in order and without gap: what is said as it is said, and what else is there to be read and heard."""
    pieces: list[Shown] = []
    for cue in timeline.cues:
        for piece in _pieces(cue, timeline.bells):
            before = pieces[-1] if pieces else None
            if before is not None and before.lines == piece.lines:
                pieces[-1] = Shown(before.at, piece.end, piece.lines)
            else:
                pieces.append(piece)
    return tuple(piece for piece in pieces if piece.lines)


def _pieces(cue: Cue, bells: tuple[Ms, ...]) -> Iterator[Shown]:
    """``cue`` in pieces of at least ``LEAST``. A bell that comes just before or after it begins, begins with it."""
    at, lines, bell_rings = cue.at, tuple(_lines(cue)), _("[bell]")
    for bell in (bell for bell in bells if cue.at - LEAST < bell <= cue.end - LEAST):
        rings = bell if bell - at >= LEAST else at
        if at < rings:
            yield Shown(at, rings, lines)
        if rings == cue.at and cue.spoken and LEAST <= cue.voice_at - rings <= BELL_SHOWN:
            at = cue.voice_at  # the words come when the bell has rung
            yield Shown(rings, at, (bell_rings,))
        else:
            at = Ms(bell + BELL_SHOWN) if cue.end - bell - BELL_SHOWN > LEAST else cue.end
            yield Shown(rings, at, (bell_rings, *lines))
    if at < cue.end:
        yield Shown(at, cue.end, lines)


def _lines(cue: Cue) -> Iterator[str]:
    """The words of ``cue``; of a choice what is said of it, where it is said."""
    if cue.choices:
        yield from [cue.spoken] if cue.spoken else cue_lines(cue, None)
        return
    if cue.words:
        yield cue.words
    if cue.hint:
        yield cue.hint
