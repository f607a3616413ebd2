"""A step back: to where this one began, or to the one before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from assistant import paths
from assistant.language import Language
from assistant.player import Player, State
from assistant.shelf import gather
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.units import MS_PER_SECOND

SHELF = gather((paths.scripts(),))
COUNTING = compose(SHELF.find("tell-ting"), Language.NB)
ROUND = compose(SHELF.find("kollegarunden"), Language.NB, people=3)


def run_to(player: Player, clock: ManualClock, seconds: float) -> None:
    for _ in range(round(seconds * 2)):
        player.advance(clock.forward(0.5))


def test_in_the_middle_of_a_step_it_begins_again() -> None:
    clock = ManualClock()
    player = Player(COUNTING, clock())
    second = COUNTING.cues[1]
    run_to(player, clock, second.at / MS_PER_SECOND + 5)

    assert player.back(clock()).position == second.at


def test_at_the_beginning_of_a_step_it_is_the_one_before() -> None:
    clock = ManualClock()
    player = Player(COUNTING, clock())
    run_to(player, clock, COUNTING.cues[1].at / MS_PER_SECOND + 1)

    assert player.back(clock()).position == 0
    assert player.back(clock()).position == 0


def test_it_goes_from_breath_to_the_step_that_they_are_of() -> None:
    breathing = compose(SHELF.find("rolig-pust"), Language.NB)
    clock = ManualClock()
    player = Player(breathing, clock())
    breaths = next(cue for cue in breathing.cues if cue.kind.is_breath)
    run_to(player, clock, breaths.at / MS_PER_SECOND + 13)

    assert player.back(clock()).cue == breaths


def test_in_a_round_it_is_the_turn_that_begins_again() -> None:
    clock = ManualClock()
    player = Player(ROUND, clock())
    second = next(cue for cue in ROUND.cues if cue.turn == 1)
    run_to(player, clock, second.at / MS_PER_SECOND + 100)

    assert player.back(clock()).cue == second


def test_what_was_said_in_the_place_of_words_is_forgotten() -> None:
    sharing = compose(SHELF.find("dele-skaansomt"), Language.NB)
    clock = ManualClock()
    player = Player(sharing, clock())
    asked = next(cue for cue in sharing.cues if cue.choices)
    run_to(player, clock, asked.at / MS_PER_SECOND + 3)
    player.reply(asked.choices[0], clock())

    assert player.back(clock()).words == asked.words


def test_one_that_waits_still_waits_and_one_that_is_over_stays_so() -> None:
    clock = ManualClock()
    player = Player(COUNTING, clock())
    run_to(player, clock, 30)
    player.toggle(clock())

    assert player.back(clock()).state is State.PAUSED
    player.stop(clock())
    over = player.advance(clock())
    assert player.back(clock()) == over


@given(some.floats(0, 119), some.sampled_from([1.0, 20.0]))
def test_as_often_as_one_likes_it_comes_to_the_beginning_and_no_further(seconds: float, speed: float) -> None:
    clock = ManualClock()
    player = Player(COUNTING, clock(), speed)
    player.advance(clock.forward(min(seconds / speed, 4)))
    positions = [player.back(clock()).position for _cue in COUNTING.cues]

    assert positions == sorted(positions, reverse=True)
    assert positions[-1] == 0
