"""The gentle end of a break that has to end now: its last words, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.plaintext import sentences
from assistant.timeline.compose import NOTHING_MEASURED
from assistant.timeline.model import Cue, Kind, Timeline
from assistant.timeline.need import BREATHING_SPACE, time_to_say
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = ms(9.9)
"""Somebody stands at the door: all is over within ten seconds of the key, and the key takes a moment too."""

SHORTEST = ms(3)
"""Less would be an end without warning."""

LEAD = ms(0.9)
"""By then a speaker that is started anew can be heard."""

THANKS = {Language.NB: "Takk.", Language.EN: "Thank you."}
"""Said where the last that stands there asks for something, and tells nothing."""


def closing(timeline: Timeline, lengths: Mapping[str, Ms] = NOTHING_MEASURED) -> Timeline:
    """The end of ``timeline`` in at most ``LONGEST``: the words of its last step, shown and said, without bells.

    ``lengths`` holds the true lengths of clips, as for ``compose``. Of words that need longer than there is, only the
    last sentences that fit are there; a sentence that fits nowhere is shown and not said.
    """
    last, lines = _last(timeline), closing_lines(timeline)
    fitting = [line for line in lines if _needs(line, timeline.language, lengths) <= LONGEST]
    words = fitting[0] if fitting else lines[-1]
    needs = _needs(words, timeline.language, lengths)
    length = Ms(min(LONGEST, max(SHORTEST, needs)))
    spoken = words if fitting else ""
    cue = Cue(Ms(0), length, Kind.SAY, last.step, words, spoken=spoken, voice_at=LEAD, phase=last.phase)
    return Timeline(timeline.script, timeline.title, timeline.language, length, (cue,), ())


def closing_lines(timeline: Timeline) -> tuple[str, ...]:
    """What may be said at the end: all of the last words, then without their first sentence, and so on to the last."""
    last = _last(timeline)
    if last.kind is Kind.SAY:
        told = sentences(last.words)
    elif last.kind is Kind.CHOOSE:  # there is no time to choose any more
        told = [sentence for sentence in sentences(last.words) if not sentence.endswith("?")]
    else:
        told = []
    told = told or [THANKS[timeline.language]]
    return tuple(" ".join(told[first:]) for first in range(len(told)))


def _last(timeline: Timeline) -> Cue:
    """The last cue that has words; where none has, the last of all."""
    return next((cue for cue in reversed(timeline.cues) if cue.words), timeline.cues[-1])


def _needs(words: str, language: Language, lengths: Mapping[str, Ms]) -> Ms:
    return Ms(LEAD + time_to_say(words, language, lengths) + BREATHING_SPACE)
