"""A day as a ribbon of conversations and pauses."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.record.ribbon import ASCII, GLYPHS, MARK, Kind, Ribbon, hours_of, ribbon

OSLO = ZoneInfo("Europe/Oslo")
DAY = dt.date(2026, 11, 24)
PUT_FORWARD, PUT_BACK = dt.date(2026, 3, 29), dt.date(2026, 10, 25)
NEVER = dt.datetime(2020, 1, 1, tzinfo=OSLO)

Conversations = list[tuple[dt.datetime, dt.datetime]]
Pauses = list[tuple[dt.datetime, float]]


def at(time: str, day: dt.date = DAY, fold: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(time), OSLO).replace(fold=fold)


def talk(*spans: str, day: dt.date = DAY) -> Conversations:
    return [(at(start, day), at(end, day)) for start, end in (span.split("-") for span in spans)]


def band(
    conversations: Conversations = [],  # noqa: B006 - never changed
    pauses: Pauses = [],  # noqa: B006
    hours: tuple[int, int] = (8, 18),
    width: int = 20,
    day: dt.date = DAY,
    now: dt.datetime = NEVER,
) -> str:
    """The ribbon in ASCII: half an hour for each character, unless something else is said."""
    return ribbon(day, hours, conversations, pauses, now, width, ascii_only=True).lines()[0]


def numbers(hours: tuple[int, int], width: int, now: dt.datetime = NEVER, day: dt.date = DAY) -> str:
    return ribbon(day, hours, (), (), now, width).hours


# What is seen


def test_a_day_as_it_stands_on_the_screen() -> None:
    one = ribbon(DAY, (8, 16), talk("09:00-09:45", "10:00-10:45"), [(at("09:47"), 120)], at("12:40"), 48)

    assert one.lines() == (
        "──────━━━━●─━━━━────────────────────────────────",
        "8     9     10    11    12  ▴ 13    14    15    ",
    )


def test_an_empty_day_is_a_quiet_line() -> None:
    assert band() == "-" * 20


def test_a_conversation_a_pause_and_the_rest_differ_without_colour() -> None:
    assert len(set(GLYPHS.values())) == len(set(ASCII.values())) == 3


@pytest.mark.parametrize(
    ("span", "seen"),
    [
        ("09:00-10:00", "--==----------------"),
        ("06:00-09:00", "==------------------"),
        ("17:30-23:00", "-------------------="),
        ("06:00-23:00", "===================="),
        ("06:00-07:00", "--------------------"),
        ("06:00-08:00", "--------------------"),
        ("18:00-19:00", "--------------------"),
        ("09:10-09:15", "--=-----------------"),
        ("10:00-09:00", "--------------------"),
        ("09:00-09:00", "--------------------"),
    ],
)
def test_a_conversation_is_where_it_was_and_nothing_outside_the_hours(span: str, seen: str) -> None:
    assert band(talk(span)) == seen


def test_conversations_that_overlap_are_seen_as_one() -> None:
    assert band(talk("09:00-10:00", "09:30-11:00")) == band(talk("09:00-11:00"))


@pytest.mark.parametrize(
    ("time", "seconds", "seen"),
    [
        ("09:00", 0, "--o-----------------"),
        ("09:00", 120, "--o-----------------"),
        ("09:00", 3600, "--oo----------------"),
        ("08:00", 0, "o-------------------"),
        ("17:59", 120, "-------------------o"),
        ("18:00", 120, "--------------------"),
        ("07:58", 120, "--------------------"),
        ("09:00", -5, "--o-----------------"),
    ],
)
def test_a_pause_is_at_least_one_sign(time: str, seconds: float, seen: str) -> None:
    assert band(pauses=[(at(time), seconds)]) == seen


def test_a_pause_in_a_conversation_is_seen() -> None:
    assert band(talk("09:00-11:00"), [(at("10:00"), 60)]) == "--==o=--------------"


def test_a_conversation_over_midnight_is_seen_on_both_days() -> None:
    night = [(at("23:00"), at("01:00", DAY + dt.timedelta(days=1)))]

    assert band(night, hours=(0, 24), width=24) == "-" * 23 + "="
    assert band(night, hours=(0, 24), width=24, day=DAY + dt.timedelta(days=1)) == "=" + "-" * 23


def test_a_night_watch_is_one_ribbon() -> None:
    night = [(at("23:00"), at("01:00", DAY + dt.timedelta(days=1)))]

    assert band(night, hours=(22, 30), width=16) == "--====----------"
    assert numbers((22, 30), 32) == "22  23  0   1   2   3   4   5   "


@pytest.mark.parametrize("day", [PUT_FORWARD, PUT_BACK])
def test_every_sign_is_the_same_real_time_when_the_clock_is_moved(day: dt.date) -> None:
    real_hours = {PUT_FORWARD: 5, PUT_BACK: 7}[day]
    last_hour = talk("05:00-06:00", day=day)

    assert band(last_hour, hours=(0, 6), width=real_hours * 4, day=day) == "----" * (real_hours - 1) + "===="


def test_the_same_moments_told_in_another_zone_are_the_same_ribbon() -> None:
    here = talk("09:00-10:00", "13:15-14:00")
    elsewhere = [(start.astimezone(dt.UTC), end.astimezone(ZoneInfo("Asia/Tokyo"))) for start, end in here]

    assert band(elsewhere) == band(here)


# The hours beneath


def test_numbers_stand_where_there_is_room_for_them() -> None:
    assert numbers((8, 17), 27) == "8  9  10 11 12 13 14 15 16 "
    assert numbers((8, 17), 18) == "8   10  12  14  16"
    assert numbers((0, 24), 10) == "0    12   "


def test_an_hour_that_the_clock_leaves_out_has_no_number() -> None:
    assert numbers((0, 6), 30, day=PUT_FORWARD) == "0     1     3     4     5     "


def test_now_stands_beneath_the_ribbon_and_hides_nothing_of_it() -> None:
    one = ribbon(DAY, (8, 18), [], [(at("09:40"), 60)], at("09:40"), 20)

    assert one.lines() == ("───●────────────────", "8  ▴    12  14  16  ")
    assert one.now == 3


@pytest.mark.parametrize("now", [at("07:59"), at("18:00"), at("09:00", DAY + dt.timedelta(days=1))])
def test_where_now_is_at_another_time_there_is_no_mark(now: dt.datetime) -> None:
    one = ribbon(DAY, (8, 18), [], [], now, 20)

    assert one.now is None
    assert MARK not in one.hours


@pytest.mark.parametrize(("hours", "width"), [((8, 8), 20), ((9, 8), 20), ((8, 9), 9), ((8, 9), 0)])
def test_a_ribbon_that_cannot_be_is_refused(hours: tuple[int, int], width: int) -> None:
    with pytest.raises(ValueError, match="no ribbon"):
        ribbon(DAY, hours, (), (), NEVER, width)


def test_an_hour_that_the_clock_leaves_out_is_no_ribbon() -> None:
    with pytest.raises(ValueError, match="no ribbon"):
        ribbon(PUT_FORWARD, (2, 3), (), (), NEVER, 20)


# Which hours


@pytest.mark.parametrize(
    ("conversations", "pauses", "hours"),
    [
        ([], [], (8, 16)),
        (talk("09:00-15:00"), [], (8, 16)),
        (talk("07:30-09:00"), [(at("16:10"), 60.0)], (7, 17)),
        (talk("07:00-09:00"), [(at("15:59"), 60.0)], (7, 16)),
        ([(at("23:00"), at("01:00", DAY + dt.timedelta(days=1)))], [], (8, 24)),
        ([(at("23:00", DAY - dt.timedelta(days=1)), at("01:00"))], [], (0, 16)),
        (talk("20:00-21:00", day=DAY - dt.timedelta(days=1)), [], (8, 16)),
    ],
)
def test_the_hours_are_those_of_a_working_day_or_more(
    conversations: Conversations, pauses: Pauses, hours: tuple[int, int]
) -> None:
    assert hours_of(DAY, OSLO, conversations, pauses) == hours


# Whatever the day was


zones = st.sampled_from([OSLO, dt.UTC, ZoneInfo("Asia/Kolkata"), ZoneInfo("America/St_Johns"), ZoneInfo("Asia/Tokyo")])
days = st.sampled_from([DAY, PUT_FORWARD, PUT_BACK, dt.date(2024, 2, 29)])
hour_pairs = st.tuples(st.integers(0, 23), st.integers(1, 30)).filter(lambda pair: pair[0] + 1 < pair[1])
minutes = st.integers(-600, 2400)


@st.composite
def ribbons(draw: st.DrawFn) -> tuple[Ribbon, Ribbon, int]:
    day, zone, width = draw(days), draw(zones), draw(st.integers(10, 200))
    midnight = dt.datetime.combine(day, dt.time(), zone).astimezone(dt.UTC)

    def moment(minute: int) -> dt.datetime:
        return midnight + dt.timedelta(minutes=minute)

    conversations = [(moment(a), moment(b)) for a, b in draw(st.lists(st.tuples(minutes, minutes), max_size=12))]
    pauses = [(moment(a), s) for a, s in draw(st.lists(st.tuples(minutes, st.floats(0, 7200)), max_size=12))]
    now, hours = moment(draw(minutes)).astimezone(zone), draw(hour_pairs)
    drawn, plain = (
        ribbon(day, hours, conversations, pauses, now, width, ascii_only=ascii_only) for ascii_only in (False, True)
    )
    return drawn, plain, width


@given(ribbons())
def test_both_lines_are_as_wide_as_was_asked(made: tuple[Ribbon, Ribbon, int]) -> None:
    drawn, plain, width = made

    assert [len(line) for line in (*drawn.lines(), *plain.lines())] == [width] * 4


@given(ribbons())
def test_in_ascii_it_is_the_same_ribbon(made: tuple[Ribbon, Ribbon, int]) -> None:
    drawn, plain, _width = made

    assert [(s.kind, len(s.text)) for s in drawn.band] == [(s.kind, len(s.text)) for s in plain.band]
    assert all(line.isascii() for line in plain.lines())


@given(ribbons())
def test_a_segment_is_of_one_kind_and_the_next_of_another(made: tuple[Ribbon, Ribbon, int]) -> None:
    segments = made[0].band

    assert all(set(segment.text) == {GLYPHS[segment.kind]} for segment in segments)
    assert all(one.kind is not other.kind for one, other in pairwise(segments))


@given(ribbons())
def test_the_mark_stands_alone_where_it_is_said_to_stand_and_there_is_something_to_go_by(
    made: tuple[Ribbon, Ribbon, int],
) -> None:
    drawn, _plain, _width = made
    marks = [at for at, sign in enumerate(drawn.hours) if sign == MARK]

    assert marks == ([] if drawn.now is None else [drawn.now])
    assert marks or drawn.hours.strip()
    for mark in marks:
        assert not any(beside.isdigit() for beside in drawn.hours[max(mark - 1, 0) : mark + 2])


@given(day=days, zone=zones, spans=st.lists(st.tuples(st.integers(0, 1430), st.integers(10, 600)), max_size=8))
def test_all_of_a_day_is_seen_in_its_own_hours(day: dt.date, zone: dt.tzinfo, spans: list[tuple[int, int]]) -> None:
    midnight = dt.datetime.combine(day, dt.time(), zone)
    pauses = [(midnight + dt.timedelta(minutes=start), length * 60.0) for start, length in spans]

    hours = hours_of(day, zone, (), pauses)
    seen = ribbon(day, hours, (), pauses, midnight, 200)

    assert (0 <= hours[0] <= 8, 16 <= hours[1] <= 24) == (True, True)
    assert any(segment.kind is Kind.PAUSE for segment in seen.band) == bool(spans)
