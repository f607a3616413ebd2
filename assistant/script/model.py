"""What a script is. Every kind of step is one frozen struct; a key that is not named here is refused."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from assistant.language import Language

MAX_TEXT = 400
"""Characters in one text: more is not read aloud in a break."""

MAX_STEPS = 200
"""Steps in one script."""

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_TEXT)]
StepSeconds = Annotated[float, msgspec.Meta(ge=1, le=3600)]
PhaseSeconds = Annotated[float, msgspec.Meta(ge=0.5, le=30)]


class Occasion(StrEnum):
    """When a script is of use. The order is that of a working life."""

    IN_CONVERSATION = "in-conversation"
    BETWEEN = "between"
    REFLECTION = "reflection"
    LUNCH = "lunch"
    DAY = "day"
    WEEK = "week"
    CAREER = "career"
    TOGETHER = "together"
    TOO_MUCH = "too-much"


class Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Frozen, strict, with keys in kebab-case."""


class Text(Struct, frozen=True, kw_only=True):
    """The same thing said in both languages, each as an original."""

    nb: Words
    en: Words

    def of(self, language: Language) -> str:
        """The words of one language."""
        return self.nb if language is Language.NB else self.en


class Nudge(Text, frozen=True, kw_only=True):
    """One short line inside a longer step."""

    at: StepSeconds
    """Seconds from the beginning of the step."""


class Step(Struct, frozen=True, kw_only=True, tag_field="do"):
    """What every step has."""

    from_: Annotated[int, msgspec.Meta(ge=0)] = msgspec.field(name="from", default=0)
    """The step belongs only to breaks of at least so many seconds."""
    stretch: bool = False
    """Whether the step takes up what is left over, or gives what is missing, at another length."""
    door: Literal["ajar", "closed"] = "ajar"
    """The door of the room while the step lasts. It is closed in the inner room."""


class Say(Step, frozen=True, kw_only=True, tag="say"):
    """Something said, and time to take it in."""

    seconds: StepSeconds
    text: Text


class Count(Step, frozen=True, kw_only=True, tag="count"):
    """Count something; there is no right number."""

    seconds: StepSeconds
    text: Text
    nudge: Nudge | None = None


class Sense(Step, frozen=True, kw_only=True, tag="sense"):
    """Some things through one sense."""

    seconds: StepSeconds
    text: Text
    sense: Literal["sight", "touch", "hearing", "smell", "taste"]
    things: Annotated[int, msgspec.Meta(ge=1, le=10)]
    nudge: Nudge | None = None


class Quiet(Step, frozen=True, kw_only=True, tag="quiet"):
    """Silence. Where it is long, words beforehand say how long: ``{quiet}`` stands for its length."""

    seconds: StepSeconds
    text: Text


class Breath(StrEnum):
    """The phases of a breath. There is no hold."""

    IN = "in"
    SIP = "sip"
    OUT = "out"
    REST = "rest"


class Breathe(Step, frozen=True, kw_only=True, tag="breathe"):
    """Some breaths. Lasts its cycles times the length of its pattern."""

    pattern: Annotated[tuple[tuple[Breath, PhaseSeconds], ...], msgspec.Meta(min_length=2, max_length=6)]
    cycles: Annotated[int, msgspec.Meta(ge=1, le=200)]
    text: Text | None = None
    """Where there is none, the words before it stay."""
    quiet_after: Annotated[int, msgspec.Meta(ge=0)] = 2
    """The voice says the phases for so many breaths, then it rests."""
    nudge: Nudge | None = None

    @property
    def cycle(self) -> float:
        """Seconds of one breath."""
        return sum(seconds for _, seconds in self.pattern)

    @property
    def seconds(self) -> float:
        """Seconds of all its breaths."""
        return self.cycles * self.cycle


AnyStep = Say | Count | Sense | Quiet | Breathe


class Lengths(Struct, frozen=True, kw_only=True):
    """Seconds that the script can honestly be asked to take."""

    least: Annotated[int, msgspec.Meta(ge=5, le=3600)]
    usual: Annotated[int, msgspec.Meta(ge=5, le=3600)]
    most: Annotated[int, msgspec.Meta(ge=5, le=3600)]


class Evidence(Struct, frozen=True, kw_only=True):
    """How well it is known to help, in one plain line."""

    level: Literal["strong", "moderate", "convention", "deck"]
    note: Text
    sources: tuple[Words, ...] = ()


class Caution(Text, frozen=True, kw_only=True):
    """For whom it may not be right, and what to do instead."""

    instead: str | None = None
    """The id of another script."""


class Script(Struct, frozen=True, kw_only=True):
    """One break, as it stands in its file."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    occasion: Occasion
    title: Text
    about: Text
    lengths: Lengths
    evidence: Evidence
    steps: Annotated[tuple[AnyStep, ...], msgspec.Meta(min_length=1, max_length=MAX_STEPS)]
    carries: tuple[Annotated[str, msgspec.Meta(pattern=r"^[A-Q][0-9]{1,2}[a-e]?$")], ...] = ()
    caution: Caution | None = None
