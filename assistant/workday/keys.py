"""The keys of a day: what each does at this moment. The full screen and plain lines both ask here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.day.daybook import What
from assistant.day.gaps import Where
from assistant.help.page import space
from assistant.i18n import _

if TYPE_CHECKING:
    from assistant.workday.view import View

SPACE = "space"


class Act(StrEnum):
    """What a key may do in a day."""

    TAKE = "take"
    """A break, now: the one that is offered, or what there is time for."""
    LATER = What.LATER
    NOT_TODAY = What.NOT_TODAY
    OVER = What.OVER
    """The conversation is over."""
    EARLY = What.EARLY
    """The next person is here."""


def act(key: str, view: View) -> Act | None:
    """What ``key`` does while the day is as in ``view``; nothing where it does nothing."""
    talking = view.standing.where is Where.TALKING
    if key == SPACE:
        return Act.OVER if talking else Act.TAKE
    if view.offer is not None and key in {"l", "x"}:
        return {"l": Act.LATER, "x": Act.NOT_TODAY}[key]
    return {"c": Act.OVER, "e": None if talking else Act.EARLY}.get(key)


def here(view: View) -> list[tuple[str, str]]:
    """The keys that do something only while the day is as in ``view``, and what they do."""
    if view.standing.where is Where.TALKING:
        return [(space(), _("it is over"))]
    if view.offer is not None:
        return [(space(), _("now")), ("l", _("later")), ("x", _("not today"))]
    return [(space(), _("a break")), *([("e", _("they are here"))] if view.standing.where is Where.GAP else [])]


def footer(view: View) -> list[tuple[str, str]]:
    """The keys that do something now, in the order of the footer."""
    over = [] if view.standing.where is Where.TALKING else [("c", _("a conversation is over"))]
    return [
        *here(view),
        *over,
        ("b", _("breaks")),
        ("o", _("overview")),
        ("s", _("settings")),
        ("m", _("too much")),
        ("q", _("leave")),
        ("?", _("help")),
    ]


def least_first() -> tuple[str, ...]:
    """In which keys go where there is no room for all."""
    return ("o", "s", "b", "?", "m", "c")
