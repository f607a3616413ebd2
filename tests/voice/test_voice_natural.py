"""The model of a voice, spoken by the real engine in the real child, as far as it can be measured."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import psutil
import pytest
import soundfile

from assistant.language import Language
from assistant.sound.clip import RATE
from assistant.voice.caching import natural_voice, system_voice
from assistant.voice.model import read_model
from assistant.voice.phrases import count_words, least_seconds
from tests.voice.natural_models import JOE, joe, put
from tests.voice.voice_lines import LINES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.sound.clip import Clip
    from assistant.voice.caching import CachingVoice

pytestmark = [pytest.mark.voice, pytest.mark.slow, pytest.mark.timeout(300)]
pytest.importorskip("piper")

RANGES = {Language.NB: (95, 106), Language.EN: (105, 115)}
"""Words a minute; the sounds of Norwegian are not what this model was made for."""

SMALL = 450_000_000
"""Bytes: measured 290 MB, of which 150 MB are the model."""


def model_of(language: Language, folder: Path) -> Path:
    return joe() if language is Language.EN else put("no_NO-test", folder=folder / "models", espeak={"voice": "nb"})


def speak(language: Language, folder: Path, lines: tuple[str, ...]) -> tuple[CachingVoice, dict[str, Clip]]:
    voice = natural_voice(read_model(model_of(language, folder)), language, folder=folder / "clips")
    return voice, {line: voice.render(line) for line in lines}


def digests(clips: dict[str, Clip]) -> list[str]:
    return [hashlib.sha256(clip.path.read_bytes()).hexdigest() for clip in clips.values()]


@pytest.fixture(scope="module", params=list(Language))
def spoken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Clip]:
    voice, clips = speak(request.param, tmp_path_factory.mktemp("natural"), LINES[request.param])
    voice.close()
    return clips


def test_the_pace_is_calm(spoken: dict[str, Clip]) -> None:
    (language,) = (language for language in Language if LINES[language][0] in spoken)
    pace = sum(map(count_words, spoken)) * 60_000 / sum(clip.length for clip in spoken.values())
    least, most = RANGES[language]

    assert least <= pace <= most


def test_every_line_is_as_long_as_its_words_and_has_energy_in_it(spoken: dict[str, Clip]) -> None:
    for line, clip in spoken.items():
        samples, rate = soundfile.read(clip.path, dtype="float32")
        seconds = len(samples) / RATE
        assert rate == RATE
        assert clip.length == round(seconds * 1000)
        assert 3 * least_seconds(line) / 2 < seconds < 1.2 * count_words(line)
        assert float(np.square(samples).mean()) > 10 ** (-30 / 10), line


def test_the_same_line_sounds_the_same_sample_for_sample_in_another_run(tmp_path: Path) -> None:
    lines = LINES[Language.EN][:2]
    runs = []
    for run in ("first", "second"):
        voice, clips = speak(Language.EN, tmp_path / run, lines)
        voice.close()
        runs.append(digests(clips))

    assert runs[0] == runs[1]


def test_norwegian_is_said_with_the_sounds_of_norwegian(tmp_path: Path) -> None:
    line = "Finn fire ting her i rommet."
    voice, norwegian = speak(Language.NB, tmp_path, (line,))
    assert voice.name == "no_NO-test"
    voice.close()
    other, english = speak(Language.EN, tmp_path, (line,))
    assert other.name == JOE
    other.close()

    assert digests(norwegian) != digests(english)


def test_one_small_child_says_everything_on_few_threads_and_nothing_of_it_is_left(tmp_path: Path) -> None:
    voice, _clips = speak(Language.EN, tmp_path, (*LINES[Language.EN][:4], "This is a [[line]] with marks in it."))
    (child,) = psutil.Process().children()
    memory, threads = child.memory_info().rss, child.num_threads()
    voice.close()

    assert memory < SMALL
    assert threads <= 4
    assert psutil.Process().children() == []


def test_natural_and_system_clips_lie_side_by_side_in_one_folder(tmp_path: Path) -> None:
    line = LINES[Language.EN][0]
    voice, clips = speak(Language.EN, tmp_path, (line,))
    system = system_voice(Language.EN, folder=tmp_path / "clips")
    own = system.render(line)
    for one in (voice, system):
        one.close()

    again: list[Callable[[str], Clip | None]] = [
        natural_voice(read_model(joe()), Language.EN, folder=tmp_path / "clips").find,
        system_voice(Language.EN, folder=tmp_path / "clips").find,
    ]
    assert [find(line) for find in again] == [clips[line], own]
    assert own.path != clips[line].path
