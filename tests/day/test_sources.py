from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.day.conversation import Conversation, DayRefused, instant, merged
from assistant.day.sources import every, from_words

OSLO = ZoneInfo("Europe/Oslo")
DAY = dt.date(2026, 3, 10)
SPRING, AUTUMN = dt.date(2026, 3, 29), dt.date(2026, 10, 25)
"""In 2026 these are the days on which the clock is moved."""


def shown(conversations: tuple[Conversation, ...]) -> list[str]:
    return [f"{c.start:%H:%M}-{c.end:%H:%M}" for c in conversations]


def minutes(conversation: Conversation) -> float:
    return (instant(conversation.end) - instant(conversation.start)).total_seconds() / 60


@pytest.mark.parametrize(
    "text",
    [
        "09:00-09:45 10:00-10:45",
        "10:00-10:45, 09:00-09:45",
        "9-9:45 10-10:45",
        " 9.00 – 9.45;10.00 — 10.45 ",
        "09:00 -09:45\n10:00- 10:45",
    ],
)
def test_conversations_are_read_as_people_write_them(text: str) -> None:
    assert shown(from_words(text, DAY, OSLO)) == ["09:00-09:45", "10:00-10:45"]


def test_conversations_are_on_the_day_and_in_the_zone_that_were_asked_for() -> None:
    (conversation,) = from_words("09:00-09:45", DAY, OSLO)

    assert conversation.start == dt.datetime(2026, 3, 10, 8, 0, tzinfo=dt.UTC)
    assert conversation.start.tzinfo is OSLO


def test_a_conversation_of_a_night_shift_goes_past_midnight() -> None:
    (conversation,) = from_words("22:30-06:15", DAY, OSLO)

    assert (conversation.start.date(), conversation.end.date()) == (DAY, DAY + dt.timedelta(days=1))
    assert shown((conversation,)) == ["22:30-06:15"]


def test_a_rhythm_goes_past_midnight() -> None:
    assert shown(every("45m+15m", "22", "1", DAY, OSLO)) == ["22:00-22:45", "23:00-23:45", "00:00-00:45"]


def test_a_conversation_may_end_when_the_day_does() -> None:
    (conversation,) = from_words("23:00-24:00", DAY, OSLO)

    assert conversation.end.date() == dt.date(2026, 3, 11)
    assert minutes(conversation) == 60


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "there are no conversations there; write 09:00-09:45 10:00-10:45"),
        (" , ", "there are no conversations there; write 09:00-09:45 10:00-10:45"),
        ("09:00-25:00", "“25:00” is no time of the day; write 9:00"),
        ("09:60-10:00", "“09:60” is no time of the day; write 9:00"),
        ("24:30-24:45", "“24:30” is no time of the day; write 9:00"),
        ("10:00-09:00", "“10:00-09:00” ends before it has begun"),
        ("10:00-10:00", "“10:00-10:00” ends before it has begun"),
        ("09:00", "“09:00” is no conversation; write 09:00-09:45"),
        ("09:00-09:45-10:00", "“09:00-09:45-10:00” is no conversation; write 09:00-09:45"),
        ("09:00-09:45 lunch", "“lunch” is no conversation; write 09:00-09:45"),
        ("9-\x1b[31mten", "“ten” is no time of the day; write 9:00"),
        ("٩-١٠", "“٩” is no time of the day; write 9:00"),
    ],
)
def test_what_is_no_conversation_is_refused_in_one_line(text: str, line: str) -> None:
    with pytest.raises(DayRefused) as refused:
        from_words(text, DAY, OSLO)

    assert str(refused.value) == line


TEXTS = st.text(alphabet="0123456789:-. +mhx,\n\x1b", max_size=40)


@given(TEXTS)
def test_any_text_is_conversations_or_one_plain_line(text: str) -> None:
    try:
        assert all(instant(c.start) < instant(c.end) for c in from_words(text, SPRING, OSLO))
    except DayRefused as refused:
        assert str(refused).isprintable()


@given(TEXTS, TEXTS)
def test_any_rhythm_is_conversations_or_one_plain_line(rhythm: str, end: str) -> None:
    try:
        assert all(instant(c.start) < instant(c.end) for c in every(rhythm, "9", end, AUTUMN, OSLO))
    except DayRefused as refused:
        assert str(refused).isprintable()


def test_a_rhythm_gives_as_many_conversations_as_end_in_time() -> None:
    assert shown(every("45m+15m", "9", "12:30", DAY, OSLO)) == ["09:00-09:45", "10:00-10:45", "11:00-11:45"]
    assert shown(every("45m+15m", "9", "16", DAY, OSLO))[-1] == "15:00-15:45"


@pytest.mark.parametrize("rhythm", ["45m+15m", "45+15", " 45 min + 15 min ", "0.75h+900s"])
def test_a_rhythm_is_read_as_people_write_it_and_a_number_alone_is_minutes(rhythm: str) -> None:
    assert shown(every(rhythm, "9:00", "11", DAY, OSLO)) == ["09:00-09:45", "10:00-10:45"]


def test_a_rhythm_without_a_pause_is_one_conversation_after_another() -> None:
    assert shown(every("30m+0", "9", "10", DAY, OSLO)) == ["09:00-09:30", "09:30-10:00"]


@pytest.mark.parametrize("rhythm", ["", "45m", "45m+", "+15m", "45m+15m+5m", "1:30+0:15", "10s+5s", "0+15m", "25h+1m"])
def test_what_is_no_rhythm_is_refused_in_one_line(rhythm: str) -> None:
    with pytest.raises(DayRefused, match="is no rhythm; write 45m"):
        every(rhythm, "9", "16", DAY, OSLO)


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [
        ("9", "9:30", "no conversation of “45m+15m” fits between 9 and 9:30"),
        ("16", "9", "“16-9” ends before it has begun"),
        ("9", "25", "“25” is no time of the day; write 9:00"),
    ],
)
def test_a_rhythm_that_does_not_fit_is_refused_in_one_line(start: str, end: str, line: str) -> None:
    with pytest.raises(DayRefused) as refused:
        every("45m+15m", start, end, DAY, OSLO)

    assert str(refused.value) == line


def test_the_last_day_there_is_gives_one_line() -> None:
    with pytest.raises(DayRefused) as refused:
        from_words("23:00-24:00", dt.date.max, OSLO)

    assert str(refused.value) == "9999-12-31 is no day that can be reckoned with"


@pytest.mark.parametrize(
    ("text", "clocks", "length"),
    [
        ("01:30-03:30", "01:30-03:30", 60),
        ("02:15-02:45", "03:15-03:45", 30),
        ("01:30-02:30", "01:30-03:30", 60),
        ("02:45-03:15", "03:45-04:15", 30),
    ],
)
def test_a_time_that_the_spring_leaves_out_moves_on(text: str, clocks: str, length: int) -> None:
    (conversation,) = from_words(text, SPRING, OSLO)

    assert shown((conversation,)) == [clocks]
    assert minutes(conversation) == length


@pytest.mark.parametrize(("text", "length"), [("02:15-02:45", 30), ("01:30-02:30", 60), ("02:30-03:30", 120)])
def test_a_time_that_the_autumn_shows_twice_is_the_first(text: str, length: int) -> None:
    (conversation,) = from_words(text, AUTUMN, OSLO)

    assert shown((conversation,)) == [text]
    assert minutes(conversation) == length


@pytest.mark.parametrize(("day", "count"), [(DAY, 6), (SPRING, 5), (AUTUMN, 7)])
def test_a_rhythm_keeps_its_minutes_in_a_night_in_which_the_clock_is_moved(day: dt.date, count: int) -> None:
    conversations = every("45m+15m", "0", "6", day, OSLO)

    assert len(conversations) == count
    assert {minutes(conversation) for conversation in conversations} == {45}


def test_those_that_overlap_or_touch_are_one_and_one_that_ends_before_it_starts_is_none() -> None:
    nine, ten, eleven, noon = (dt.datetime(2026, 3, 10, hour, tzinfo=OSLO) for hour in (9, 10, 11, 12))
    half = dt.timedelta(minutes=30)

    assert merged([Conversation(ten, eleven), Conversation(nine, ten + half)]) == (Conversation(nine, eleven),)
    assert merged([Conversation(nine, ten), Conversation(ten, eleven)]) == (Conversation(nine, eleven),)
    assert merged([Conversation(nine, noon), Conversation(ten, eleven)]) == (Conversation(nine, noon),)
    assert merged([Conversation(ten, nine), Conversation(noon, noon)]) == ()


def test_those_that_touch_only_by_the_clock_stay_two_when_the_hour_comes_twice() -> None:
    half = dt.datetime(2026, 10, 25, 2, 30, tzinfo=OSLO)
    first, second = (
        Conversation(when, when + dt.timedelta(minutes=15)) for when in (half, half.replace(fold=1, minute=45))
    )

    assert len(merged([second, first])) == 2


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        merged([Conversation(dt.datetime(2026, 3, 10, 9), dt.datetime(2026, 3, 10, 10))])  # noqa: DTZ001
