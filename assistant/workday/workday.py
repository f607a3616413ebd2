"""Follows a working day: where one is, what is offered, and what the person answers; and keeps it for a restart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.day.daybook import Daybook, Note, What
from assistant.day.offering import Offering
from assistant.day.plan import Plan
from assistant.day.said import question
from assistant.settings.quiet import quiet_hours
from assistant.workday.keys import Act
from assistant.workday.sources import Sources
from assistant.workday.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.day.offer import Offer
    from assistant.settings import Settings
    from assistant.shelf import Shelf

NOTHING_SAID = Plan()

INNER_ROOM = "indre-rom"


def begin(shelf: Shelf, chosen: Settings, plan: Plan = NOTHING_SAID) -> Workday:
    """The day of ``plan``; where nothing is said, it goes on with what was said today before.

    Raises ``DayRefused``.
    """
    from dateutil.tz import tzlocal

    zone, daybook = tzlocal(), Daybook()
    now = dt.datetime.now(zone)
    plan.said(now.date(), zone)
    if plan != NOTHING_SAID:
        daybook.write(Note(now, What.PLAN, plan=plan))
    else:
        plan = daybook.plan(now.date()) or plan
    return Workday(shelf, chosen, plan, zone, daybook)


class Workday:
    """Asked with the time, as often as anything may change; and told what the person answers. It never waits."""

    def __init__(
        self, shelf: Shelf, chosen: Settings, plan: Plan, zone: dt.tzinfo, daybook: Daybook | None = None
    ) -> None:
        """``zone`` is the user's: all moments are turned into its clocks."""
        self._zone = zone
        self._daybook = daybook or Daybook()
        self._sources = Sources(plan, chosen, zone)
        self._offering = Offering({script.id: script.lengths for script in shelf})
        self._answers = {
            What.OVER: self._offering.over,
            What.EARLY: self._offering.early,
            What.LATER: self._offering.later,
            What.NOT_TODAY: self._offering.not_today,
            What.TODAY_AGAIN: self._offering.today_again,
        }
        """What a key says, and a note."""
        self._today: dt.date | None = None
        self._question: tuple[dt.date, str] | None = None
        self.choose(chosen)

    def choose(self, chosen: Settings) -> None:
        """Go by ``chosen`` from now on. What has been said and answered today stays."""
        self._chosen = chosen
        self._sources.choose(chosen)
        self._offering.choose(quiet_hours(chosen.quiet_hours), chosen.spare)

    def look(self, now: dt.datetime, *, speaks: bool = True) -> View:
        """The day as it is at ``now``. A sign is given once, to whoever ``speaks``: they are to make it known."""
        now = now.astimezone(self._zone)
        if now.date() != self._today:
            self._today = now.date()
            self._daybook.begin(self._today)
        conversations = self._sources.conversations(now)
        # Until they are read it is as it was: a conversation over midnight does not end with the day. And what was
        # told of a day is heard when one knows of which.
        if conversations is not None:
            if conversations != self._offering.conversations:
                self._offering.conversations = conversations
            self._hear(self._daybook.news(now.date()))
        sign = self._give_sign(now) if speaks and conversations is not None else False
        offer = self._offering.current(now)
        course = self._offering.course
        return View(
            now,
            course.standing(now),
            course.of_day(now),
            offer,
            self._offering.silence(now),
            self._offering.has_room(now),
            sign,
            self._question_with(offer, now),
            self._sources.trouble or self._daybook.trouble,
            conversations is None,
        )

    def do(self, what: Act, now: dt.datetime) -> Offer | None:
        """What a key asks for; a break to be run, where it is that."""
        if what is Act.TAKE:
            return self.take(now)
        moment, said = now.astimezone(self._zone), What(what)
        self._answers[said](moment)
        self._daybook.write(Note(moment, said))
        return None

    def take(self, now: dt.datetime) -> Offer:
        """Now: what stands is taken, or what there is where nothing does."""
        moment = now.astimezone(self._zone)
        offer = self._offering.taken(moment) or self._offering.wanted(moment)
        self._daybook.write(Note(moment, What.TAKEN, script=offer.script))
        return offer

    def close(self) -> None:
        """Nothing is read any more."""
        self._sources.close()

    def _give_sign(self, now: dt.datetime) -> bool:
        """Whether there is a sign to be given now, and nobody else was quicker to give it."""
        offer = self._offering.look(now)
        if offer is None:
            return False
        sign = Note(now, What.SIGN, due=offer.due, script=offer.script, again=offer.again)
        heard = self._daybook.write_first(sign)
        self._hear(heard)
        return not any(note.what is What.SIGN for note in heard)

    def _hear(self, notes: Iterable[Note]) -> None:
        """What was told before this began, or somewhere else."""
        for note in notes:
            at = note.at.astimezone(self._zone)
            if note.what is What.SIGN:
                self._offering.signed(at, note.due, note.script, again=note.again)
            elif note.what is What.TAKEN:
                self._offering.was_taken(at, note.script)
            elif note.what in self._answers:
                self._answers[note.what](at)

    def _question_with(self, offer: Offer | None, now: dt.datetime) -> str:
        """The question of the day goes with the inner room, and with nothing that is there to rest in."""
        if offer is None or offer.script != INNER_ROOM or not self._chosen.questions:
            return ""
        if self._question is None or self._question[0] != now.date():
            self._question = (now.date(), question(self._daybook.questions_before(now.date()), i18n.language()))
            self._daybook.write(Note(now, What.QUESTION))
        return self._question[1]
