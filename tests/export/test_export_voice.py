"""The voice of an exported break: each line at its time; what cannot be said is left out, and one line says so."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import Mock

import numpy as np
import pytest
import soundfile

from assistant import settings
from assistant.export import saying, web
from assistant.export.order import Order
from assistant.export.saying import spoken
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.sound.clip import Clip
from assistant.sound.samples import at_sample, factor, read
from assistant.units import ms
from assistant.voice.protocol import VoiceFailed, VoiceGone
from tests.export.export_files import decoded, export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

SCRIPT = "tell-ting"


class Recited:
    """A voice whose lines are all of one length, and that may fail, always at the same ones."""

    def __init__(self, path: Path, length: float, fails: Callable[[int], Exception | None] = lambda _: None) -> None:
        self._clip = Clip(path, ms(length))
        self._fails = fails
        self.asked: list[str] = []
        self.closed = False

    def find(self, text: str) -> None:
        """It has said nothing before."""

    def render(self, text: str) -> Clip:
        if text not in self.asked:
            self.asked.append(text)
        trouble = self._fails(self.asked.index(text) + 1)
        if trouble is not None:
            raise trouble
        return self._clip

    def close(self) -> None:
        self.closed = True


def speaking(voice: Recited, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("assistant.export.saying", "assistant.preparing"):
        monkeypatch.setattr(f"{module}.own_voice", lambda *_: voice)


@pytest.fixture
def sound_of_a_line(tmp_path: Path) -> Path:
    """One second of an even tone."""
    path = tmp_path / "line.wav"
    soundfile.write(path, factor(-20.0) * np.sin(np.arange(48_000) / 20), 48_000, subtype="PCM_16")
    return path


def samples(path: Path) -> NDArray[np.float64]:
    return np.frombuffer(decoded(path), np.int16) / 32768


@pytest.mark.slow
@pytest.mark.voice
@pytest.mark.parametrize("language", Language)
def test_every_line_is_heard_at_its_time_and_nothing_between(language: Language, tmp_path: Path) -> None:
    from assistant import i18n

    i18n.use(language)
    settings.remember({"bell-volume": 0.0})
    export(SCRIPT, "-o", tmp_path / "x.wav", "--voice", "system")

    chosen = settings.load()[0]
    order = Order(whole_shelf().find(SCRIPT), language, settings.with_value(chosen, f"voice-{language}", "system"))
    heard = spoken(order, lambda _share: None)
    written, silent = samples(tmp_path / "x.wav"), np.ones(120 * 48_000, bool)
    assert len(heard.said) == len(heard.timeline.utterances)
    for clip, at in heard.said:
        here = slice(at_sample(at), at_sample(at) + len(read(clip.path)))
        expected = read(clip.path) * chosen.volume
        assert np.abs(written[here] - expected).max() <= 1.5 / 32768
        silent[here] = False
    assert not written[silent].any()


def test_a_voice_that_is_gone_leaves_the_rest_of_the_sound(
    sound_of_a_line: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    voice = Recited(sound_of_a_line, 1.0, lambda number: VoiceGone("The voice is gone.") if number > 2 else None)
    speaking(voice, monkeypatch)

    export(SCRIPT, "-o", tmp_path / "x.wav")

    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert line.startswith("mellomrom: The voice is gone. Left out of the sound: ")
    assert said.out == f"Written: {tmp_path / 'x.wav'}\n"
    assert len(samples(tmp_path / "x.wav")) == 120 * 48_000
    assert voice.closed


def test_a_line_that_cannot_be_said_is_left_out_alone(sound_of_a_line: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = Recited(sound_of_a_line, 1.0, lambda number: VoiceFailed("That line failed.") if number == 2 else None)
    speaking(voice, monkeypatch)

    heard = spoken(Order(whole_shelf().find(SCRIPT), Language.EN, Settings()), lambda _share: None)

    missing = {line.at for line in heard.timeline.utterances} - {at for _clip, at in heard.said}
    assert len(missing) == 1
    assert heard.notes == (f"That line failed. Left out of the sound: 1 of {len(heard.timeline.utterances)} lines.",)


def test_a_line_that_is_longer_than_its_room_is_left_to_be_read(
    sound_of_a_line: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking(Recited(sound_of_a_line, 600.0), monkeypatch)

    heard = spoken(Order(whole_shelf().find(SCRIPT), Language.EN, Settings()), lambda _share: None)

    count = len(heard.timeline.utterances)
    assert heard.said == ()
    assert heard.notes == (
        f"{count} of {count} lines are left out of the sound: they take longer than there is time for them.",
    )


def test_a_line_that_has_gone_since_it_was_spoken_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speaking(Recited(tmp_path / "gone.wav", 1.0), monkeypatch)

    export(SCRIPT, "-o", tmp_path / "x.wav")

    assert "Some spoken lines could not be read again" in capsys.readouterr().err
    assert len(samples(tmp_path / "x.wav")) == 120 * 48_000


@pytest.mark.slow
def test_a_clip_is_read_once_for_however_many_tries_of_a_page(
    sound_of_a_line: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking(Recited(sound_of_a_line, 1.0), monkeypatch)
    settings.remember({"ambience": "rain"})
    monkeypatch.setattr(web, "MOST", 1000)
    reading = Mock(side_effect=soundfile.read)
    monkeypatch.setattr(soundfile, "read", reading)

    export(SCRIPT, "-o", tmp_path / "x.html")

    heard = spoken(Order(whole_shelf().find(SCRIPT), Language.EN, settings.load()[0]), lambda _share: None)
    reads = [call for call in reading.call_args_list if call.args == (sound_of_a_line,)]
    assert len(reads) == len(heard.said)


def test_without_a_voice_none_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saying, "own_voice", lambda *_: pytest.fail("a voice was started"))

    export(SCRIPT, "-o", tmp_path / "x.srt", "--no-voice")

    assert (tmp_path / "x.srt").exists()
