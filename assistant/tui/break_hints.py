"""The quiet line under the words of a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers import Became
from assistant.i18n import _
from assistant.player import State
from assistant.timeline.model import Kind

if TYPE_CHECKING:
    from assistant.player import Moment

MARK, MOST_MARKS = "●", 12
"""What is counted is shown as so many dots; more than these are a number."""


def waiting(state: State) -> str:
    """Why it stands still, where it does, and what goes on with it."""
    return {
        State.PAUSED: _("paused – space goes on"),
        State.INTERRUPTED: _("the break has waited – space goes on, q stops"),
        State.WRITING: _("the clock waits while you write – no names or stories here"),
    }.get(state, "")


def hint(moment: Moment, became: Became | None) -> str:
    """What is said under the words at ``moment``, when the answer to what is asked ``became`` that."""
    if moment.state.waits:
        return waiting(moment.state)
    if moment.cue.kind is Kind.COUNT and moment.marks:
        return " ".join(MARK * moment.marks) if moment.marks <= MOST_MARKS else str(moment.marks)
    if moment.cue.kind is Kind.ASK:
        return _to_ask(moment, became)
    return moment.cue.hint


def _to_ask(moment: Moment, became: Became | None) -> str:
    if became is None:
        return moment.cue.hint or _("in your thoughts, or in a few words")
    if not moment.cue.may_keep:
        return ""
    return {
        Became.WRITTEN: _("nothing has been kept – k keeps it"),
        Became.KEPT: _("kept – “mellomrom kept” shows it"),
        Became.NOT_KEPT: _("it could not be kept"),
    }[became]
