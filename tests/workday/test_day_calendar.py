"""A working day that is read from calendars: what they say, when they change, and when they cannot be read."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from assistant.day.plan import Plan
from assistant.settings import Settings
from assistant.workday.keys import Act
from assistant.workday.words import words_of
from assistant.workday.workday import begin
from tests.calendar.calendar_files import calendar, event
from tests.workday.workday_clock import PATIENCE, SHELF, Clock

MONDAY = dt.date(2026, 3, 2)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    path = tmp_path / "work.ics"
    path.write_bytes(
        calendar(event("SUMMARY:CANARY"), event(start="DTSTART:20260302T100000", end="DTEND:20260302T104500"))
    )
    return path


def test_a_calendar_is_a_day(work: Path) -> None:
    day = Clock(None, MONDAY, calendars=(str(work),)).read().until("09:45")

    assert day.signs == [("08:30", "inn-i-dagen"), ("09:45", "mellom-to")]
    assert day.workday.look(day.now).standing.until == day.at("10:00")


def test_until_a_calendar_has_been_read_nothing_is_offered(work: Path) -> None:
    day = Clock(None, MONDAY, calendars=(str(work),))
    day.now = day.at("09:46")

    view = day.workday.look(day.now)

    assert (view.reading, view.offer) == (True, None)
    assert words_of(view, SHELF).hint == "the calendar is being read"
    day.read().look()
    assert day.signs == [("09:46", "mellom-to")]


def test_a_calendar_that_changes_is_read_again(work: Path) -> None:
    day = Clock(None, MONDAY, calendars=(str(work),)).read().until("09:30")
    work.write_bytes(
        calendar(
            event(end="DTEND:20260302T100000"), event(start="DTSTART:20260302T103000", end="DTEND:20260302T110000")
        )
    )

    until = time.monotonic() + PATIENCE
    while day.workday.look(day.now).standing.until != day.at("10:00") and time.monotonic() < until:
        day.now += dt.timedelta(seconds=10)
        time.sleep(0.02)

    assert day.until("10:00").signs[-1] == ("10:00", "mellom-to")


def test_a_calendar_that_is_not_there_is_told_of_and_the_day_goes_on(tmp_path: Path) -> None:
    gone = tmp_path / "gone.ics"
    day = Clock("09:00-09:45", MONDAY, calendars=(str(gone),)).read().until("09:45")

    assert day.signs[-1] == ("09:45", "mellom-to")
    assert day.workday.look(day.now).trouble == f"{gone}: this calendar is not there; see that the name is right"


def test_calendars_of_the_settings_and_of_the_command_line_are_one_day(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    workday = begin(SHELF, Settings(calendars=("~/work.ics",)), Plan(calendars=(str(work), str(work))))

    assert workday._sources.files == (work,)


def test_with_a_calendar_a_restart_keeps_who_came_early(work: Path) -> None:
    day = Clock(None, MONDAY, start="09:20", calendars=(str(work),)).read().until("09:50")
    day.workday.do(Act.EARLY, day.now)
    assert day.words[0] == "In conversation until 10:45"

    day.begin()
    day.now = day.at("09:51")

    assert day.read().words[0] == "In conversation until 10:45"


def test_a_clock_that_is_put_back_does_not_stop_the_reading_of_calendars(work: Path) -> None:
    day = Clock(None, MONDAY, start="10:50", calendars=(str(work),)).read()
    day.now = day.at("09:20")
    work.unlink()

    until = time.monotonic() + PATIENCE
    while (trouble := day.workday.look(day.now).trouble) is None and time.monotonic() < until:
        time.sleep(0.01)

    assert (
        trouble == f"{work}: this calendar is not there; see that the name is right; going on with what was read before"
    )


@pytest.mark.parametrize("calendar", ["~nobody-of-that-name/work.ics", "/gone\x00.ics"])
def test_a_calendar_of_the_settings_that_can_be_nowhere_is_told_of(calendar: str) -> None:
    day = Clock("09:00-09:45", chosen=Settings(calendars=(calendar,)), start="09:20")

    assert day.read().workday.look(day.now).trouble is not None
