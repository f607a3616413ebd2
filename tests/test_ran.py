"""How long a sitting really ran: what stands in the private record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.player import Moment, Player
from assistant.units import Seconds
from tests.test_early import sat_down
from tests.test_sitting import ON, SAY, TO_OTHER, at_the_choice

Does = Callable[[Player, Seconds], Moment]


def test_what_it_ran_is_all_of_a_break_that_runs_to_its_end() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    seat.to_the_end()

    assert seat.sitting.ran == pytest.approx(60)


@pytest.mark.parametrize(
    ("hold", "go_on"), [(Player.toggle, Player.toggle), (Player.write, Player.written)], ids=["paused", "writing"]
)
def test_what_it_ran_is_without_the_time_that_it_waited(hold: Does, go_on: Does) -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    hold(seat.sitting.player, seat.clock.forward(4))
    seat.wait(100)
    go_on(seat.sitting.player, seat.clock())
    seat.wait(3)

    assert seat.sitting.ran == pytest.approx(7)


def test_what_it_ran_is_without_the_time_that_the_machine_slept() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    seat.wait(5)
    seat.clock.forward(3 * 3600)
    seat.look()
    seat.sitting.player.toggle(seat.clock())
    seat.wait(2)

    assert seat.sitting.ran == pytest.approx(7)


def test_what_it_ran_is_without_what_was_skipped() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    seat.wait(5)
    seat.sitting.player.skip(seat.clock())
    seat.wait(2)
    seat.sitting.player.stop(seat.clock())

    assert seat.sitting.ran == pytest.approx(7)


def test_what_it_ran_is_real_seconds_at_any_speed() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."), speed=10)
    seat.wait(3)

    assert seat.sitting.ran == pytest.approx(3)


def test_what_it_ran_is_with_the_breaks_that_a_choice_led_into() -> None:
    seat = at_the_choice(ON, TO_OTHER)
    seat.choose(2)
    seat.to_the_end()

    assert seat.sitting.ran == pytest.approx(seat.seconds)


def test_what_it_ran_is_with_its_early_end() -> None:
    seat = sat_down(SAY.format("Before."), SAY.format("After."))
    seat.wait(5)
    seat.sitting.early(seat.clock())
    seat.to_the_end()

    assert 5 < seat.sitting.ran == pytest.approx(seat.seconds)
