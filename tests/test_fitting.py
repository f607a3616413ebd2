"""Which break is run where a length of time is named and no break."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant import i18n, paths
from assistant.cli.exits import InputWrong
from assistant.cli.fitting import _sentence, fitted
from assistant.day.said import said
from assistant.day.turn import LAST, RITUAL, order
from assistant.horizon import fitting
from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.model import Timeline
from assistant.timeline.moment import moment
from assistant.units import Ms, ms

SHELF = whole_shelf()
NOON, EVENING = (dt.datetime(2026, 11, 24, hour, tzinfo=dt.UTC) for hour in (12, 16))


def name(length: float) -> str:
    found = fitted(SHELF, ms(length), remembers=True)
    return found.script if isinstance(found, Timeline) else found.id


def test_the_ritual_comes_first_and_then_the_others_in_the_turn_of_the_day() -> None:
    names = [name(120) for _ in range(4)]

    today = dt.datetime.now().astimezone().date()
    turns = [script for script in order(today) if SHELF.by_id[script].lengths.least <= 120]
    assert names == [RITUAL, *turns[:3]]


def test_when_all_have_been_the_first_one_comes_again() -> None:
    been = [name(120) for _ in range(12)]

    assert been[-1] == RITUAL


def test_a_rehearsal_is_none_of_todays() -> None:
    fitted(SHELF, ms(120), remembers=False)

    assert not paths.today().exists()


def test_at_the_end_of_the_day_it_is_the_way_out_of_it_where_there_is_time() -> None:
    found = [fitting(SHELF, ms(length), when) for length, when in ((360, NOON), (360, EVENING), (120, EVENING))]

    assert [script and script.id for script in found] == ["indre-rom", LAST, RITUAL]


@pytest.mark.parametrize("length", [7, 20, 29.999])
def test_under_half_a_minute_it_is_a_sentence_for_exactly_as_long(length: float) -> None:
    found = fitted(SHELF, ms(length), remembers=True)

    assert isinstance(found, Timeline)
    (cue,) = found.cues
    assert cue.words in said(Language.EN).sentences
    assert (found.length, cue.length, found.bells) == (ms(length), ms(length), ())


@pytest.mark.parametrize("language", Language)
def test_in_every_quarter_of_an_hour_there_is_a_sentence_for_seven_seconds(language: Language) -> None:
    i18n.use(language)

    for quarter in range(len(said(language).sentences)):
        assert _sentence(NOON + dt.timedelta(minutes=15 * quarter), ms(7)).length == ms(7)


@pytest.mark.parametrize("length", [-5, 0, 2, 3600 * 3])
def test_what_nothing_can_take_is_refused_in_one_line(length: int) -> None:
    with pytest.raises(InputWrong, match=r"^no break can take [0-9:h ]+; “mellomrom list” shows how long they are$"):
        name(length)


@pytest.mark.parametrize("language", Language)
def test_every_sentence_can_be_said_in_ten_seconds(language: Language) -> None:
    for text in said(language).sentences:
        assert moment("x", text, language, Ms(10_000)).utterances[0].text == text
