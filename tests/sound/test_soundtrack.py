"""The soundtrack: the same samples however they are asked for, and never too loud."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.sound.ceiling import KNEE, TOP, soften
from assistant.sound.ducking import DUCKED
from assistant.sound.plan import Part
from assistant.sound.samples import at_sample
from assistant.sound.soundtrack import Placed, Soundtrack
from assistant.units import Ms

if TYPE_CHECKING:
    from numpy.typing import NDArray

LENGTH = 60_000


def noise(frames: int, loud: float, seed: int = 1) -> NDArray[np.float32]:
    return np.asarray(np.random.default_rng(seed).uniform(-loud, loud, frames), np.float32)


def crowded() -> Soundtrack:
    """Everything at once: words over a bell over a tone, far too loud."""
    return Soundtrack(
        [
            Placed(30_000, noise(9_000, 0.9, 1), Part.VOICE),
            Placed(1_000, noise(50_000, 0.7, 2), Part.BELL),
            Placed(5_000, noise(20_000, 0.5, 3), Part.TONE, 0.7),
            Placed(20_011, noise(3_001, 0.9, 4), Part.VOICE),
        ]
    )


WHOLE = crowded().mix(0, LENGTH)


@settings(max_examples=25, deadline=None)
@given(some.lists(some.integers(0, LENGTH), max_size=40))
def test_blocks_of_any_size_are_the_whole_cut_in_pieces(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), LENGTH]
    track = crowded()

    pieces = [track.mix(start, end - start) for start, end in itertools.pairwise(edges)]

    assert np.array_equal(np.concatenate(pieces), WHOLE)


def test_the_order_in_which_sounds_are_added_is_not_heard() -> None:
    track = Soundtrack()
    for sound in reversed(crowded().sounds):
        track = track.with_sound(sound)

    assert np.array_equal(track.mix(0, LENGTH), WHOLE)


def test_a_lone_sound_comes_out_as_it_is() -> None:
    words = noise(1_000, 0.7)

    mixed = Soundtrack([Placed(500, words, Part.VOICE)]).mix(0, 2_000)

    assert np.array_equal(mixed, np.pad(words, 500))


def test_a_gain_makes_a_sound_softer() -> None:
    bell = noise(1_000, 0.7)

    mixed = Soundtrack([Placed(0, bell, Part.BELL, 0.25)]).mix(0, 1_000)

    assert np.array_equal(mixed, bell * np.float32(0.25))


def test_there_is_silence_before_the_break_and_after_it() -> None:
    assert not crowded().mix(-5_000, 5_000).any()
    assert not crowded().mix(LENGTH, 5_000).any()


def test_nothing_is_louder_than_one_decibel_below_full_scale() -> None:
    assert np.abs(WHOLE).max() < TOP < 0.8913


def test_the_volume_of_a_part_is_its_own() -> None:
    track = Soundtrack([Placed(0, noise(500, 0.5), Part.VOICE), Placed(500, noise(500, 0.5), Part.BELL)])

    mixed = track.mix(0, 1_000, {Part.VOICE: 0.0, Part.BELL: 1.0, Part.TONE: 1.0})

    assert not mixed[:500].any()
    assert mixed[500:].any()


def test_a_bell_steps_back_while_the_voice_speaks_and_returns_softly() -> None:
    bell = np.full(200_000, 0.2, np.float32)
    silent_words = np.zeros(40_000, np.float32)
    track = Soundtrack([Placed(0, bell, Part.BELL), Placed(60_000, silent_words, Part.VOICE)])

    mixed = track.mix(0, 200_000)

    assert mixed[80_000] == pytest.approx(0.2 * DUCKED[Part.BELL])
    assert mixed[0] == mixed[-1] == pytest.approx(0.2)
    assert np.abs(np.diff(mixed)).max() < 0.0001


def test_between_words_that_follow_closely_a_bell_stays_back() -> None:
    bell, words = np.full(100_000, 0.2, np.float32), np.zeros(10_000, np.float32)
    track = Soundtrack(
        [
            Placed(0, bell, Part.BELL),
            Placed(30_000, words, Part.VOICE),
            Placed(50_000, words, Part.VOICE),
        ]
    )

    assert track.mix(45_000, 1)[0] == pytest.approx(0.2 * DUCKED[Part.BELL])


def test_milliseconds_are_whole_samples() -> None:
    assert at_sample(Ms(1)) == 48


def test_the_ceiling_leaves_alone_what_is_below_its_knee() -> None:
    speech = noise(10_000, float(KNEE))
    softened = speech.copy()
    soften(softened)

    assert np.array_equal(softened, speech)


def test_the_ceiling_keeps_the_order_of_loudness_and_the_sign() -> None:
    rising = np.linspace(-3, 3, 10_001, dtype=np.float32)
    softened = rising.copy()
    soften(softened)

    assert np.all(np.diff(softened) >= 0)
    assert np.array_equal(np.sign(softened), np.sign(rising))
