from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from assistant.day.conversation import Conversation, instant
from assistant.day.due import Due
from assistant.day.gaps import Form, Where
from assistant.day.offer import Offer
from assistant.day.offering import Offering
from assistant.day.sources import from_words
from assistant.day.turn import FIRST, KINDS, LAST, LUNCH, RITUAL, order
from assistant.language import Language
from assistant.script.model import Lengths, Occasion
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from assistant.units import MS_PER_SECOND, ms

OSLO = ZoneInfo("Europe/Oslo")
DAY = dt.date(2026, 3, 10)
SPRING, AUTUMN = dt.date(2026, 3, 29), dt.date(2026, 10, 25)
LENGTHS = {script.id: script.lengths for script in whole_shelf().scripts}
EIGHT = "08:30-09:15 09:30-10:15 10:30-11:15 12:00-12:45 13:00-13:45 13:48-14:35 14:38-15:00 15:01-15:45"
SIGNS = [
    ("08:00", Due.FIRST, FIRST, 120),
    ("09:15", Due.BETWEEN, RITUAL, 120),
    ("10:15", Due.BETWEEN, "fem-sanser", 150),
    ("11:15", Due.LUNCH, LUNCH, 1260),
    ("12:45", Due.BETWEEN, "vekk-kroppen", 120),
    ("13:45", Due.BETWEEN, "indre-rom", 120),
    ("14:35", Due.BETWEEN, "sukket", 120),
    ("15:00", Due.BETWEEN, None, 0),
    ("15:45", Due.LAST, LAST, 360),
]
"""When there is a sign on a day of those eight, what for, and a break of how many seconds."""


class Day:
    """A clock on the wall that is moved by hand, and what was offered while it was."""

    def __init__(
        self,
        text: str = "",
        day: dt.date = DAY,
        start: str = "00:00",
        lengths: dict[str, Lengths] = LENGTHS,
        quiet: tuple[dt.time, dt.time] | None = None,
    ) -> None:
        self.day = day
        self.offering = Offering(lengths, self.conversations(text) if text else (), quiet=quiet)
        self.moment = instant(self.at(start))
        self.offers: list[Offer] = []

    @property
    def now(self) -> dt.datetime:
        return self.moment.astimezone(OSLO)

    def at(self, text: str) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time.fromisoformat(text), OSLO)

    def conversations(self, text: str) -> tuple[Conversation, ...]:
        return from_words(text, self.day, OSLO)

    def look(self) -> None:
        offer = self.offering.look(self.now)
        if offer is not None:
            self.offers.append(offer)

    def until(self, text: str, step: float = 60) -> Day:
        """Look again and again until it is so late, then too."""
        end = instant(self.at(text))
        while self.moment < end:
            self.look()
            self.moment += dt.timedelta(seconds=step)
        self.moment = end
        self.look()
        return self

    def jump(self, text: str) -> Day:
        """The machine has been asleep."""
        self.moment = instant(self.at(text))
        self.look()
        return self

    def tomorrow(self, text: str = "") -> Day:
        self.day += dt.timedelta(days=1)
        if text:
            self.offering.conversations = (*self.offering.conversations, *self.conversations(text))
        return self

    @property
    def told(self) -> list[tuple[str, str | None]]:
        return [(f"{offer.at:%H:%M:%S}".removesuffix(":00"), offer.script) for offer in self.offers]


def signs(offers: Iterable[Offer]) -> list[tuple[str, Due, str | None, int]]:
    return [(f"{o.at:%H:%M}", o.due, o.script, o.fit.length // MS_PER_SECOND) for o in offers]


def test_a_day_of_eight_conversations_gives_exactly_the_offers_that_it_should() -> None:
    assert signs(Day(EIGHT).until("23:59").offers) == SIGNS


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_the_day_on_which_the_clock_is_moved_is_like_any_other(day: dt.date) -> None:
    told = signs(Day(EIGHT, day).until("23:59").offers)

    assert [(at, due) for at, due, _, _ in told] == [(at, due) for at, due, _, _ in SIGNS]


@pytest.mark.parametrize(
    ("day", "text", "until", "told"),
    [
        (SPRING, "00:00-01:58 03:00-04:00", "03:59", [("01:58", 60)]),
        (SPRING, "00:00-01:30 02:30-03:45", "03:55", [("01:30", 120), ("03:45", 360)]),
        (AUTUMN, "00:00-02:58 03:00-04:00", "03:59", [("02:58", 120)]),
    ],
    ids=["two minutes, not an hour", "a start that is left out", "an hour, not two minutes"],
)
def test_in_the_night_itself_time_is_real_time(
    day: dt.date, text: str, until: str, told: list[tuple[str, int]]
) -> None:
    offers = Day(text, day).until(until).offers

    assert [(at, length) for at, _, _, length in signs(offers)] == told


def test_a_sign_comes_in_the_very_second_in_which_a_conversation_ends_and_none_before() -> None:
    day = Day(EIGHT, start="09:10").until("09:14:59", step=1)
    assert day.told == []

    assert day.until("09:31", step=1).told == [("09:15", RITUAL)]


def test_there_is_never_a_sign_during_a_conversation() -> None:
    day = Day(EIGHT)
    day.until("23:59", step=7)

    assert all(not c.start <= offer.at < c.end for offer in day.offers for c in day.offering.conversations)


def test_after_a_sleep_of_three_hours_there_is_one_offer_at_most_and_one_that_suits() -> None:
    in_one = Day(EIGHT).until("09:40").jump("12:40")
    after_one = Day(EIGHT).until("09:50").jump("12:50")

    assert in_one.told == [("08:00", FIRST), ("09:15", RITUAL)]
    assert after_one.until("12:59").told == [*in_one.told, ("12:50", "fem-sanser")]


def test_after_a_sleep_nothing_is_offered_that_was_due_long_ago() -> None:
    assert Day("09:00-10:00", start="09:30").jump("13:15").until("23:00").told == []


def test_a_sleep_over_an_offer_that_was_put_off_lets_it_go() -> None:
    day = Day("09:00-09:45 12:00-12:45 15:00-16:00", start="09:45")
    day.look()
    day.offering.later(day.now)

    assert day.jump("12:50").told == [("09:45", RITUAL), ("12:50", LUNCH)]
    assert day.until("14:00").told[2:] == []


def test_what_was_put_off_before_a_sleep_is_not_said_in_another_gap() -> None:
    day = Day("09:00-09:45 10:00-10:20 10:40-11:00", start="09:45")
    day.look()
    day.offering.later(day.now)

    assert day.jump("10:25").told == [("09:45", RITUAL), ("10:25", "fem-sanser")]
    assert not day.offers[-1].again


def test_an_offer_does_not_stand_for_more_than_an_hour() -> None:
    day = Day(start="09:00")
    day.offering.over(day.now)
    day.look()
    assert day.offering.current(day.at("10:00")) is not None
    assert day.offering.taken(day.at("10:01")) is None


def test_midnight_begins_a_new_day() -> None:
    day = Day("09:00-09:45 10:00-10:45", start="09:20").until("09:50")
    day.offering.not_today(day.now)
    assert day.until("23:59").told == [("09:45", RITUAL)]

    day.tomorrow("09:00-09:45 10:00-10:45").until("10:00")

    assert day.told[1:] == [("08:30", FIRST), ("09:45", RITUAL)]


def test_midnight_itself_gives_no_sign_though_the_last_conversation_was_late() -> None:
    day = Day("23:00-23:55", start="23:40").until("23:58")
    day.offering.later(day.now)
    day.tomorrow("09:00-09:45")

    assert day.until("08:00").told == [("23:55", LAST)]


def test_a_conversation_over_midnight_is_one_conversation() -> None:
    day = Day("23:00-24:00", start="22:30")
    day.offering.conversations = (Conversation(day.at("23:00"), day.at("23:00") + dt.timedelta(hours=2)),)

    assert day.until("23:59").told == []
    assert day.tomorrow().until("08:00").told == [("01:00", LAST)]


def test_a_calendar_that_changes_under_way_does_not_make_what_was_said_unsaid() -> None:
    day = Day("09:00-09:45 10:00-10:45", start="09:30").until("09:50")
    day.offering.conversations = day.conversations("09:00-09:30 10:15-11:00")
    assert day.until("10:14").told == [("09:45", RITUAL)]

    day.offering.conversations = day.conversations("09:00-09:30 10:15-10:30 10:45-11:00")
    assert [at for at, _ in day.until("10:44").told] == ["09:45", "10:30"]


def test_a_conversation_that_is_moved_into_now_takes_the_offer_away_and_one_moved_out_of_it_ends() -> None:
    day = Day("09:00-09:45 11:00-11:30", start="09:30").until("09:46")
    day.offering.conversations = day.conversations("09:00-10:00 11:00-11:30")
    assert day.offering.current(day.now) is None

    day.until("09:50")
    day.offering.conversations = day.conversations("09:00-09:48 11:00-11:30")
    assert [at for at, _ in day.until("09:55").told] == ["09:45", "09:50"]


def test_not_today_is_the_last_word_of_the_day() -> None:
    day = Day(EIGHT).until("09:16")
    day.offering.not_today(day.now)
    day.until("12:50")
    day.offering.over(day.now)

    assert day.until("23:59").told == [("08:00", FIRST), ("09:15", RITUAL)]


def test_what_is_put_off_comes_once_more_and_not_again() -> None:
    day = Day("09:00-09:45 10:30-11:00", start="09:45")
    for _ in range(3):
        day.look()
        day.offering.later(day.now)
        day.until(f"{day.now + dt.timedelta(minutes=9):%H:%M}")

    assert day.until("10:29").told == [("09:45", RITUAL), ("09:50", RITUAL)]
    assert [offer.again for offer in day.offers] == [False, True]


def test_what_is_put_off_in_a_short_gap_comes_with_the_next_gap() -> None:
    day = Day("09:00-09:45 09:51-10:30 10:45-11:00", start="09:45")
    day.look()
    day.offering.later(day.now)

    assert day.until("10:44").told == [("09:45", RITUAL), ("10:30", "fem-sanser")]


def test_an_answer_to_no_offer_is_no_answer() -> None:
    day = Day("09:00-09:45 10:30-11:00", start="09:20")
    day.offering.later(day.now)

    assert day.offering.taken(day.now) is None
    assert day.until("10:29").told == [("09:45", RITUAL)]


def test_an_offer_that_is_not_answered_stands_without_another_sign_until_the_next_conversation() -> None:
    day = Day("09:00-09:45 10:00-10:45", start="09:30").until("09:59")
    assert len(day.offers) == 1

    standing = day.offering.current(day.at("09:55"))
    assert standing is not None
    assert standing.at == day.at("09:45")
    assert day.offering.current(day.at("10:00")) is None
    assert day.offering.current(day.at("10:50")) is None


def test_an_offer_is_taken_at_the_length_that_there_is_time_for_when_it_is() -> None:
    taken = {}
    for when in ("09:45", "09:57:20", "09:58:30", "09:59"):
        day = Day("09:00-09:45 10:00-10:45", start="09:45")
        day.look()
        offer = day.offering.taken(day.at(when))
        assert offer is not None
        taken[when] = (offer.script, offer.fit.form, offer.fit.length)
        assert day.offering.current(day.at(when)) is None

    assert taken == {
        "09:45": (RITUAL, Form.WHOLE, 120_000),
        "09:57:20": (RITUAL, Form.WHOLE, 100_000),
        "09:58:30": ("vekk-kroppen", Form.SHORT, 30_000),
        "09:59": (None, Form.SENTENCE, 0),
    }


def test_after_a_break_nothing_more_is_offered_in_the_same_gap() -> None:
    day = Day("09:00-09:45 10:30-11:00", start="09:45")
    day.look()
    day.offering.taken(day.now)

    assert len(day.until("10:29").told) == 1


def test_quiet_hours_are_silent_and_may_go_past_midnight() -> None:
    quiet = (dt.time(13), dt.time(9, 30))
    day = Day(EIGHT, quiet=quiet).until("23:59")

    assert [at for at, _ in day.told] == ["10:15", "11:15", "12:45"]
    assert Day(EIGHT, quiet=(dt.time(9), dt.time(9))).until("23:59").told == Day(EIGHT).until("23:59").told


def test_an_offer_that_stands_when_quiet_hours_begin_is_not_shown_but_may_be_taken() -> None:
    day = Day("09:00-09:45 10:30-11:00", start="09:45", quiet=(dt.time(9, 50), dt.time(10)))
    day.look()

    assert day.offering.current(day.at("09:52")) is None
    assert day.offering.taken(day.at("09:53")) is not None


def test_the_key_does_it_all_where_no_conversation_is_known() -> None:
    day = Day(start="08:00").until("09:40")
    assert day.told == []

    for over in ("09:40", "10:35", "11:40", "14:00", "15:50", "16:40"):
        day.until(over)
        day.offering.over(day.now)
        day.until(f"{day.now + dt.timedelta(minutes=1):%H:%M}", step=1)

    first, second, third = order(DAY)[:3]
    assert [script for _, script in day.told] == [RITUAL, first, LUNCH, second, LAST, third]
    assert day.offering.course.standing(day.now).where is Where.UNKNOWN


def test_the_key_ends_a_planned_conversation_and_its_planned_end_says_nothing_more() -> None:
    day = Day("09:00-09:45 10:00-10:45", start="09:20").until("09:35")
    day.offering.over(day.now)

    assert day.until("09:59").told == [("09:35", RITUAL)]
    assert day.offering.course.of_day(day.now)[0].end == day.at("09:35")
    assert day.offering.course.standing(day.at("10:10")).where is Where.TALKING
    day.until("10:30").offering.over(day.now)
    assert [f"{c.end:%H:%M}" for c in day.offering.course.of_day(day.now)] == ["09:35", "10:30"]


def test_the_key_pressed_twice_or_just_after_the_planned_end_is_one_end() -> None:
    day = Day("09:00-09:45 10:15-10:45", start="09:20").until("09:45")
    for after in ("09:45:30", "09:46"):
        day.until(after, step=1)
        day.offering.over(day.now)

    assert day.until("10:14").told == [("09:45", RITUAL)]


def test_the_key_when_the_next_conversation_has_just_begun_means_the_one_before() -> None:
    day = Day("09:00-10:00 10:00-10:45", start="09:20").until("10:00")
    day.offering.over(day.now + dt.timedelta(seconds=5))

    assert day.until("10:50").told == [("10:45", RITUAL)]


def test_the_key_when_a_conversation_took_longer_than_planned_gives_its_own_sign() -> None:
    day = Day("09:00-09:45 10:15-10:45", start="09:20").until("09:55")
    day.offering.over(day.now)

    assert day.until("10:14").told == [("09:45", RITUAL), ("09:55", "fem-sanser")]


def test_of_two_that_touch_the_key_ends_the_first_only() -> None:
    day = Day("09:00-09:45 09:45-10:30", start="09:20").until("09:40")
    day.offering.over(day.now)

    assert day.until("10:29").told == [("09:40", RITUAL)]


def test_who_comes_early_ends_the_gap() -> None:
    day = Day("09:00-09:45 10:00-10:45 11:30-12:00", start="09:45")
    day.look()
    day.offering.later(day.now)
    day.offering.early(day.at("09:48"))

    assert day.offering.course.standing(day.at("09:49")).where is Where.TALKING
    assert day.until("09:58").told == [("09:45", RITUAL)]
    day.offering.over(day.now)
    assert [at for at, _ in day.until("10:30").told] == ["09:45", "09:58"]


def test_who_comes_long_before_the_next_conversation_is_somebody_else() -> None:
    day = Day("09:00-09:45 11:30-12:00", start="09:45")
    day.look()
    day.offering.early(day.now)

    assert day.offering.current(day.now) is None
    assert day.offering.course.standing(day.now).where is Where.GAP
    assert day.until("10:20").told == [("09:45", RITUAL)]


def test_lunch_comes_in_the_middle_of_a_long_gap_and_once_a_day() -> None:
    day = Day("09:00-10:00 12:10-12:20 12:45-13:30", start="09:30").until("13:00")

    assert day.told == [("10:00", RITUAL), ("11:30", LUNCH), ("12:20", "fem-sanser")]


def test_there_is_no_lunch_in_a_gap_that_is_too_short_for_one() -> None:
    assert Day("11:00-11:45 12:00-12:45", start="11:30").until("11:59").told == [("11:45", RITUAL)]


def test_a_morning_of_one_conversation_is_not_the_end_of_the_day() -> None:
    assert Day("09:00-09:45", start="09:30").until("11:00").told == [("09:45", RITUAL)]
    assert Day("12:15-12:45", start="12:30").until("14:00").told == [("12:45", LAST)]


def test_before_the_first_conversation_there_is_a_way_into_the_day_in_the_morning_only() -> None:
    assert Day("14:00-14:45", start="00:00").until("14:00").told == []
    assert Day("09:00-09:45", start="08:57").until("09:00").told == [("08:57", FIRST)]
    assert Day("04:00-04:45", start="00:00").until("04:00").told == []


def test_in_ten_seconds_nothing_is_offered_and_in_less_than_a_minute_and_a_half_a_sentence() -> None:
    nine, step = dt.datetime(2026, 3, 10, 9, 45, tzinfo=OSLO), dt.timedelta(seconds=1)
    told = {}
    for free in (9, 10, 89, 90):
        hour = dt.timedelta(hours=1)
        offering = Offering(LENGTHS, [Conversation(nine - hour, nine), Conversation(nine + free * step, nine + hour)])
        offer = offering.look(nine)
        told[free] = offer and (offer.fit.form, offer.script is None)

    assert told == {9: None, 10: (Form.SENTENCE, True), 89: (Form.SENTENCE, True), 90: (Form.SHORT, False)}


def test_the_choice_is_the_same_for_a_day_and_another_the_day_after() -> None:
    days = [DAY + dt.timedelta(days=n) for n in range(200)]

    assert [order(day) for day in days] == [order(day) for day in days]
    assert all(order(one)[0] != order(other)[0] for one, other in pairwise(days))
    assert {order(day)[0] for day in days} == {script for kind in KINDS for script in kind}


def test_breathing_grounding_moving_and_the_inner_room_take_turns() -> None:
    kind_of = {script: number for number, kind in enumerate(KINDS) for script in kind}
    for day in (DAY + dt.timedelta(days=n) for n in range(50)):
        kinds = [kind_of[script] for script in order(day)]

        assert [(after - before) % len(KINDS) for before, after in pairwise(kinds)] == [1] * 7


def test_nothing_is_offered_twice_in_a_row_from_one_day_to_another_either() -> None:
    day = Day(EIGHT)
    for _ in range(10):
        day.until("23:59")
        day.tomorrow(EIGHT)
    scripts = [script for _, script in day.told if script is not None]

    assert len(scripts) == 80
    assert all(one != other for one, other in pairwise(scripts))


def test_what_fitted_a_short_gap_is_not_offered_again_when_it_would_have_been_its_turn() -> None:
    day = Day("09:00-09:45 10:00-10:30 10:32-10:40 10:50-11:20", start="09:30").until("10:49")

    assert order(DAY)[:3] == ("fem-sanser", "vekk-kroppen", "indre-rom")
    assert [script for _, script in day.told] == [RITUAL, "vekk-kroppen", "indre-rom"]


def test_where_there_is_no_other_break_a_sentence_is_offered() -> None:
    assert Day(EIGHT, lengths={}).until("09:20").told == [("08:00", None), ("09:15", None)]


def test_every_break_that_is_offered_is_on_the_shelf_and_none_thinks_back() -> None:
    shelf = whole_shelf().by_id
    offered = {FIRST, LUNCH, LAST, RITUAL, *(script for kind in KINDS for script in kind)}

    assert {shelf[script].occasion for script in offered} == {Occasion.BETWEEN, Occasion.DAY, Occasion.LUNCH}


def lengths_of(script: str) -> Iterator[int]:
    lengths = LENGTHS[script]
    return iter(range(max(lengths.least, 30), lengths.usual + 1, 7))


@pytest.mark.parametrize("script", [RITUAL, FIRST, *(script for kind in KINDS for script in kind)])
def test_a_break_can_be_composed_at_every_length_that_it_is_offered_at(script: str) -> None:
    for language in Language:
        for length in lengths_of(script):
            assert compose(whole_shelf().by_id[script], language, ms(length)).length == ms(length)


@pytest.mark.parametrize(("at", "script"), [("08:00", FIRST), ("09:50", RITUAL), ("14:00", RITUAL), ("16:30", LAST)])
def test_who_asks_for_a_break_gets_one_that_suits_the_hour(at: str, script: str) -> None:
    day = Day("09:00-09:45 10:00-10:45 13:00-13:30 14:30-16:00", start=at)

    assert day.offering.wanted(day.now).script == script


def test_what_was_asked_for_is_no_sign_and_not_offered_next() -> None:
    day = Day("09:00-09:45 10:00-10:45", start="09:46")
    day.offering.not_today(day.now)
    first, second = day.offering.wanted(day.now), day.offering.wanted(day.now)

    assert first.script == RITUAL
    assert second.script not in {None, RITUAL}
    assert day.until("09:59").told == []


def test_a_sign_that_was_given_elsewhere_is_one_here() -> None:
    day = Day("09:00-09:45 10:00-10:45", start="09:46")
    day.offering.signed(day.at("09:45"), Due.BETWEEN, RITUAL)

    assert day.until("09:50").told == []
    standing = day.offering.current(day.now)
    assert standing is not None
    assert (standing.script, standing.fit.length) == (RITUAL, 120_000)
