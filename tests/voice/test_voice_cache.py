from __future__ import annotations

import os
import stat
import time
import wave
from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.voice.cache import WHO, ClipCache
from assistant.voice.identity import Identity, clip_name
from assistant.voice.pace import Pace

if TYPE_CHECKING:
    from pathlib import Path

WHO_SPEAKS = Identity("espeak", "gmq/nb", "1.52.0")
LINE = "Se opp når du er klar."
SECOND = 48_000


def cache_in(folder: Path, *, limit: int = 100_000_000, rate: float = 1.0) -> ClipCache:
    return ClipCache(folder, language=Language.NB, rate=rate, limit=limit)


def put(folder: Path, text: str, *, seconds: float = 1.0, rate: float = 1.0, age: float = 0.0) -> Path:
    path = folder / clip_name(WHO_SPEAKS, Pace(Language.NB, rate), text)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SECOND)
        file.writeframes(bytes(int(2 * SECOND * seconds)))
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_what_was_said_before_is_found_with_its_length_in_another_run(tmp_path: Path) -> None:
    cache_in(tmp_path).remember(WHO_SPEAKS)
    path = put(tmp_path, LINE, seconds=1.25)
    found = cache_in(tmp_path).find(LINE)
    assert found is not None
    assert (found.path, found.length) == (path, 1250)


def test_nothing_is_found_before_it_is_known_who_speaks(tmp_path: Path) -> None:
    put(tmp_path, LINE)
    assert cache_in(tmp_path).find(LINE) is None


@pytest.mark.parametrize(
    "other", [Identity("espeak", "gmq/nb", "1.51"), Identity("espeak", "gmq/nb+f2", "1.52.0"), Identity("x", "", "")]
)
def test_another_voice_counts_from_when_it_is_remembered(tmp_path: Path, other: Identity) -> None:
    cache = cache_in(tmp_path)
    cache.remember(WHO_SPEAKS)
    put(tmp_path, LINE)
    cache.remember(other)
    assert cache.find(LINE) is None
    assert cache_in(tmp_path).find(LINE) is None


def test_another_pace_or_language_is_another_clip(tmp_path: Path) -> None:
    put(tmp_path, LINE)
    for cache in (cache_in(tmp_path, rate=0.9), ClipCache(tmp_path, language=Language.EN)):
        cache.remember(WHO_SPEAKS)
        assert cache.find(LINE) is None


def test_each_language_remembers_its_own_voice(tmp_path: Path) -> None:
    cache_in(tmp_path).remember(WHO_SPEAKS)
    ClipCache(tmp_path, language=Language.EN).remember(Identity("espeak", "gmw/en", "1.52.0"))
    put(tmp_path, LINE)
    assert cache_in(tmp_path).find(LINE) is not None


@pytest.mark.parametrize("damage", [b"", b"RIFF", b"\0" * 50_000])
def test_a_damaged_file_counts_as_absent(tmp_path: Path, damage: bytes) -> None:
    cache = cache_in(tmp_path)
    cache.remember(WHO_SPEAKS)
    put(tmp_path, LINE).write_bytes(damage)
    assert cache.find(LINE) is None


def test_a_file_that_was_cut_short_counts_as_absent(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.remember(WHO_SPEAKS)
    path = put(tmp_path, LINE)
    path.write_bytes(path.read_bytes()[:-2])
    assert cache.find(LINE) is None


@pytest.mark.parametrize("rubbish", ["", "[]", '{"nb": 5}', '{"nb": {"engine": "x"}}', "{"])
def test_a_damaged_memory_of_who_speaks_counts_as_none(tmp_path: Path, rubbish: str) -> None:
    put(tmp_path, LINE)
    (tmp_path / WHO).write_text(rubbish)
    assert cache_in(tmp_path).find(LINE) is None
    cache_in(tmp_path).remember(WHO_SPEAKS)
    assert cache_in(tmp_path).find(LINE) is not None


def test_what_was_used_last_is_kept_when_there_is_too_much(tmp_path: Path) -> None:
    cache = cache_in(tmp_path, limit=250_000)
    cache.remember(WHO_SPEAKS)
    put(tmp_path, "eldst, men brukt nå", age=300)
    put(tmp_path, "eldst", age=200)
    put(tmp_path, "nyere", age=100)
    assert cache.find("eldst, men brukt nå") is not None
    cache.tidy()
    kept = [text for text in ("eldst, men brukt nå", "eldst", "nyere") if cache.find(text)]
    assert kept == ["eldst, men brukt nå", "nyere"]


def test_what_was_never_finished_is_swept_up_when_it_is_old(tmp_path: Path) -> None:
    for name, age in {"raw-1.wav": 4000, "a-1.part": 4000, "raw-2.wav": 10, "a-2.part": 10}.items():
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age, time.time() - age))
    cache_in(tmp_path).tidy()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["a-2.part", "raw-2.wav"]


def test_a_folder_that_is_a_file_holds_nothing_and_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = cache_in(tmp_path / "file")
    cache.remember(WHO_SPEAKS)
    cache.tidy()
    assert cache.find(LINE) is None


def test_the_memory_of_who_speaks_is_private(tmp_path: Path) -> None:
    cache_in(tmp_path).remember(WHO_SPEAKS)
    assert stat.S_IMODE((tmp_path / WHO).stat().st_mode) == 0o600
