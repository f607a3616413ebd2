from __future__ import annotations

import sys

import pytest

from assistant.language import Language
from assistant.voice.choose import VoiceInfo, pick, voices


def info(id_: str, *languages: str, engine: str = "espeak") -> VoiceInfo:
    return VoiceInfo(id_, id_, languages, engine)


ESPEAK = (info("gmw/en-us", "en-us"), info("mb/mb-en1", "en-gb"), info("gmw/en", "en-gb"), info("gmq/nb", "nb"))
SAPI = (
    info("Zira", "en-US", engine="sapi5"),
    info("Hazel", "en-GB", engine="sapi5"),
    info("Jon", "nb-NO", engine="sapi5"),
)
NSSS = (
    info("com.apple.speech.synthesis.voice.Albert", "en_US", engine="nsss"),
    info("com.apple.eloquence.en-GB.Eddy", "en_GB", engine="nsss"),
    info("com.apple.voice.compact.en-GB.Daniel", "en_GB", engine="nsss"),
    info("com.apple.voice.compact.nb-NO.Nora", "nb_NO", engine="nsss"),
)


@pytest.mark.parametrize(
    ("system", "norwegian", "british"),
    [
        (ESPEAK, "gmq/nb", "gmw/en"),
        (SAPI, "Jon", "Hazel"),
        (NSSS, "com.apple.voice.compact.nb-NO.Nora", "com.apple.voice.compact.en-GB.Daniel"),
    ],
)
def test_every_system_has_its_voice_for_both_languages(
    system: tuple[VoiceInfo, ...], norwegian: str, british: str
) -> None:
    chosen = [pick(language, system) for language in (Language.NB, Language.EN)]
    assert [voice.id for voice in chosen if voice] == [norwegian, british]


def test_any_english_will_do_where_there_is_no_british() -> None:
    chosen = pick(Language.EN, (info("x", "de-DE"), info("y", "en_AU")))
    assert chosen is not None
    assert chosen.id == "y"


@pytest.mark.parametrize("language", Language)
def test_no_voice_is_better_than_one_of_another_language(language: Language) -> None:
    assert pick(language, (info("nynorsk", "nn"), info("sv", "sv-SE"), info("none"))) is None


@pytest.mark.voice
def test_the_voices_of_this_system_are_listed() -> None:
    found = voices()
    assert {pick(language, found) is not None for language in Language} == {True}


@pytest.mark.parametrize(
    "program", ["print('[{]')", "print('[1]')", "import time; time.sleep(60)", "raise SystemExit(1)"]
)
def test_a_system_that_cannot_tell_its_voices_has_none(program: str) -> None:
    assert voices((sys.executable, "-c", program), seconds=0.5) == ()


def test_a_listing_that_cannot_be_started_has_none() -> None:
    assert voices(("/there/is/no/such/program",)) == ()
