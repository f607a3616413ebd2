"""The bells that travel with Mellomrom are what their recipe makes."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING, Any

import numpy as np
import pyloudnorm
import pytest
import soundfile

from assistant import paths
from assistant.settings import BellSize
from assistant.sound.clip import RATE
from assistant.sound.load import bell
from assistant.sound.plan import BellName

if TYPE_CHECKING:
    from numpy.typing import NDArray


@pytest.fixture(scope="module")
def recipe() -> dict[str, Any]:
    return runpy.run_path(str(paths.audio() / "make_bells.py"))


@pytest.fixture(params=[name.file(size) for name in BellName for size in BellSize])
def file(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def samples(file: str) -> NDArray[np.int16]:
    frames, rate = soundfile.read(paths.audio() / file, dtype="int16")
    assert rate == RATE
    return np.asarray(frames, np.int16)


def test_the_recipe_makes_the_file_to_the_last_bit_but_one(
    recipe: dict[str, Any], file: str, samples: NDArray[np.int16]
) -> None:
    made = recipe["make"](recipe["RECIPES"][file.removesuffix(".flac")])

    assert np.abs(made.astype(int) - samples).max() <= 1


def test_a_bell_begins_and_ends_in_silence(samples: NDArray[np.int16]) -> None:
    assert samples[0] == samples[-1] == 0


def test_a_bell_has_no_click_at_its_end(samples: NDArray[np.int16]) -> None:
    last_tenth = samples[-RATE // 10 :].astype(int)

    assert np.abs(np.diff(last_tenth)).max() <= 2


def test_a_bell_is_never_sudden(samples: NDArray[np.int16]) -> None:
    first_millisecond = np.abs(samples[: RATE // 1000].astype(int)).max()

    assert first_millisecond < 0.05 * np.abs(samples.astype(int)).max()


def pitch(sound: NDArray[np.float32]) -> float:
    """Hz of what is loudest in it."""
    return float(np.argmax(np.abs(np.fft.rfft(sound))) * RATE / len(sound))


@pytest.mark.parametrize("size", BellSize)
def test_the_end_bell_is_lower_and_softer_than_the_start_bell(size: BellSize) -> None:
    start, end = bell(BellName.START, size), bell(BellName.END, size)

    assert pitch(end) < pitch(start)
    assert np.abs(end).max() < np.abs(start).max()


@pytest.mark.parametrize("name", BellName)
def test_the_bigger_a_bell_the_deeper_and_the_longer_it_is_and_the_large_one_by_three(name: BellName) -> None:
    small, middle, large = (bell(name, size) for size in BellSize)

    assert pitch(small) > pitch(middle) == pytest.approx(3 * pitch(large), rel=0.01)
    assert len(small) < len(middle) == len(large) / 3


@pytest.mark.parametrize("name", BellName)
def test_bells_of_all_sizes_are_about_as_loud(name: BellName) -> None:
    meter = pyloudnorm.Meter(RATE)
    loudness = [meter.integrated_loudness(bell(name, size)[: 5 * RATE // 2]) for size in BellSize]

    assert max(loudness) - min(loudness) < 2


def test_a_bell_leaves_room_for_the_voice_above_it(samples: NDArray[np.int16]) -> None:
    assert 20 * np.log10(np.abs(samples.astype(float)).max() / 32_768) == pytest.approx(-10.5, abs=1.6)
