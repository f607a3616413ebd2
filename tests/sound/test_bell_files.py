"""The bells that travel with Mellomrom are what their recipe makes."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import soundfile

from assistant import paths
from assistant.sound.clip import RATE
from assistant.sound.load import bell
from assistant.sound.plan import BellName

if TYPE_CHECKING:
    from numpy.typing import NDArray


@pytest.fixture(scope="module")
def recipe() -> dict[str, Any]:
    return runpy.run_path(str(paths.audio() / "make_bells.py"))


@pytest.fixture(params=list(BellName), ids=lambda name: name.value)
def name(request: pytest.FixtureRequest) -> BellName:
    return BellName(request.param)


@pytest.fixture
def samples(name: BellName) -> NDArray[np.int16]:
    frames, rate = soundfile.read(paths.audio() / f"{name.value}.flac", dtype="int16")
    assert rate == RATE
    return np.asarray(frames, np.int16)


def test_the_recipe_makes_the_file_to_the_last_bit_but_one(
    recipe: dict[str, Any], name: BellName, samples: NDArray[np.int16]
) -> None:
    made = recipe["make"](recipe["RECIPES"][name.value])

    assert np.abs(made.astype(int) - samples).max() <= 1


def test_a_bell_begins_and_ends_in_silence(samples: NDArray[np.int16]) -> None:
    assert samples[0] == samples[-1] == 0


def test_a_bell_has_no_click_at_its_end(samples: NDArray[np.int16]) -> None:
    last_tenth = samples[-RATE // 10 :].astype(int)

    assert np.abs(np.diff(last_tenth)).max() <= 2


def test_a_bell_is_never_sudden(samples: NDArray[np.int16]) -> None:
    first_millisecond = np.abs(samples[: RATE // 1000].astype(int)).max()

    assert first_millisecond < 0.05 * np.abs(samples.astype(int)).max()


def test_the_end_bell_is_lower_and_softer_than_the_start_bell() -> None:
    start, end = bell(BellName.START), bell(BellName.END)

    assert np.argmax(np.abs(np.fft.rfft(end))) < np.argmax(np.abs(np.fft.rfft(start)))
    assert np.abs(end).max() < np.abs(start).max()


def test_a_bell_leaves_room_for_the_voice_above_it(samples: NDArray[np.int16]) -> None:
    assert 20 * np.log10(np.abs(samples.astype(float)).max() / 32_768) == pytest.approx(-10.5, abs=1.6)
