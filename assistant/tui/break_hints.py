"""The quiet line under the words of a break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.player import State
from assistant.timeline.model import Kind

if TYPE_CHECKING:
    from assistant.player import Moment

MARK, MOST_MARKS = "●", 12
"""What is counted is shown as so many dots; more than these are a number."""


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote. It is forgotten when the step is over."""

    question: str
    answer: str
    became: str = ""
    """What has become of it, where it was to be kept."""


def hint(moment: Moment, written: Written | None) -> str:
    """What is said under the words at ``moment``, when ``written`` was the answer to what is asked."""
    waiting = {
        State.PAUSED: _("paused – space goes on"),
        State.INTERRUPTED: _("the break has waited – space goes on, q stops"),
        State.WRITING: _("the clock waits while you write – no names or stories here"),
    }.get(moment.state)
    if waiting is not None:
        return waiting
    if moment.cue.kind is Kind.COUNT and moment.marks:
        return " ".join(MARK * moment.marks) if moment.marks <= MOST_MARKS else str(moment.marks)
    if moment.cue.kind is Kind.ASK:
        return _to_ask(moment, written)
    return moment.cue.hint


def _to_ask(moment: Moment, written: Written | None) -> str:
    if written is None:
        return moment.cue.hint or _("in your thoughts, or in a word")
    if written.became or not moment.cue.may_keep:
        return written.became
    return _("nothing has been kept – k keeps it")
