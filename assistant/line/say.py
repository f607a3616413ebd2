"""What line mode says of a moment: one line a cue, every line whole without the ones before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import settings
from assistant.duration import clock_face
from assistant.help import page
from assistant.i18n import _
from assistant.keys import always, holding
from assistant.player import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from assistant.player import Moment
    from assistant.timeline.model import Cue, Timeline
    from assistant.units import Ms


def opening(timeline: Timeline) -> str:
    """The first line of a break."""
    return f"{timeline.title} ({clock_face(timeline.length)})"


def key_line(*, fitted: bool = False, aloud: bool = False) -> str:
    """The keys, in one line; of a break that was ``fitted`` to a gap, or is told ``aloud``, where that is so."""
    return listed((*holding(fitted=fitted), *always(None if aloud else _("sound"), fitted=fitted)))


def listed(keys: Iterable[tuple[str, str]]) -> str:
    """``keys`` and what they do, in one line."""
    return ", ".join(f"{key}: {does}" for key, does in keys)


def cue_lines(cue: Cue, before: Cue | None) -> Iterator[str]:
    """A cue, in one line, and the choices that it offers, in one each."""
    yield cue_line(cue, before)
    for number, choice in enumerate(cue.choices, 1):
        yield f"{number}: {choice.words}"


def cue_line(cue: Cue, before: Cue | None) -> str:
    """The words of a cue; of a breath that goes on under the same words, only its phase."""
    if not cue.hint:
        return cue.words
    if before is not None and before.words == cue.words:
        return cue.hint
    return f"{cue.words} – {cue.hint}" if cue.words else cue.hint


def state_line(moment: Moment, told: Callable[[Ms], str] = clock_face) -> str | None:
    """What is said when the break begins to wait or goes on or ends; nothing where the words say it themselves.

    ``told`` puts a length of time into words.
    """
    if moment.state is State.PAUSED:
        return _("Paused, {left} left. Space goes on, q stops.").format(left=told(moment.remaining))
    if moment.state is State.INTERRUPTED:
        return _("The break has waited. Space goes on, q stops.")
    if moment.state is State.STOPPED:
        return _("All right. We stop here.")
    return None


def help_lines() -> Iterator[str]:
    """The help page, line by line."""
    for section in page.sections(settings.load()[0].country):
        yield f"{section.heading}:"
        yield from section.lines
