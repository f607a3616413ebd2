"""What of a break is to sound besides the voice, and when. Plain data, so that it can cross to the child process."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from assistant.settings.model import Ambience, BellSize
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
    AMBIENCE = "ambience"


class BellName(StrEnum):
    """Which bell."""

    START = "bell-start"
    END = "bell-end"

    def file(self, size: BellSize) -> str:
        """The name of its file in ``audio/``."""
        return f"{self}-{size}.flac"


@dataclass(frozen=True, slots=True)
class Bell:
    """A bell that begins to sound ``at``."""

    at: Ms
    name: BellName
    size: BellSize = BellSize.MIDDLE


@dataclass(frozen=True, slots=True)
class Tone:
    """A breath tone that accompanies one phase (in, sip or out) of ``length``."""

    at: Ms
    kind: Kind
    length: Ms


@dataclass(frozen=True, slots=True)
class SoundPlan:
    """All that sounds in one break, in order of time; clips of speech are added as they are ready."""

    bells: tuple[Bell, ...] = ()
    tones: tuple[Tone, ...] = ()
    ambience: Ambience = Ambience.NONE
    """What is heard behind all else, from the beginning to the end."""
    length: Ms | None = None
    """When all has faded out; nothing where the last sound may ring as long as it does."""

    def plain(self) -> dict[str, Any]:
        """The plan as what ``json`` can write; ``from_plain`` makes a plan of it again."""
        return asdict(self)

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> SoundPlan:
        """The plan that ``plain`` came from; raises ``KeyError``, ``TypeError`` or ``ValueError`` if it is none."""
        return SoundPlan(
            tuple(Bell(Ms(bell["at"]), BellName(bell["name"]), BellSize(bell["size"])) for bell in plain["bells"]),
            tuple(Tone(Ms(tone["at"]), Kind(tone["kind"]), Ms(tone["length"])) for tone in plain["tones"]),
            Ambience(plain["ambience"]),
            None if plain["length"] is None else Ms(plain["length"]),
        )


def plan(timeline: Timeline, bells: BellSize, *, tones: bool, ambience: Ambience = Ambience.NONE) -> SoundPlan:
    """What is to sound in ``timeline``: its bells, a tone for each phase of breath that moves air, and the ambience."""
    breaths = (cue for cue in timeline.cues if cue.kind in MOVES_AIR)
    return SoundPlan(
        _bells(timeline, bells),
        tuple(Tone(cue.at, cue.kind, cue.length) for cue in breaths) if tones else (),
        ambience,
        timeline.length,
    )


def _bells(timeline: Timeline, size: BellSize) -> tuple[Bell, ...]:
    """The last bell of several is the closing one; a lone one closes if it comes in the second half."""
    times, soft = sorted(timeline.bells), timeline.counted_in
    counting = tuple(Bell(at, BellName.START, BellSize.SMALL) for at in times[:soft])
    if not times[soft:]:
        return counting
    *opening, last = times[soft:]
    closes = len(times) > 1 or last * 2 > timeline.length
    return (
        *counting,
        *(Bell(at, BellName.START, size) for at in opening),
        Bell(last, BellName.END if closes else BellName.START, size),
    )
