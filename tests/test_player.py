from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language import Language
from assistant.player import ASLEEP, Player, State
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.timeline.model import Kind, Timeline
from assistant.units import Ms


@pytest.fixture
def timeline() -> Timeline:
    return compose(whole_shelf().find("rolig-pust"), Language.EN)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def forward(player: Player, clock: ManualClock, seconds: float) -> None:
    """Time passes while somebody looks every second."""
    while seconds > 0:
        player.advance(clock.forward(min(1.0, seconds)))
        seconds -= 1.0


def test_a_late_look_shows_the_right_moment(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    forward(player, clock, 20)

    moment = player.advance(clock.forward(4.5))

    assert (moment.cue.kind, moment.position, moment.remaining) == (Kind.OUT, 24_500, 95_500)


def test_a_break_finishes_when_its_time_is_over(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    forward(player, clock, 119.999)
    before = player.advance(clock())

    after = player.advance(clock.forward(0.001))

    assert (before.state, after.state, after.remaining) == (State.RUNNING, State.FINISHED, 0)


def test_a_pause_stops_the_time_of_the_break(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    forward(player, clock, 10)
    paused = player.toggle(clock())
    forward(player, clock, 300)

    again = player.toggle(clock())

    assert (paused.state, again.state, again.position) == (State.PAUSED, State.RUNNING, 10_000)


def test_a_machine_that_was_asleep_finds_the_break_waiting_where_it_was(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    forward(player, clock, 30)

    woken = player.advance(clock.forward(3 * 3600))
    on = player.toggle(clock.forward(2))

    assert (woken.state, woken.position) == (State.INTERRUPTED, 30_000)
    assert (on.state, on.position) == (State.RUNNING, 30_000)


def test_a_pause_over_lunch_is_still_a_pause(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    player.toggle(clock.forward(1))

    assert player.advance(clock.forward(3600)).state is State.PAUSED


def test_a_skip_goes_to_the_next_step_and_not_to_the_next_breath(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    forward(player, clock, 21)

    moment = player.skip(clock())

    assert (moment.cue.step, moment.position) == (3, 40_000)


def test_a_skip_from_the_last_step_finishes(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    states = [player.skip(clock()).state for _ in range(7)]

    assert states == [State.RUNNING] * 6 + [State.FINISHED]


def test_a_skip_while_paused_stays_paused(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    player.toggle(clock())

    assert player.skip(clock()).state is State.PAUSED


def test_stopped_is_stopped(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    player.stop(clock.forward(1))

    later = [player.advance(clock.forward(1)), player.toggle(clock()), player.skip(clock()), player.hold(clock())]

    assert {moment.state for moment in later} == {State.STOPPED}


def test_a_clock_that_runs_backwards_does_not_take_the_break_with_it(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    forward(player, clock, 10)

    assert player.advance(clock.forward(-3)).position == 10_000


def test_a_faster_run_shows_the_same_moments_sooner(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock(), speed=100)

    assert player.advance(clock.forward(0.4)).position == 40_000
    assert player.seconds_until(Ms(44_000)) == pytest.approx(0.04)


def test_the_light_is_low_before_a_breath_and_high_after_it(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())
    forward(player, clock, 20)
    heights = [player.advance(clock.forward(seconds)).fullness for seconds in (0, 2, 1.999, 3, 2.999)]

    assert heights == pytest.approx([0, 0.5, 1, 0.5, 0], abs=0.01)


def test_the_light_rises_and_sinks_once_in_a_silence(clock: ManualClock) -> None:
    timeline = compose(whole_shelf().find("indre-rom"), Language.EN)
    player = Player(timeline, clock())
    forward(player, clock, 76)
    heights = []
    for _ in range(7):
        heights.append(player.advance(clock()).fullness)
        forward(player, clock, 10)

    assert heights[0] == pytest.approx(heights[-1], abs=0.25)
    assert max(heights) == heights[3] or max(heights) == heights[4]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["wait", "toggle", "skip", "hold"]), max_size=40), st.floats(0.001, 4.9))
def test_whatever_is_done_the_position_stays_in_the_break_and_never_goes_back(actions: list[str], step: float) -> None:
    clock = ManualClock()
    timeline = compose(whole_shelf().find("tell-ting"), Language.NB)
    player = Player(timeline, clock())
    position = 0
    for action in actions:
        now = clock.forward(step)
        moment = player.advance(now) if action == "wait" else getattr(player, action)(now)
        assert position <= moment.position <= timeline.length
        assert moment.cue.at <= moment.position
        position = moment.position


def test_a_stall_shorter_than_a_sleep_does_not_interrupt(timeline: Timeline, clock: ManualClock) -> None:
    player = Player(timeline, clock())

    assert player.advance(clock.forward(ASLEEP - 0.01)).state is State.RUNNING
