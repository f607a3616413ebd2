"""Run the day, on the full screen or in plain lines, and what is asked for in it."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import clock, i18n, settings, terminal
from assistant.accompaniment import Accompaniment
from assistant.cli.exits import InputWrong, complain
from assistant.cli.finding import timeline_of
from assistant.cli.in_lines import run_in_lines
from assistant.cli.running import Wish, run_on_screen
from assistant.i18n import _
from assistant.line.keys import keys_of_terminal
from assistant.line.say import listed
from assistant.settings import Settings, Sound
from assistant.shelf import TOO_MUCH, Shelf, whole_shelf
from assistant.workday.keys import Act, here
from assistant.workday.sign import Sign
from assistant.workday.words import in_a_line, words_of
from assistant.workday.workday import Workday, begin

if TYPE_CHECKING:
    from assistant.day.offer import Offer
    from assistant.day.plan import Plan
    from assistant.units import Ms
    from assistant.workday.view import View

ANSWERS_WITHIN = 2.5
"""Seconds in which a day that is open somewhere hears that a conversation is over, and makes its offer."""

LOOK_AGAIN = 0.1

WAITS_FOR_A_KEY = 3600.0
"""Seconds. After an hour an offer is none any more."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Runs what is asked for in a day; the day is told when somebody comes early."""

    workday: Workday
    shelf: Shelf
    chosen: Settings
    in_lines: bool

    def take(self, offer: Offer) -> None:
        """A break that fits the gap and ends when it must; a sentence has been read."""
        if offer.script is not None:
            self.run(offer.script, offer.fit.length)

    def run(self, script: str, length: Ms | None = None) -> None:
        """A break of its usual length, or of one that fits a gap."""
        wish = Wish(script, length, began=None if length is None else clock.now(), early=self._early)
        mode = Sound.SILENT if self.in_lines else self.chosen.sound
        timeline = timeline_of(self.shelf.by_id[script], length, self.chosen, mode)
        (run_in_lines if self.in_lines else run_on_screen)(self.shelf, timeline, self.chosen, mode, wish)

    def _early(self) -> None:
        self.workday.do(Act.EARLY, _now())


def run_day(plan: Plan, *, keep: bool, plain: bool) -> None:
    """Follow the day until somebody leaves. Raises ``DayRefused``."""
    chosen, _trouble = settings.load()
    shelf = whole_shelf()
    workday = begin(shelf, chosen, plan)
    if keep:
        kept = dict.fromkeys([*chosen.calendars, *plan.calendars])
        if not settings.remember({"calendars": list(kept)}):
            complain(_("the calendars could not be kept among the settings; going on"))
    if plain or terminal.wants_plain_lines():
        _day_in_lines(workday, shelf, chosen)
    else:
        run_on_screen(shelf, None, chosen, chosen.sound, Wish(), lambda app: app.day(workday))


def run_over(*, plain: bool) -> None:
    """Say that a conversation is over: to a day that is open somewhere, and to whoever asks here."""
    chosen, _trouble = settings.load()
    shelf = whole_shelf()
    workday = begin(shelf, chosen)
    try:
        workday.do(Act.OVER, _now())
        keys = keys_of_terminal()
        view = _offered(workday, waits=not keys.listens)
        print(in_a_line(view, words_of(view, shelf)), flush=True)
        if view.trouble is not None:
            complain(view.trouble)
        if view.offer is None or view.offer.script is None:
            return
        if not keys.listens:
            _give(view, chosen)
            return
        print(listed((*here(view)[:1], ("q", _("leave")))))
        with keys:
            wanted = keys.wait(WAITS_FOR_A_KEY) in {" ", "\r", "\n"}
        if wanted:
            in_lines = plain or terminal.wants_plain_lines()
            Breaks(workday, shelf, chosen, in_lines).take(workday.take(_now()))
    finally:
        workday.close()


def _offered(workday: Workday, *, waits: bool) -> View:
    """The offer. Where nobody can press a key here, one that another day makes comes first."""
    until = clock.now() + (ANSWERS_WITHIN if waits else 0)
    while (view := workday.look(_now(), speaks=False)).reading or (view.offer is None and clock.now() < until):
        time.sleep(LOOK_AGAIN)
    return view if view.offer is not None else workday.look(_now())


def _give(view: View, chosen: Settings) -> None:
    """Make the offer of ``view`` known, where nobody else has; it is there as long as this process."""
    if not view.sign:
        return
    sound = _silent(chosen)
    sign = Sign(chosen, sound)
    try:
        sign.give()
        sign.wait()
        if sign.trouble is not None:
            complain(sign.trouble)
    finally:
        sign.close()
        sound.close()


def _day_in_lines(workday: Workday, shelf: Shelf, chosen: Settings) -> None:
    from assistant.cli.settings_command import print_all
    from assistant.line.day import LineDay
    from assistant.line.home import choose

    sound = _silent(chosen)
    sign = Sign(chosen, sound)
    day, breaks = LineDay(workday, shelf, sign), Breaks(workday, shelf, chosen, in_lines=True)
    try:
        while (asked := day.until_asked()) is not None:
            if asked == "b":
                script = choose(shelf)
                if script is not None:
                    breaks.run(script.id)
            elif asked == "m":
                breaks.run(TOO_MUCH)
            elif asked == "o":
                _show_record()
            elif asked == "s":
                print_all()
            elif not isinstance(asked, str):
                breaks.take(asked)
    finally:
        workday.close()
        sign.close()
        sound.close()


def _show_record() -> None:
    from assistant.cli.record_command import show

    try:
        show()
    except InputWrong as wrong:  # the day goes on
        print(wrong)


def _silent(chosen: Settings) -> Accompaniment:
    """For the bell of an offer alone."""
    return Accompaniment(chosen, i18n.language(), Sound.SILENT)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
