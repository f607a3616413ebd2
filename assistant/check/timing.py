"""Whether there is time for what is said, and for silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.language import Language
from assistant.timeline.compose import LengthRefused, compose
from assistant.timeline.need import AFTER_BELL, LEAD, time_to_say
from assistant.timeline.wording import said
from assistant.units import MS_PER_SECOND, ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.script.model import AnyStep, Nudge, Script

MOST_SPEECH = 0.5
"""Part of a break of a minute or more that is estimated to be speech. What is aimed at is 25 to 40 %; the estimate is
slow, and the true share is known only when a voice has spoken it."""

LONG_ENOUGH = ms(60)


def of_a_step(where: str, step: AnyStep, *, first: bool) -> Iterator[tuple[str, str]]:
    """Words that do not fit in their step."""
    if step.text is None:
        return
    for language in Language:
        spoken = time_to_say(said(step, step.text.of(language), language), language, {})
        room = ms(getattr(step, "each", step.seconds)) - (AFTER_BELL if first else LEAD)
        if spoken > room:
            what = _("{language}: about {said} s of speech in a step of {room} s; say less, or give it more time")
            said_seconds, seconds = f"{spoken / MS_PER_SECOND:.1f}", f"{step.seconds:g}"
            yield where, what.format(language=language, said=said_seconds, room=seconds)


def of_a_nudge(where: str, nudge: Nudge, step: AnyStep) -> Iterator[tuple[str, str]]:
    """A nudge that does not fit where it stands."""
    if any("{quiet}" in nudge.of(language) for language in Language):
        yield where, _("{quiet} cannot stand in a nudge")
    for language in Language:
        seconds = getattr(step, "each", step.seconds)
        if ms(nudge.at) + LEAD + time_to_say(nudge.of(language), language, {}) > ms(seconds):
            what = _("{language}: the nudge at {at} s does not fit in a step of {room} s")
            yield where, what.format(language=language, at=f"{nudge.at:g}", room=f"{seconds:g}")


def in_time(script: Script) -> Iterator[tuple[str, str]]:
    """Lengths that do not add up, or that its words do not fit in."""
    lengths = script.lengths
    usual = sum(ms(step.seconds) for step in script.steps if step.belongs(lengths.usual))
    if usual != ms(lengths.usual):
        what = _("its steps last {sum} s, but its usual length is {usual} s; the two must be the same")
        yield "lengths", what.format(sum=f"{usual / MS_PER_SECOND:g}", usual=lengths.usual)
    for language in Language:
        for seconds in _telling(script):
            try:
                timeline = compose(script, language, ms(seconds))
            except LengthRefused as refused:
                what = _("{language}: its words do not fit in {seconds} s; the shortest that can is {shortest} s")
                shortest = -(-refused.shortest // MS_PER_SECOND)
                yield "lengths", what.format(language=language, seconds=seconds, shortest=shortest)
                break
            if seconds == lengths.usual and timeline.length >= LONG_ENOUGH:
                speech = sum(time_to_say(spoken.text, language, {}) for spoken in timeline.utterances)
                if speech > MOST_SPEECH * timeline.length:
                    what = _("{language}: about {part} % of it is speech; leave 60 to 75 % in silence")
                    yield "lengths", what.format(language=language, part=round(100 * speech / timeline.length))


def _telling(script: Script) -> list[int]:
    """The lengths at which something changes: the ends, the usual, and where a step comes in or drops out."""
    lengths = script.lengths
    changes = {
        second for step in script.steps for second in (step.from_ - 1, step.from_, step.upto, (step.upto or 0) + 1)
    }
    named = {lengths.least, lengths.usual, lengths.most, lengths.discreet, *changes}
    return sorted(second for second in named if second is not None and lengths.least <= second <= lengths.most)
