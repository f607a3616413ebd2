"""Lay portions out as cues, one after the other."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant.language import Language
from assistant.script.model import Ask, Breathe, Choose, Count, Quiet, Say, Sense, Turn
from assistant.timeline.model import Cue, Kind
from assistant.timeline.need import AFTER_BELL, BREATHING_SPACE, LEAD, time_to_say
from assistant.timeline.wording import choices, in_turn, said, swaps
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assistant.timeline.portion import Portion

KINDS = {
    Say: Kind.SAY,
    Count: Kind.COUNT,
    Sense: Kind.SENSE,
    Quiet: Kind.QUIET,
    Ask: Kind.ASK,
    Choose: Kind.CHOOSE,
    Turn: Kind.TURN,
}

PHASE_WORDS = {
    Language.NB: {Kind.IN: "inn", Kind.SIP: "litt til", Kind.OUT: "ut", Kind.REST: "hvile"},
    Language.EN: {Kind.IN: "in", Kind.SIP: "a little more", Kind.OUT: "out", Kind.REST: "rest"},
}


def lay(
    portions: Sequence[Portion], language: Language, lengths: Mapping[str, Ms], first_lead: Ms = AFTER_BELL
) -> tuple[Cue, ...]:
    """The cues of ``portions``, from 0 on, without gap or overlap. The first words come after ``first_lead``."""
    cues: list[Cue] = []
    at = Ms(0)
    for portion in portions:
        lead = LEAD if cues else first_lead
        if isinstance(portion.step, Breathe):
            before = cues[-1].words if cues else ""
            cues.extend(_breaths(portion, portion.step, before, at, lead, language, lengths))
        elif isinstance(portion.step, Turn):
            cues.extend(_turns(portion, portion.step, at, language, lengths))
        else:
            cues.extend(_words(portion, at, Ms(at + portion.length), lead, language, lengths))
        at = Ms(at + portion.length)
    return tuple(cues)


def _words(
    portion: Portion, at: Ms, end: Ms, lead: Ms, language: Language, lengths: Mapping[str, Ms], turn: int = 0
) -> Iterator[Cue]:
    """Something said from ``at``, and in a longer step perhaps some nudges later on."""
    step, text = portion.step, portion.text
    cue = Cue(
        at, Ms(end - at), KINDS[type(step)], portion.index, text, "", said(step, text, language), Ms(at + lead),
        step.door == "closed", step.phase, turn, choices(step, language), swaps(step, language),
        isinstance(step, Ask) and step.keep,
    )  # fmt: skip
    for due, words in _nudges(portion, cue, end, language, lengths):
        yield replace(cue, length=Ms(due - cue.at))
        cue = replace(cue, at=due, length=Ms(end - due), spoken=words, voice_at=Ms(due + LEAD))
        # A question stays while one thinks of it; what is said to it later comes below.
        stays = cue.kind in {Kind.ASK, Kind.TURN}
        cue = replace(cue, hint=words) if stays else replace(cue, words=words)
    yield cue


def _nudges(
    portion: Portion, cue: Cue, end: Ms, language: Language, lengths: Mapping[str, Ms]
) -> Iterator[tuple[Ms, str]]:
    """When the nudges of a step that begins with ``cue`` take over, and their words; those that fit until ``end``."""
    free = Ms(cue.voice_at + time_to_say(cue.spoken, language, lengths) + BREATHING_SPACE)
    for nudge in getattr(portion.step, "nudges", ()):
        due, words = max(free, Ms(cue.at + ms(nudge.at))), nudge.of(language)
        free = Ms(due + LEAD + time_to_say(words, language, lengths) + BREATHING_SPACE)
        if free > end:
            return
        yield due, words


def _turns(portion: Portion, step: Turn, at: Ms, language: Language, lengths: Mapping[str, Ms]) -> Iterator[Cue]:
    """One turn after the other, each as long as the next to the second."""
    grain = portion.grain or ms(step.people)
    each = ms(portion.length // grain)
    for turn in range(step.people):
        own = dataclasses.replace(portion, text=in_turn(portion.text, turn, language))
        yield from _words(own, at, Ms(at + each), AFTER_BELL, language, lengths, turn)
        at = Ms(at + each)
    left = portion.length % grain
    if left:
        yield Cue(at, Ms(left), Kind.QUIET, portion.index, "")


def _breaths(
    portion: Portion, step: Breathe, before: str, at: Ms, lead: Ms, language: Language, lengths: Mapping[str, Ms]
) -> Iterator[Cue]:
    """Breath after breath, phase after phase. The voice says the first phases, where it is not saying a sentence."""
    end, closed = Ms(at + portion.length), step.door == "closed"
    cycles, left = divmod(portion.length, portion.grain or portion.length)
    words, sentence, begins = portion.text or before, portion.text, Ms(at + lead)
    first = Cue(at, portion.length, Kind.REST, portion.index, words, "", sentence, begins)
    nudges = list(_nudges(portion, first, end, language, lengths))
    voice_free = at
    for number in range(cycles):
        if nudges and nudges[0][0] <= at:
            _due, words = nudges.pop(0)
            sentence, begins = words, Ms(at + LEAD)
        for name, seconds in step.pattern:
            kind, length = Kind(name.value), ms(seconds)
            word = PHASE_WORDS[language][kind]
            spoken, voice_at = sentence, begins
            if not sentence and number < step.quiet_after and at >= voice_free:
                spoken, voice_at = word, at
            yield Cue(
                at, length, kind, portion.index, words, word, spoken, voice_at if spoken else at, closed, step.phase
            )
            if spoken:
                voice_free = Ms(voice_at + time_to_say(spoken, language, lengths))
            at, sentence = Ms(at + length), ""
    if left:
        yield Cue(at, Ms(left), Kind.REST, portion.index, words, PHASE_WORDS[language][Kind.REST], "", at, closed)
