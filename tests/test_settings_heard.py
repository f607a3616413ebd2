"""What the settings of the sound do can be heard where they are chosen, with one key."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.settings import Ambience, BellSize, Settings, Sound
from assistant.settings.described import BY_KEY
from assistant.sound.plan import BellName, Part
from assistant.tasting import VOLUME_LINE, has_taste
from assistant.testing import ManualClock, MemorySpeaker, SilentVoice
from assistant.timeline.model import Kind
from assistant.tui.screens.settings_screen import SettingsScreen
from assistant.units import ms
from tests.sound.null_sink import wait_until
from tests.test_settings_screen import app_of, go_to, line, on_screen, press


class Ear:
    """Sound that is remembered, and the voices that were asked to speak."""

    def __init__(self, folder: Path, chosen: Settings = Settings()) -> None:  # noqa: B008 - frozen
        self.speakers: list[MemorySpeaker] = []
        self.voices: list[tuple[Language, SilentVoice]] = []
        self._folder = folder
        self.sound = Accompaniment(
            chosen, Language.EN, Sound.SILENT, clock=ManualClock(), speaker=self._speaker, voice=self._voice
        )

    def _speaker(self) -> MemorySpeaker:
        self.speakers.append(MemorySpeaker())
        return self.speakers[-1]

    def _voice(self, language: Language, *_: object) -> SilentVoice:
        self.voices.append((language, SilentVoice(self._folder)))
        return self.voices[-1][1]


@pytest.mark.parametrize(
    ("key", "language"),
    [("voice-nb", Language.NB), ("voice-en", Language.EN), ("rate", Language.EN), ("volume", Language.EN)],
)
def test_a_voice_says_its_line_in_its_own_language(tmp_path: Path, key: str, language: Language) -> None:
    ear = Ear(tmp_path)
    ear.sound.taste(key)

    assert wait_until(lambda: bool(ear.speakers[-1].said), 5)
    assert [(spoken, voice.said) for spoken, voice in ear.voices] == [(language, [VOLUME_LINE[language]])]
    ear.sound.hush()


@pytest.mark.parametrize("key", ["bell-size", "bell-volume", "output-device"])
def test_a_bell_rings_in_the_size_that_is_chosen(tmp_path: Path, key: str) -> None:
    ear = Ear(tmp_path, Settings(bell_size=BellSize.LARGE, bell_volume=0.3))
    ear.sound.taste(key)
    ear.sound.hush()

    assert [clip.path.name for clip in ear.speakers[-1].said] == [BellName.START.file(BellSize.LARGE)]
    assert ("set_volume", {Part.VOICE: 0.8, Part.BELL: 0.3, Part.TONE: 0.3, Part.AMBIENCE: 0.5}) in ear.speakers[
        -1
    ].told


@pytest.mark.parametrize("key", ["ambience", "ambience-volume"])
def test_the_ambience_is_heard_for_ten_seconds(tmp_path: Path, key: str) -> None:
    ear = Ear(tmp_path, Settings(ambience=Ambience.SEA))
    ear.sound.taste(key)
    ear.sound.hush()

    assert ear.speakers[-1].plan.ambience is Ambience.SEA
    assert ear.speakers[-1].plan.length == ms(10)
    assert len(ear.speakers[-1].positions) == 1


def test_where_no_ambience_is_chosen_the_one_before_is_heard_no_more(tmp_path: Path) -> None:
    ear = Ear(tmp_path, Settings(ambience=Ambience.RAIN))
    ear.sound.taste("ambience")
    ear.sound.choose(Settings(), Language.EN)
    ear.sound.taste("ambience")

    assert ear.speakers[-1].told[-1] == ("stop",)


def test_the_breath_is_heard_in_and_out(tmp_path: Path) -> None:
    ear = Ear(tmp_path)
    ear.sound.taste("breath-tone")
    ear.sound.hush()

    assert [tone.kind for tone in ear.speakers[-1].plan.tones] == [Kind.IN, Kind.OUT]


def test_one_taste_gives_way_to_the_next(tmp_path: Path) -> None:
    ear = Ear(tmp_path)
    ear.sound.taste("bell-size")
    ear.sound.taste("breath-tone")

    assert [speaker.told[-1][0] for speaker in ear.speakers] == ["stop", "play"]
    ear.sound.hush()


def test_every_key_that_can_be_heard_is_a_setting() -> None:
    assert {key for key in BY_KEY if has_taste(key)} == {
        *("voice-nb", "voice-en", "rate", "volume", "bell-size", "bell-volume", "output-device"),
        *("ambience", "ambience-volume", "breath-tone"),
    }


async def test_the_key_stands_in_the_footer_only_where_something_can_be_heard(tmp_path: Path) -> None:
    app = app_of(sound=Ear(tmp_path).sound)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(app, pilot, "voice-en")
        assert "p hear it" in " ".join(on_screen(app)[-1].split())

        await go_to(app, pilot, "theme")
        assert "hear it" not in on_screen(app)[-1]


async def test_what_has_just_been_chosen_is_heard_and_leaving_ends_it(tmp_path: Path) -> None:
    ear = Ear(tmp_path)
    app = app_of(sound=ear.sound, at_home=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "s")
        await go_to(app, pilot, "bell-size")
        await press(pilot, "right", "p")
        assert [clip.path.name for clip in ear.speakers[-1].said] == [BellName.START.file(BellSize.LARGE)]

        await press(pilot, "q")
        assert ear.speakers[-1].told[-1] == ("stop",)


@pytest.mark.parametrize(
    ("is_mute", "told"),
    [(False, "Another device."), (True, "nothing can be heard here; “mellomrom doctor” says why")],
)
async def test_trouble_with_the_sound_is_told_in_one_line(tmp_path: Path, is_mute: bool, told: str) -> None:
    ear = Ear(tmp_path)
    app = app_of(sound=ear.sound)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(app, pilot, "bell-size")
        await press(pilot, "p")
        ear.speakers[-1].is_mute, ear.speakers[-1].fails_with = is_mute, "Another device."
        while not line(app, "trouble"):
            await pilot.pause(0.01)

        assert line(app, "trouble") == told


async def test_what_else_is_told_is_not_taken_away_by_the_sound(tmp_path: Path) -> None:
    app = app_of(sound=Ear(tmp_path).sound)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(app, pilot, "spare")
        await press(pilot, "enter", "x", "enter")
        refused = line(app, "trouble")
        screen = app.screen
        assert isinstance(screen, SettingsScreen)
        screen._tell_sound_trouble()

        assert refused
        assert line(app, "trouble") == refused


async def test_while_a_name_is_written_the_key_is_a_letter(tmp_path: Path) -> None:
    ear = Ear(tmp_path)
    app = app_of(sound=ear.sound)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(app, pilot, "output-device")
        await press(pilot, "enter", "p", "enter")

        assert ear.speakers == []
        assert app.chosen.output_device == "p"
