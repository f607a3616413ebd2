"""What is said of a working day at a moment, and which keys are told of."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant import i18n, paths
from assistant.day.gaps import Where
from assistant.day.said import said
from assistant.language import Language
from assistant.settings import Settings
from assistant.workday.keys import Act, act, here
from tests.workday.workday_clock import DAY, Clock


def test_where_one_is_is_said_in_a_few_words() -> None:
    day = Clock("09:00-09:45 10:00-10:45")
    said_at = {}
    for when in ("08:00", "09:20", "09:50", "10:20", "11:00"):
        day.until(when, step=3600)
        day.workday.do(Act.NOT_TODAY, day.now)
        said_at[when] = day.words

    assert said_at == {
        "08:00": ("A gap until 09:00", "1 h until then, nothing more today"),
        "09:20": ("In conversation until 09:45", "then a gap of 15 minutes"),
        "09:50": ("A gap until 10:00", "10 minutes until then, nothing more today"),
        "10:20": ("In conversation until 10:45", "the last one today"),
        "11:00": ("Today's conversations are over.", "nothing more today"),
    }


def test_an_offer_says_what_it_is_and_when_it_would_be_done() -> None:
    day = Clock("09:00-09:45 10:00-10:45").until("09:45")

    assert day.words == ("Between two conversations", "2:00, done at 09:47")
    day.now = day.at("09:57:20")
    assert day.words == ("Between two conversations", "1:40, done at 09:59")
    day.now = day.at("09:59:10")
    assert day.words[0] in said(Language.EN).sentences


def test_the_question_of_the_day_goes_with_the_inner_room_and_stays_the_same() -> None:
    day = Clock().until("13:45")
    assert day.signs[-1][1] == "indre-rom"
    thought, hint = day.words
    assert thought == "The inner room, 2:00"
    assert hint in said(Language.EN).questions
    day.begin()
    assert day.words[1] == hint

    never = Clock(chosen=Settings(questions=False)).until("13:45")
    assert "?" not in never.words[1]


def test_another_day_has_another_question() -> None:
    shown = []
    for number in range(3):
        day = Clock("09:00-09:45", DAY + dt.timedelta(days=number))
        day.until("09:46")
        while (offer := day.workday.look(day.now).offer) is None or offer.script != "indre-rom":
            day.workday.take(day.now)
            day.workday.do(Act.OVER, day.now)
            day.now += dt.timedelta(minutes=3)
        shown.append(day.words[1])

    assert len(set(shown)) == 3


def test_norwegian_speaks_of_a_space_between() -> None:
    i18n.use(Language.NB)
    day = Clock("09:00-09:45 10:00-10:45")
    day.until("09:45")
    day.workday.do(Act.NOT_TODAY, day.now)

    assert day.words == ("Et mellomrom til 10:00", "15 minutter til da, ikke mer i dag")
    assert day.workday.look(day.now).standing.where is Where.GAP
    assert paths.today().exists()


def test_what_was_put_off_says_when_it_comes_again() -> None:
    day = Clock("09:00-09:45 10:30-11:00", start="09:20").until("09:45")
    day.workday.do(Act.LATER, day.now)

    assert day.words == ("A gap until 10:30", "45 minutes until then, comes again at 09:50")


def test_quiet_hours_say_until_when() -> None:
    day = Clock("09:00-09:45 10:30-11:00", start="09:20", chosen=Settings(quiet_hours="09:00-10:00")).until("09:45")

    assert day.words == ("A gap until 10:30", "45 minutes until then, quiet until 10:00")


@pytest.mark.parametrize(
    ("sessions", "at", "keys"),
    [
        ("09:00-09:45 10:00-10:45", "09:45", ["space", "l", "x", "e"]),
        ("09:00-09:45 09:46-10:45", "09:45", ["space", "e"]),
        ("09:00-09:45 11:00-11:45", "09:50", ["space", "l", "x"]),
        ("09:00-09:45 10:00-10:45", "09:30", ["space"]),
        (None, "12:00", ["space"]),
    ],
    ids=["an offer", "a sentence", "nobody is expected soon", "in a conversation", "nothing is known"],
)
def test_only_keys_that_do_something_are_told_of(sessions: str | None, at: str, keys: list[str]) -> None:
    view = Clock(sessions, start="09:20").until(at).workday.look(Clock(sessions).at(at))

    assert [key for key, _does in here(view)] == keys
    assert all(act(key, view) is not None for key in keys)


def test_where_there_is_no_room_there_is_no_key_for_a_break() -> None:
    day = Clock("09:00-09:45 10:00-10:45", start="09:20").until("09:45")
    day.workday.take(day.now)
    view = day.workday.look(day.at("09:58:50"))

    assert [key for key, _does in here(view)] == ["e"]
    assert act("space", view) is None


def test_conversations_that_touch_are_shown_one_by_one() -> None:
    shown = Clock("09:00-09:45 09:45-10:45").workday.look(Clock().now).conversations

    assert [f"{c.start:%H:%M}-{c.end:%H:%M}" for c in shown] == ["09:00-09:45", "09:45-10:45"]
