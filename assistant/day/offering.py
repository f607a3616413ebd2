"""When there is a sign that a break may be taken: one in a gap, and two at the most."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.day.choosing import Choosing, Chosen
from assistant.day.conversation import instant
from assistant.day.course import Course
from assistant.day.due import MOST_SIGNS, STALE, Due, Gap, within
from assistant.day.gaps import SENTENCE, SPARE, Fit, Form, Where
from assistant.day.offer import Offer, PutOff, Silence
from assistant.units import Ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.day.conversation import Conversation
    from assistant.day.due import Hours
    from assistant.day.gaps import Standing
    from assistant.script.model import Lengths

LATER = dt.timedelta(minutes=5)

SAME_END = dt.timedelta(minutes=2)
"""A conversation that ends so soon after a sign is the one that the sign was for: told by hand, or moved a little."""

REMEMBERED = dt.timedelta(days=1)
"""For so long a sign is held, past midnight and the end of any gap that it is of use to remember."""

UNFITTED = Fit(Form.SENTENCE, Ms(0))
"""Of a sign that was given elsewhere; what there is time for is found out whenever somebody asks."""

MOMENT = 10.0
"""In less than so many seconds nothing can be read."""


class Offering:
    """Asked again and again with the time, and told what the person answers. All moments are aware, in the user's zone.

    A sign is given once: ``look`` returns an offer at the moment of the sign only, and ``current`` as long as it
    stands. Nobody asks it during a break.
    """

    def __init__(
        self,
        lengths: Mapping[str, Lengths],
        conversations: Iterable[Conversation] = (),
        *,
        quiet: Hours | None = None,
        spare: float = SPARE,
    ) -> None:
        """``lengths`` are those of the breaks there are, by id."""
        self.course = Course(conversations)
        self._choosing = Choosing(lengths, spare)
        self.choose(quiet, spare)
        self._day: dt.date | None = None
        self._not_today = False
        self._signs: list[dt.datetime] = []
        self._open: Offer | None = None
        self._put_off: PutOff | None = None

    def choose(self, quiet: Hours | None, spare: float) -> None:
        """No sign in the hours that are ``quiet``, and breaks that end ``spare`` seconds before a conversation."""
        self._quiet = quiet
        self._choosing.spare = spare

    @property
    def conversations(self) -> tuple[Conversation, ...]:
        """Those that are planned. They may be replaced at any time; what has been said and answered stays."""
        return self.course.planned

    @conversations.setter
    def conversations(self, conversations: Iterable[Conversation]) -> None:
        self.course.planned = tuple(conversations)

    def look(self, now: dt.datetime) -> Offer | None:
        """The offer that there is to be a sign for at this moment."""
        place = self._settle(now)
        if not self._may_speak(now, place):
            return None
        if self._put_off is not None:
            again = self._put_off.offer
            chosen = self._choosing.keep(again.script, again.due, place.free)
            return self._sign(now, again.due, chosen, again=True) if self._put_off.due <= instant(now) else None
        last = not self._choosing.has_been(Due.LAST)
        due = self._gap(now, place).due(lunch=self._choosing.opens(Due.LUNCH, place.free), last=last)
        return self._sign(now, due, self._choosing.choose(due, place.free)) if due is not None else None

    def current(self, now: dt.datetime) -> Offer | None:
        """The offer that stands unanswered, as long as it can be now: as time passes it becomes shorter, or another."""
        place = self._settle(now)
        return self._open_as_fits(place) if self._may_speak(now, place) else None

    def wanted(self, now: dt.datetime) -> Offer:
        """What there is for somebody who asks for a break without being offered one. Nothing is a sign then."""
        place = self._settle(now)
        self._close()
        due = self._gap(now, place).wanted
        chosen = self._choosing.choose(due, place.free)
        self._choosing.offered(chosen.script)
        return Offer(now, due, chosen.script, chosen.fit)

    def signed(self, at: dt.datetime, due: Due, script: str | None, *, again: bool = False) -> None:
        """A sign was given at ``at``, before this began or elsewhere: it is one here too."""
        self._settle(at)
        if not any(abs(instant(at) - sign) < SAME_END for sign in self._signs):
            self._sign(at, due, Chosen(script, UNFITTED), again=again)

    def taken(self, now: dt.datetime) -> Offer | None:
        """Now: what is to be run, also where quiet hours have begun. Nothing where no offer stands."""
        offer = self._open_as_fits(self._settle(now))
        if offer is not None:
            self._choosing.offered(offer.script)
        self._close()
        return offer

    def was_taken(self, at: dt.datetime, script: str | None) -> None:
        """``script`` was taken at ``at``, before this began or elsewhere, whether it was offered or not."""
        self._settle(at)
        self._choosing.offered(script)
        self._close()

    def later(self, now: dt.datetime) -> None:
        """In five minutes, if there is still time for a break then and it was not put off before; else the next gap."""
        place, offer = self._settle(now), self._open
        self._close()
        if offer is not None and self._has_room(place, LATER) and len(self._gap(now, place).signs) < MOST_SIGNS:
            self._put_off = PutOff(offer, instant(now), instant(now) + LATER)

    def not_today(self, now: dt.datetime) -> None:
        """Nothing more until the next day."""
        self._settle(now)
        self._close()
        self._not_today = True

    def today_again(self, now: dt.datetime) -> None:
        """«Not today» is taken back."""
        self._settle(now)
        self._not_today = False

    def silence(self, now: dt.datetime) -> Silence:
        """Why nothing is offered at ``now``, where that is how the person wants it."""
        self._settle(now)
        hours = self._quiet_at(now)
        return Silence(
            self._not_today,
            hours[1] if hours is not None else None,
            self._put_off.due.astimezone(now.tzinfo) if self._put_off is not None else None,
        )

    def has_room(self, now: dt.datetime) -> bool:
        """Whether there is time for more than a sentence."""
        return self._has_room(self.course.standing(now))

    def over(self, now: dt.datetime) -> None:
        """A conversation is over, planned or not. What is offered, ``look`` says."""
        self._settle(now)
        self.course.over(now)

    def early(self, now: dt.datetime) -> None:
        """The next person is here: nothing stands any more, and where one was expected soon that has begun."""
        self._settle(now)
        self._close()
        self.course.early(now)

    def _may_speak(self, now: dt.datetime, place: Standing) -> bool:
        quiet = self._not_today or self._quiet_at(now) is not None
        return not quiet and (place.free is None or place.free >= MOMENT)  # in a conversation nothing is free

    def _quiet_at(self, now: dt.datetime) -> Hours | None:
        """The quiet hours, where it is one of them."""
        return self._quiet if self._quiet is not None and within(self._quiet, now) else None

    def _has_room(self, place: Standing, later: dt.timedelta = dt.timedelta()) -> bool:
        return place.free is None or place.free - later.total_seconds() - self._choosing.spare >= SENTENCE

    def _sign(self, now: dt.datetime, due: Due, chosen: Chosen, *, again: bool = False) -> Offer:
        self._choosing.offered(chosen.script)
        self._signs = [sign for sign in self._signs if instant(now) - sign < REMEMBERED] + [instant(now)]
        self._open, self._put_off = Offer(now, due, chosen.script, chosen.fit, again), None
        return self._open

    def _open_as_fits(self, place: Standing) -> Offer | None:
        if self._open is None:
            return None
        chosen = self._choosing.keep(self._open.script, self._open.due, place.free)
        return replace(self._open, script=chosen.script, fit=chosen.fit)

    def _gap(self, now: dt.datetime, place: Standing) -> Gap:
        came_out = self.course.came_out(now)
        if came_out is None:
            signs = (sign for sign in self._signs if sign.astimezone(now.tzinfo).date() == now.date())
        else:
            signs = (sign for sign in self._signs if sign > came_out - SAME_END)
        return Gap(now, place, came_out, tuple(signs))

    def _settle(self, now: dt.datetime) -> Standing:
        """Let go of what time has gone over: another day, another conversation, too long ago."""
        place, moment = self.course.standing(now), instant(now)
        if now.date() != self._day:
            self._day, self._not_today = now.date(), False
            self._choosing.begin(now.date())
            self._close()
        came_out = self.course.came_out(now)
        talked = place.where is Where.TALKING

        def gone(made: dt.datetime, due: dt.datetime) -> bool:
            return talked or moment - due > STALE or (came_out is not None and came_out - SAME_END >= made)

        if self._open is not None and gone(instant(self._open.at), instant(self._open.at)):
            self._open = None
        if self._put_off is not None and gone(self._put_off.made, self._put_off.due):
            self._put_off = None
        return place

    def _close(self) -> None:
        self._open = self._put_off = None
