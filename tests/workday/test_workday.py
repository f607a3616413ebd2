"""A working day on a clock moved by hand: what is offered in it, and what is told by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.day.conversation import DayRefused
from assistant.day.plan import Plan, Rhythm
from assistant.settings import Settings
from assistant.workday.keys import Act, act
from assistant.workday.workday import begin
from tests.workday.workday_clock import EIGHT, SHELF, Clock

SPRING = dt.date(2026, 3, 29)


def test_a_day_of_eight_conversations_is_offered_exactly_what_it_should_be() -> None:
    assert Clock().until("23:59").signs == [
        ("08:00", "inn-i-dagen"),
        ("09:15", "mellom-to"),
        ("10:15", "fem-sanser"),
        ("11:15", "lunsj"),
        ("12:45", "vekk-kroppen"),
        ("13:45", "indre-rom"),
        ("14:35", "sukket"),
        ("15:00", None),
        ("15:45", "ut-av-dagen"),
    ]


def test_where_nothing_is_known_the_key_does_it_all() -> None:
    day = Clock(None).until("10:00")
    assert day.words == ("No conversation is known today.", "When one is over, c says so.")

    day.workday.do(Act.OVER, day.now)
    day.look()

    assert day.signs == [("10:00", "mellom-to")]
    assert day.words == ("Between two conversations", "2:00")


def test_who_asks_for_a_break_gets_one_that_fits_also_where_none_is_offered() -> None:
    day = Clock("09:00-09:45 10:00-10:45").until("09:46")
    taken = day.workday.take(day.now)
    day.now = day.at("09:57")
    wanted = day.workday.take(day.now)

    assert taken.script == "mellom-to"
    assert wanted.script not in {None, "mellom-to"}
    assert wanted.fit.length <= 120_000
    assert day.until("09:59").signs[-1] == ("09:45", "mellom-to")


@pytest.mark.parametrize("sessions", [None, EIGHT])
def test_quiet_hours_are_quiet(sessions: str | None) -> None:
    day = Clock(sessions, chosen=Settings(quiet_hours="00:00-23:59")).until("12:45")
    day.workday.do(Act.OVER, day.now)
    day.look()

    assert day.signs == []


def test_the_spare_time_is_as_it_was_chosen() -> None:
    day = Clock("09:00-09:45 09:50-10:45", chosen=Settings(spare=180)).until("09:45")

    assert day.words == ("Between two conversations", "2:00, done at 09:47")
    day.now = day.at("09:45:30")
    assert day.words == ("Between two conversations", "1:30, done at 09:47")


def test_a_rhythm_and_sessions_are_one_day() -> None:
    day = Clock("16:00-16:30", rhythm=Rhythm("45m+15m", "9", "12"))
    day.look()

    shown = [f"{c.start:%H:%M}-{c.end:%H:%M}" for c in day.workday.look(day.now).conversations]
    assert shown == ["09:00-09:45", "10:00-10:45", "11:00-11:45", "16:00-16:30"]


def test_the_day_goes_on_over_midnight_and_begins_anew() -> None:
    day = Clock("09:00-09:45 10:00-10:45").until("23:59")
    before = list(day.signs)
    day.day += dt.timedelta(days=1)

    day.until("11:00")

    assert [at for at, _ in day.signs[len(before) :]] == ["08:30", "09:45", "10:45"]


def test_in_the_night_in_which_the_clock_is_moved_time_is_real_time() -> None:
    day = Clock("01:00-01:45 03:15-04:00", SPRING).until("01:45", step=60)

    assert day.words == ("Between two conversations", "2:00, done at 01:47")
    day.workday.take(day.now)
    assert day.words == ("A gap until 03:15", "30 minutes until then")


def test_what_cannot_be_a_day_is_refused_before_it_begins() -> None:
    with pytest.raises(DayRefused, match="is no time of the day"):
        begin(SHELF, Settings(), Plan("09:00-25:00"))


def test_not_today_can_be_taken_back() -> None:
    day = Clock("09:00-09:45 10:00-10:45", start="09:20").until("09:45")
    day.workday.do(Act.NOT_TODAY, day.now)
    view = day.workday.look(day.now)
    assert act("x", view) is Act.TODAY_AGAIN

    day.workday.do(Act.TODAY_AGAIN, day.now)

    assert act("x", day.workday.look(day.now)) is None
    assert [at for at, _ in day.until("10:45").signs] == ["09:45", "10:45"]


def test_who_pressed_the_key_for_early_by_mistake_takes_it_back_with_the_one_for_over() -> None:
    day = Clock("09:00-09:45 10:00-10:45", start="09:20").until("09:50")
    day.workday.do(Act.EARLY, day.now)
    assert day.words[0] == "In conversation until 10:45"

    day.now = day.at("09:50:20")
    day.workday.do(Act.OVER, day.now)

    assert day.words[0] != "In conversation until 10:45"
    assert day.workday.look(day.now).standing.until == day.at("10:00")


def test_a_night_shift_goes_past_midnight() -> None:
    day = Clock("22:00-23:30 23:45-00:30", start="21:00").until("23:30")
    assert day.words[0] == "Between two conversations"
    day.workday.take(day.now)
    assert day.words[0] == "A gap until 23:45"
    day.until("23:59")
    day.day += dt.timedelta(days=1)

    day.until("00:10")
    assert day.words[0] == "In conversation until 00:30"
    assert [at for at, _ in day.until("00:40").signs][-1] == "00:30"


def test_a_night_shift_that_was_not_seen_to_begin_is_that_of_this_evening() -> None:
    day = Clock("22:00-06:00", start="05:00")
    day.look()

    assert [f"{c.start:%d %H:%M}" for c in day.workday.look(day.now).conversations] == ["10 22:00"]
