"""A timeline: what happens when in one break, to the millisecond. Frozen; composed once, followed by everybody."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from assistant.language import Language
from assistant.units import Ms


class Kind(StrEnum):
    """What a cue asks of the person."""

    SAY = "say"
    COUNT = "count"
    SENSE = "sense"
    QUIET = "quiet"
    ASK = "ask"
    CHOOSE = "choose"
    TURN = "turn"
    IN = "in"
    SIP = "sip"
    OUT = "out"
    REST = "rest"

    @property
    def is_breath(self) -> bool:
        """Whether the cue is one phase of a breath."""
        return self in {Kind.IN, Kind.SIP, Kind.OUT, Kind.REST}


class Choice(msgspec.Struct, frozen=True):
    """One of the choices that a cue offers."""

    words: str
    then: Literal["on", "end", "help"] = "on"
    script: str | None = None
    """The id of another script that it leads into."""
    length: Ms | None = None
    """How long the break is to be from then on."""
    reply: str = ""
    """What is said to it."""
    reply_needs: Ms = Ms(0)
    """How long that takes to be said and heard."""


class Cue(msgspec.Struct, frozen=True):
    """One stretch of time in which screen and voice ask one thing. Cues follow each other without gap or overlap."""

    at: Ms
    length: Ms
    kind: Kind
    step: int
    """Which step of the script it belongs to, from 0."""
    words: str
    """What stands on the screen, one thought."""
    hint: str = ""
    """The quiet second line, such as «inn» or «ut»."""
    spoken: str = ""
    """What the voice says; nothing where it rests."""
    voice_at: Ms = Ms(0)
    """When it says it, on the clock of the break."""
    door_closed: bool = False
    """Whether the door of the room is closed meanwhile."""
    phase: int | None = None
    """Where the cycle of caring is shown in the place of the room, which of its phases is marked; 0 is none."""
    turn: int = 0
    """Whose turn it is in a round, from 0."""
    choices: tuple[Choice, ...] = ()
    """What may be chosen."""
    swaps: tuple[str, ...] = ()
    """What may be asked in its place, through another sense."""
    leader: str = ""
    """What whoever leads it in company may do or say meanwhile."""
    may_keep: bool = False
    """Whether an answer may be kept, if the person wants to."""

    @property
    def end(self) -> Ms:
        """When the next cue begins."""
        return Ms(self.at + self.length)


class Utterance(msgspec.Struct, frozen=True):
    """One thing that the voice says."""

    at: Ms
    room: Ms
    """How long it may sound before something else is due."""
    text: str

    def holds(self, length: Ms) -> bool:
        """Whether a sound of ``length`` is over before something else is due; one that is not is left to be read."""
        return length <= self.room


class Timeline(msgspec.Struct, frozen=True):
    """A break of one script in one language, ``length`` long."""

    script: str
    title: str
    language: Language
    length: Ms
    cues: tuple[Cue, ...]
    bells: tuple[Ms, ...]
    """When a bell begins to sound."""
    counted_in: int = 0
    """So many of the first cues, each with a soft bell, count a room in."""

    @property
    def asked(self) -> Ms:
        """The length that was asked for: what counts a room in comes before it."""
        return Ms(self.length - self.cues[self.counted_in].at)

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """All that the voice says, in order."""
        spoken = [cue for cue in self.cues if cue.spoken]
        ends = [cue.voice_at for cue in spoken[1:]] + [self.length] * bool(spoken)
        return tuple(
            Utterance(cue.voice_at, Ms(end - cue.voice_at), cue.spoken) for cue, end in zip(spoken, ends, strict=True)
        )

    @property
    def asides(self) -> tuple[str, ...]:
        """What the voice may come to say besides, when a key asks for it."""
        replies = (choice.reply for cue in self.cues for choice in cue.choices if choice.reply)
        swapped = (words for cue in self.cues if cue.swaps for words in (*cue.swaps, cue.words))
        return tuple(dict.fromkeys([*replies, *swapped]))
