"""When a sample will be heard, reckoned from what the device reports."""

from __future__ import annotations

import pytest

from assistant.sound.clip import RATE
from assistant.sound.dac import Dac
from assistant.units import Seconds

BLOCK = 960
"""Samples; 20 ms."""
LEAD = 0.2


def device(dac: Dac, blocks: int, *, begins: float, wrong: dict[int, float] | None = None) -> list[float]:
    """Have a device ask for ``blocks`` at an even pace, some of them ``wrong`` by so many seconds."""
    answers = []
    for number in range(blocks):
        asked = begins + number * BLOCK / RATE
        answers.append(dac.note(BLOCK, Seconds(asked), Seconds(asked + LEAD + (wrong or {}).get(number, 0.0))))
    return [float(answer) for answer in answers]


def test_an_even_device_is_believed() -> None:
    assert device(Dac(), 20, begins=100.0)[-1] == pytest.approx(100.0 + 19 * BLOCK / RATE + LEAD)


def test_one_block_reported_late_moves_nothing() -> None:
    answers = device(Dac(), 20, begins=100.0, wrong={15: 0.050})

    assert answers[15] == pytest.approx(100.0 + 15 * BLOCK / RATE + LEAD)


def test_blocks_that_fill_the_buffer_do_not_settle_it() -> None:
    dac = Dac()
    for number in range(12):
        dac.note(BLOCK, Seconds(100.0), Seconds(100.0 + number * BLOCK / RATE))

    assert not dac.settled


def test_what_was_believed_while_the_buffer_was_filled_is_forgotten_when_it_plays() -> None:
    dac = Dac()
    for number in range(10):
        dac.note(BLOCK, Seconds(100.0), Seconds(100.0 + number * BLOCK / RATE))
    answers = device(dac, 5, begins=101.0)

    assert answers[-1] == pytest.approx(101.0 + 4 * BLOCK / RATE + LEAD)
    assert dac.settled


def test_a_device_that_lost_time_is_followed_within_a_second() -> None:
    dac = Dac()
    device(dac, 100, begins=100.0)
    answers = device(dac, 50, begins=102.5)

    assert answers[-1] == pytest.approx(102.5 + 49 * BLOCK / RATE + LEAD)


def test_the_sample_after_the_last_block_is_heard_when_that_has_been() -> None:
    dac = Dac()
    answers = device(dac, 20, begins=100.0)

    assert dac.next == pytest.approx(answers[-1] + BLOCK / RATE)
