"""The keys of a day: what each does at this moment. The full screen and plain lines both ask here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.day.course import EARLY
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
    TODAY_AGAIN = What.TODAY_AGAIN
    """Not today is taken back."""
    OVER = What.OVER
    """The conversation is over."""
    EARLY = What.EARLY
    """The next person is here."""


def act(key: str, view: View) -> Act | None:
    """What ``key`` does while the day is as in ``view``; nothing where it does nothing."""
    talking = view.standing.where is Where.TALKING
    if key == SPACE and not talking:
        return Act.TAKE if view.offer is not None or view.has_room else None
    if key == "x" and view.silence.not_today:
        return Act.TODAY_AGAIN
    if key in {"l", "x"}:
        return {"l": Act.LATER, "x": Act.NOT_TODAY}[key] if _is_break(view) else None
    if key == "e":
        return Act.EARLY if _is_awaited(view) else None
    return Act.OVER if key in {"c", SPACE} else None


def here(view: View) -> list[tuple[str, str]]:
    """The keys that do something only while the day is as in ``view``, and what they do."""
    if view.standing.where is Where.TALKING:
        return [(space(), _("it is over"))]
    awaited = [("e", _("they are here"))] if _is_awaited(view) else []
    if _is_break(view):
        return [(space(), _("now")), ("l", _("later")), ("x", _("not today")), *awaited]
    if view.offer is not None:
        return [(space(), _("all right")), *awaited]
    again = [("x", _("offers again"))] if view.silence.not_today else []
    return [*([(space(), _("a break"))] if view.has_room else []), *awaited, *again]


def footer(view: View) -> list[tuple[str, str]]:
    """The keys that do something now, in the order of the footer."""
    over = [] if view.standing.where is Where.TALKING else [("c", _("it is over"))]
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
    return ("o", "s", "b", "?", "m", "c", "q")


def _is_break(view: View) -> bool:
    """Whether what is offered is more than a sentence."""
    return view.offer is not None and view.offer.script is not None


def _is_awaited(view: View) -> bool:
    """Whether somebody is expected soon: who comes now comes to that conversation."""
    place = view.standing
    return place.where is Where.GAP and place.free is not None and place.free <= EARLY.total_seconds()
