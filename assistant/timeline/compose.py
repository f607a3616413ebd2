"""From a script to a timeline of exactly the length that was asked for."""

from __future__ import annotations

import math
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from assistant.duration import clock_face
from assistant.i18n import _
from assistant.script.model import Ask, Breathe, Choose, Count, Quiet, Sense, Turn
from assistant.timeline.lay import lay, lead_after
from assistant.timeline.model import Kind, Timeline
from assistant.timeline.need import AFTER_BELL, BREATHING_SPACE, LEAD, TO_CHOOSE, TO_DO_IT, time_to_say
from assistant.timeline.portion import Portion, fit
from assistant.timeline.spoken import spoken_length
from assistant.timeline.wording import in_turn, said, words_of
from assistant.units import MS_PER_SECOND, Ms, ms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.language import Language
    from assistant.script.model import AnyStep, Script
    from assistant.timeline.model import Cue

NOTHING_MEASURED: Mapping[str, Ms] = MappingProxyType({})

START_BELL = ms(0.27)
"""By then a sound device that is open already can play; where it has to be opened first, the bell waits for it."""
END_BELL = ms(4)
"""So long before the end the last bell begins: it has faded when the break is over."""

SILENCE_AFTER: Mapping[type, Ms] = {Count: TO_DO_IT, Sense: TO_DO_IT, Ask: TO_DO_IT, Choose: TO_CHOOSE}
"""What must remain after the words of a step, where it is more than a moment."""

SHORTEST_WITH_BELLS = ms(20)


class LengthRefused(ValueError):  # noqa: N818 - it says what happened
    """The script cannot honestly be asked to take so long or so short a time."""

    def __init__(self, shortest: Ms, longest: Ms) -> None:
        super().__init__(f"from {shortest} to {longest} ms")
        self.shortest = shortest
        self.longest = longest

    def line(self, title: str, asked: Ms) -> str:
        """The same for a user, about the break called ``title`` that was asked to take ``asked``."""
        line = _("{title} can take from {shortest} to {longest}, not {asked}")
        shortest, longest = clock_face(self.shortest), clock_face(self.longest)
        return line.format(title=title, shortest=shortest, longest=longest, asked=clock_face(asked))


def compose(
    script: Script,
    language: Language,
    length: Ms | None = None,
    lengths: Mapping[str, Ms] = NOTHING_MEASURED,
    *,
    people: int | None = None,
) -> Timeline:
    """The timeline of ``script`` in ``language`` that lasts exactly ``length`` (its usual length where none is asked).

    ``lengths`` holds the true lengths of the clips that are rendered already; for the rest a slow estimate stands in.
    ``people`` are so many in every round, where it is not as many as the script says.
    Raises ``LengthRefused`` for a length that the script does not allow, or that its words do not fit in.
    """
    least, most = ms(script.lengths.least), ms(script.lengths.most)
    asked = ms(script.lengths.usual) if length is None else length
    if not least <= asked <= most:
        raise LengthRefused(least, most)
    first_lead = AFTER_BELL if asked >= SHORTEST_WITH_BELLS else LEAD
    steps = [step if people is None else with_people(step, people) for step in script.steps]
    portions = _portions(steps, asked, language, lengths, first_lead)
    if not portions:
        raise LengthRefused(ms(min(step.from_ for step in steps)), most)
    missing = fit(portions, asked)
    if missing:
        raise LengthRefused(Ms(asked + missing), most)
    cues = lay(portions, language, lengths, first_lead)
    return Timeline(script.id, script.title.of(language), language, asked, cues, _bells(cues, asked))


def with_people(step: AnyStep, people: int) -> AnyStep:
    """``step`` for so many people: a round lasts as long as before, each has a fair part of it in whole seconds."""
    if not isinstance(step, Turn):
        return step
    return msgspec.structs.replace(step, people=people, each=max(1, step.seconds // people))


def _bells(cues: Sequence[Cue], asked: Ms) -> tuple[Ms, ...]:
    """When a bell rings: at every change of turns and never inside one; at the beginning and the end if it is long."""
    changes = tuple(
        cue.at
        for before, cue in pairwise(cues)
        if Kind.TURN in {before.kind, cue.kind} and (before.step, before.turn) != (cue.step, cue.turn)
    )
    if asked < SHORTEST_WITH_BELLS:
        return changes
    end = Ms(asked - END_BELL)
    # What ends a round so late ends the break too: one more would ring in the last turn, or into this one.
    is_rung = bool(changes) and changes[-1] > end - END_BELL
    return (START_BELL, *changes, *(() if is_rung else (end,)))


def _portions(
    steps: Sequence[AnyStep], asked: Ms, language: Language, lengths: Mapping[str, Ms], first_lead: Ms
) -> list[Portion]:
    chosen = [(index, step) for index, step in enumerate(steps) if step.belongs(asked / MS_PER_SECOND)]
    portions: list[Portion] = []
    for place, (index, step) in enumerate(chosen):
        after = [later for _index, later in chosen[place:] if isinstance(later, Quiet)]
        text = words_of(step, language)
        if after:
            text = text.replace("{quiet}", spoken_length(_length_of_quiet(after[0], chosen, asked), language))
        lead = lead_after(portions[-1].step if portions else None, first_lead)
        if isinstance(step, Turn):
            longest = max(time_to_say(in_turn(text, turn, language), language, lengths) for turn in range(step.people))
            each = math.ceil((AFTER_BELL + longest + TO_DO_IT) / MS_PER_SECOND)
            fading = END_BELL if len(chosen) == place + 1 else Ms(0)
            least = Ms(ms(step.people * each) + fading)
        else:
            silence, fading = SILENCE_AFTER.get(type(step), BREATHING_SPACE), Ms(0)
            least = Ms(lead + time_to_say(said(step, text, language), language, lengths) + silence)
        portions.append(_portion(index, step, text, least, fading))
    return portions


def _portion(index: int, step: AnyStep, text: str, least: Ms, fading: Ms) -> Portion:
    if isinstance(step, Breathe):
        grain = Ms(sum(ms(seconds) for _, seconds in step.pattern))
    elif isinstance(step, Turn):
        grain = ms(step.people)
    else:
        return Portion(index, step, text, least, Ms(max(ms(step.seconds), least)))
    grains = max(ms(step.seconds) // grain, math.ceil(least / grain))
    return Portion(index, step, text, least, Ms(grains * grain), grain, fading)


def _length_of_quiet(quiet: Quiet, chosen: Sequence[tuple[int, AnyStep]], asked: Ms) -> Ms:
    """How long ``quiet`` will be, before the words around it are known: it is told in round numbers."""
    spare = asked - sum(ms(step.seconds) for _index, step in chosen)
    stretching = sum(ms(step.seconds) for _index, step in chosen if step.stretch)
    part = spare * ms(quiet.seconds) // stretching if quiet.stretch and stretching else 0
    return Ms(max(0, ms(quiet.seconds) + part))
