"""A voice in a child process against children that fail in every way we know."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from assistant import i18n
from assistant.language import Language
from assistant.voice import child_voice
from assistant.voice.child_voice import ChildVoice
from assistant.voice.protocol import VoiceFailed, VoiceGone
from tests.voice.voice_fakes import HASTY, QUICK, FakeChild, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assistant.voice.session import Patience

    Make = Callable[..., tuple[ChildVoice, FakeChild]]

LINE = "Look up when you are ready."


@pytest.fixture
def voice_of(tmp_path: Path) -> Iterator[Make]:
    """A voice whose children follow a plan. Afterwards no child, thread or half a file may be left."""
    made: list[ChildVoice] = []

    def make(*plan: str, patience: Patience = QUICK, folder: Path | None = None) -> tuple[ChildVoice, FakeChild]:
        fake = FakeChild(tmp_path, *plan)
        folder = folder or tmp_path / "clips"
        made.append(ChildVoice(Language.EN, folder=folder, command=fake.command, patience=patience))
        return made[-1], fake

    yield make
    for voice in made:
        voice.close()
    assert psutil.Process().children(recursive=True) == []
    assert [thread.name for thread in threading.enumerate() if thread.name == "voice"] == []
    assert [path for path in (tmp_path / "clips").glob("*") if path.suffix == ".part" or path.name[:4] == "raw-"] == []


def test_one_child_says_all_lines(voice_of: Make) -> None:
    voice, fake = voice_of("good")
    lengths = [voice.render(text).length for text in (LINE, "Once more, the same child.", LINE)]
    assert lengths == [1890, 1820, 1890]
    assert len(fake.starts) == 1


def test_no_child_is_started_before_the_first_line(voice_of: Make) -> None:
    voice, fake = voice_of("good")
    assert (fake.starts, voice.pid, voice.identity, voice.name) == ([], None, None, "")


def test_the_child_is_told_language_and_rate(voice_of: Make) -> None:
    voice, fake = voice_of("good")
    voice.render(LINE)
    asked = fake.starts[0]
    assert asked[asked.index("--language") + 1] == "en"
    assert asked[asked.index("--rate") + 1] == "1.0"


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param("hang", marks=pytest.mark.slow),
        "die",
        "rubbish",
        "cannot:unsettled",
        pytest.param("hang-at-line", marks=pytest.mark.slow),
        "die-at-line",
        "rubbish-at-line",
        "other-number",
        "empty-file",
        "no-file",
        "short",
    ],
)
def test_a_child_that_fails_is_replaced_and_the_line_is_said(voice_of: Make, fault: str) -> None:
    voice, fake = voice_of(fault, fault, "good", patience=HASTY if "hang" in fault else QUICK)
    assert voice.render(LINE).length == 1890
    assert len(fake.starts) == 3


@pytest.mark.parametrize("fault", [pytest.param("hang", marks=pytest.mark.slow), "die", "rubbish", "cannot:unsettled"])
def test_when_no_child_ever_speaks_the_voice_is_gone(voice_of: Make, fault: str) -> None:
    voice, fake = voice_of(fault, patience=HASTY)
    for _ in range(2):
        with pytest.raises(VoiceGone, match="The voice does not answer"):
            voice.render(LINE)
    assert len(fake.starts) == 3


@pytest.mark.parametrize(
    ("trouble", "words"), [("no-engine", "No speech engine was found"), ("no-voice", "no voice for this language")]
)
def test_what_cannot_get_better_is_not_tried_again(voice_of: Make, trouble: str, words: str) -> None:
    voice, fake = voice_of(f"cannot:{trouble}")
    with pytest.raises(VoiceGone, match=words):
        voice.render(LINE)
    assert len(fake.starts) == 1


@pytest.mark.slow
def test_one_line_that_cannot_be_said_leaves_the_others(voice_of: Make) -> None:
    voice, _ = voice_of("hang-at-word", patience=HASTY)
    with pytest.raises(VoiceFailed, match="One line could not be read aloud") as failed:
        voice.render("This one will hang.")
    assert not isinstance(failed.value, VoiceGone)
    assert voice.render(LINE).length == 1890


def test_two_lines_in_a_row_that_cannot_be_said_are_the_end_of_the_voice(voice_of: Make) -> None:
    voice, fake = voice_of("die-at-line")
    with pytest.raises(VoiceFailed, match="One line"):
        voice.render(LINE)
    with pytest.raises(VoiceGone, match="does not answer"):
        voice.render(LINE)
    assert len(fake.starts) == 6


def test_a_child_killed_between_two_lines_is_replaced(voice_of: Make) -> None:
    voice, fake = voice_of("good")
    voice.render(LINE)
    assert voice.pid is not None
    psutil.Process(voice.pid).kill()
    assert voice.render(LINE).length == 1890
    assert len(fake.starts) == 2


def test_a_child_killed_in_the_middle_of_a_line_is_replaced(voice_of: Make, tmp_path: Path) -> None:
    voice, fake = voice_of("hang-at-line", "good")
    lengths: list[int] = []
    thread = threading.Thread(target=lambda: lengths.append(voice.render(LINE).length))
    thread.start()
    wait_for(lambda: list(tmp_path.glob("clips/*.part")))
    assert voice.pid is not None
    psutil.Process(voice.pid).kill()
    thread.join()
    assert lengths == [1890]
    assert len(fake.starts) == 2


def test_children_that_die_at_once_cost_a_voice_that_has_spoken_one_line(voice_of: Make) -> None:
    voice, fake = voice_of("good", "die", "die", "good")
    voice.render(LINE)
    assert voice.pid is not None
    psutil.Process(voice.pid).kill()
    with pytest.raises(VoiceFailed, match="One line") as failed:
        voice.render(LINE)
    assert not isinstance(failed.value, VoiceGone)
    assert voice.render(LINE).length == 1890
    assert len(fake.starts) == 4


def test_a_program_that_is_not_there_is_no_voice(tmp_path: Path) -> None:
    voice = ChildVoice(Language.NB, folder=tmp_path, command=("/there/is/no/such/program",))
    with pytest.raises(VoiceGone):
        voice.render(LINE)


@pytest.mark.parametrize("nothing", ["", "  ", "…"])
def test_a_line_without_words_is_refused_and_starts_nothing(voice_of: Make, nothing: str) -> None:
    voice, fake = voice_of("good")
    with pytest.raises(VoiceFailed, match="no words"):
        voice.render(nothing)
    assert fake.starts == []


@pytest.mark.parametrize("moment", ["hang", "hang-at-line"])
def test_closing_ends_a_hung_child_at_once_and_the_line_with_it(voice_of: Make, moment: str) -> None:
    voice, fake = voice_of(moment)
    failures: list[str] = []

    def render() -> None:
        try:
            voice.render(LINE)
        except VoiceGone as gone:
            failures.append(str(gone))

    thread = threading.Thread(target=render)
    thread.start()
    wait_for(lambda: fake.starts)
    pid = voice.pid
    assert pid is not None
    begin = time.monotonic()
    voice.close()
    took = time.monotonic() - begin
    thread.join(1)
    assert failures == ["The voice was stopped."]
    assert not psutil.pid_exists(pid)
    assert took < 0.05


def test_a_closed_voice_stays_closed_and_may_be_closed_again(voice_of: Make) -> None:
    voice, fake = voice_of("good")
    voice.close()
    voice.close()
    with pytest.raises(VoiceGone):
        voice.render(LINE)
    assert fake.starts == []


def test_an_engine_at_another_pace_is_started_again_with_a_better_dial(voice_of: Make) -> None:
    voice, fake = voice_of("better")
    voice.render(LINE)
    assert ["--dial" in start for start in fake.starts] == [False, True]
    assert fake.starts[1][fake.starts[1].index("--dial") + 1] == "111"


def test_where_the_folder_is_full_clips_go_to_a_private_one(
    voice_of: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_voice, "has_room", lambda folder: folder != tmp_path / "clips")
    voice, fake = voice_of("full")
    clip = voice.render(LINE)
    assert not clip.path.is_relative_to(tmp_path)
    assert voice.render("And once more.").path.parent == clip.path.parent
    assert len(fake.starts) == 2


def test_where_the_folder_is_a_file_clips_go_to_a_private_one(voice_of: Make, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    voice, _ = voice_of("good", folder=tmp_path / "file")
    assert voice.render(LINE).path.is_file()


def test_where_nothing_can_be_written_anywhere_it_is_said_in_one_line(
    voice_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_voice, "has_room", lambda _: False)
    voice, _ = voice_of("die-at-line")
    with pytest.raises(VoiceGone, match="no room on the disk"):
        voice.render(LINE)


def test_where_not_even_a_private_folder_can_be_made_it_is_said_in_one_line(
    voice_of: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(child_voice, "private_folder", refuse)
    (tmp_path / "file").touch()
    voice, fake = voice_of("good", folder=tmp_path / "file")
    with pytest.raises(VoiceGone, match="no room on the disk"):
        voice.render(LINE)
    assert fake.starts == []


def test_its_own_lines_are_in_the_users_language(voice_of: Make) -> None:
    voice, _ = voice_of("cannot:no-voice")
    i18n.use(Language.NB)
    with pytest.raises(VoiceGone) as gone:
        voice.render(LINE)
    assert str(gone.value) == i18n._("This computer has no voice for this language, so nothing is read aloud.")


@pytest.mark.skipif(sys.platform == "win32", reason="sessions and signals are POSIX")
def test_ctrl_c_at_the_terminal_does_not_reach_the_child(voice_of: Make) -> None:
    voice, _ = voice_of("good")
    voice.render(LINE)
    assert voice.pid is not None
    assert os.getsid(voice.pid) != os.getsid(0)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sessions and signals are POSIX")
def test_a_child_that_stands_still_is_ended_all_the_same(voice_of: Make) -> None:
    voice, fake = voice_of("good", patience=HASTY)
    voice.render(LINE)
    assert voice.pid is not None
    os.kill(voice.pid, signal.SIGSTOP)
    assert voice.render("Another line.").length == 910
    assert len(fake.starts) == 2
