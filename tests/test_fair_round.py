"""The colleague round: for two to twelve people in 20 to 30 minutes everybody has the same time, to the second."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language import Language
from assistant.player import Player
from assistant.script.reading import parse
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import END_BELL, START_BELL, compose
from assistant.timeline.model import Kind, Timeline
from assistant.timeline.need import AFTER_BELL
from assistant.units import MS_PER_SECOND, Ms, ms
from tests.conftest import HEAD

ROUND = whole_shelf().find("kollegarunden")
FEWEST, MOST = 2, 12
LEAST_FAIR = 45
"""Seconds in which one can say something, and be answered."""

people_there = st.integers(FEWEST, MOST)
lasting = st.integers(1_200_000, 1_800_000)
"""Milliseconds: nobody is owed an even number of seconds."""

some = settings(max_examples=25, deadline=None)
"""Every number of people is there with every minute already; what is drawn are odd lengths, and who passes."""

SAY = '[[steps]]\ndo = "say"\nseconds = {0}\ntext = {{ nb = "Takk.", en = "Thanks." }}\n'
TURNS = """
[[steps]]
do = "turn"
people = {0}
each = {1}
stretch = true
text = {{ nb = "Den {{turn}} har ordet.", en = "The {{turn}} has the floor." }}
nudges = [{{ at = 9, nb = "Litt til.", en = "A little more." }}]
"""


def begins(timeline: Timeline) -> list[Ms]:
    """When each turn begins, and when the last one ends."""
    turns = [cue for cue in timeline.cues if cue.kind is Kind.TURN]
    changes = [turns[0].at, *(after.at for before, after in pairwise(turns) if before.turn != after.turn)]
    return [*changes, turns[-1].end]


def each(timeline: Timeline, people: int) -> Ms:
    """How long a turn is; fails where it is not fair."""
    turns = [cue for cue in timeline.cues if cue.kind is Kind.TURN]
    own = [Ms(sum(cue.length for cue in turns if cue.turn == turn)) for turn in range(people)]
    assert len(set(own)) == 1
    assert own[0] % MS_PER_SECOND == 0
    # What is left over is nobody's: the round is the turns, one after the other, and nothing between them.
    assert begins(timeline) == [Ms(turns[0].at + turn * own[0]) for turn in range(people + 1)]
    assert all(before.end == after.at for before, after in pairwise(timeline.cues))
    assert timeline.cues[-1].end == timeline.length == sum(cue.length for cue in timeline.cues)
    return own[0]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("people", range(FEWEST, MOST + 1))
def test_so_many_in_every_minute_from_20_to_30_have_the_same_whole_seconds(people: int, language: Language) -> None:
    for minute in range(20, 31):
        timeline = compose(ROUND, language, ms(60 * minute), people=people)

        assert timeline.length == ms(60 * minute)
        assert each(timeline, people) >= ms(LEAST_FAIR)
        assert timeline.bells == (timeline.bells[0], *begins(timeline), timeline.bells[-1])


@some
@given(people=people_there, length=lasting, language=st.sampled_from(Language))
def test_it_is_as_fair_at_odd_lengths(people: int, length: int, language: Language) -> None:
    timeline = compose(ROUND, language, Ms(length), people=people)

    assert timeline.length == length
    assert each(timeline, people) >= ms(LEAST_FAIR)
    assert timeline.bells == (timeline.bells[0], *begins(timeline), timeline.bells[-1])


@some
@given(people=people_there, length=lasting, spoken=st.integers(300, 9_000), language=st.sampled_from(Language))
def test_it_is_as_fair_with_any_voice(people: int, length: int, spoken: int, language: Language) -> None:
    texts = [utterance.text for utterance in compose(ROUND, language, Ms(length), people=people).utterances]

    timeline = compose(ROUND, language, Ms(length), dict.fromkeys(texts, Ms(spoken)), people=people)

    assert each(timeline, people) > 0


@some
@given(people=people_there, length=lasting, language=st.sampled_from(Language))
def test_everybody_is_told_the_same(people: int, length: int, language: Language) -> None:
    timeline = compose(ROUND, language, Ms(length), people=people)
    first = begins(timeline)

    told = [
        [(cue.at - first[turn], cue.hint) for cue in timeline.cues if cue.kind is Kind.TURN and cue.turn == turn]
        for turn in range(people)
    ]
    assert told == [told[0]] * people
    assert len(told[0]) == 2


@some
@given(people=people_there, length=lasting)
def test_not_a_second_that_could_be_shared_is_kept_from_them(people: int, length: int) -> None:
    turns = [cue for cue in compose(ROUND, Language.EN, Ms(length), people=people).cues if cue.kind is Kind.TURN]
    of_one = [cue for cue in compose(ROUND, Language.EN, Ms(length), people=FEWEST).cues if cue.kind is Kind.TURN]

    assert abs(sum(cue.length for cue in turns) - sum(cue.length for cue in of_one)) < ms(2 * people)


@some
@given(people=people_there, length=lasting, data=st.data())
def test_who_passes_gives_the_floor_to_the_next_and_takes_nothing_from_anybody(
    people: int, length: int, data: st.DataObject
) -> None:
    timeline = compose(ROUND, Language.EN, Ms(length), people=people)
    whole = each(timeline, people) // MS_PER_SECOND
    passing = data.draw(st.dictionaries(st.integers(0, people - 1), st.integers(1, whole - 1)))
    clock = ManualClock()
    player = Player(timeline, clock(), position=begins(timeline)[0])

    seconds = dict.fromkeys(range(people), 0)
    moment = player.advance(clock())
    while moment.cue.kind is Kind.TURN:
        turn = moment.cue.turn
        seconds[turn] += 1
        moment = player.advance(clock.forward(1))
        if seconds[turn] == passing.get(turn):
            moment = player.skip(clock())
            assert moment.position == begins(timeline)[turn + 1]

    assert seconds == {turn: passing.get(turn, whole) for turn in range(people)}
    assert moment.cue.kind is Kind.ASK


@pytest.mark.parametrize("language", Language)
def test_the_bell_that_ends_the_last_turn_has_softened_before_anything_is_said(language: Language) -> None:
    timeline = compose(ROUND, language)
    ended = begins(timeline)[-1]

    (after,) = [cue for cue in timeline.cues if cue.at == ended]

    assert ended in timeline.bells
    assert after.spoken
    assert after.voice_at - ended == AFTER_BELL


# Any script


@settings(max_examples=60, deadline=None)
@given(
    opening=st.sampled_from(["", SAY.format(5)]),
    people=st.integers(2, 5),
    seconds=st.integers(12, 30),
    closing=st.one_of(st.none(), st.floats(1, 12)),
    more=st.integers(0, 20_000),
)
def test_in_nobodys_turn_a_bell_rings_and_everybodys_ends_with_one_that_is_heard(
    opening: str, people: int, seconds: int, closing: float | None, more: int
) -> None:
    script = parse(
        (HEAD + opening + TURNS.format(people, seconds) + (SAY.format(closing) if closing else "")).encode(), "x"
    )
    length = Ms(sum(ms(step.seconds) for step in script.steps) + more)

    timeline = compose(script, Language.EN, length)

    own, (first, *ends) = each(timeline, people), begins(timeline)
    assert {*ends} <= {*timeline.bells}
    assert (first or START_BELL) in timeline.bells
    assert not [bell for bell in timeline.bells if first < bell < ends[-1] and bell not in {START_BELL, *ends}]
    # It is heard: there is time after it, and where that is short no other rings into it.
    assert ends[-1] <= length - (AFTER_BELL if closing else END_BELL)
    assert timeline.bells[-1] - ends[-1] == 0 or timeline.bells[-1] - ends[-1] >= END_BELL
    assert own >= ms(seconds) - END_BELL


def test_a_round_that_ends_a_break_leaves_its_last_bell_time_to_be_heard() -> None:
    timeline = compose(parse((HEAD + TURNS.format(4, 15)).encode(), "x"), Language.EN)

    assert each(timeline, 4) == ms(14)
    assert timeline.bells == (START_BELL, ms(14), ms(28), ms(42), ms(56))
    assert timeline.length == ms(60)
