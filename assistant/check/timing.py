"""Whether there is time for what is said, and for silence; and how a break ends at its lengths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.i18n import _, numeral_of
from assistant.language import Language
from assistant.script.model import Turn
from assistant.timeline.compose import LengthRefused, compose
from assistant.timeline.lay import lead_after
from assistant.timeline.need import AFTER_BELL, time_to_say
from assistant.timeline.wording import said
from assistant.units import MS_PER_SECOND, ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.script.model import AnyStep, Script
    from assistant.timeline.model import Timeline

MOST_SPEECH = 0.5
"""Part of a break of a minute or more that is estimated to be speech. What is aimed at is 25 to 40 %; the estimate is
slow, and the true share is known only when a voice has spoken it."""

LONG_ENOUGH = ms(60)

THANKS = {
    Language.NB: re.compile(r"\btakk\b", re.IGNORECASE),
    Language.EN: re.compile(r"\bthank(s|\s+you)\b", re.IGNORECASE),
}


def place_of(number: int) -> str:
    """How the step at ``number``, from 0, is called."""
    return f"steps[{number}]"


def length_with(step: AnyStep, usual: int) -> int:
    """The length nearest to the ``usual`` at which ``step`` is part of the break."""
    return max(step.from_, usual if step.upto is None else min(usual, step.upto))


def step_before(script: Script, number: int) -> AnyStep | None:
    """What comes before the step at ``number``, from 0, in a break that it is part of; nothing where it is first."""
    length = length_with(script.steps[number], script.lengths.usual)
    return next((step for step in reversed(script.steps[:number]) if step.belongs(length)), None)


def of_a_step(where: str, step: AnyStep, before: AnyStep | None) -> Iterator[tuple[str, str]]:
    """Words that do not fit in their step, which comes after ``before``, or first."""
    if step.text is None:
        return
    lead = AFTER_BELL if isinstance(step, Turn) else lead_after(before, AFTER_BELL)
    for language in Language:
        spoken = time_to_say(said(step, step.text.of(language), language), language, {})
        if lead + spoken > ms(_room(step)):
            what = _("{language}: about {said} s of speech in a step of {room} s; say less, or give it more time")
            said_seconds, room = numeral_of(round(spoken / MS_PER_SECOND, 1)), numeral_of(_room(step))
            yield where, what.format(language=language, said=said_seconds, room=room)


def in_time(script: Script) -> Iterator[tuple[str, str]]:
    """Lengths that do not add up, or that its words do not fit in; and breaks that end without thanks."""
    lengths = script.lengths
    usual = sum(ms(step.seconds) for step in script.steps if step.belongs(lengths.usual))
    if usual != ms(lengths.usual):
        what = _("its steps last {sum} s, but its usual length is {usual} s; the two must be the same")
        yield "lengths", what.format(sum=numeral_of(usual / MS_PER_SECOND), usual=lengths.usual)
    for language in Language:
        timelines: dict[int, Timeline] = {}
        refusals: list[tuple[str, str]] = []
        for seconds in _telling(script):
            try:
                timelines[seconds] = compose(script, language, ms(seconds))
            except LengthRefused as refused:
                what = _("{language}: its words do not fit in {seconds} s; the shortest that can is {shortest} s")
                shortest = -(-refused.shortest // MS_PER_SECOND)
                refusals.append(("lengths", what.format(language=language, seconds=seconds, shortest=shortest)))
        yield from refusals[:1]
        yield from _left_out(script, language, timelines)
        yield from _thankless(language, timelines)
        if lengths.usual in timelines:
            yield from _talkative(language, timelines[lengths.usual])


def _left_out(script: Script, language: Language, timelines: Mapping[int, Timeline]) -> Iterator[tuple[str, str]]:
    """Nudges that nobody hears, or in a round not everybody."""
    for number, step in enumerate(script.steps):
        timeline = timelines.get(length_with(step, script.lengths.usual))
        if timeline is None:
            continue
        heard = [cue.spoken for cue in timeline.cues if cue.step == number]
        turns = step.people if isinstance(step, Turn) else 1
        for nudge in getattr(step, "nudges", ()):
            if heard.count(nudge.of(language)) < turns:
                what = _("{language}: the nudge at {at} s does not fit in a step of {room} s")
                room = numeral_of(_room(step))
                yield place_of(number), what.format(language=language, at=numeral_of(nudge.at), room=room)


def _thankless(language: Language, timelines: Mapping[int, Timeline]) -> Iterator[tuple[str, str]]:
    """The steps that a break of some length ends with, where the last that is said is no thanks."""
    last = [next((cue for cue in reversed(line.cues) if cue.spoken), line.cues[-1]) for line in timelines.values()]
    for number in sorted({cue.step for cue in last if not THANKS[language].search(cue.spoken)}):
        yield place_of(number), _("{language}: a break ends with thanks").format(language=language)


def _talkative(language: Language, timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Too little silence."""
    speech = sum(time_to_say(spoken.text, language, {}) for spoken in timeline.utterances)
    if timeline.length >= LONG_ENOUGH and speech > MOST_SPEECH * timeline.length:
        what = _("{language}: about {part} % of it is speech; leave 60 to 75 % in silence")
        yield "lengths", what.format(language=language, part=round(100 * speech / timeline.length))


def _room(step: AnyStep) -> float:
    """Seconds that the words of ``step`` have: those of one turn in a round."""
    return step.each if isinstance(step, Turn) else step.seconds


def _telling(script: Script) -> list[int]:
    """The lengths at which something changes: the ends, the usual, and where a step comes in or drops out."""
    lengths = script.lengths
    named = {lengths.least, lengths.usual, lengths.most, lengths.discreet or lengths.usual}
    for step in script.steps:
        named |= {step.from_ - 1, step.from_}
        if step.upto is not None:
            named |= {step.upto, step.upto + 1}
    return sorted(second for second in named if lengths.least <= second <= lengths.most)
