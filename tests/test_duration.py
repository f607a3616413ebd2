from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.duration import clock_face, exact, hours, minute_of_day, parse_duration, time_left
from assistant.units import Ms


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("2m", 120_000),
        ("90s", 90_000),
        ("90", 90_000),
        ("1m40s", 100_000),
        ("1m 40s", 100_000),
        ("1:40", 100_000),
        ("1.5m", 90_000),
        ("1,5 min", 90_000),
        ("100 sek", 100_000),
        ("3h", 10_800_000),
        ("0", 0),
        ("2M", 120_000),
    ],
)
def test_a_length_of_time_is_read_as_people_write_it(text: str, milliseconds: int) -> None:
    assert parse_duration(text) == milliseconds


@pytest.mark.parametrize("text", ["", " ", "abc", "-5", "2x", "1:75", "m", "1e3", "nan", "∞", "9" * 30])
def test_what_is_no_length_of_time_is_none(text: str) -> None:
    assert parse_duration(text) is None


@given(st.text(max_size=20))
def test_any_text_is_a_length_or_none(text: str) -> None:
    length = parse_duration(text)

    assert length is None or length >= 0


def test_a_clock_face_counts_the_second_that_has_begun() -> None:
    assert [clock_face(Ms(ms)) for ms in (120_000, 119_999, 119_000, 1, 0)] == ["2:00", "2:00", "1:59", "0:01", "0:00"]


def test_an_exact_time_has_its_milliseconds() -> None:
    assert exact(Ms(83_007)) == "1:23.007"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("10:15", 15 * 60), ("10.15", 15 * 60), ("11", 3600), ("09:30", -1800), ("9:59", -60), ("24:00", 14 * 3600)],
)
def test_the_time_until_a_time_of_the_day(text: str, seconds: int) -> None:
    assert time_left(text, dt.datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Oslo"))) == seconds * 1000


@pytest.mark.parametrize("text", ["", "24:01", "25", "10:60", "ten", "10:15:30", "-1", "101", "٩"])
def test_what_is_no_time_of_the_day_is_nothing(text: str) -> None:
    assert minute_of_day(text) is None
    assert time_left(text, dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)) is None


@pytest.mark.parametrize(("date", "hours"), [(dt.date(2026, 3, 29), 2), (dt.date(2026, 10, 25), 4)])
def test_the_night_when_the_clocks_change_is_reckoned_in_true_hours(date: dt.date, hours: int) -> None:
    one_o_clock = dt.datetime.combine(date, dt.time(1), ZoneInfo("Europe/Oslo"))

    assert time_left("04:00", one_o_clock) == hours * 3_600_000


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this machine cannot be changed for a test")
@pytest.mark.parametrize(("date", "hours"), [(dt.date(2026, 3, 29), 2), (dt.date(2026, 10, 25), 4)])
def test_that_night_is_reckoned_so_on_the_clock_of_the_machine_as_well(
    date: dt.date, hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Oslo")
    time.tzset()

    assert time_left("04:00", dt.datetime.combine(date, dt.time(1))) == hours * 3_600_000


@pytest.mark.parametrize(
    ("text", "minute"), [("9", 540), ("09:00", 540), ("9.30", 570), (" 0:05 ", 5), ("23:59", 1439), ("24:00", 1440)]
)
def test_a_time_of_the_day_is_minutes_since_midnight(text: str, minute: int) -> None:
    assert minute_of_day(text) == minute


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from([":", "."]))
def test_every_minute_of_the_day_can_be_written(hour: int, minute: int, point: str) -> None:
    assert (
        minute_of_day(f"{hour}{point}{minute:02}")
        == minute_of_day(f"{hour:02}{point}{minute:02}")
        == hour * 60 + minute
    )


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("17:00-08:00", dt.time(17), dt.time(8)),
        ("8-17", dt.time(8), dt.time(17)),
        (" 22.30 – 6 ", dt.time(22, 30), dt.time(6)),
        ("17-24:00", dt.time(17), dt.time.max),
        ("24:00-6", dt.time(0), dt.time(6)),
        ("0-24", dt.time(0), dt.time.max),
    ],
)
def test_hours_are_from_one_time_to_another(text: str, since: dt.time, until: dt.time) -> None:
    assert hours(text) == (since, until)


@pytest.mark.parametrize("text", ["", "8", "8-", "-8", "8-9-10", "8-25", "8-8", "0-0", "24-0", "eight-nine"])
def test_what_is_no_hours_is_nothing(text: str) -> None:
    assert hours(text) is None


@given(st.text(alphabet="0123456789:.-– ", max_size=14))
def test_any_text_is_hours_that_differ_or_none(text: str) -> None:
    read = hours(text)

    assert read is None or read[0] != read[1]
