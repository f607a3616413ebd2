"""What stands on a sheet to hand out, whatever it looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.handout import parts
from assistant.handout.steps import steps_of
from assistant.i18n import _
from assistant.script.model import Occasion
from assistant.timeline.spoken import spoken_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.handout.parts import Part
    from assistant.handout.steps import Step
    from assistant.help.answering import Country
    from assistant.script.model import Script
    from assistant.timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class Break:
    """One break, to be done from paper."""

    title: str
    about: str
    takes: str
    """About how long, and how to find it in the program."""
    steps: tuple[Step, ...]
    known: tuple[str, ...]
    """For whom it may not be right, and how well it is known to help."""

    @property
    def timed(self) -> bool:
        """Whether it is told how long its steps take."""
        return any(step.time for step in self.steps)


@dataclass(frozen=True, slots=True)
class Handout:
    """All that stands on a sheet."""

    title: str
    breaks: tuple[Break, ...]
    parts: tuple[Part, ...]
    """What is good to know, in the order of reading."""


def handout(breaks: Sequence[tuple[Script, Timeline]], countries: Sequence[Country]) -> Handout:
    """The sheet for ``breaks``, each as it is at its usual length, with those who answer in ``countries``."""
    shown = tuple(_break(script, timeline) for script, timeline in breaks)
    alone = breaks[0][0] if len(breaks) == 1 else None
    told = (
        *(parts.stopping(), parts.too_much(), parts.answering(countries, spacious=alone is not None)),
        *((*parts.caution(alone), parts.known(alone)) if alone is not None else ()),
        *(parts.what_it_is(), parts.unseen()),
    )
    return Handout(shown[0].title if alone is not None else _("Short breaks to try"), shown, told)


def _break(script: Script, timeline: Timeline) -> Break:
    length = spoken_length(timeline.length, timeline.language)
    command = f"mellomrom {'present' if script.occasion is Occasion.TOGETHER else 'break'} {script.id}"
    takes = _("About {length}. In the program: {command}").format(length=length, command=command)
    careful = [_("Careful: {note}").format(note=" ".join(part.lines)) for part in parts.caution(script)]
    known = _("What is known: {note}").format(note=" ".join(parts.known(script).lines))
    return Break(
        timeline.title, script.about.of(timeline.language), takes, steps_of(script, timeline), (*careful, known)
    )
