"""What the leader of a presentation is told of it, in notes that nobody else sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import msgspec

from assistant.language import Language
from assistant.plaintext import without_controls
from assistant.player import State
from assistant.units import Ms

if TYPE_CHECKING:
    from assistant.player import Moment
    from assistant.timeline.model import Cue, Timeline

Stands: TypeAlias = Literal["gathering", "running", "paused", "interrupted", "writing", "over"]
Length: TypeAlias = Annotated[Ms, msgspec.Meta(ge=0)]

GATHERING: Stands = "gathering"
OVER: Stands = "over"
STANDS: dict[State, Stands] = {
    State.RUNNING: "running",
    State.PAUSED: "paused",
    State.INTERRUPTED: "interrupted",
    State.WRITING: "writing",
    State.FINISHED: "over",
    State.STOPPED: "over",
}
"""How it stands, by the state of its player. That it was stopped early is no news to whoever did so."""


class Told(msgspec.Struct, frozen=True):
    """One moment of a presentation, for its leader. Every text is on one line and without control characters."""

    title: str
    state: Stands
    words: str
    """What the room reads now."""
    hint: str
    leader: str
    """What the leader may do or say meanwhile; nothing where the room reads for itself."""
    next_words: str
    """What the room reads next; nothing where the end comes next."""
    remaining: Length
    step_remaining: Length
    """Time until what is next."""
    progress: Annotated[float, msgspec.Meta(ge=0, le=1)]
    """The part of it that has been."""
    blank: bool
    """Whether the projector has been made dark."""
    language: Language
    """What it is shown in."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state == OVER


def told(moment: Moment, timeline: Timeline, *, blank: bool) -> Told:
    """What there is to be told of ``moment``, which lies in ``timeline``; ``blank``: the projector is dark."""
    is_over = moment.state.is_over
    following = None if is_over else _following(moment, timeline)
    next_words = ""
    if following is not None:
        # Where the words stay, as over one breath after another, what is new stands under them.
        next_words = following.words if following.words != moment.words else following.hint or following.words
    until = following.at if following is not None else timeline.length
    return Told(
        without_controls(timeline.title),
        STANDS[moment.state],
        without_controls(moment.words),
        without_controls(moment.cue.hint),
        without_controls(moment.cue.leader),
        without_controls(next_words),
        Ms(0) if is_over else moment.remaining,
        Ms(0) if is_over else Ms(until - moment.position),
        moment.progress,
        blank,
        timeline.language,
    )


def gathering(timeline: Timeline, about: str, *, blank: bool) -> Told:
    """What there is to be told before ``timeline`` begins: what may be said first, while the room sees ``about``."""
    first = timeline.cues[timeline.counted_in]
    return Told(
        without_controls(timeline.title),
        GATHERING,
        without_controls(about),
        "",
        without_controls(first.leader),
        without_controls(first.words),
        timeline.length,
        first.at,
        0.0,
        blank,
        timeline.language,
    )


def _following(moment: Moment, timeline: Timeline) -> Cue | None:
    """The next cue with something new to read: not the next phase of a breath, nor a silence without words."""
    here = _thing(moment.cue)
    later = timeline.cues[moment.index + 1 :]
    return next((cue for cue in later if cue.words and _thing(cue) != here), None)


def _thing(cue: Cue) -> tuple[int, int, str, str]:
    """What makes a cue another than the one before, for whoever reads."""
    return cue.step, cue.turn, cue.words, "" if cue.kind.is_breath else cue.hint
