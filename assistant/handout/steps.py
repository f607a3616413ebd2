"""The steps of a break in words, as one can do them from paper."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.export.manuscript import one_breath, phases_of
from assistant.i18n import _
from assistant.timeline.model import Kind
from assistant.units import Ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.script.model import Script
    from assistant.timeline.model import Cue, Timeline

FIVE_SECONDS = Ms(5_000)
HALF_A_MINUTE = Ms(30_000)
LONGEST_IN_SECONDS = Ms(87_500)
"""What is longer is told in minutes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    words: str
    time: str = ""
    """About how long it takes; nothing where it takes what it takes."""


def steps_of(script: Script, timeline: Timeline) -> tuple[Step, ...]:
    """The lines that ``script`` has for paper, else the words of its steps and how long each of them lasts."""
    if script.card:
        return tuple(Step(line.of(timeline.language)) for line in script.card)
    steps: list[Step] = []
    before: frozenset[str] = frozenset()
    for _number, cues in groupby(timeline.cues, lambda cue: cue.step):
        group = tuple(cues)
        said = tuple(dict.fromkeys((*_said(group), *_asides(group))))
        # A breath without words of its own goes on under those before it, and as before.
        words = " ".join(line for line in said if line not in before) or " ".join(said)
        if words:
            steps.append(Step(words, about(Ms(group[-1].end - group[0].at))))
        before = frozenset(said)
    return tuple(steps)


def about(length: Ms) -> str:
    """``length`` as nobody needs it more exactly."""
    if length < LONGEST_IN_SECONDS:
        return _("about {seconds} s").format(seconds=max(1, round(length / FIVE_SECONDS)) * 5)
    minutes, half = divmod(round(length / HALF_A_MINUTE), 2)
    return _("about {minutes} min").format(minutes=f"{minutes}½" if half else minutes)


def _said(cues: Iterable[Cue]) -> Iterator[str]:
    """What is said in a step; of a round what is said to the first."""
    for cue in cues:
        if cue.turn == 0 and cue.words:
            yield cue.words
        if cue.kind is Kind.ASK and cue.hint:
            yield cue.hint


def _asides(cues: Sequence[Cue]) -> Iterator[str]:
    """How a breath goes, what there is to choose, and that a round goes on."""
    breaths = [cue for cue in cues if cue.kind.is_breath]
    if breaths:
        yield f"({phases_of(one_breath(breaths))})"
    if cues[0].choices:
        yield f"({' / '.join(choice.words for choice in cues[0].choices)})"
    if any(cue.turn for cue in cues):
        yield _("(Then the next, with the same time for everybody.)")
