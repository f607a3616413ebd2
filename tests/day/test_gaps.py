from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.day.conversation import merged
from assistant.day.gaps import Fit, Form, Standing, Where, fit, standing
from assistant.day.sources import from_words
from assistant.script.model import Lengths
from assistant.units import Ms

OSLO = ZoneInfo("Europe/Oslo")
DAY = dt.date(2026, 3, 10)
RITUAL = Lengths(least=60, usual=120, most=180)


def at(time: str, day: dt.date = DAY, fold: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(time), OSLO).replace(fold=fold)


def on(time: str, text: str = "09:00-09:45 10:00-10:45", day: dt.date = DAY) -> Standing:
    return standing(merged(from_words(text, day, OSLO)), at(time, day))


@pytest.mark.parametrize(
    ("time", "where", "until", "free"),
    [
        ("08:00", Where.GAP, "09:00", 3600),
        ("09:00", Where.TALKING, "09:45", 0),
        ("09:44:59", Where.TALKING, "09:45", 0),
        ("09:45", Where.GAP, "10:00", 900),
        ("09:59:59", Where.GAP, "10:00", 1),
        ("10:00", Where.TALKING, "10:45", 0),
        ("10:45", Where.OVER, None, None),
        ("23:59", Where.OVER, None, None),
    ],
)
def test_where_one_is_in_the_day(time: str, where: Where, until: str | None, free: float | None) -> None:
    place = on(time)

    assert (place.where, place.free) == (where, free)
    assert place.until == (at(until) if until else None)


def test_the_next_conversation_is_known_in_one_and_before_one_but_not_after_the_last() -> None:
    starts = [place.next.start if place.next else None for place in (on("09:20"), on("09:50"), on("10:50"))]

    assert starts == [at("10:00"), at("10:00"), None]


def test_where_no_conversation_is_known_nothing_is() -> None:
    assert standing((), at("09:00")) == Standing(Where.UNKNOWN)


def test_a_gap_began_when_the_last_conversation_ended() -> None:
    assert [on(time).since for time in ("08:00", "09:50", "12:00")] == [None, at("09:45"), at("10:45")]


def test_yesterday_is_over_when_a_new_day_begins() -> None:
    place = standing(merged(from_words("09:00-09:45", DAY, OSLO)), at("00:00", dt.date(2026, 3, 11)))

    assert place.where is Where.UNKNOWN


def test_the_day_is_over_though_there_is_one_tomorrow_but_not_in_the_middle_of_a_night_shift() -> None:
    tomorrow = from_words("00:30-01:00", dt.date(2026, 3, 11), OSLO)
    evening = merged((*from_words("18:00-19:00", DAY, OSLO), *tomorrow))
    night = merged((*from_words("22:00-23:45", DAY, OSLO), *tomorrow))

    assert standing(evening, at("19:00")).where is Where.OVER
    assert standing(evening, at("19:00")).free == 5.5 * 3600
    assert standing(night, at("23:45")).where is Where.GAP


@pytest.mark.parametrize(("day", "hours"), [(DAY, 6), (dt.date(2026, 3, 29), 5), (dt.date(2026, 10, 25), 7)])
def test_the_time_that_is_free_is_real_time_when_the_clock_is_moved(day: dt.date, hours: int) -> None:
    assert on("00:00", "06:00-07:00", day).free == hours * 3600


def test_an_hour_that_comes_twice_is_two_hours() -> None:
    autumn = dt.date(2026, 10, 25)
    conversations = merged(from_words("02:00-02:30", autumn, OSLO))

    assert standing(conversations, at("02:15", autumn)).where is Where.TALKING
    assert standing(conversations, at("02:15", autumn, fold=1)).where is Where.OVER


def test_times_are_told_in_the_zone_of_whoever_asks() -> None:
    place = standing(merged(from_words("09:00-09:45", DAY, dt.UTC)), at("09:30"))

    assert f"{place.until:%H:%M}" == "10:00"


@pytest.mark.parametrize(
    ("gap", "fitted"),
    [
        (None, Fit(Form.WHOLE, Ms(180_000))),
        (900, Fit(Form.WHOLE, Ms(180_000))),
        (200, Fit(Form.WHOLE, Ms(140_000))),
        (150, Fit(Form.WHOLE, Ms(90_000))),
        (149.9995, Fit(Form.SHORT, Ms(89_999))),
        (120, Fit(Form.SHORT, Ms(60_000))),
        (119.9, None),
        (90, None),
        (89.9, Fit(Form.SENTENCE, Ms(0))),
        (0, Fit(Form.SENTENCE, Ms(0))),
    ],
)
def test_a_break_ends_with_time_to_spare_and_is_short_or_a_sentence_where_it_must(
    gap: float | None, fitted: Fit | None
) -> None:
    assert fit(gap, RITUAL.least, RITUAL.most) == fitted


def test_the_time_to_spare_is_as_the_user_says() -> None:
    assert fit(120, 15, 300, spare=0) == Fit(Form.WHOLE, Ms(120_000))
    assert fit(120, 15, 300, spare=100) == Fit(Form.SENTENCE, Ms(0))


def test_a_break_that_is_never_long_is_whole_where_there_is_time() -> None:
    assert fit(900, 20, 40) == Fit(Form.WHOLE, Ms(40_000))


@given(st.floats(0, 10_000), st.integers(5, 3600), st.integers(0, 3600), st.floats(0, 600))
def test_no_break_is_longer_than_there_is_time_for(gap: float, least: int, more: int, spare: float) -> None:
    fitted = fit(gap, least, least + more, spare)

    if fitted is not None and fitted.form is not Form.SENTENCE:
        assert least * 1000 <= fitted.length <= (least + more) * 1000
        assert fitted.length / 1000 <= gap - spare + 1e-9
