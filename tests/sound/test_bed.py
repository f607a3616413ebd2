"""The ambience under a break: it is there from the beginning to the end, and no leap, pause or late word cuts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.sound.bed import TURN
from assistant.sound.clip import RATE
from assistant.sound.ducking import DUCKED
from assistant.sound.looped import EDGE, Looped
from assistant.sound.plan import Part
from assistant.sound.soundtrack import Placed, Soundtrack
from assistant.sound.transport import FADE, FAR, NEAR
from tests.sound.test_transport import Deck as Transported

if TYPE_CHECKING:
    from numpy.typing import NDArray

LENGTH = 60 * RATE
LOOP = np.asarray(0.1 * np.sin(2 * np.pi * 100 * np.arange(RATE // 10 * 7) / RATE), np.float32)
"""A hum of 0.7 s that goes round without a seam; its samples are at most 0.0014 apart."""
SMALL_STEP = 0.0018
WORDS = Placed(10 * RATE, np.zeros(RATE, np.float32), Part.VOICE)
"""A second of silence that is spoken: only what steps back for it is heard."""


class Deck(Transported):
    """A transport with the hum under it."""

    def __init__(self, *sounds: Placed, at: int = -100) -> None:
        super().__init__(*sounds, at=at, bed=Looped(LOOP, LENGTH))


def largest_step(*pieces: NDArray[np.float32]) -> float:
    return float(np.abs(np.diff(np.concatenate(pieces))).max())


def test_it_swells_slowly_and_is_gone_when_the_break_is() -> None:
    heard = Soundtrack((), Looped(LOOP, LENGTH)).mix(-RATE, LENGTH + 2 * RATE)

    assert not heard[:RATE].any()
    assert not heard[-RATE:].any()
    assert np.abs(heard[RATE : 2 * RATE]).max() < 0.5 * np.abs(heard).max()
    assert np.abs(heard[-2 * RATE : -RATE]).max() < 0.5 * np.abs(heard).max()
    assert np.array_equal(heard[RATE + EDGE : RATE + EDGE + len(LOOP)], np.roll(LOOP, -(EDGE % len(LOOP))))


def test_a_break_that_is_shorter_than_its_edges_has_it_all_the_same() -> None:
    heard = Soundtrack((), Looped(LOOP, RATE)).mix(0, RATE)

    assert 0.09 < np.abs(heard).max() <= 0.1
    assert abs(heard[0]) < 0.001
    assert abs(heard[-1]) < 0.001


def test_under_words_it_steps_back_by_nine_decibels() -> None:
    heard = Soundtrack([WORDS], Looped(LOOP, LENGTH)).mix(WORDS.start, len(WORDS.sound))

    assert DUCKED[Part.AMBIENCE] == pytest.approx(10 ** (-9 / 20))
    assert np.abs(heard).max() == pytest.approx(0.1 * DUCKED[Part.AMBIENCE], rel=0.001)


def test_its_volume_is_its_own() -> None:
    track = Soundtrack([WORDS], Looped(LOOP, LENGTH))
    gains = {Part.VOICE: 1.0, Part.BELL: 1.0, Part.TONE: 1.0, Part.AMBIENCE: 0.25}

    assert np.abs(track.mix(20 * RATE, RATE, gains)).max() == pytest.approx(0.025, rel=0.001)


@settings(max_examples=20, deadline=None)
@given(some.lists(some.integers(1, 9_000), min_size=1, max_size=20))
def test_live_is_the_soundtrack_sample_for_sample_whatever_the_blocks(sizes: list[int]) -> None:
    deck = Deck(WORDS, at=-300)
    heard = np.concatenate([deck.run(size, size) for size in sizes])

    assert np.array_equal(heard, deck.transport.track.mix(-300, sum(sizes)))


def test_drawn_to_the_clock_in_a_silence_it_goes_over_softly() -> None:
    deck = Deck()
    before = deck.run(5 * RATE)
    deck.clock += NEAR + 100
    after = deck.run(RATE)

    assert deck.transport.position == deck.clock
    assert largest_step(before, after) < SMALL_STEP
    assert np.array_equal(after[TURN:], deck.transport.track.mix(deck.clock - RATE + TURN, RATE - TURN))


def test_a_leap_goes_over_softly_and_does_not_soften_the_word_there() -> None:
    word = Placed(30 * RATE, np.full(RATE, 0.3, np.float32), Part.VOICE)
    deck = Deck(word)
    before = deck.run(5 * RATE)
    deck.clock = word.start
    deck.transport.leap()
    after = deck.run(RATE)

    assert largest_step(before, after - 0.3) < SMALL_STEP


def test_out_of_a_word_into_another_it_is_never_cut() -> None:
    words = [Placed(at * RATE, np.zeros(5 * RATE, np.float32), Part.VOICE) for at in (5, 30)]
    deck = Deck(*words)
    before = deck.run(6 * RATE)
    deck.clock = 31 * RATE
    deck.transport.leap()

    assert largest_step(before, deck.run(RATE)) < SMALL_STEP


def test_a_leap_in_the_middle_of_a_leap_is_no_click_either() -> None:
    deck = Deck()
    heard = [deck.run(5 * RATE)]
    for place in (20, 41, 13):
        deck.clock = place * RATE + 17
        deck.transport.leap()
        heard.append(deck.run(TURN // 3))

    assert largest_step(*heard, deck.run(RATE)) < SMALL_STEP


def test_a_pause_lets_it_fade_and_it_comes_back_softly() -> None:
    deck = Deck()
    heard = [deck.run(5 * RATE)]
    deck.transport.hold()
    paused = deck.run(RATE)
    silent = deck.transport.silent
    deck.clock = deck.transport.position
    deck.transport.play()

    assert silent
    assert not paused[FADE + TURN :].any()
    assert largest_step(*heard, paused, deck.run(RATE)) < SMALL_STEP


def test_held_it_is_not_silent_before_the_ambience_is() -> None:
    deck = Deck()
    deck.run(5 * RATE)
    deck.transport.hold()
    deck.run(FADE + 100)

    assert not deck.transport.silent


@pytest.mark.parametrize("late", [0, RATE // 10, RATE])
def test_a_word_that_is_put_in_at_the_last_moment_lets_it_step_back_without_a_click(late: int) -> None:
    deck = Deck()
    before = deck.run(WORDS.start + late)
    deck.transport.track = deck.transport.track.with_sound(WORDS)

    assert largest_step(before, deck.run(RATE)) < SMALL_STEP


def test_a_word_that_is_put_in_for_later_changes_nothing_yet() -> None:
    deck = Deck()
    deck.run(RATE)
    deck.transport.track = deck.transport.track.with_sound(WORDS)

    assert np.array_equal(deck.run(2 * RATE), deck.transport.track.mix(RATE - 100, 2 * RATE))


def test_a_clock_far_away_is_followed_softly() -> None:
    deck = Deck()
    before = deck.run(5 * RATE)
    deck.clock += FAR + 1

    assert largest_step(before, deck.run(RATE)) < SMALL_STEP


def test_on_a_new_device_it_comes_in_softly() -> None:
    deck = Deck()
    deck.run(5 * RATE)
    deck.transport.cut()
    deck.clock += RATE
    heard = deck.run(RATE)

    assert abs(heard[0]) < 0.0001
    assert largest_step(heard) < SMALL_STEP
