"""From a script to a timeline of exactly the length that was asked for."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.duration import clock_face
from assistant.i18n import _
from assistant.script.model import Breathe, Count, Quiet, Sense
from assistant.timeline.lay import lay
from assistant.timeline.model import Timeline
from assistant.timeline.need import AFTER_BELL, BREATHING_SPACE, LEAD, TO_DO_IT, time_to_say
from assistant.timeline.portion import Portion, fit
from assistant.timeline.spoken import spoken_length
from assistant.units import MS_PER_SECOND, Ms, ms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.language import Language
    from assistant.script.model import AnyStep, Script

NOTHING_MEASURED: Mapping[str, Ms] = MappingProxyType({})

START_BELL = ms(0.7)
"""By then a sound device that was opened when the break was asked for can play."""
END_BELL = ms(4)
"""So long before the end the last bell begins: it has faded when the break is over."""

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
    script: Script, language: Language, length: Ms | None = None, lengths: Mapping[str, Ms] = NOTHING_MEASURED
) -> Timeline:
    """The timeline of ``script`` in ``language`` that lasts exactly ``length`` (its usual length where none is asked).

    ``lengths`` holds the true lengths of the clips that are rendered already; for the rest a slow estimate stands in.
    Raises ``LengthRefused`` for a length that the script does not allow, or that its words do not fit in.
    """
    least, most = ms(script.lengths.least), ms(script.lengths.most)
    asked = ms(script.lengths.usual) if length is None else length
    if not least <= asked <= most:
        raise LengthRefused(least, most)
    portions = _portions(script.steps, asked, language, lengths)
    if not portions:
        raise LengthRefused(ms(min(step.from_ for step in script.steps)), most)
    missing = fit(portions, asked)
    if missing:
        raise LengthRefused(Ms(asked + missing), most)
    bells = (START_BELL, Ms(asked - END_BELL)) if asked >= SHORTEST_WITH_BELLS else ()
    return Timeline(script.id, script.title.of(language), language, asked, lay(portions, language, lengths), bells)


def _portions(steps: Sequence[AnyStep], asked: Ms, language: Language, lengths: Mapping[str, Ms]) -> list[Portion]:
    chosen = [(index, step) for index, step in enumerate(steps) if step.from_ * MS_PER_SECOND <= asked]
    portions: list[Portion] = []
    for place, (index, step) in enumerate(chosen):
        after = [later for _index, later in chosen[place:] if isinstance(later, Quiet)]
        text = step.text.of(language) if step.text else ""
        if after:
            text = text.replace("{quiet}", spoken_length(_length_of_quiet(after[0], chosen, asked), language))
        lead = LEAD if portions else AFTER_BELL
        silence = TO_DO_IT if isinstance(step, Count | Sense) else BREATHING_SPACE
        least = Ms(lead + time_to_say(text, language, lengths) + silence)
        portions.append(_portion(index, step, text, least))
    return portions


def _portion(index: int, step: AnyStep, text: str, least: Ms) -> Portion:
    if not isinstance(step, Breathe):
        return Portion(index, step, text, least, Ms(max(ms(step.seconds), least)))
    cycle = Ms(sum(ms(seconds) for _, seconds in step.pattern))
    cycles = max(step.cycles, math.ceil(least / cycle))
    return Portion(index, step, text, least, Ms(cycles * cycle), cycle)


def _length_of_quiet(quiet: Quiet, chosen: Sequence[tuple[int, AnyStep]], asked: Ms) -> Ms:
    """How long ``quiet`` will be, before the words around it are known: it is told in round numbers."""
    spare = asked - sum(ms(step.seconds) for _index, step in chosen)
    stretching = sum(ms(step.seconds) for _index, step in chosen if step.stretch)
    part = spare * ms(quiet.seconds) // stretching if quiet.stretch and stretching else 0
    return Ms(max(0, ms(quiet.seconds) + part))
