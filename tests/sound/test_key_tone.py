"""The tone that answers a key is what its recipe makes, and soft."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from assistant import paths
from assistant.line.aloud import KEY_TONE
from assistant.sound.clip import RATE
from assistant.sound.samples import factor
from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from numpy.typing import NDArray


@pytest.fixture
def tone() -> NDArray[np.int16]:
    samples, rate = soundfile.read(KEY_TONE.path, dtype="int16")
    assert rate == RATE
    return np.asarray(samples, np.int16)


def test_the_recipe_makes_the_file_to_the_last_bit_but_one(tone: NDArray[np.int16]) -> None:
    made = runpy.run_path(str(paths.audio() / "make_key_tone.py"))["make"]()

    assert np.abs(made.astype(int) - tone).max() <= 1


def test_it_is_as_long_as_the_clip_says(tone: NDArray[np.int16]) -> None:
    assert len(tone) / RATE == KEY_TONE.length / MS_PER_SECOND


def test_it_begins_and_ends_in_silence_and_startles_nobody(tone: NDArray[np.int16]) -> None:
    first_two_milliseconds = np.abs(tone[: RATE // 500].astype(int)).max()

    assert tone[0] == tone[-1] == 0
    assert np.abs(tone.astype(int)).max() <= factor(-24.0) * 32_768
    assert first_two_milliseconds < factor(-40.0) * 32_768
