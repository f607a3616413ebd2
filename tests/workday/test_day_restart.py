"""What of a working day a restart keeps, and what two days that are open at once know of each other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from assistant import paths
from assistant.day.offer import Offer
from assistant.day.plan import Plan
from assistant.settings import Settings
from assistant.workday.keys import Act
from assistant.workday.workday import begin
from tests.workday.workday_clock import SHELF, Clock


def test_a_restart_keeps_what_was_said_and_answered() -> None:
    day = Clock("09:00-09:45 10:30-11:00", start="09:10").until("09:45")
    day.begin()
    assert day.words[0] == "Between two conversations"
    day.look()
    assert len(day.signs) == 1

    day.workday.do(Act.LATER, day.now)
    day.begin()
    assert day.until("09:50").signs == [("09:45", "mellom-to"), ("09:50", "mellom-to")]

    day.workday.do(Act.NOT_TODAY, day.now)
    day.begin()
    assert len(day.until("23:59").signs) == 2


def test_a_day_that_is_open_elsewhere_hears_the_key() -> None:
    here, elsewhere = Clock(None).until("10:00"), Clock(None).until("10:00")
    elsewhere.workday.do(Act.OVER, elsewhere.now)

    here.look()

    assert here.signs == [("10:00", "mellom-to")]
    elsewhere.look()
    assert elsewhere.signs == []
    assert elsewhere.words == ("Between two conversations", "2:00")


def test_a_break_taken_in_one_of_two_is_offered_no_more_in_the_other() -> None:
    here, elsewhere = Clock(None).until("10:00"), Clock(None).until("10:00")
    here.workday.do(Act.OVER, here.now)
    here.look()
    elsewhere.look()
    here.workday.take(here.now)

    elsewhere.look()

    assert elsewhere.words[0] == "No conversation is known today."


def test_a_day_that_is_begun_again_with_nothing_said_is_the_same_day() -> None:
    begin(SHELF, Settings(), Plan("09:00-09:45"))
    begin(SHELF, Settings(), Plan("10:00-10:45", calendars=("/gone.ics",)))

    assert begin(SHELF, Settings())._sources._plan == Plan("10:00-10:45", calendars=("/gone.ics",))


def test_a_home_that_cannot_be_written_stops_nothing(own_home: Path) -> None:
    (own_home / "data").touch()

    assert len(Clock().until("23:59").signs) == 9


def test_a_break_that_was_asked_for_is_no_sign_after_a_restart_either() -> None:
    signs = []
    for restarts in (False, True):
        paths.today().unlink(missing_ok=True)
        day = Clock("08:00-08:45 10:00-10:45", start="07:20")
        day.workday.take(day.now)
        if restarts:
            day.begin()
        signs.append(day.until("07:59").signs)

    assert signs[0] == signs[1]
    assert [at for at, _ in signs[0]] == ["07:30"]


def test_a_sign_that_another_day_gives_at_the_same_moment_is_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    here, elsewhere = Clock("09:00-09:45", start="09:20"), Clock("09:00-09:45", start="09:20")
    for day in (here, elsewhere):
        day.look()
        day.now = day.at("09:45")
    decides = elsewhere.workday._offering.look

    def while_another_is_quicker(now: dt.datetime) -> Offer | None:
        offer = decides(now)
        here.look()
        return offer

    monkeypatch.setattr(elsewhere.workday._offering, "look", while_another_is_quicker)
    elsewhere.look()

    assert (here.signs, elsewhere.signs) == ([("09:45", "mellom-to")], [])


def test_what_is_chosen_while_a_day_is_open_counts_and_nothing_is_forgotten(own_home: Path) -> None:
    (own_home / "data").touch()
    day = Clock("09:00-09:45 09:47-10:45", start="09:20").until("09:45")
    day.workday.choose(Settings(quiet_hours="09:45-12:00", spare=10))
    assert day.words[0] == "A gap until 09:47"

    day.workday.choose(Settings(spare=10))

    assert len(day.workday.look(day.now).conversations) == 2
    assert day.words == ("Between two conversations", "1:50, done at 09:47")


def test_a_daybook_that_cannot_be_written_is_told_of(own_home: Path) -> None:
    (own_home / "data").touch()
    day = Clock("09:00-09:45", start="09:20").until("09:45")

    trouble = day.workday.look(day.now).trouble
    assert trouble == f"{paths.today()}: cannot be written; what happens today is not remembered if you leave"
