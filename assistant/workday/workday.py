"""Follows a working day: looks at calendars and at what was told by hand, and says where one is and what is offered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant import i18n
from assistant.calendar import Calendar, Rule
from assistant.day.conversation import DayRefused
from assistant.day.daybook import Daybook, Note, What
from assistant.day.offering import Offering
from assistant.day.plan import Plan
from assistant.day.said import question
from assistant.settings.quiet import quiet_hours
from assistant.units import Ms
from assistant.workday.keys import Act
from assistant.workday.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.day.conversation import Conversation
    from assistant.day.offer import Offer
    from assistant.settings import Settings
    from assistant.shelf import Shelf

NOTHING_SAID = Plan()

INNER_ROOM = "indre-rom"

CALENDARS_EVERY = dt.timedelta(seconds=10)
"""So often it is seen whether a calendar has changed."""

MS_PER_MINUTE = 60_000


def rule_of(chosen: Settings) -> Rule:
    """Which events are conversations, as the user has chosen."""
    return Rule(
        Ms(chosen.conversation_least * MS_PER_MINUTE),
        frozenset(chosen.conversation_categories),
        chosen.conversation_word,
        chosen.tentative,
    )


def begin(shelf: Shelf, chosen: Settings, plan: Plan = NOTHING_SAID) -> Workday:
    """The day of ``plan`` and of the calendars that are kept in the settings.

    Where nothing is said it goes on with what was said today before. Raises ``DayRefused``.
    """
    from dateutil.tz import tzlocal

    zone, daybook = tzlocal(), Daybook()
    now = dt.datetime.now(zone)
    plan.said(now.date(), zone)
    if plan != NOTHING_SAID:
        daybook.write(Note(now, What.PLAN, plan=plan))
    else:
        plan = daybook.plan(now.date()) or plan
    calendars = (Path(calendar).expanduser().absolute() for calendar in (*plan.calendars, *chosen.calendars))
    return Workday(
        shelf, chosen, replace(plan, calendars=tuple(str(path) for path in dict.fromkeys(calendars))), zone, daybook
    )


class Workday:
    """Asked with the time, as often as anything may change; and told what the person answers. It never waits."""

    def __init__(
        self, shelf: Shelf, chosen: Settings, plan: Plan, zone: dt.tzinfo, daybook: Daybook | None = None
    ) -> None:
        """``zone`` is the user's: all moments are turned into its clocks."""
        self._chosen = chosen
        self._plan = plan
        self._zone = zone
        self._daybook = daybook or Daybook()
        rule = rule_of(chosen)
        self._calendars = [Calendar(Path(path), zone, rule) for path in plan.calendars]
        self._looked: dt.datetime | None = None
        self._said: tuple[dt.date, tuple[Conversation, ...]] | None = None
        lengths = {script.id: script.lengths for script in shelf}
        self._offering = Offering(lengths, quiet=quiet_hours(chosen.quiet_hours), spare=chosen.spare)
        self._question: tuple[dt.date, str] | None = None

    def look(self, now: dt.datetime, *, speaks: bool = True) -> View:
        """The day as it is at ``now``. A sign is given once, to whoever ``speaks``: they are to make it known."""
        now = now.astimezone(self._zone)
        reading = self._read(now)
        self._hear(self._daybook.news(now.date()))
        sign = self._offering.look(now) if speaks and not reading else None
        if sign is not None:
            self._write(now, What.SIGN, sign)
        offer = self._offering.current(now)
        course = self._offering.course
        return View(
            now,
            course.standing(now),
            course.of_day(now),
            offer,
            sign is not None,
            self._question_with(offer, now),
            next((calendar.trouble for calendar in self._calendars if calendar.trouble), None),
            reading,
        )

    def do(self, what: Act, now: dt.datetime) -> Offer | None:
        """What a key asks for; a break to be run, where it is that."""
        if what is Act.TAKE:
            return self.take(now)
        answers = {
            Act.LATER: self.later, Act.NOT_TODAY: self.not_today, Act.OVER: self.over, Act.EARLY: self.early,
        }  # fmt: skip
        answers[what](now)
        return None

    def over(self, now: dt.datetime) -> None:
        """The conversation is over."""
        now = now.astimezone(self._zone)
        self._offering.over(now)
        self._write(now, What.OVER)

    def early(self, now: dt.datetime) -> None:
        """The next person is here."""
        now = now.astimezone(self._zone)
        self._offering.early(now)
        self._write(now, What.EARLY)

    def take(self, now: dt.datetime) -> Offer:
        """Now: what stands is taken, or what there is where nothing does."""
        now = now.astimezone(self._zone)
        offer = self._offering.taken(now)
        if offer is None:
            offer = self._offering.wanted(now)
            self._write(now, What.SIGN, offer)
        self._write(now, What.TAKEN)
        return offer

    def later(self, now: dt.datetime) -> None:
        """Not now."""
        now = now.astimezone(self._zone)
        self._offering.later(now)
        self._write(now, What.LATER)

    def not_today(self, now: dt.datetime) -> None:
        """Nothing more is to be offered today."""
        now = now.astimezone(self._zone)
        self._offering.not_today(now)
        self._write(now, What.NOT_TODAY)

    def close(self) -> None:
        """Nothing is read any more."""
        for calendar in self._calendars:
            calendar.close()

    def _read(self, now: dt.datetime) -> bool:
        """Take in what the sources say by now; whether some of them have not been read yet for today."""
        today = now.date()
        if self._looked is None or self._looked.date() != today or not now - self._looked < CALENDARS_EVERY:
            self._looked = now
            for calendar in self._calendars:
                calendar.look(today)
        known = [calendar.known for calendar in self._calendars]
        if not all(one.day == today or one.trouble is not None for one in known):
            return True  # until then it is as it was: a conversation over midnight does not end with the day
        read = (conversation for one in known if one.day == today for conversation in one.conversations)
        conversations = (*self._of_words(today), *read)
        if conversations != self._offering.conversations:
            self._offering.conversations = conversations
        return False

    def _of_words(self, today: dt.date) -> tuple[Conversation, ...]:
        if self._said is None or self._said[0] != today:
            try:
                self._said = (today, self._plan.said(today, self._zone))
            except DayRefused:  # it could be used when the day began
                self._said = (today, ())
        return self._said[1]

    def _hear(self, notes: Iterable[Note]) -> None:
        """What was told before this began, or somewhere else."""
        answers = {
            What.OVER: self._offering.over,
            What.EARLY: self._offering.early,
            What.TAKEN: self._offering.taken,
            What.LATER: self._offering.later,
            What.NOT_TODAY: self._offering.not_today,
        }
        for note in notes:
            at = note.at.astimezone(self._zone)
            if note.what is What.SIGN:
                self._offering.signed(at, note.due, note.script, again=note.again)
            elif note.what in answers:
                answers[note.what](at)

    def _write(self, now: dt.datetime, what: What, offer: Offer | None = None) -> None:
        if offer is None:
            self._daybook.write(Note(now, what))
        else:
            self._daybook.write(Note(now, what, due=offer.due, script=offer.script, again=offer.again))

    def _question_with(self, offer: Offer | None, now: dt.datetime) -> str:
        """The question of the day goes with the inner room, and with nothing that is there to rest in."""
        if offer is None or offer.script != INNER_ROOM or not self._chosen.questions:
            return ""
        if self._question is None or self._question[0] != now.date():
            self._question = (now.date(), question(self._daybook.questions_before(now.date()), i18n.language()))
            self._write(now, What.QUESTION)
        return self._question[1]
