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

MOST_CARD_LINES = 6
"""More than these are not read at a glance."""

MOST_OPTIONS = 5
"""Options of one choice: as many as can be taken in at a glance."""

ID = r"^[a-z0-9][a-z0-9-]{0,39}$"
"""How a script, or a pack of them, is called."""

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_TEXT)]
StepSeconds = Annotated[float, msgspec.Meta(ge=1, le=3600, description="Seconds that the step lasts.")]
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
    """In Norwegian (Bokmål)."""
    en: Words
    """In English."""

    def of(self, language: Language) -> str:
        """The words of one language."""
        return self.nb if language is Language.NB else self.en


class Nudge(Text, frozen=True, kw_only=True):
    """A line inside a longer step."""

    at: StepSeconds
    """Seconds from the beginning of the step, or of each turn."""


Nudges = Annotated[
    tuple[Nudge, ...], msgspec.Meta(max_length=20, description="Lines inside the step, each at its second.")
]


class Step(Struct, frozen=True, kw_only=True, tag_field="do"):
    """What every step has."""

    from_: Annotated[int, msgspec.Meta(ge=0)] = msgspec.field(name="from", default=0)
    """The step belongs only to breaks of at least so many seconds."""
    upto: Annotated[int, msgspec.Meta(ge=0)] | None = None
    """The step belongs only to breaks of at most so many whole seconds: with 59, to all that last less than 60."""
    stretch: bool = False
    """Whether the step takes up what is left over, or gives what is missing, at another length."""
    door: Literal["ajar", "closed"] = "ajar"
    """The door of the room while the step lasts. It is closed in the inner room."""
    leader: Text | None = None
    """What whoever leads it in company may do or say at this step; only they see it."""
    phase: Annotated[int, msgspec.Meta(ge=0, le=4)] | None = None
    """Shows the cycle of caring in the place of the room, with this phase (1 to 4) or none (0) marked."""

    def belongs(self, length: float) -> bool:
        """Whether the step is part of a break of ``length`` seconds."""
        return self.from_ <= length and (self.upto is None or length < self.upto + 1)


class Say(Step, frozen=True, kw_only=True, tag="say"):
    """Something said, and time to take it in."""

    seconds: StepSeconds
    text: Text
    """What is said."""
    nudges: Nudges = ()


class Count(Step, frozen=True, kw_only=True, tag="count"):
    """Count something; there is no right number."""

    seconds: StepSeconds
    text: Text
    """What there is to count."""
    nudges: Nudges = ()


class SenseName(StrEnum):
    """What one perceives with."""

    SIGHT = "sight"
    TOUCH = "touch"
    HEARING = "hearing"
    SMELL = "smell"
    TASTE = "taste"


class Sense(Step, frozen=True, kw_only=True, tag="sense"):
    """Some things through one sense."""

    seconds: StepSeconds
    text: Text
    """What there is to perceive."""
    sense: SenseName
    """What one perceives with."""
    things: Annotated[int, msgspec.Meta(ge=1, le=10)]
    """How many things."""
    nudges: Nudges = ()


class Ask(Step, frozen=True, kw_only=True, tag="ask"):
    """A question, answered in thought or in a few words. Nothing is kept unless the person keeps it."""

    seconds: StepSeconds
    text: Text
    """The question."""
    nudges: Nudges = ()
    keep: bool = True
    """Whether what is written may be kept at all."""


class Option(Text, frozen=True, kw_only=True):
    """One of a few choices."""

    then: Literal["on", "end", "help"] = "on"
    """What follows: the next step, the end, or the help page and then the next step."""
    script: str | None = None
    """The id of another script that is run first."""
    length: Annotated[int, msgspec.Meta(ge=5, le=3600)] | None = None
    """Seconds that the break is to take from now on, as if it had been asked to at the start."""
    reply: Text | None = None
    """What is said to it, in what is left of the step."""


class Choose(Step, frozen=True, kw_only=True, tag="choose"):
    """A few choices. Who chooses nothing goes on."""

    seconds: StepSeconds
    text: Text
    """What the choice is about."""
    options: Annotated[tuple[Option, ...], msgspec.Meta(min_length=2, max_length=MOST_OPTIONS)]
    """What there is to choose."""


class Turn(Step, frozen=True, kw_only=True, tag="turn"):
    """Each person's time in a round, the same for all to the second; a bell at each change."""

    each: Annotated[int, msgspec.Meta(ge=1, le=3600)]
    """Whole seconds: a round grows and shrinks by one second for everybody."""
    text: Text
    """``{turn}`` stands for the number in the round: first, second and so on."""
    people: Annotated[int, msgspec.Meta(ge=2, le=12)] = 4
    """How many take turns, where nobody says how many."""
    nudges: Nudges = ()

    @property
    def seconds(self) -> int:
        """Seconds of the whole round."""
        return self.each * self.people


class Quiet(Step, frozen=True, kw_only=True, tag="quiet"):
    """Silence. Where it is long, words beforehand say how long: ``{quiet}`` stands for its length."""

    seconds: StepSeconds
    text: Text
    """What is said as the silence begins."""


class Breath(StrEnum):
    """The phases of a breath. There is no hold."""

    IN = "in"
    SIP = "sip"
    OUT = "out"
    REST = "rest"


class Breathe(Step, frozen=True, kw_only=True, tag="breathe"):
    """Some breaths. Lasts its cycles times the length of its pattern."""

    pattern: Annotated[tuple[tuple[Breath, PhaseSeconds], ...], msgspec.Meta(min_length=2, max_length=6)]
    """The phases of one breath, each with its seconds."""
    cycles: Annotated[int, msgspec.Meta(ge=1, le=200)]
    """How many breaths."""
    text: Text | None = None
    """Where there is none, the words before it stay."""
    quiet_after: Annotated[int, msgspec.Meta(ge=0)] = 2
    """The voice says the phases for so many breaths, then it rests."""
    nudges: Nudges = ()

    @property
    def cycle(self) -> float:
        """Seconds of one breath."""
        return sum(seconds for _, seconds in self.pattern)

    @property
    def seconds(self) -> float:
        """Seconds of all its breaths."""
        return self.cycles * self.cycle


AnyStep = Say | Count | Sense | Ask | Choose | Turn | Quiet | Breathe


class Lengths(Struct, frozen=True, kw_only=True):
    """Seconds that the script can honestly be asked to take."""

    least: Annotated[int, msgspec.Meta(ge=5, le=3600)]
    """The shortest that it may be asked to take."""
    usual: Annotated[int, msgspec.Meta(ge=5, le=3600)]
    """How long it is where nobody asks; its steps last as long together."""
    most: Annotated[int, msgspec.Meta(ge=5, le=3600)]
    """The longest that it may be asked to take."""
    discreet: Annotated[int, msgspec.Meta(ge=5, le=600)] | None = None
    """How long it is when run in five quiet lines with somebody else in the room; else as usual."""


class Evidence(Struct, frozen=True, kw_only=True):
    """How well it is known to help, in one plain line."""

    level: Literal["strong", "moderate", "convention", "deck"]
    """Tried well, tried somewhat, much used but not tried, or from experience."""
    note: Text
    """The line."""
    sources: tuple[Words, ...] = ()
    """Where that is written."""


class Caution(Text, frozen=True, kw_only=True):
    """For whom it may not be right, and what to do instead."""

    instead: str | None = None
    """The id of another script."""


class Script(Struct, frozen=True, kw_only=True):
    """One break, as it stands in its file."""

    id: Annotated[str, msgspec.Meta(pattern=ID)]
    """What it is called on the command line: small letters a-z, digits and hyphens."""
    occasion: Occasion
    """When it is of use."""
    title: Text
    """What it is called where people read."""
    about: Text
    """What it is, in a line."""
    lengths: Lengths
    """How long it may last."""
    evidence: Evidence
    """How well it is known to help."""
    steps: Annotated[tuple[AnyStep, ...], msgspec.Meta(min_length=1, max_length=MAX_STEPS)]
    """What happens in it, in order."""
    carries: tuple[Annotated[str, msgspec.Meta(pattern=r"^[A-Z][0-9]{1,2}[a-z]?$")], ...] = ()
    """The items of the slide deck that it carries into practice, such as M5a."""
    caution: Caution | None = None
    """For whom it may not be right, and what to do instead."""
    card: Annotated[tuple[Text, ...], msgspec.Meta(max_length=MOST_CARD_LINES)] = ()
    """The lines of its card on paper; where there are none, those of its steps."""
    checklist: bool = False
    """Whether each question has a row of its own on paper, with room for who does what, and by when.

    The last of several has a box below them: it is what they lead to.
    """
