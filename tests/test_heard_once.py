"""What is heard outside a break has one device, and gives it back; and whether anything can be heard is known."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.player import Player
from assistant.settings import Settings, Sound
from assistant.shelf import whole_shelf
from assistant.sound.plan import Part
from assistant.tasting import VOLUME_LINE
from assistant.testing import ManualClock, MemorySpeaker, SilentVoice
from assistant.timeline.compose import compose
from assistant.voice.protocol import VoiceGone
from tests.sound.null_sink import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.sound.clip import Clip


class DumbVoice(SilentVoice):
    """A voice that is gone."""

    def render(self, text: str) -> Clip:
        raise VoiceGone(text)


class Room:
    """Somebody at home, with speakers that only remember."""

    def __init__(self, voice: SilentVoice, mode: Sound = Sound.VOICE, *, heard: bool = True) -> None:
        self.speakers: list[MemorySpeaker] = []
        self.voice = voice
        self.clock = ManualClock()
        self.sound = Accompaniment(
            Settings(voice_heard=heard),
            Language.EN,
            mode,
            clock=self.clock,
            speaker=self._speaker,
            voice=lambda *_: self.voice,
        )

    def _speaker(self) -> MemorySpeaker:
        self.speakers.append(MemorySpeaker())
        return self.speakers[-1]

    def begin(self) -> None:
        timeline = compose(whole_shelf().find("tell-ting"), Language.EN)
        self.sound.begin(timeline)
        self.sound.follow(Player(timeline, self.clock()).advance(self.clock()))


SOUNDS: dict[str, Callable[[Accompaniment], None]] = {
    "a bell": lambda sound: sound.ring(),
    "a taste of the breath": lambda sound: sound.taste("breath-tone"),
    "a taste of the voice": lambda sound: sound.taste("volume"),
}


@pytest.mark.parametrize("let_sound", SOUNDS.values(), ids=SOUNDS)
def test_what_is_heard_once_is_heard_on_the_device_that_is_open(
    tmp_path: Path, let_sound: Callable[[Accompaniment], None]
) -> None:
    room = Room(SilentVoice(tmp_path))
    room.sound.warm()
    let_sound(room.sound)
    room.sound.warm()
    room.sound.close()

    assert len(room.speakers) == 1
    assert room.speakers[0].told[-1] == ("stop",)


def test_the_line_to_set_the_volume_by_is_heard_on_the_device_that_is_open(tmp_path: Path) -> None:
    room = Room(SilentVoice(tmp_path), Sound.BELL, heard=False)
    room.sound.warm()
    room.sound.next(None)
    room.sound.warm()

    assert wait_until(lambda: bool(room.speakers[0].said), 10)
    assert len(room.speakers) == 1
    room.sound.close()


def test_where_the_voice_fails_the_device_is_given_back_and_the_line_stays(tmp_path: Path) -> None:
    room = Room(SilentVoice(tmp_path, fails_on=VOLUME_LINE[Language.EN]))
    room.sound.taste("volume")

    assert wait_until(lambda: room.speakers[0].told[-1] == ("stop",), 10)
    assert room.sound.trouble == VOLUME_LINE[Language.EN]
    assert wait_until(lambda: room.voice.closed, 10)
    room.sound.hush()
    assert room.sound.trouble is None


def test_a_line_that_was_overtaken_by_a_bell_lets_go_of_nothing_but_its_own(tmp_path: Path) -> None:
    room = Room(SilentVoice(tmp_path))
    once = room.sound._once

    class Overtaken(MemorySpeaker):
        def say(self, clip: Clip, part: Part = Part.VOICE) -> None:
            super().say(clip, part)
            room.sound.ring()

    room.sound._warmth._new_speaker = iter([Overtaken(), room._speaker()]).__next__
    room.sound.taste("volume")

    assert wait_until(lambda: room.speakers[0].said_as == [Part.BELL], 10)
    assert wait_until(lambda: not any(one.name == "render-ahead" for one in threading.enumerate()), 10)
    assert once._letting_go is not None
    assert once._letting_go.args == (room.speakers[0],)
    room.sound.close()


def test_without_sound_a_break_is_mute_and_so_is_what_is_heard_outside_one(tmp_path: Path) -> None:
    room = Room(SilentVoice(tmp_path), Sound.BELL)
    room.sound.ring()
    room.begin()
    assert not room.sound.is_mute
    for speaker in room.speakers:
        speaker.is_mute = True
    assert room.sound.is_mute
    room.sound.close()
    assert not room.sound.is_mute

    room.sound.ring()
    room.speakers[-1].is_mute = True
    assert room.sound.is_mute
    room.sound.close()


def test_a_break_whose_voice_is_gone_is_mute_until_nobody_is_to_speak(tmp_path: Path) -> None:
    room = Room(DumbVoice(tmp_path))
    room.begin()

    assert wait_until(lambda: room.sound.is_mute, 10)
    room.sound.close()
    assert not room.sound.is_mute


def test_a_break_in_which_one_line_fails_is_not_mute(tmp_path: Path) -> None:
    room = Room(SilentVoice(tmp_path, fails_on="close to you"))
    room.begin()

    assert wait_until(lambda: room.sound.trouble is not None, 10)
    assert not room.sound.is_mute
    room.sound.close()
