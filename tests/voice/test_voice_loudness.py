"""Every line of a break as loud as the others, by another measure than the one that levels them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.sound.clip import RATE
from assistant.timeline.compose import compose
from assistant.voice.caching import natural_voice, system_voice
from assistant.voice.finish import LOUDNESS
from assistant.voice.loudness import BLOCK, STEP, loudness
from assistant.voice.model import read_model
from tests.voice.natural_models import joe

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from assistant.voice.caching import CachingVoice

pytestmark = [pytest.mark.voice, pytest.mark.slow, pytest.mark.timeout(300)]
pyloudnorm = pytest.importorskip("pyloudnorm")

VOICES = [("system", Language.NB), ("system", Language.EN), ("natural", Language.EN)]
BREAK = "tell-ting"
STEP_SAMPLES = round(STEP * RATE)
HIGHEST = -1.0
"""dBFS."""


def by_the_library(samples: NDArray[np.float32]) -> float:
    """LUFS, by pyloudnorm; it refuses what is shorter than a block, so that is a block of its own length."""
    block = min(BLOCK, len(samples) / RATE)
    return float(pyloudnorm.Meter(RATE, block_size=block).integrated_loudness(samples.astype(np.float64)))


@pytest.fixture(scope="module", params=VOICES, ids="-".join)
def spoken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, NDArray[np.float32]]:
    """Every line of a break."""
    kind, language = request.param
    folder = tmp_path_factory.mktemp(kind)
    voice: CachingVoice = (
        system_voice(language, folder=folder)
        if kind == "system"
        else natural_voice(read_model(joe()), language, folder=folder)
    )
    lines = {utterance.text for utterance in compose(whole_shelf().find(BREAK), language).utterances}
    try:
        return {line: soundfile.read(voice.render(line).path, dtype="float32")[0] for line in lines}
    finally:
        voice.close()


def test_every_line_is_within_a_unit_of_the_target(spoken: dict[str, NDArray[np.float32]]) -> None:
    levels = {line: by_the_library(samples) for line, samples in spoken.items()}

    assert len(levels) > 5
    assert LOUDNESS == -19.0
    assert {line: level for line, level in levels.items() if not LOUDNESS - 1 <= level <= LOUDNESS + 1} == {}


def test_no_peak_comes_near_full_scale(spoken: dict[str, NDArray[np.float32]]) -> None:
    peaks = {line: 20 * math.log10(float(np.abs(samples).max())) for line, samples in spoken.items()}

    assert max(peaks.values()) < HIGHEST


def test_our_measure_says_what_the_library_says(spoken: dict[str, NDArray[np.float32]]) -> None:
    for line, samples in spoken.items():
        # Whole steps: of a rest the library makes a block that the standard leaves out.
        whole = samples[: len(samples) // STEP_SAMPLES * STEP_SAMPLES]
        for gain in (1.0, 0.1):
            quieter = whole * np.float32(gain)
            assert loudness(quieter) == pytest.approx(by_the_library(quieter), abs=0.05), line
