"""The real child with the embedded eSpeak NG, in the places where it has to stand its ground."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from assistant.language import Language
from assistant.voice import child_voice
from assistant.voice.child_voice import ChildVoice
from assistant.voice.embedded import LIBRARY
from assistant.voice.process import PACKAGE_PARENT
from assistant.voice.protocol import VoiceGone
from tests.voice.voice_fakes import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.voice, pytest.mark.skipif(sys.platform != "linux", reason="the embedded voice is for Linux")]

LINE = "Look up when you are ready."


def loaded_libraries(pid: int | None) -> set[Path]:
    return {Path(region.path) for region in psutil.Process(pid).memory_maps() if LIBRARY in region.path}


def embedded() -> Path:
    import espeakng_loader

    return Path(espeakng_loader.__file__).parent


@pytest.fixture
def voice(tmp_path: Path) -> Iterator[ChildVoice]:
    voice = ChildVoice(Language.EN, folder=tmp_path / "clips")
    yield voice
    voice.close()


def system_has_a_library() -> bool:
    try:
        ctypes.CDLL(LIBRARY)
    except OSError:
        return False
    return True


def test_our_library_is_lent_where_the_system_has_none_and_only_there(voice: ChildVoice) -> None:
    voice.render(LINE)
    (folder,) = {path.parent for path in loaded_libraries(voice.pid)}
    assert (folder == embedded()) is not system_has_a_library()


def test_where_the_system_has_a_library_ours_stays_away(
    voice: ChildVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(embedded() / LIBRARY, tmp_path)
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(embedded()))  # the copy does not know where its voices are
    voice.render(LINE)
    assert {path.parent for path in loaded_libraries(voice.pid)} == {tmp_path}


def test_where_there_is_no_library_at_all_it_is_said_in_one_line(
    voice: ChildVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "espeakng_loader").mkdir()
    (tmp_path / "espeakng_loader" / "__init__.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(VoiceGone, match="No speech engine"):
        voice.render(LINE)


def test_a_library_without_its_voices_ends_the_child_and_not_us(
    voice: ChildVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(embedded() / LIBRARY, tmp_path)
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setenv("ESPEAK_DATA_PATH", str(tmp_path))
    with pytest.raises(VoiceGone, match="does not answer"):
        voice.render(LINE)


def test_when_the_parent_is_killed_its_child_ends(tmp_path: Path) -> None:
    program = f"""
import os, signal
from pathlib import Path
from assistant.language import Language
from assistant.voice.child_voice import ChildVoice
voice = ChildVoice(Language.NB, folder=Path({str(tmp_path)!r}))
voice.render("Se opp.")
print(voice.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    parent = subprocess.run([sys.executable, "-c", program], cwd=PACKAGE_PARENT, capture_output=True, check=False)
    child = int(parent.stdout)

    def has_ended() -> bool:
        # Whoever inherits it may be slow to collect it.
        return not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE

    wait_for(has_ended)


def test_files_in_the_folder_of_the_user_do_not_disturb_the_child(
    voice: ChildVoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("numpy.py", "json.py", "pyttsx3.py"):
        (tmp_path / name).write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert voice.render(LINE).length > 1000


def test_clips_can_be_read_by_nobody_else(voice: ChildVoice) -> None:
    clip = voice.render(LINE)
    assert clip.path.stat().st_mode & 0o777 == 0o600
    assert clip.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_that_cannot_be_written_whole_does_not_stop_the_voice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk: in the folder that was meant, no file may be larger than 100 kB."""
    folder = tmp_path / "clips"
    program = f"""
import resource, sys
from assistant.voice import child
if any(argument.startswith({str(folder)!r}) for argument in sys.argv):
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
sys.exit(child.main())
"""
    monkeypatch.setattr(child_voice, "has_room", lambda where: where != folder)
    voice = ChildVoice(Language.EN, folder=folder, command=(sys.executable, "-c", program))
    try:
        clip = voice.render("A line of which the clip needs more room than there is in this folder.")
    finally:
        voice.close()
    assert clip.length > 4000
    assert not clip.path.is_relative_to(tmp_path)
    assert list(folder.iterdir()) == []
