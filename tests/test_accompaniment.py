"""What is heard follows the player, and what cannot be heard stops nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from assistant import heard_once, settings
from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.player import Player
from assistant.settings import BellSize, Settings, Sound
from assistant.shelf import whole_shelf
from assistant.sound.plan import Part
from assistant.tasting import VOLUME_LINE
from assistant.testing import ManualClock, MemorySpeaker, SilentVoice
from assistant.timeline.compose import compose
from assistant.units import ms

if TYPE_CHECKING:
    from pathlib import Path

HEARD = Settings(voice_heard=True)


class Stage:
    """An accompaniment with a speaker that only remembers and a voice that says nothing."""

    def __init__(self, folder: Path, mode: Sound, chosen: Settings = HEARD, **voice: Any) -> None:
        self.clock = ManualClock()
        self.speakers: list[MemorySpeaker] = []
        self.voice = SilentVoice(folder, **voice)
        self.timeline = compose(whole_shelf().find("tell-ting"), Language.EN)
        self.sound = Accompaniment(
            chosen, Language.EN, mode, clock=self.clock, speaker=self._speaker, voice=lambda *_: self.voice
        )
        self.sound.begin(self.timeline)
        self.player = Player(self.timeline, self.clock())
        self.sound.follow(self.player.advance(self.clock()))

    def _speaker(self) -> MemorySpeaker:
        self.speakers.append(MemorySpeaker())
        return self.speakers[-1]

    def rendered(self) -> None:
        ahead = self.sound._ahead or self.sound._once._ahead
        assert ahead is not None
        assert ahead.wait(10)

    def told(self) -> list[str]:
        return [what for speaker in self.speakers for what, *_ in speaker.told]


def written() -> None:
    """Wait until the settings have been written."""
    for thread in threading.enumerate():
        if thread.name == "settings":
            thread.join(10)


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Any:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
        assert not thread.is_alive()


def test_in_silence_nothing_is_started(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.SILENT)

    assert stage.speakers == []
    assert stage.voice.said == []


def test_bells_sound_without_a_word(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.BELL)

    assert stage.told() == ["set_volume", "start", "play"]
    assert [bell.at for bell in stage.speakers[0].plan.bells] == list(stage.timeline.bells)
    assert stage.voice.said == []


def test_every_line_is_rendered_first_line_first_and_put_in_its_place(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE)
    stage.rendered()

    assert stage.voice.said == [utterance.text for utterance in stage.timeline.utterances]
    assert [at for _clip, at in stage.speakers[0].clips] == [utterance.at for utterance in stage.timeline.utterances]


def test_a_line_that_does_not_fit_is_left_out_and_not_cut(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE, ms_per_word=1_300)
    stage.rendered()

    heard = {at for _clip, at in stage.speakers[0].clips}
    fits = {
        utterance.at for utterance in stage.timeline.utterances if 1_300 * len(utterance.text.split()) <= utterance.room
    }
    assert heard == fits
    assert len(fits) < len(stage.timeline.utterances)


def test_one_line_that_fails_is_told_of_and_the_others_are_heard(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE, fails_on="close to you")
    stage.rendered()

    assert len(stage.speakers[0].clips) == len(stage.timeline.utterances) - 1
    assert stage.sound.trouble is not None


def test_a_pause_a_skip_and_a_stop_are_followed(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.BELL)
    for action, jumped in (("toggle", False), ("toggle", False), ("skip", True), ("stop", False)):
        moment = getattr(stage.player, action)(stage.clock.forward(1))
        stage.sound.follow(moment, jumped=jumped)
        stage.sound.follow(stage.player.advance(stage.clock()))

    assert stage.told() == ["set_volume", "start", "play", "pause", "play", "seek", "stop"]
    assert stage.speakers[0].positions[-1] == ms(12)


def test_the_sounds_go_round_in_a_break_and_are_remembered(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.SILENT)
    modes = []
    for _ in range(3):
        stage.sound.next(stage.player.advance(stage.clock.forward(1)))
        modes.append(stage.sound.mode)

    assert modes == [Sound.BELL, Sound.VOICE, Sound.SILENT]
    assert stage.told() == ["set_volume", "start", "play", "stop"]


def test_a_voice_that_comes_late_does_not_say_what_has_been(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.BELL)
    stage.sound.next(stage.player.advance(stage.clock.forward(4)))
    stage.rendered()

    assert stage.timeline.utterances[0].text not in stage.voice.said


def test_the_first_voice_ever_says_a_line_to_set_the_volume_by(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE, Settings())
    stage.rendered()

    assert stage.voice.said[0] == VOLUME_LINE[Language.EN]
    assert len(stage.speakers[0].said) == 1
    assert stage.speakers[0].clips[0][1] == stage.timeline.utterances[1].at
    written()
    assert settings.load()[0].voice_heard


def test_at_home_the_voice_is_heard_when_it_is_chosen(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.BELL, Settings())
    stage.sound.close()
    stage.sound.next(None)
    stage.rendered()

    assert stage.voice.said == [VOLUME_LINE[Language.EN]]
    assert len(stage.speakers[-1].said) == 1
    stage.sound.close()


def test_a_speaker_in_trouble_is_told_of(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.BELL)
    stage.speakers[0].fails_with = "No sound."

    assert stage.sound.trouble == "No sound."


def test_the_end_lets_go_of_everything(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE)
    stage.rendered()
    stage.sound.follow(stage.player.stop(stage.clock()))

    assert stage.voice.closed
    assert stage.told()[-1] == "stop"


def test_a_volume_line_that_nobody_could_hear_is_said_again_the_next_time(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.BELL, Settings())
    stage.speakers[0].fails_with = "No sound."
    stage.sound.next(stage.player.advance(stage.clock()))
    stage.rendered()
    written()

    assert not settings.load()[0].voice_heard


def test_trouble_with_the_voice_is_over_when_it_is_not_to_speak(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE, fails_on="close to you")
    stage.rendered()
    stage.sound.next(stage.player.advance(stage.clock()))

    assert stage.sound.trouble is None


def test_after_the_voice_was_sent_away_no_key_makes_it_speak(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE)
    timeline = compose(whole_shelf().find("var-det-pause"), Language.EN)
    stage.sound.begin(timeline)
    stage.rendered()
    moment = Player(timeline, stage.clock()).advance(stage.clock())
    stage.sound.say(timeline.asides[0])
    assert len(stage.speakers[-1].said) == 1

    stage.sound.next(moment)
    stage.sound.next(moment)
    stage.sound.say(timeline.asides[0])

    assert stage.sound.mode is Sound.BELL
    assert stage.speakers[-1].said == []


def outside(stage: Stage) -> None:
    """The break is over."""
    stage.sound.follow(stage.player.stop(stage.clock()))
    stage.speakers.clear()


@pytest.mark.parametrize("size", BellSize)
@pytest.mark.parametrize("mode", Sound)
def test_outside_a_break_one_bell_rings_as_it_is_chosen(tmp_path: Path, mode: Sound, size: BellSize) -> None:
    stage = Stage(tmp_path, mode, Settings(bell_size=size, bell_volume=0.3, output_device="x", sound_delay=150))
    outside(stage)
    stage.sound.ring()
    (speaker,) = stage.speakers
    stage.sound.close()

    assert speaker.told[0][1][Part.BELL] == 0.3
    assert speaker.output == ("x", 150)
    assert speaker.said_as == [Part.BELL]
    assert [clip.path.name for clip in speaker.said] == [f"bell-start-{size}.flac"]
    assert speaker.plan.bells == ()


@pytest.mark.parametrize("mode", Sound)
def test_in_a_break_no_bell_rings(tmp_path: Path, mode: Sound) -> None:
    stage = Stage(tmp_path, mode)
    opened = len(stage.speakers)
    stage.sound.ring()

    assert len(stage.speakers) == opened
    assert all(speaker.said == [] for speaker in stage.speakers)
    stage.sound.close()


def test_a_break_that_was_silenced_is_still_one_in_which_no_bell_rings(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.VOICE)
    stage.sound.next(stage.player.advance(stage.clock()))
    opened = len(stage.speakers)
    stage.sound.ring()

    assert len(stage.speakers) == opened


def test_the_device_is_given_back_when_the_bell_has_rung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage(tmp_path, Sound.SILENT)
    outside(stage)
    monkeypatch.setattr(heard_once, "BELL_LENGTH", dict.fromkeys(BellSize, ms(0.01)))
    monkeypatch.setattr(heard_once, "LATE_TO_RING", 0.01)
    stage.sound.ring()
    stage.sound.wait()

    assert stage.told() == ["set_volume", "start", "stop"]


def test_a_break_that_begins_while_a_bell_rings_has_the_sound_to_itself(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.BELL)
    outside(stage)
    stage.sound.ring()
    stage.sound.begin(stage.timeline)

    ringing, playing = stage.speakers
    assert ringing.told[-1] == ("stop",)
    assert [bell.at for bell in playing.plan.bells] == list(stage.timeline.bells)


def test_a_bell_that_cannot_be_heard_is_told_of(tmp_path: Path) -> None:
    stage = Stage(tmp_path, Sound.SILENT)
    outside(stage)
    stage.sound.ring()
    stage.speakers[0].fails_with = "No sound."

    assert stage.sound.trouble == "No sound."
    stage.sound.close()
