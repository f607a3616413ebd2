"""Files that are no good calendars: one clear line, or the event left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.calendar import Rule
from assistant.calendar.messages import Ask, Reading
from assistant.calendar.near import Days
from assistant.calendar.read import LARGEST, read
from assistant.calendar.trouble import Trouble
from tests.calendar.calendar_files import MONDAY, OSLO, CalendarUnreadable, calendar, conversations, event

GOOD = calendar(event())


def trouble(path: Path) -> Trouble:
    with pytest.raises(CalendarUnreadable) as refused:
        conversations(path, MONDAY, OSLO, Rule())
    assert "\n" not in str(refused.value)
    return refused.value.trouble


def reading(path: Path, content: bytes) -> Reading:
    path.write_bytes(content)
    return read(Ask(os.fsencode(path), MONDAY, Rule()), seconds=0.3)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Trouble.EMPTY),
        (b"\n\n", Trouble.NO_CALENDAR),
        (bytes(range(256)) * 40, Trouble.NO_CALENDAR),
        (GOOD.decode().encode("utf-16"), Trouble.NO_CALENDAR),
        (b"<html>BEGIN:VCALENDAR</html>", Trouble.NO_CALENDAR),
        (GOOD.replace(b"VERSION:2.0", b"CALSCALE:HEBREW"), Trouble.NO_CALENDAR),
        (GOOD[:-16], Trouble.HALF),
        (GOOD[:60], Trouble.HALF),
        (b"BEGIN:VCALENDAR\n" * 99 + b"END:VCALENDAR\n", Trouble.HALF),
    ],
)
def test_what_is_no_whole_calendar_is_refused(content: bytes, expected: Trouble, tmp_path: Path) -> None:
    (tmp_path / "x.ics").write_bytes(content)

    assert trouble(tmp_path / "x.ics") == expected


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(GOOD)

    assert trouble(tmp_path) == Trouble.FOLDER
    assert trouble(tmp_path / "ring") == Trouble.CLOSED
    assert trouble(tmp_path / "pipe") == Trouble.NO_FILE
    assert trouble(tmp_path / "none.ics") == Trouble.GONE
    assert trouble(tmp_path / "file" / "none.ics") == Trouble.GONE
    assert trouble(Path("a\0b")) == Trouble.CLOSED
    assert trouble(tmp_path / ("long" * 200)) == Trouble.CLOSED


def test_one_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.ics").write_bytes(GOOD)

    def closed(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", closed)

    assert trouble(tmp_path / "x.ics") == Trouble.CLOSED


def test_one_of_more_than_50_mb_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "x.ics").open("wb") as file:
        file.truncate(LARGEST + 1)

    assert trouble(tmp_path / "x.ics") == Trouble.TOO_BIG


def test_the_line_names_the_file_without_tricks(tmp_path: Path) -> None:
    with pytest.raises(CalendarUnreadable, match=r"a b: this calendar is not there"):
        conversations(Path("a\nb"), MONDAY, OSLO, Rule())


def test_a_calendar_without_events_is_a_free_day(tmp_path: Path) -> None:
    assert reading(tmp_path / "x.ics", calendar()) == Reading()


@pytest.mark.parametrize(
    "bad",
    [
        event(start="DTSTART:20260302T250000"),
        event(end="DTEND:20260302T080000"),
        event("RRULE:FREQ=NEVER"),
        event("RRULE:FREQ=SECONDLY"),
        event("RRULE:FREQ=DAILY;INTERVAL=0"),
        event("RRULE:FREQ=DAILY;INTERVAL=" + "9" * 5000),
        event(start="DTSTART:20260302T090000\r\nDTSTART:20260302T090000"),
        event(end="DURATION:soon"),
        event("RDATE:20260302T09"),
        event("RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30"),
    ],
)
def test_an_event_that_cannot_be_is_left_out_and_counted_and_the_rest_is_read(bad: str, tmp_path: Path) -> None:
    found = reading(tmp_path / "x.ics", calendar(bad, event(start="DTSTART:20260302T100000", end="DURATION:PT1H")))

    assert found.left_out == 1
    assert len(found.floating) == 1


def test_an_event_at_no_time_is_not_missed(tmp_path: Path) -> None:
    assert reading(tmp_path / "x.ics", calendar("BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n")) == Reading()


def test_an_event_in_a_zone_that_does_not_exist_is_taken_as_local_and_counted(tmp_path: Path) -> None:
    start = "DTSTART;TZID=Mars/Olympus:20260302T090000"
    found = reading(tmp_path / "x.ics", calendar(event(start=start, end="DURATION:PT1H")))

    assert (len(found.floating), found.zone_unknown, found.left_out) == (1, 1, 0)


def test_a_broken_zone_of_the_file_itself_is_one_that_does_not_exist(tmp_path: Path) -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:x\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    found = reading(
        tmp_path / "x.ics", calendar(zone, event(start="DTSTART;TZID=Ours:20260302T090000", end="DURATION:PT1H"))
    )

    assert found.zone_unknown + found.left_out == 1


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_a_file_makes_more_than_one_line(data: st.DataObject, tmp_path: Path) -> None:
    whole = bytearray(calendar(event("UID:a", "RRULE:FREQ=DAILY;COUNT=9", "EXDATE:20260303T090000"), event()))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    (tmp_path / "x.ics").write_bytes(whole)

    try:
        conversations(tmp_path / "x.ics", MONDAY, OSLO, Rule())
    except CalendarUnreadable as refused:
        assert len(str(refused).splitlines()) == 1


@given(value=st.text(max_size=20))
def test_what_is_no_date_counts_as_near(value: str) -> None:
    days = Days(MONDAY)

    assert days.has(value) or len(value) >= 8
