from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.voice import child_voice
from assistant.voice.cache import ClipCache
from assistant.voice.caching import CachingVoice
from assistant.voice.child_voice import ChildVoice
from assistant.voice.protocol import VoiceFailed
from tests.voice.voice_fakes import QUICK, FakeChild

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Make = Callable[..., CachingVoice]

LINE = "Look up when you are ready."


@pytest.fixture
def fake(tmp_path: Path) -> FakeChild:
    return FakeChild(tmp_path, "good")


@pytest.fixture
def new_run(tmp_path: Path) -> Iterator[Make]:
    """A caching voice as a new run of the program has it."""
    made: list[CachingVoice] = []

    def make(child: FakeChild, folder: Path | None = None) -> CachingVoice:
        folder = folder or tmp_path / "new" / "clips"
        voice = ChildVoice(Language.EN, folder=folder, command=child.command, patience=QUICK)
        made.append(CachingVoice(voice, ClipCache(folder, language=Language.EN)))
        return made[-1]

    yield make
    for voice in made:
        voice.close()


def test_a_line_is_spoken_once_and_found_in_the_next_run_without_a_child(new_run: Make, fake: FakeChild) -> None:
    first = new_run(fake).render(LINE)
    second_run = new_run(fake)
    assert second_run.find(LINE) == first
    assert second_run.render(LINE) == first
    assert len(fake.starts) == 1


def test_a_clip_that_was_damaged_is_spoken_again(new_run: Make, fake: FakeChild) -> None:
    voice = new_run(fake)
    clip = voice.render(LINE)
    clip.path.write_bytes(clip.path.read_bytes()[:1000])
    assert voice.find(LINE) is None
    assert new_run(fake).render(LINE) == clip
    assert clip.path.stat().st_size > 1000


def test_a_full_disk_stops_nothing_and_each_line_is_still_spoken_once(
    new_run: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_voice, "has_room", lambda folder: not folder.is_relative_to(tmp_path))
    full = FakeChild(tmp_path, "full")
    voice = new_run(full)
    clip = voice.render(LINE)
    assert not clip.path.is_relative_to(tmp_path)
    assert voice.render(LINE) == voice.find(LINE) == clip
    assert len(full.starts) == 2


def test_a_folder_that_is_a_file_stops_nothing(new_run: Make, fake: FakeChild, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    voice = new_run(fake, tmp_path / "file")
    assert voice.render(LINE) == voice.find(LINE)


def test_a_failing_line_is_not_remembered(new_run: Make, tmp_path: Path) -> None:
    voice = new_run(FakeChild(tmp_path, "die-at-line", "die-at-line", "die-at-line", "good"))
    with pytest.raises(VoiceFailed):
        voice.render(LINE)
    assert voice.find(LINE) is None
    assert voice.render(LINE).length == 1890


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its caches private by itself")
def test_the_folder_is_private(new_run: Make, fake: FakeChild) -> None:
    folder = new_run(fake).render(LINE).path.parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
