"""The next person is early: what becomes of the sitting then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import i18n
from assistant.player import Moment, Player, State
from assistant.sitting import Sitting
from assistant.testing import ManualClock
from assistant.timeline.closing import closing
from assistant.timeline.compose import compose
from assistant.timeline.model import Timeline
from assistant.units import MS_PER_SECOND, Seconds, ms
from tests.test_sitting import CHOOSE, MIDDLE, ON, SAY, TO_OTHER, Seat, at_the_choice, in_the_inner, script

AT_MOST = 10
"""Seconds."""

OTHER_BREAK = script("other", SAY.format("Elsewhere.") + SAY.format("Back."), 60)

Does = Callable[[Player, Seconds], Moment]


def early(seat: Seat) -> Moment:
    return seat.sitting.early(seat.clock())


def sat_down(*steps: str, usual: int = 60, speed: float = 1.0) -> Seat:
    """Somebody in a break of ``steps``."""
    return Seat((script("first", "".join(steps), usual),), speed)


# How it ends


def test_the_last_words_are_all_that_comes_and_then_it_is_over() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("Between."), SAY.format("After."))
    seat.wait(5)

    moment = early(seat)
    seat.to_the_end()

    assert (moment.words, moment.state, moment.position) == ("After.", State.RUNNING, 0)
    assert seat.seconds == pytest.approx(5 + closing(seat.sitting.timeline).length / MS_PER_SECOND)


def test_nothing_that_was_left_for_another_break_goes_on() -> None:
    seat = at_the_choice(ON, TO_OTHER)
    seat.choose(2)
    seat.wait(5)

    moment = early(seat)

    assert (seat.sitting.timeline.script, moment.words) == ("other", "Three.")
    assert seat.to_the_end().state is State.FINISHED
    assert (seat.sitting.timeline.script, seat.seconds < 15 + 5 + AT_MOST) == ("other", True)


def test_a_break_in_a_break_in_a_break_ends_as_soon() -> None:
    seat = in_the_inner(MIDDLE, 5)
    began = seat.seconds

    early(seat)

    assert seat.to_the_end().state is State.FINISHED
    assert seat.seconds - began <= AT_MOST


@pytest.mark.parametrize("hold", [Player.toggle, Player.hold, Player.write], ids=["paused", "interrupted", "writing"])
def test_a_break_that_waits_ends_all_the_same(hold: Does) -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    hold(seat.sitting.player, seat.clock.forward(3))

    assert early(seat).state is State.RUNNING
    assert seat.to_the_end().words == "After."
    assert seat.seconds <= 3 + AT_MOST


def test_what_is_nearly_over_runs_to_its_end() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."), usual=30)
    seat.wait(21)
    player = seat.sitting.player

    moment = early(seat)

    assert (seat.sitting.player, moment.words, moment.position) == (player, "After.", ms(21))
    seat.to_the_end()
    assert seat.seconds == pytest.approx(30)


def test_what_is_nearly_over_and_waits_goes_on_to_its_end() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."), usual=30)
    seat.wait(21)
    seat.sitting.player.toggle(seat.clock())

    assert early(seat).state is State.RUNNING
    seat.to_the_end()
    assert seat.seconds == pytest.approx(30)


def test_last_words_that_are_being_said_are_said_again_where_the_end_is_far() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After this you may go on."), usual=60)
    seat.wait(31)

    assert early(seat).position == 0


def test_where_the_last_words_have_had_their_time_and_the_end_is_far_it_is_over_at_once() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After this you may go on."), usual=60)
    seat.wait(40)

    assert early(seat).state is State.FINISHED


def test_once_more_is_the_end_at_once() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    early(seat)
    seat.wait(1)

    assert early(seat).state is State.FINISHED


@pytest.mark.parametrize("end", [Player.stop, Player.finish])
def test_what_is_over_stays_so(end: Does) -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    state = end(seat.sitting.player, seat.clock()).state

    assert early(seat).state is state


def test_a_choice_that_is_made_afterwards_is_done() -> None:
    seat = Seat((script("first", SAY.format("Before.") + CHOOSE.format(f"{ON}, {TO_OTHER}"), 30), OTHER_BREAK))
    seat.wait(28)
    early(seat)

    moment = seat.choose(2)

    assert (seat.sitting.timeline.script, moment.words) == ("other", "Elsewhere.")
    assert early(seat).state is State.RUNNING


def test_a_break_that_runs_faster_ends_as_much_faster() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."), speed=10)
    seat.wait(1)

    early(seat)
    seat.to_the_end()

    assert seat.seconds <= 1 + AT_MOST / 10


def test_how_it_ends_is_asked_of_whoever_knows_how_long_the_voice_takes() -> None:
    clock, asked = ManualClock(), list[Timeline]()

    def closes(timeline: Timeline) -> Timeline:
        asked.append(timeline)
        return closing(timeline)

    whole = compose(script("first", SAY.format("Before.") + SAY.format("After.")), i18n.language())
    Sitting(whole, clock(), lambda *_: None, closes=closes).early(clock())

    assert asked == [whole]


DOINGS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.floats(0, 40)),
        st.tuples(st.sampled_from(["skip", "toggle", "hold", "write", "mark", "early"]), st.just(0.0)),
        st.tuples(st.just("choose"), st.sampled_from([1.0, 2.0])),
    ),
    max_size=8,
)


@given(DOINGS)
def test_whatever_was_done_before_it_is_over_within_ten_seconds(doings: list[tuple[str, float]]) -> None:
    seat = Seat(
        (script("first", SAY.format("A.") + CHOOSE.format(f"{ON}, {TO_OTHER}") + SAY.format("B.")), OTHER_BREAK)
    )
    for what, value in doings:
        if what == "wait":
            seat.wait(value)
        elif what == "early":
            early(seat)
        elif what == "choose" and seat.look().choices and not seat.look().state.is_over:
            seat.choose(int(value))
        elif what not in {"choose", "wait"}:
            getattr(seat.sitting.player, what)(seat.clock())
    began = seat.seconds

    early(seat)
    seat.to_the_end()

    assert seat.seconds - began <= AT_MOST
