"""Which events of a calendar are conversations, and when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.calendar import Rule
from assistant.units import Ms
from tests.calendar.calendar_files import MONDAY, OSLO, calendar, conversations, event, times

if TYPE_CHECKING:
    from pathlib import Path

WEEKLY = "RRULE:FREQ=WEEKLY"
NEXT = MONDAY + dt.timedelta(days=7)
MEETING = ["09:00-09:45"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work.ics"


def test_an_event_is_a_conversation_on_its_day_only(file: Path) -> None:
    file.write_bytes(calendar(event()))

    assert times(file) == MEETING
    assert times(file, MONDAY + dt.timedelta(days=1)) == []
    assert times(file, MONDAY - dt.timedelta(days=1)) == []


@pytest.mark.parametrize(
    "line",
    [
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.no",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.no\r\nORGANIZER:mailto:b@x.no\r\nATTENDEE;PARTSTAT=ACCEPTED:MAILTO:b@x.no",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.no\r\nATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@x.no",
    ],
)
def test_what_is_cancelled_free_all_day_or_declined_by_all_is_none(line: str, file: Path) -> None:
    file.write_bytes(calendar(event(line)))

    assert times(file) == []


@pytest.mark.parametrize(
    "line",
    [
        "STATUS:CONFIRMED",
        "STATUS:TENTATIVE",
        "TRANSP:OPAQUE",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.no\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:b@x.no",
        "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@x.no",
        "BEGIN:VALARM\r\nSTATUS:CANCELLED\r\nDURATION:PT5M\r\nEND:VALARM",
        "SUMMARY:DTSTART:20990101T000000",
        "DESCRIPTION:a\r\n STATUS:CANCELLED",
    ],
)
def test_what_may_take_place_is_one(line: str, file: Path) -> None:
    file.write_bytes(calendar(event(line)))

    assert times(file) == MEETING


def test_tentative_ones_may_be_left_out(file: Path) -> None:
    file.write_bytes(calendar(event("STATUS:TENTATIVE")))

    assert times(file, rule=Rule(tentative=False)) == []


def test_an_event_of_whole_days_is_none(file: Path) -> None:
    whole = event(start="DTSTART;VALUE=DATE:20260302", end="DTEND;VALUE=DATE:20260303")
    midnight = event(start="DTSTART:20260302T000000", end="DTEND:20260303T000000")
    file.write_bytes(calendar(whole, whole.replace("END:VEVENT", "RRULE:FREQ=DAILY\r\nEND:VEVENT"), midnight))

    assert times(file) == []


def test_the_rule_asks_for_a_length_a_category_and_a_word(file: Path) -> None:
    file.write_bytes(calendar(event("CATEGORIES:Arbeid,Samtale", r"SUMMARY:Veiledning\, \n SAMTALE")))

    assert times(file, rule=Rule(least=Ms(45 * 60_000))) == MEETING
    assert times(file, rule=Rule(least=Ms(45 * 60_000 + 1))) == []
    assert times(file, rule=Rule(categories=frozenset({"samtale", "x"}), word="veiledning,")) == MEETING
    assert times(file, rule=Rule(categories=frozenset({"x"}))) == []
    assert times(file, rule=Rule(word="møte")) == []


def test_a_title_in_latin_1_is_read(file: Path) -> None:
    file.write_bytes(calendar(event("SUMMARY:møte")).decode().encode("latin-1"))

    assert times(file, rule=Rule(word="Møte")) == MEETING


def test_a_recurring_event_comes_back_without_its_exceptions(file: Path) -> None:
    moved = event(
        "UID:a", "RECURRENCE-ID:20260309T090000", start="DTSTART:20260310T100000", end="DTEND:20260310T110000"
    )
    off = event("UID:a", "RECURRENCE-ID:20260316T090000", "STATUS:CANCELLED")
    bare = "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20260323T090000\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
    file.write_bytes(calendar(event("UID:a", WEEKLY, "EXDATE:20260330T090000"), moved, off, bare))

    by_week = [times(file, MONDAY + dt.timedelta(days=7 * week)) for week in range(6)]
    assert by_week == [MEETING, [], [], [], [], MEETING]
    assert times(file, NEXT + dt.timedelta(days=1)) == ["10:00-11:00"]


def test_an_exception_without_the_word_is_none_and_one_with_it_is(file: Path) -> None:
    lunch = event("UID:a", "RECURRENCE-ID:20260309T090000", "SUMMARY:lunsj")
    talk = event("UID:b", "RECURRENCE-ID:20260302T090000", "SUMMARY:samtale", start="DTSTART:20260302T090000")
    file.write_bytes(
        calendar(event("UID:a", WEEKLY, "SUMMARY:samtale"), lunch, event("UID:b", WEEKLY, "SUMMARY:annet"), talk)
    )

    assert times(file, rule=Rule(word="samtale")) == MEETING
    assert times(file, NEXT, Rule(word="samtale")) == []


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=DAILY;COUNT=999999999",
        "RRULE:FREQ=WEEKLY;INTERVAL=5;BYDAY=MO",
        "RRULE:FREQ=WEEKLY;UNTIL=29991231T000000",
        "RRULE:FREQ=HOURLY;INTERVAL=24",
        "RDATE:" + ",".join(f"{2000 + n // 366}0{1 + n % 9}02T090000" for n in range(20_000)),
    ],
)
def test_rules_without_end_are_bounded_to_the_day(rule: str, file: Path) -> None:
    file.write_bytes(
        calendar(
            event(rule, start="DTSTART;TZID=Europe/Oslo:19960304T090000", end="DTEND;TZID=Europe/Oslo:19960304T094500")
        )
    )

    assert times(file, dt.date(2026, 3, 2)) == MEETING


def test_floating_utc_and_zoned_times_are_what_they_are(file: Path) -> None:
    file.write_bytes(
        calendar(
            event(),
            event(start="DTSTART:20260302T110000Z", end="DTEND:20260302T120000Z"),
            event(start="DTSTART;TZID=America/New_York:20260302T080000", end="DURATION:PT30M"),
            event(start="DTSTART;TZID=W. Europe Standard Time:20260302T160000", end="DURATION:PT30M"),
        )
    )

    assert times(file) == ["09:00-09:45", "12:00-13:00", "14:00-14:30", "16:00-16:30"]
    assert times(file, zone=ZoneInfo("Asia/Tokyo")) == ["09:00-09:45", "20:00-21:00", "22:00-22:30"]


def test_a_zone_of_the_file_itself_is_used_also_if_it_comes_last(file: Path) -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Our house\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    file.write_bytes(
        calendar(
            event(start="DTSTART;TZID=Our house:20260302T120000", end="DTEND;TZID=Our house:20260302T130000"), zone
        )
    )

    assert times(file) == ["10:00-11:00"]


def test_a_calendar_whose_own_zone_nobody_knows_is_read_all_the_same(file: Path) -> None:
    file.write_bytes(calendar("X-WR-TIMEZONE:Mars/Olympus\r\n", event()))

    assert times(file) == MEETING


def test_a_line_without_end_is_read_in_part(file: Path) -> None:
    file.write_bytes(calendar(event("SUMMARY:samtale" + "\r\n x" * 100_000, "ATTENDEE;" + 'A="' * 100_000 + ":x")))

    assert times(file, rule=Rule(word="samtale")) == MEETING


def test_summer_time_moves_what_is_zoned_and_not_what_is_in_utc(file: Path) -> None:
    zoned = event(WEEKLY, start="DTSTART;TZID=Europe/Oslo:20260323T090000", end="DURATION:PT45M")
    utc = event(WEEKLY, start="DTSTART:20260323T110000Z", end="DURATION:PT45M")
    file.write_bytes(calendar(zoned, utc))

    assert times(file, dt.date(2026, 3, 23)) == ["09:00-09:45", "12:00-12:45"]
    assert times(file, dt.date(2026, 3, 30)) == ["09:00-09:45", "13:00-13:45"]


def test_the_length_of_one_across_the_change_of_the_clock_is_real(file: Path) -> None:
    file.write_bytes(calendar(event(start="DTSTART:20260329T013000", end="DTEND:20260329T031000")))

    assert times(file, dt.date(2026, 3, 29), Rule(least=Ms(40 * 60_000))) == ["01:30-03:10"]
    assert times(file, dt.date(2026, 3, 29), Rule(least=Ms(41 * 60_000))) == []


def test_one_past_midnight_belongs_to_both_days_whole(file: Path) -> None:
    file.write_bytes(calendar(event(start="DTSTART:20260302T230000", end="DTEND:20260303T010000")))

    assert times(file) == times(file, MONDAY + dt.timedelta(days=1)) == ["23:00-01:00"]
    assert times(file, MONDAY + dt.timedelta(days=2)) == []


def test_a_later_version_of_an_event_replaces_it_wherever_it_went(file: Path) -> None:
    gone = event("UID:a", "SEQUENCE:2", start="DTSTART:20260601T090000", end="DURATION:PT1H")
    file.write_bytes(calendar(event("UID:a", "SEQUENCE:1"), gone))

    assert times(file) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minutes_ago=st.integers(24 * 60, 36 * 365 * 24 * 60),
    frequency=st.sampled_from(["MINUTELY", "HOURLY", "DAILY", "WEEKLY"]),
    interval=st.integers(7, 60),
    after=st.integers(0, 60),
)
def test_a_rule_gives_the_same_however_long_ago_it_began(
    minutes_ago: int, frequency: str, interval: int, after: int, file: Path
) -> None:
    day = MONDAY + dt.timedelta(days=after)
    start = dt.datetime.combine(MONDAY, dt.time(), dt.UTC) - dt.timedelta(minutes=minutes_ago)
    step = {"MINUTELY": 1, "HOURLY": 60, "DAILY": 1440, "WEEKLY": 10080}[frequency] * interval * dt.timedelta(minutes=1)
    file.write_bytes(
        calendar(
            event(
                f"RRULE:FREQ={frequency};INTERVAL={interval}",
                start=f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
                end="DURATION:PT20M",
            )
        )
    )
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    first = start + (midnight - dt.timedelta(minutes=20) - start) // step * step
    expected = [first + n * step for n in range(1500) if midnight < first + n * step + dt.timedelta(minutes=20)]
    expected = [when for when in expected if when < midnight + dt.timedelta(days=1)]

    found = conversations(file, day, dt.UTC, Rule())

    assert [one.start for one in found] == expected


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minute=st.integers(0, 365 * 24 * 60),
    minutes=st.integers(10, 22 * 60),
    zone=st.sampled_from([OSLO, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago")]),
)
def test_whoever_looks_from_where_an_event_is_found_on_each_day_that_it_touches(
    minute: int, minutes: int, zone: ZoneInfo, file: Path
) -> None:
    begins = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minute)
    ends = begins + dt.timedelta(minutes=minutes)
    file.write_bytes(calendar(event(start=f"DTSTART:{begins:%Y%m%dT%H%M%SZ}", end=f"DTEND:{ends:%Y%m%dT%H%M%SZ}")))
    days = {begins.astimezone(zone).date(), (ends - dt.timedelta(seconds=1)).astimezone(zone).date()}

    for day in (min(days) + dt.timedelta(days=n) for n in range(-2, 4)):
        found = conversations(file, day, zone, Rule())
        assert [(one.start.astimezone(dt.UTC), one.end.astimezone(dt.UTC)) for one in found] == (
            [(begins, ends)] if day in days else []
        )
