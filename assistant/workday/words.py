"""What is said of a day at a moment: a few words for where one is, and a few for what comes next or is offered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.dates import long
from assistant.day.gaps import Where
from assistant.day.said import sentence
from assistant.duration import clock_face
from assistant.i18n import _

if TYPE_CHECKING:
    from assistant.day.offer import Offer
    from assistant.shelf import Shelf
    from assistant.workday.view import View


@dataclass(frozen=True, slots=True)
class Words:
    """One thought, and a quiet line under it."""

    thought: str
    hint: str = ""


def words_of(view: View, shelf: Shelf) -> Words:
    """What is offered, if anything is; else where one is."""
    if view.reading:
        return Words(_("The day begins."), _("the calendar is being read"))
    return of_offer(view.offer, view, shelf) if view.offer is not None else of_place(view)


def of_offer(offer: Offer, view: View, shelf: Shelf) -> Words:
    """A break and when it would be done; or a sentence, and then it is enough."""
    if offer.script is None:
        return Words(sentence(offer.at, i18n.language()))
    script, length = shelf.by_id[offer.script], offer.fit.length
    # A minute that has begun is not over before the next.
    done = view.now + dt.timedelta(milliseconds=length, seconds=59)
    taking = _("{length}, done at {time}").format(length=clock_face(length), time=f"{done:%H:%M}")
    if view.standing.free is None:
        taking = clock_face(length)
    title = script.title.of(i18n.language())
    return Words(f"{title}, {clock_face(length)}", view.question) if view.question else Words(title, taking)


def in_a_line(view: View, words: Words) -> str:
    """``words`` and the time of the day, in one line."""
    between = " " if words.thought.endswith(".") and words.hint[:1].isupper() else " – "
    thought = words.thought if between == " " or not words.hint else words.thought.rstrip(".")
    return f"{view.now:%H:%M}  {thought}" + (between + words.hint if words.hint else "")


def of_place(view: View) -> Words:
    """Where one is: in a conversation, in a gap until the next, or after the last."""
    place, silence = view.standing, _silence(view)
    if place.where is Where.TALKING and place.until is not None:
        return Words(_("In conversation until {time}").format(time=f"{place.until:%H:%M}"), _after(view))
    if place.where is Where.GAP and place.until is not None:
        free = _("{length} until then").format(length=long(place.free or 0.0))
        hint = f"{free}, {silence}" if silence else free
        return Words(_("A gap until {time}").format(time=f"{place.until:%H:%M}"), hint)
    if place.where is Where.OVER:
        return Words(_("Today's conversations are over."), silence)
    return Words(_("No conversation is known today."), silence or _("When one is over, c says so."))


def _silence(view: View) -> str:
    """Why nothing is offered, where that was asked for."""
    silence = view.silence
    if silence.not_today:
        return _("nothing more today")
    if silence.comes_again is not None:
        return _("comes again at {time}").format(time=f"{silence.comes_again:%H:%M}")
    return _("quiet until {time}").format(time=f"{silence.quiet_until:%H:%M}") if silence.quiet_until else ""


def _after(view: View) -> str:
    """What comes after the conversation that is under way."""
    until, coming = view.standing.until, view.standing.next
    if until is None or coming is None or coming.start.date() != view.now.date():
        return _("the last one today")
    gap = long((coming.start.astimezone(dt.UTC) - until.astimezone(dt.UTC)).total_seconds())
    return _("then a gap of {length}").format(length=gap)
