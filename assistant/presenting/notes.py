"""What the notes of a leader say, on the full screen and in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.duration import clock_face
from assistant.i18n import _
from assistant.presenting.told import GATHERING

if TYPE_CHECKING:
    from assistant.presenting.told import Told
    from assistant.presenting.watching import Seen


def of_the_room(told: Told) -> str:
    """Whose the words are that stand on the wall."""
    return _("On the wall when it is shown again") if told.blank else _("The room reads")


def of_the_leader(told: Told) -> str:
    """What the leader may do or say, or that there is nothing to."""
    return told.leader or _("You need not say anything now.")


def next_in(told: Told) -> str:
    """What is next, by its kind, and in how long."""
    if told.state == GATHERING:
        return _("First")
    heading = _("Next, in {time}") if told.next_words else _("The end, in {time}")
    return heading.format(time=clock_face(told.step_remaining))


def left(told: Told) -> str:
    """How long is left of the whole."""
    return _("{time} left").format(time=clock_face(told.remaining))


def times(told: Told) -> str:
    """How long until what is next, and how long is left of the whole."""
    return left(told) if told.state == GATHERING else f"{clock_face(told.step_remaining)} · {left(told)}"


def standing(told: Told) -> str:
    """How it stands, where it does not simply go on in front of the room."""
    waits = {
        GATHERING: _("The room gathers. It begins when space is pressed there."),
        "paused": _("Paused."),
        "interrupted": _("The presentation has waited; space goes on there."),
        "writing": _("The clock waits while somebody writes."),
    }
    dark = _("The projector is dark.") if told.blank else ""
    return f"{waits.get(told.state, '')} {dark}".strip()


def between(seen: Seen) -> tuple[str, str]:
    """What is said while there is no moment to show: what is so, and what will be."""
    if seen.is_there and (seen.told is None or not seen.told.is_over):
        return _("The room gathers."), _("The notes come when the presentation begins.")
    return _("The presentation is over."), _("When the next one begins, its notes come here.")
