"""Rain, sea and fire are what their recipe makes, go round without a seam, and disturb nobody."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING, Any

import numpy as np
import pyloudnorm
import pytest
import soundfile

from assistant import paths
from assistant.settings import Ambience
from assistant.sound.clip import RATE
from assistant.sound.ducking import DUCKED
from assistant.sound.load import ambience
from assistant.sound.plan import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

FRAME = RATE // 20
"""Samples of 50 ms, for which a level is taken."""
SPEECH = -19.0
"""LUFS of spoken words."""
BANDS = ((100, 300), (300, 1_000), (1_000, 3_400), (3_400, 8_000))
"""Hz."""


@pytest.fixture(scope="module")
def recipe() -> dict[str, Any]:
    return runpy.run_path(str(paths.audio() / "make_ambience.py"))


@pytest.fixture(params=[which for which in Ambience if which is not Ambience.NONE])
def which(request: pytest.FixtureRequest) -> Ambience:
    return Ambience(request.param)


@pytest.fixture
def sound(which: Ambience) -> NDArray[np.float32]:
    return ambience(which)


def decibels(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(10 * np.log10(power))


def levels(sound: NDArray[np.float32]) -> NDArray[np.float64]:
    """The level of each 50 ms, in dBFS."""
    frames = sound[: len(sound) // FRAME * FRAME].reshape(-1, FRAME).astype(np.float64)
    return decibels(np.mean(frames**2, axis=1))


def colours(sound: NDArray[np.float32]) -> NDArray[np.float64]:
    """The level of each band in each 50 ms, in dB."""
    frames = sound[: len(sound) // FRAME * FRAME].reshape(-1, FRAME) * np.hanning(FRAME)
    spectrum = np.abs(np.fft.rfft(frames)) ** 2
    hertz = np.fft.rfftfreq(FRAME, 1 / RATE)
    return decibels(np.stack([spectrum[:, (hertz >= low) & (hertz < high)].sum(axis=1) for low, high in BANDS]))


def shaped(sound: NDArray[Any], bend: Callable[[NDArray[Any]], NDArray[Any]]) -> NDArray[np.float64]:
    """``sound`` with its spectrum bent."""
    spectrum = np.fft.rfft(sound) * bend(np.fft.rfftfreq(len(sound), 1 / RATE))
    return np.asarray(np.fft.irfft(spectrum, len(sound)))


def telephone(hertz: NDArray[Any]) -> NDArray[np.bool_]:
    return (hertz >= 300) & (hertz < 3_400)


def across(sound: NDArray[np.float32]) -> tuple[NDArray[np.float32], int]:
    """The sound turned by half, and in which frame the seam is then."""
    turned = np.roll(sound, len(sound) // 2 // FRAME * FRAME)
    return turned, len(sound) // 2 // FRAME


def test_the_recipe_makes_the_file_to_the_last_bit_but_one(recipe: dict[str, Any], which: Ambience) -> None:
    file, rate = soundfile.read(paths.audio() / f"ambience-{which}.flac", dtype="int16")
    made = recipe["make"](f"ambience-{which}")

    assert rate == RATE
    assert np.abs(made.astype(int) - file).max() <= 1


def test_a_loop_is_long_enough_to_be_forgotten_and_small_enough_to_be_sent(
    which: Ambience, sound: NDArray[np.float32]
) -> None:
    assert 20 <= len(sound) / RATE <= 40
    assert (paths.audio() / f"ambience-{which}.flac").stat().st_size < 1_500_000


def test_there_is_no_click_at_the_seam(sound: NDArray[np.float32]) -> None:
    bends = np.abs(np.diff(np.concatenate([sound[-3:], sound[:3]]), 2))

    assert bends.max() < np.quantile(np.abs(np.diff(sound, 2)), 0.9995)


def test_loudness_does_not_change_at_the_seam(sound: NDArray[np.float32]) -> None:
    turned, seam = across(sound)
    second = RATE // FRAME
    means = np.convolve(levels(turned), np.ones(second) / second, "valid")
    steps = np.abs(means[second:] - means[:-second])

    assert steps[seam - second] < np.quantile(steps, 0.99)


def test_colour_does_not_change_at_the_seam(sound: NDArray[np.float32]) -> None:
    turned, seam = across(sound)
    half = RATE // FRAME // 2
    means = np.stack([np.convolve(band, np.ones(half) / half, "valid") for band in colours(turned)])
    steps = np.abs(means[:, half:] - means[:, :-half]).max(axis=0)

    assert steps[seam - half] < np.quantile(steps, 0.99)


def test_all_are_equally_loud_and_well_below_the_voice(sound: NDArray[np.float32]) -> None:
    loudness = pyloudnorm.Meter(RATE).integrated_loudness(np.concatenate([sound, sound]))

    assert loudness == pytest.approx(-33, abs=0.3)


def test_nothing_in_it_makes_one_start(sound: NDArray[np.float32]) -> None:
    level = levels(sound)

    assert level.max() - np.median(level) < 8
    assert np.diff(level).max() < 7
    assert 20 * np.log10(np.abs(sound).max()) < -15


def test_there_is_no_fizz_in_it(sound: NDArray[np.float32]) -> None:
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)

    assert decibels(power[hertz > 6_000].sum() / power.sum()) < -20


def test_under_words_it_is_far_below_them_where_speech_is_made_out(sound: NDArray[np.float32]) -> None:
    """Speech of -19 LUFS, which is noise with the long-term spectrum of speech here; the loudest second counts."""
    noise = np.random.default_rng(5).standard_normal(20 * RATE)
    words = shaped(noise, lambda hertz: 1 / (1 + (hertz / 500) ** 2))
    words *= 10 ** ((SPEECH - pyloudnorm.Meter(RATE).integrated_loudness(words)) / 20)
    spoken = float(np.mean(shaped(words, telephone) ** 2))
    under = shaped(sound * DUCKED[Part.AMBIENCE], telephone)
    seconds = under[: len(under) // RATE * RATE].reshape(-1, RATE)
    ratios = 10 * np.log10(spoken / np.mean(seconds**2, axis=1))
    print(f"over the ambience: {ratios.mean():.1f} dB, at least {ratios.min():.1f} dB")

    assert ratios.min() > 15


def test_the_waves_of_the_sea_come_every_eight_to_twelve_seconds_and_not_in_step_with_the_loop() -> None:
    sea = ambience(Ambience.SEA)
    second = RATE // FRAME
    heights = np.convolve(np.tile(levels(sea), 2), np.hanning(4 * second) / (2 * second), "same")
    crests = [
        place
        for place in range(3 * second, len(heights) - 3 * second)
        if heights[place] == heights[place - 3 * second : place + 3 * second].max()
    ]
    apart = np.diff(crests) / second

    assert 7 < apart.min() < apart.max() < 13
    assert apart.max() - apart.min() > 1
