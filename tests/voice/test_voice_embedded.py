"""What the real voice sounds like, as far as it can be measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import psutil
import pytest
import soundfile

from assistant.language import Language
from assistant.sound.clip import RATE
from assistant.voice.cache import ClipCache
from assistant.voice.caching import CachingVoice
from assistant.voice.child_voice import ChildVoice
from assistant.voice.phrases import count_words
from tests.voice.voice_lines import LINES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.sound.clip import Clip

pytestmark = pytest.mark.voice

AUDIBLE = 10 ** (-50 / 20)
"""-50 dBFS: thirty decibels under the speech."""
RANGES = {Language.NB: (95, 105), Language.EN: (105, 115)}


@dataclass(frozen=True)
class Spoken:
    """The lines of one language as clips."""

    language: Language
    clips: dict[str, Clip]

    def samples(self) -> Iterator[NDArray[np.float32]]:
        for clip in self.clips.values():
            yield read(clip)


def read(clip: Clip) -> NDArray[np.float32]:
    samples, rate = soundfile.read(clip.path, dtype="float32")
    assert rate == RATE
    return np.asarray(samples)


def pace(clips: dict[str, Clip]) -> float:
    return sum(map(count_words, clips)) * 60_000 / sum(clip.length for clip in clips.values())


def active_level(samples: NDArray[np.float32]) -> float:
    """RMS in dBFS of the 50 ms frames within 20 dB of the loudest: another measure than the one that levels."""
    frames = samples[: len(samples) // 2400 * 2400].reshape(-1, 2400)
    powers = (frames.astype(float) ** 2).mean(axis=1)
    return float(10 * np.log10(powers[powers > powers.max() / 100].mean()))


@pytest.fixture(scope="module", params=list(Language))
def spoken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Spoken:
    voice = ChildVoice(request.param, folder=tmp_path_factory.mktemp("clips"))
    try:
        return Spoken(request.param, {line: voice.render(line) for line in LINES[request.param]})
    finally:
        voice.close()


def test_the_pace_is_calm(spoken: Spoken) -> None:
    least, most = RANGES[spoken.language]
    assert least <= pace(spoken.clips) <= most


def test_a_clip_begins_with_its_first_word(spoken: Spoken) -> None:
    onsets = [np.flatnonzero(np.abs(samples) > AUDIBLE)[0] / RATE for samples in spoken.samples()]
    assert max(onsets) < 0.020


def test_a_clip_ends_soon_after_its_last_word(spoken: Spoken) -> None:
    tails = [np.flatnonzero(np.abs(samples[::-1]) > AUDIBLE)[0] / RATE for samples in spoken.samples()]
    assert max(tails) < 0.060


def test_all_clips_are_equally_loud(spoken: Spoken) -> None:
    levels = [active_level(samples) for samples in spoken.samples()]
    assert max(levels) - min(levels) < 1.5
    assert -21 < float(np.mean(levels)) < -18


def test_no_peak_is_above_minus_3_dbfs(spoken: Spoken) -> None:
    assert max(float(np.abs(samples).max()) for samples in spoken.samples()) <= 10 ** (-3 / 20) + 1 / 32768


def test_a_clip_fades_in_and_out(spoken: Spoken) -> None:
    edges = [float(np.abs(samples[[0, -1]]).max()) for samples in spoken.samples()]
    assert max(edges) <= 1 / 32768


def test_the_clip_is_as_long_as_it_says(spoken: Spoken) -> None:
    for clip in spoken.clips.values():
        assert clip.length == round(len(read(clip)) * 1000 / RATE)


@pytest.mark.parametrize(
    ("rate", "language"), [(0.8, Language.NB), (1.25, Language.NB), (0.8, Language.EN), (1.25, Language.EN)]
)
def test_another_rate_scales_the_pace(tmp_path: Path, rate: float, language: Language) -> None:
    voice = ChildVoice(language, rate=rate, folder=tmp_path)
    try:
        clips = {line: voice.render(line) for line in LINES[language]}
    finally:
        voice.close()
    calm = sum(RANGES[language]) / 2
    assert pace(clips) == pytest.approx(calm * rate, rel=0.10)


def test_the_same_words_sound_different_in_the_two_languages(tmp_path: Path) -> None:
    heard = []
    for language in Language:
        voice = ChildVoice(language, folder=tmp_path)
        heard.append(read(voice.render("Finn fire ting her i rommet.")))
        assert voice.identity is not None
        assert voice.identity.voice == {Language.NB: "gmq/nb", Language.EN: "gmw/en"}[language]
        voice.close()
    shared = min(map(len, heard))
    alike = np.corrcoef(heard[0][:shared], heard[1][:shared])[0, 1]
    assert abs(float(alike)) < 0.5


def test_a_second_run_finds_every_line_without_starting_a_child(tmp_path: Path) -> None:
    lengths = []
    for _run in range(2):
        voice = ChildVoice(Language.NB, folder=tmp_path)
        caching = CachingVoice(voice, ClipCache(tmp_path, language=Language.NB))
        lengths.append([caching.render(line).length for line in LINES[Language.NB][:3]])
        started = voice.pid is not None
        caching.close()
    assert lengths[0] == lengths[1]
    assert not started
    assert psutil.Process().children() == []


@pytest.mark.slow
def test_sixty_lines_are_rendered_by_one_child_without_a_failure(tmp_path: Path) -> None:
    voice = ChildVoice(Language.NB, folder=tmp_path)
    pids = set()
    try:
        for number in range(60):
            assert voice.render(f"{LINES[Language.NB][number % 12]} {number}.").length > 1000
            pids.add(voice.pid)
    finally:
        voice.close()
    assert len(pids) == 1
