"""Where in the break the sound is, on arrays: no device, no clock, no thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.sound.clip import RATE
from assistant.sound.landing import PATIENT
from assistant.sound.levels import Levels
from assistant.sound.looped import Looped
from assistant.sound.plan import Part
from assistant.sound.soundtrack import Placed, Soundtrack
from assistant.sound.transport import FADE, FAR, NEAR, Transport

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 1_024
SOUND = np.asarray(0.5 * np.sin(2 * np.pi * 200 * np.arange(5 * RATE) / RATE), np.float32)
"""Five seconds whose samples are at most 0.0131 apart."""
SMALL_STEP = 0.016
"""A step between samples that is no click: the sound's own, and what a fade adds."""


class Deck:
    """A transport whose clock runs with its samples, unless it is shifted."""

    def __init__(self, *sounds: Placed, at: int = 0, bed: Looped | None = None) -> None:
        self.transport = Transport()
        self.transport.track = Soundtrack(sounds, bed)
        self.levels = Levels()
        self.clock = at
        self.transport.play()

    def run(self, frames: int, block: int = BLOCK) -> NDArray[np.float32]:
        """The next samples, made block by block."""
        made = []
        while frames > 0:
            size = min(block, frames)
            made.append(self.transport.fill(size, self.clock, self.levels))
            self.clock += size
            frames -= size
        return np.concatenate(made)


def long_sound(start: int = 0) -> Placed:
    return Placed(start, SOUND, Part.TONE)


def largest_step(sound: NDArray[np.float32]) -> float:
    return float(np.abs(np.diff(sound)).max())


def test_running_it_plays_the_soundtrack_sample_for_sample() -> None:
    deck = Deck(long_sound(100))

    assert np.array_equal(deck.run(20_000), deck.transport.track.mix(0, 20_000))


def test_a_pause_is_silent_after_the_fade_and_stands_still() -> None:
    deck = Deck(long_sound())
    deck.run(10_000)
    deck.transport.hold()
    faded = deck.run(5_000)
    position = deck.transport.position
    deck.run(50_000)

    assert not faded[FADE:].any()
    assert position == deck.transport.position == 10_000 + FADE


def test_after_a_pause_it_goes_on_at_the_very_sample() -> None:
    deck = Deck(long_sound())
    deck.run(10_000)
    deck.transport.hold()
    deck.run(5_000)
    position = deck.transport.position
    deck.clock = position
    deck.transport.play()
    resumed = deck.run(5_000)

    assert np.array_equal(resumed[FADE:], SOUND[position + FADE : position + 5_000])


def test_no_edge_of_a_pause_clicks() -> None:
    deck = Deck(long_sound())
    before = deck.run(10_000)
    deck.transport.hold()
    paused = deck.run(2_000)
    deck.clock = deck.transport.position
    deck.transport.play()

    assert largest_step(np.concatenate([before, paused, deck.run(5_000)])) < SMALL_STEP


def test_a_pause_that_is_taken_back_at_once_does_not_click() -> None:
    deck = Deck(long_sound())
    before = deck.run(10_000)
    deck.transport.hold()
    fading = deck.run(FADE // 2)
    deck.transport.play()

    assert largest_step(np.concatenate([before, fading, deck.run(2_000)])) < SMALL_STEP


@pytest.mark.parametrize("off", [-4_000, 4_000])
def test_in_the_middle_of_a_sound_a_resume_keeps_its_place_though_the_clock_is_a_block_or_two_off(off: int) -> None:
    deck = Deck(long_sound())
    deck.run(10_000)
    deck.transport.hold()
    deck.run(5_000)
    position = deck.transport.position
    deck.clock = position + off
    deck.transport.play()
    deck.run(1_000)

    assert deck.transport.position == position + 1_000


def test_the_next_silence_brings_it_back_to_the_clock() -> None:
    deck = Deck(long_sound())
    deck.run(10_000)
    deck.clock += 4_000
    deck.run(len(SOUND))

    assert deck.transport.position == deck.clock


def test_a_sound_that_is_near_the_clock_is_left_in_peace() -> None:
    deck = Deck()
    deck.run(10_000)
    deck.clock += NEAR
    deck.run(10_000)

    assert deck.transport.position == deck.clock - NEAR


def test_brought_back_in_silence_the_next_sound_is_heard_on_time_and_whole() -> None:
    deck = Deck(long_sound(60_000))
    deck.run(10_000)
    deck.clock += FAR
    start = 60_000 - deck.clock
    heard = deck.run(100_000)

    assert not heard[:start].any()
    assert np.array_equal(heard[start:], SOUND[: len(heard) - start])


def test_a_clock_far_away_is_leapt_to_with_fades_even_in_the_middle_of_a_sound() -> None:
    deck = Deck(long_sound())
    before = deck.run(10_000)
    deck.clock += FAR + 1
    after = deck.run(10_000)

    assert deck.transport.position == deck.clock
    assert largest_step(np.concatenate([before, after])) < SMALL_STEP


def test_a_leap_lands_where_the_clock_is_when_the_fade_is_over() -> None:
    deck = Deck(long_sound())
    before = deck.run(10_000)
    deck.clock = 100_000
    deck.transport.leap()
    after = deck.run(10_000)

    assert np.array_equal(after[2 * FADE :], SOUND[100_000 + 2 * FADE : 110_000])
    assert largest_step(np.concatenate([before, after])) < SMALL_STEP


def test_a_leap_out_of_silence_to_the_beginning_of_a_word_softens_nothing() -> None:
    word = Placed(50_000, SOUND, Part.VOICE)
    deck = Deck(word)
    deck.run(1_000)
    deck.clock = 50_000
    deck.transport.leap()

    assert np.array_equal(deck.run(5_000), SOUND[:5_000])


def test_a_word_just_missed_by_a_leap_is_heard_from_its_beginning() -> None:
    word = Placed(50_000, SOUND, Part.VOICE)
    deck = Deck(word)
    deck.run(1_000)
    deck.clock = 50_000 + PATIENT[Part.VOICE]
    deck.transport.leap()

    assert np.array_equal(deck.run(5_000), SOUND[:5_000])


def test_who_joins_late_comes_in_with_a_fade_where_the_clock_is() -> None:
    deck = Deck(long_sound(), at=100_000)
    heard = deck.run(5_000)

    assert np.array_equal(heard[FADE:], SOUND[100_000 + FADE : 105_000])
    assert abs(heard[0]) < 0.001
    assert largest_step(heard) < SMALL_STEP


def test_a_clock_that_has_not_come_to_the_beginning_is_waited_for() -> None:
    deck = Deck(long_sound(), at=-3_000)
    heard = deck.run(5_000)

    assert not heard[:3_000].any()
    assert np.array_equal(heard[3_000:], SOUND[:2_000])


def test_held_it_can_be_placed_elsewhere() -> None:
    deck = Deck(long_sound())
    deck.run(10_000)
    deck.transport.hold()
    deck.transport.place(90_000)
    faded = deck.run(2_000)
    deck.clock = 90_000
    deck.transport.play()
    heard = deck.run(5_000)

    assert not faded[FADE:].any()
    assert np.array_equal(heard[FADE:], SOUND[90_000 + FADE : 95_000])


def test_played_again_while_it_still_fades_to_another_place_it_leaps_there() -> None:
    deck = Deck(long_sound())
    before = deck.run(10_000)
    deck.transport.hold()
    deck.transport.place(90_000)
    deck.transport.play()
    deck.clock = 90_000
    after = deck.run(5_000)

    assert deck.transport.position == 95_000
    assert largest_step(np.concatenate([before, after])) < SMALL_STEP


def test_on_a_new_device_it_comes_in_where_the_clock_is() -> None:
    deck = Deck(long_sound())
    deck.run(10_000)
    deck.transport.cut()
    deck.clock += 24_000
    heard = deck.run(5_000)

    assert deck.transport.position == deck.clock
    assert largest_step(heard) < SMALL_STEP


@settings(max_examples=25, deadline=None)
@given(some.lists(some.integers(1, 3_000), min_size=1, max_size=30))
def test_a_fade_does_not_depend_on_the_size_of_the_blocks(sizes: list[int]) -> None:
    whole, pieces = Deck(long_sound()), Deck(long_sound())
    for deck in (whole, pieces):
        deck.run(10_000)
        deck.transport.hold()

    assert np.array_equal(whole.run(sum(sizes), sum(sizes)), np.concatenate([pieces.run(size) for size in sizes]))


def test_a_held_transport_says_when_it_is_silent() -> None:
    deck = Deck(long_sound())
    deck.run(10_000)
    deck.transport.hold()
    deck.run(FADE - 1)
    almost = deck.transport.silent
    deck.run(1)

    assert (almost, deck.transport.silent) == (False, True)
