"""Who speaks: what was chosen, what there is, and who stands in."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import pytest

from assistant import known_voices, paths
from assistant.language import Language
from assistant.preparing import own_voice
from assistant.settings import Settings, with_value
from assistant.settings.voices import Voices
from assistant.sound.clip import RATE
from assistant.voice.caching import CachingVoice
from assistant.voice.chosen import speakers
from assistant.voice.identity import Identity, clip_name
from assistant.voice.model import read_model
from assistant.voice.pace import Pace
from assistant.voice.recorded.code import clip_name as recorded_name
from tests.voice.natural_models import JOE, NORWEGIAN, put, put_norwegian

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.voice.chain import VoiceChain

LINE, OTHER = "Se opp når du er klar.", "Takk for nå."


def silence(path: Path, seconds: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(2 * int(RATE * seconds)))
    return path


def record(person: str, text: str) -> Path:
    """``text`` as that person has said it in Norwegian."""
    return silence(paths.voices() / "recorded" / person / "nb" / recorded_name(text), 2.0)


def has_said(identity: Identity, text: str) -> Path:
    """``text`` as that voice has said it in Norwegian, kept."""
    return silence(paths.clips() / clip_name(identity, Pace(Language.NB, 1.0), text), 3.0)


def spoke(chain: VoiceChain, identity: Identity) -> None:
    """The computer's own voice has spoken, and was that one."""
    own = next(link.voice for link in reversed(chain._links))
    assert isinstance(own, CachingVoice)
    own._cache.remember(identity)


def names(wanted: str, language: Language = Language.NB) -> list[str]:
    return [voice.name for voice in speakers(wanted, language)]


def voice(wanted: str = "", told: list[str] | None = None) -> VoiceChain:
    chosen = with_value(Settings(), "voice-nb", wanted)
    return own_voice(Language.NB, chosen, None if told is None else told.append)


def test_where_nothing_is_chosen_the_natural_voice_speaks_and_never_a_person() -> None:
    record("kari", LINE)
    assert names("") == ["system"]
    put_norwegian()
    assert names("") == [NORWEGIAN, "system"]
    assert names("", Language.EN) == [JOE, "system"]


def test_a_person_who_is_chosen_has_the_natural_and_the_computers_voice_behind_them() -> None:
    record("kari", LINE)
    record("per", LINE)
    put_norwegian()

    assert names("KARI") == ["kari", NORWEGIAN, "system"]


def test_the_computers_own_voice_can_be_chosen_before_a_natural_one() -> None:
    put_norwegian()

    assert names("system") == ["system", NORWEGIAN]


def test_a_model_that_was_added_and_is_in_a_package_too_is_one_voice() -> None:
    added = put(JOE)

    known = known_voices.known_voices(Language.EN)

    assert [(voice.name, voice.path) for voice in known] == [(JOE, added), ("system", None)]
    shown = Voices(Language.EN)
    assert shown.turned(shown.turned(JOE, 1), 1) == ""


def test_nobody_takes_the_name_of_the_computers_own_voice() -> None:
    record("System", LINE)

    assert [voice.kind for voice in known_voices.known_voices(Language.NB)] == [known_voices.Kind.SYSTEM]


@pytest.mark.parametrize(
    ("model", "language"),
    [("no_NO-x-low", Language.NB), ("nb_NO-x-low", Language.NB), ("en-gb-x-low", Language.EN), ("nope-x", None),
     ("enm_GB-x-low", None), ("", None)],
)  # fmt: skip
def test_the_letters_before_the_first_dash_say_what_a_model_speaks(model: str, language: Language | None) -> None:
    assert known_voices.language_of(model) is language


def test_without_the_engine_there_is_no_natural_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_voices, "ENGINE", "a_package_that_is_not_there")
    put_norwegian()

    assert names("") == ["system"]


def test_a_voice_that_is_gone_is_told_of_in_one_line_and_the_best_there_is_speaks() -> None:
    told: list[str] = []
    put_norwegian()
    chain = voice("ola", told)

    assert chain.name == NORWEGIAN
    assert told == ["There is no voice ola any more, so another one speaks. “mellomrom voices” lists them."]


@pytest.mark.parametrize("wanted", ["", "system"])
def test_nothing_is_told_where_all_is_as_chosen(wanted: str) -> None:
    told: list[str] = []
    voice(wanted, told)

    assert told == []


def test_nothing_is_started_or_made_by_looking() -> None:
    put_norwegian()
    chain = voice()

    assert chain.find(LINE) is None
    assert not paths.clips().exists()


def test_a_recorded_line_is_found_and_the_others_where_they_will_be_said() -> None:
    kari = record("kari", LINE)
    natural = has_said(read_model(put_norwegian()).identity, OTHER)
    chain = voice("kari")

    assert [clip and clip.path for clip in map(chain.find, (LINE, OTHER))] == [kari, natural]


def test_the_clips_of_one_voice_are_never_taken_for_those_of_another() -> None:
    system = Identity("espeak", "gmq/nb", "1.52.0")
    path = has_said(system, LINE)
    spoke(voice("system"), system)

    assert (found := voice("system").find(LINE)) is not None
    assert found.path == path
    put_norwegian()
    assert voice("").find(LINE) is None, "the natural voice speaks now, and has not said it"
    assert voice("system").find(LINE) is not None


def test_a_model_that_cannot_be_started_is_passed_over_when_a_line_is_looked_for() -> None:
    put(NORWEGIAN, content=b"")
    system = Identity("espeak", "gmq/nb", "1.52.0")
    path = has_said(system, LINE)
    chain = voice()
    spoke(chain, system)

    assert chain.name == NORWEGIAN
    assert (found := chain.find(LINE)) is not None
    assert found.path == path
