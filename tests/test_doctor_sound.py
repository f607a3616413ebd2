"""``mellomrom doctor --sound``: what is listed, played and asked, and the one thing to do next."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from assistant import i18n, settings
from assistant.cli import doctor_sound
from assistant.language import Language
from assistant.sound import probe
from assistant.sound.plan import Part
from assistant.sound.probe import SoundReport
from assistant.testing import SilentVoice
from assistant.voice.chain import Link, VoiceChain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.settings import Settings
    from assistant.sound.clip import Clip

TWO = SoundReport(answered=True, library="x", outputs=("Speakers", "AirPods"), default="Speakers")
ONE = SoundReport(answered=True, library="x", outputs=("Speakers",), default="Speakers")


class Terminal(io.StringIO):
    """Where somebody sits."""

    def isatty(self) -> bool:
        return True


class Findless(SilentVoice):
    """A voice that has said nothing before."""

    def find(self, text: str) -> None:
        """Nothing."""


class Room:
    """A machine whose devices are imagined, and somebody who answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capsys = monkeypatch, capsys
        self.played: list[tuple[str, Part]] = []
        self.can_play = True
        monkeypatch.setattr(doctor_sound, "hearing", self._hearing)
        self.voice = VoiceChain(
            [Link(Findless(folder, fails_on="", name="Kari"), says_all=False), Link(Findless(folder))]
        )
        monkeypatch.setattr("assistant.preparing.own_voice", lambda *_: self.voice)

    @contextmanager
    def _hearing(self, _chosen: Settings) -> Iterator[Room]:
        yield self

    def plays(self, clip: Clip, part: Part) -> bool:
        self.played.append((clip.path.name, part))
        return self.can_play

    def examined(self, report: SoundReport = TWO, answers: str | None = "y\ny\n") -> list[str]:
        """What is said of it; without ``answers`` nobody sits there."""
        self._patch.setattr(probe, "probe", lambda: report)
        self._patch.setattr("sys.stdin", io.StringIO() if answers is None else Terminal(answers))
        doctor_sound.examine_sound()
        return self._capsys.readouterr().out.splitlines()


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Room:
    return Room(monkeypatch, tmp_path, capsys)


def test_the_devices_are_listed_and_the_one_in_use_is_marked(room: Room) -> None:
    lines = room.examined()

    assert lines[:2] == ["in use   Speakers", "         AirPods"]


def test_the_device_that_was_chosen_by_a_part_of_its_name_is_the_one_in_use(room: Room) -> None:
    settings.remember({"output-device": "airpod"})

    assert "in use   AirPods" in room.examined()


def test_one_that_is_not_there_is_told_of(room: Room) -> None:
    settings.remember({"output-device": "headset"})

    assert room.examined()[0] == "trouble  “headset” is not there, so another sound device is used"


def test_a_bell_and_then_a_line_are_played_each_as_loud_as_it_is_set(room: Room) -> None:
    room.examined()

    assert room.played == [("bell-start-middle.flac", Part.BELL), ("1.wav", Part.VOICE)]


def test_it_is_said_who_says_the_line_where_the_one_that_was_chosen_lacks_it(room: Room) -> None:
    assert room.voice.name == "Kari"
    assert "A line is said by silent." in room.examined(answers=None)


def test_without_a_terminal_nothing_is_asked_and_what_is_played_is_said(room: Room) -> None:
    lines = room.examined(answers=None)

    assert not [line for line in lines if "?" in line]
    assert "A bell sounds." in lines
    assert "A line is said by silent." in lines


@pytest.mark.parametrize(
    ("report", "changes", "answers", "advice"),
    [
        (TWO, {}, "n\n", "output-device NAME"),
        (ONE, {}, "n\n", "Turn up the sound of the computer"),
        (TWO, {"bell-volume": 0.1}, "n\n", "settings bell-volume 0.8"),
        (TWO, {"volume": 0.0}, "y\nn\n", "settings volume 0.8"),
        (TWO, {}, "y\nn\n", "mellomrom voices"),
        (TWO, {}, "y\ny\n", "settings sound-delay 200"),
    ],
)
def test_after_a_no_there_is_one_thing_to_do(
    room: Room, report: SoundReport, changes: dict[str, float], answers: str, advice: str
) -> None:
    settings.remember(dict(changes))

    assert advice in room.examined(report, answers)[-1]


def test_after_a_bell_that_was_not_heard_no_line_is_played(room: Room) -> None:
    room.examined(answers="n\n")

    assert len(room.played) == 1


def test_a_norwegian_answers_with_j(room: Room) -> None:
    i18n.use(Language.NB)

    assert "sound-delay" in room.examined(answers="j\nja\n")[-1]


def test_a_device_that_cannot_be_played_on_is_told_of(room: Room) -> None:
    room.can_play = False

    assert room.examined()[-1] == "trouble  nothing can be heard here; see whether you hear other programs"


@pytest.mark.parametrize(
    ("report", "word"),
    [
        (SoundReport(answered=False), "does not answer"),
        (SoundReport(answered=True), "PortAudio"),
        (SoundReport(answered=True, library="x"), "no device"),
    ],
)
def test_with_nothing_to_play_on_nothing_is_played(room: Room, report: SoundReport, word: str) -> None:
    (line,) = room.examined(report)

    assert word in line
    assert room.played == []
