"""A month as a calm calendar of dots."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import i18n
from assistant.language import Language
from assistant.record.month import WIDTH, month, name, part

TODAY = dt.date(2026, 11, 24)


def at(day: int, time: str = "09:00", month_: int = 11, year: int = 2026) -> dt.datetime:
    return dt.datetime.combine(dt.date(year, month_, day), dt.time.fromisoformat(time), dt.UTC)


def shown(*began: dt.datetime, today: dt.date = TODAY, first: dt.date = TODAY) -> str:
    return "\n".join(month(first, began, today))


def test_a_month_as_it_stands_on_the_screen() -> None:
    assert month(TODAY, [at(3, "08:15"), at(3, "12:00"), at(24, "14:00"), at(30, "11:00")], TODAY) == (
        "November 2026",
        "",
        " Mo     Tu     We     Th     Fr     Sa     Su",
        "                                            1",
        "  2      3 ••   4      5      6      7      8",
        "  9     10     11     12     13     14     15",
        " 16     17     18     19     20     21     22",
        " 23    (24)  • 25     26     27     28     29",
        " 30  •",
        "",
        "A dot: there was a break in the morning, in the middle of the day, or later.",
    )


@pytest.mark.parametrize(
    ("time", "dots"),
    [("00:00", "•"), ("10:59", "•"), ("11:00", " •"), ("13:59", " •"), ("14:00", "  •"), ("23:59", "  •")],
)
def test_the_place_of_a_dot_says_which_part_of_the_day_it_was(time: str, dots: str) -> None:
    assert f" 16 {dots:<3} 17" in shown(at(16, time))


def test_many_breaks_in_a_part_of_a_day_are_one_dot() -> None:
    assert shown(*[at(16, f"08:{minute:02}") for minute in range(60)]) == shown(at(16))


def test_another_month_and_another_year_are_passed_over() -> None:
    assert shown(at(16, month_=10), at(16, year=2025)) == shown()


def test_today_is_marked_only_in_its_own_month() -> None:
    assert "(" not in shown(today=dt.date(2026, 10, 24))
    assert "(24)" in shown()


def test_a_break_is_on_the_day_that_the_clock_showed() -> None:
    late = dt.datetime(2026, 11, 16, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))

    assert " 16 •   17" in shown(late)


def test_in_norwegian_months_and_days_have_their_norwegian_names() -> None:
    i18n.use(Language.NB)

    assert month(TODAY, (), TODAY)[:3] == (
        "november 2026",
        "",
        " ma     ti     on     to     fr     lø     sø",
    )


def test_without_our_characters_a_dot_is_a_star() -> None:
    plain = month(TODAY, [at(16)], TODAY, ascii_only=True)

    assert all(line.isascii() for line in plain)
    assert any(" 16 *" in line for line in plain)


@given(st.dates(), st.dates(), st.lists(st.datetimes(timezones=st.just(dt.UTC))))
def test_every_month_has_all_its_days_in_lines_that_are_not_too_wide(
    first: dt.date, today: dt.date, began: list[dt.datetime]
) -> None:
    lines = month(first, began, today)
    weeks = lines[3:-2]
    numbers = [int(number) for week in weeks for number in re.findall(r"\d+", week)]

    assert numbers == list(range(1, len(numbers) + 1))
    assert 28 <= len(numbers) <= 31
    assert max(map(len, weeks)) <= WIDTH
    assert lines[0] == name(first)


@given(st.datetimes())
def test_a_day_has_three_parts(when: dt.datetime) -> None:
    assert part(when) in range(3)
