"""What of a break is to sound besides the voice, and when. Plain data, so that it can cross to the child process."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from assistant.timeline.model import Kind
from assistant.units import Ms

if TYPE_CHECKING:
    from assistant.timeline.model import Timeline

MOVES_AIR = frozenset({Kind.IN, Kind.SIP, Kind.OUT})
"""The phases of a breath that a tone accompanies."""


class Part(StrEnum):
    """What a sound is, for its own volume."""

    VOICE = "voice"
    BELL = "bell"
    TONE = "tone"


class BellName(StrEnum):
    """Which bell: the value is the stem of its file in ``audio/``."""

    START = "bell-start"
    END = "bell-end"


@dataclass(frozen=True, slots=True)
class Bell:
    """A bell that begins to sound ``at``."""

    at: Ms
    name: BellName


@dataclass(frozen=True, slots=True)
class Tone:
    """A breath tone that accompanies one phase (in, sip or out) of ``length``."""

    at: Ms
    kind: Kind
    length: Ms


@dataclass(frozen=True, slots=True)
class SoundPlan:
    """All bells and breath tones of one break, in order of time; clips of speech are added as they are ready."""

    bells: tuple[Bell, ...] = ()
    tones: tuple[Tone, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The plan as what ``json`` can write; ``from_plain`` makes a plan of it again."""
        return asdict(self)

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> SoundPlan:
        """The plan that ``plain`` came from; raises ``KeyError``, ``TypeError`` or ``ValueError`` if it is none."""
        return SoundPlan(
            tuple(Bell(Ms(bell["at"]), BellName(bell["name"])) for bell in plain["bells"]),
            tuple(Tone(Ms(tone["at"]), Kind(tone["kind"]), Ms(tone["length"])) for tone in plain["tones"]),
        )


def plan(timeline: Timeline, *, bells: bool, tones: bool) -> SoundPlan:
    """What is to sound in ``timeline``: its bells, and a tone for each phase of breath that moves air."""
    breaths = (cue for cue in timeline.cues if cue.kind in MOVES_AIR)
    return SoundPlan(
        _bells(timeline) if bells else (),
        tuple(Tone(cue.at, cue.kind, cue.length) for cue in breaths) if tones else (),
    )


def _bells(timeline: Timeline) -> tuple[Bell, ...]:
    """The last bell of several is the closing one; a lone one closes if it comes in the second half."""
    times = sorted(timeline.bells)
    if not times:
        return ()
    *opening, last = times
    closes = bool(opening) or last * 2 > timeline.length
    return (
        *(Bell(at, BellName.START) for at in opening),
        Bell(last, BellName.END if closes else BellName.START),
    )
