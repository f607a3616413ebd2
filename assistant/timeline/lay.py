"""Lay portions out as cues, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.script.model import Breathe, Count, Quiet, Say, Sense
from assistant.timeline.model import Cue, Kind
from assistant.timeline.need import AFTER_BELL, BREATHING_SPACE, LEAD, time_to_say
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assistant.script.model import Nudge
    from assistant.timeline.portion import Portion

KINDS = {Say: Kind.SAY, Count: Kind.COUNT, Sense: Kind.SENSE, Quiet: Kind.QUIET}

PHASE_WORDS = {
    Language.NB: {Kind.IN: "inn", Kind.SIP: "litt til", Kind.OUT: "ut", Kind.REST: "hvile"},
    Language.EN: {Kind.IN: "in", Kind.SIP: "a little more", Kind.OUT: "out", Kind.REST: "rest"},
}


def lay(portions: Sequence[Portion], language: Language, lengths: Mapping[str, Ms]) -> tuple[Cue, ...]:
    """The cues of ``portions``, from 0 on, without gap or overlap."""
    cues: list[Cue] = []
    at = Ms(0)
    for portion in portions:
        lead = LEAD if cues else AFTER_BELL
        if isinstance(portion.step, Breathe):
            before = cues[-1].words if cues else ""
            cues.extend(_breaths(portion, portion.step, before, at, lead, language, lengths))
        else:
            cues.extend(_words(portion, at, lead, language, lengths))
        at = Ms(at + portion.length)
    return tuple(cues)


def _words(portion: Portion, at: Ms, lead: Ms, language: Language, lengths: Mapping[str, Ms]) -> Iterator[Cue]:
    """Something said, and in a longer step perhaps one nudge later on."""
    step, end = portion.step, Ms(at + portion.length)
    kind, closed = KINDS[type(step)], step.door == "closed"
    nudge = getattr(step, "nudge", None)
    turn = end if nudge is None else _turn(nudge, at, end, language, lengths)
    yield Cue(at, Ms(turn - at), kind, portion.index, portion.text, "", portion.text, Ms(at + lead), closed)
    if nudge is not None and turn < end:
        words = nudge.of(language)
        yield Cue(turn, Ms(end - turn), kind, portion.index, words, "", words, Ms(turn + LEAD), closed)


def _turn(nudge: Nudge, at: Ms, end: Ms, language: Language, lengths: Mapping[str, Ms]) -> Ms:
    """When a nudge takes over; the end of its step where it no longer fits."""
    due = Ms(at + ms(nudge.at))
    need = LEAD + time_to_say(nudge.of(language), language, lengths) + BREATHING_SPACE
    return due if due + need <= end else end


def _breaths(
    portion: Portion, step: Breathe, before: str, at: Ms, lead: Ms, language: Language, lengths: Mapping[str, Ms]
) -> Iterator[Cue]:
    """Breath after breath, phase after phase. The voice says the first phases, where it is not saying a sentence."""
    end, closed = Ms(at + portion.length), step.door == "closed"
    cycles, left = divmod(portion.length, portion.cycle or portion.length)
    words, sentence, begins = portion.text or before, portion.text, Ms(at + lead)
    nudge_due = end if step.nudge is None else _turn(step.nudge, at, end, language, lengths)
    voice_free = at
    for number in range(cycles):
        if step.nudge is not None and nudge_due <= at:
            words = sentence = step.nudge.of(language)
            nudge_due, begins = end, Ms(at + LEAD)
        for name, seconds in step.pattern:
            kind, length = Kind(name.value), ms(seconds)
            word = PHASE_WORDS[language][kind]
            spoken, voice_at = sentence, begins
            if not sentence and number < step.quiet_after and at >= voice_free:
                spoken, voice_at = word, at
            yield Cue(at, length, kind, portion.index, words, word, spoken, voice_at if spoken else at, closed)
            if spoken:
                voice_free = Ms(voice_at + time_to_say(spoken, language, lengths))
            at, sentence = Ms(at + length), ""
    if left:
        yield Cue(at, Ms(left), Kind.REST, portion.index, words, PHASE_WORDS[language][Kind.REST], "", at, closed)
