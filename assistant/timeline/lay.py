"""Lay portions out as cues, one after the other."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant.duration import clock_face
from assistant.language import Language
from assistant.script.model import Ask, Breathe, Choose, Count, Quiet, Say, Sense, Turn
from assistant.timeline.model import Cue, Kind
from assistant.timeline.need import AFTER_BELL, BREATHING_SPACE, LEAD, time_to_say
from assistant.timeline.wording import choices, in_turn, said, swaps
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assistant.script.model import AnyStep
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

EACH = {Language.NB: "{time} til hver", Language.EN: "{time} each"}
"""Stands under a turn until there is something more to say."""

PHASE_WORDS = {
    Language.NB: {Kind.IN: "inn", Kind.SIP: "litt til", Kind.OUT: "ut", Kind.REST: "hvile"},
    Language.EN: {Kind.IN: "in", Kind.SIP: "a little more", Kind.OUT: "out", Kind.REST: "rest"},
}


def lay(
    portions: Sequence[Portion], language: Language, lengths: Mapping[str, Ms], first_lead: Ms = AFTER_BELL
) -> tuple[Cue, ...]:
    """The cues of ``portions``, from 0 on, without gap or overlap. The first words come after ``first_lead``."""
    cues: list[Cue] = []
    at, step_before = Ms(0), None
    for portion in portions:
        lead = lead_after(step_before, first_lead)
        if isinstance(portion.step, Breathe):
            before = cues[-1].words if cues else ""
            more = _breaths(portion, portion.step, before, at, lead, language, lengths)
        elif isinstance(portion.step, Turn):
            more = _turns(portion, portion.step, at, language, lengths)
        else:
            more = _words(portion, at, Ms(at + portion.length), lead, language, lengths)
        leader = portion.step.leader
        cues += more if leader is None else [replace(cue, leader=leader.of(language)) for cue in more]
        at, step_before = Ms(at + portion.length), portion.step
    return tuple(cues)


def lead_after(before: AnyStep | None, first_lead: Ms) -> Ms:
    """How long words wait after the step ``before`` them: until the bell has softened that opens, or ends a round."""
    if before is None:
        return first_lead
    return AFTER_BELL if isinstance(before, Turn) else LEAD


def _words(
    portion: Portion, at: Ms, end: Ms, lead: Ms, language: Language, lengths: Mapping[str, Ms], turn: int = 0
) -> Iterator[Cue]:
    """Something said from ``at``, and in a longer step perhaps some nudges later on."""
    step, text = portion.step, portion.text
    cue = Cue(
        at, Ms(end - at), KINDS[type(step)], portion.index, text, "", said(step, text, language), Ms(at + lead),
        step.door == "closed", step.phase, turn, choices(step, language, lengths), swaps(step, language),
        may_keep=isinstance(step, Ask) and step.keep,
    )  # fmt: skip
    free = _free(cue.voice_at, cue.spoken, language, lengths)
    for due, words in _nudges(step, at, free, end, language, lengths):
        yield replace(cue, length=Ms(due - cue.at))
        cue = replace(cue, at=due, length=Ms(end - due), spoken=words, voice_at=Ms(due + LEAD))
        # A question stays while one thinks of it; what is said to it later comes below.
        stays = cue.kind in {Kind.ASK, Kind.TURN}
        cue = replace(cue, hint=words) if stays else replace(cue, words=words)
    yield cue


def _nudges(
    step: AnyStep, at: Ms, free: Ms, end: Ms, language: Language, lengths: Mapping[str, Ms], grain: Ms = Ms(1)
) -> Iterator[tuple[Ms, str]]:
    """When the nudges of a ``step`` that begins ``at`` take over, and their words; those that fit until ``end``.

    The first waits until the voice is ``free``, and every one until a ``grain``, such as a breath, is whole.
    """
    for nudge in getattr(step, "nudges", ()):
        grains = math.ceil(max(free - at, ms(nudge.at)) / grain)
        due, words = Ms(at + grains * grain), nudge.of(language)
        free = _free(Ms(due + LEAD), words, language, lengths)
        if free > end:
            return
        yield due, words


def _free(voice_at: Ms, words: str, language: Language, lengths: Mapping[str, Ms]) -> Ms:
    """When something else may be said after ``words`` that are said from ``voice_at`` on."""
    return Ms(voice_at + time_to_say(words, language, lengths) + BREATHING_SPACE)


def _turns(portion: Portion, step: Turn, at: Ms, language: Language, lengths: Mapping[str, Ms]) -> Iterator[Cue]:
    """One turn after the other, each as long as the next to the second."""
    grain = portion.grain or ms(step.people)
    each = ms((portion.length - portion.fading) // grain)
    for turn in range(step.people):
        own = dataclasses.replace(portion, text=in_turn(portion.text, turn, language))
        for cue in _words(own, at, Ms(at + each), AFTER_BELL, language, lengths, turn):
            yield cue if cue.hint else replace(cue, hint=EACH[language].format(time=clock_face(each)))
        at = Ms(at + each)
    left = portion.length - each * step.people
    if left:
        closed = step.door == "closed"
        yield Cue(at, Ms(left), Kind.QUIET, portion.index, "", door_closed=closed, phase=step.phase)


def _breaths(
    portion: Portion, step: Breathe, before: str, at: Ms, lead: Ms, language: Language, lengths: Mapping[str, Ms]
) -> Iterator[Cue]:
    """Breath after breath, phase after phase. The voice says the first phases, where it is not saying a sentence."""
    closed, grain = step.door == "closed", portion.grain or portion.length
    cycles, left = divmod(portion.length, grain)
    words, sentence, begins = portion.text or before, portion.text, Ms(at + lead)
    free, end = _free(begins, sentence, language, lengths), Ms(at + cycles * grain)
    nudges = dict(_nudges(step, at, free, end, language, lengths, grain))
    voice_free = at
    for number in range(cycles):
        if at in nudges:
            words = sentence = nudges[at]
            begins = Ms(at + LEAD)
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
        hint = PHASE_WORDS[language][Kind.REST]
        yield Cue(at, Ms(left), Kind.REST, portion.index, words, hint, "", at, closed, step.phase)
