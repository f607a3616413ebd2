"""``mellomrom voices``: which there are, how they sound, and to take one away."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant import doctor, paths, settings
from assistant.language import Language
from assistant.tasting import VOLUME_LINE
from assistant.voice import choose
from assistant.voice.choose import VoiceInfo
from tests.fetch.collection import MODEL
from tests.recorded.recordings import RATE
from tests.sound.null_sink import missing, running_null_sink
from tests.voices_there import NORWEGIAN, line_of, model, refused, voices

NB = VoiceInfo("gmq/nb", "Norwegian Bokmål", ("nb",), "espeak")
EN = VoiceInfo("gmw/en", "English", ("en-gb",), "espeak")
FI = VoiceInfo("urj/fi", "Finnish", ("fi",), "espeak")


@pytest.fixture(autouse=True)
def system(monkeypatch: pytest.MonkeyPatch) -> list[VoiceInfo]:
    """The voices of the computer."""
    found = [NB, EN, FI]
    monkeypatch.setattr(choose, "voices", lambda: tuple(found))
    return found


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    voices(*arguments)
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


# Which there are


def test_the_voices_of_both_languages_are_listed_by_name_and_those_that_speak_are_marked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    model()
    line_of("Anna", "One.", Language.NB)
    line_of("Anna", "Two.", Language.NB)

    lines = listed(capsys)

    assert lines[:4] == [
        f"nb {NORWEGIAN} a natural voice speaks",
        "nb Anna a person's voice, lines: 2",
        "nb system Norwegian Bokmål (espeak)",
        "en en_US-joe-medium a natural voice speaks",
    ]
    assert lines[4] == "en system English (espeak)"
    assert NORWEGIAN not in "".join(lines[5:])


def test_the_one_that_was_chosen_speaks(capsys: pytest.CaptureFixture[str]) -> None:
    line_of("Anna", "One.", Language.NB)
    settings.remember({"voice-nb": "Anna", "voice-en": "system"})

    assert [line for line in listed(capsys) if line.endswith("speaks")] == [
        "nb Anna a person's voice, lines: 1 speaks",
        "en system English (espeak) speaks",
    ]


def test_a_computer_without_a_voice_says_so_and_the_way_to_one(
    system: list[VoiceInfo], capsys: pytest.CaptureFixture[str]
) -> None:
    system.clear()

    lines = listed(capsys)

    assert "nb system none on this computer; “mellomrom doctor” says why" in lines
    assert f"A better voice for Norwegian: “mellomrom voices add {NORWEGIAN}”." in lines


def test_those_of_other_languages_are_listed_too_where_one_wants_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert "urj/fi Finnish espeak" not in listed(capsys)
    assert "urj/fi Finnish espeak" in listed(capsys, "--all")


@pytest.mark.parametrize("arguments", [(), ("--all",)])
def test_who_asks_for_the_list_gets_it(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, "list", *arguments) == listed(capsys, *arguments)


def test_a_name_of_a_folder_is_shown_as_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    line_of("A\x1b[2Jnna", "One.", Language.NB)

    voices()

    assert "\x1b" not in capsys.readouterr().out


# Hear one


def test_there_is_no_voice_of_that_name() -> None:
    assert refused("hear", "Bo") == "there is no voice called “Bo”; there are: en_US-joe-medium, system"


@pytest.mark.sound
def test_where_no_device_is_that_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "asound.conf").write_text("", "ascii")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    line_of("Anna", VOLUME_LINE[Language.EN], Language.EN)

    assert refused("hear", "Anna") == "nothing can be heard here; “mellomrom doctor” says why"


def test_a_damaged_voice_is_not_heard_as_another() -> None:
    path = model("en_GB-alba-medium")
    path.write_bytes(MODEL[:-1])

    line = refused("hear", "en_GB-alba-medium")
    assert line == "The voice en_GB-alba-medium cannot speak: it is damaged or not whole. Add it anew."


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The clips that would be heard."""
    clips: list[Path] = []
    monkeypatch.setattr("assistant.cli.voices_hear._play", lambda clip, _chosen: clips.append(clip.path))
    return clips


def test_without_a_name_the_person_who_was_chosen_is_heard(played: list[Path]) -> None:
    line = line_of("Anna", "Another.", Language.EN)
    settings.remember({"voice-en": "anna"})

    voices("hear")

    assert played == [line]


@pytest.mark.voice
def test_where_the_one_that_was_chosen_is_gone_the_best_there_is_is_heard_and_that_is_said(
    played: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    settings.remember({"voice-en": "Anna"})

    voices("hear")

    assert len(played) == 1
    assert "There is no voice Anna any more, so another one speaks." in capsys.readouterr().err


def test_a_voice_without_a_line_has_none_to_be_heard() -> None:
    (paths.voices() / "recorded" / "Anna" / "en").mkdir(parents=True)

    assert refused("hear", "anna").startswith("Anna has no line yet")


@pytest.mark.sound
@pytest.mark.slow
@pytest.mark.parametrize("says_the_first", [True, False])
def test_a_recorded_voice_is_heard_to_its_end(
    says_the_first: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    line_of("Anna", VOLUME_LINE[Language.NB] if says_the_first else "Another.", Language.NB)
    (tmp_path / "pulse").mkdir()

    with running_null_sink(tmp_path / "pulse") as sink:
        sink.become_default(monkeypatch)
        with sink.recorded() as recorded:
            voices("hear", "Anna")

    loud = np.abs(recorded.samples) > 0.02
    assert np.flatnonzero(loud)[[0, -1]] @ np.array([-1, 1]) / RATE == pytest.approx(2.0, abs=0.1)


# What the doctor says of them


def findings() -> list[str]:
    return [str(finding) for finding in doctor._voices()]


def test_the_doctor_says_who_speaks() -> None:
    model()
    settings.remember({"voice-en": "system"})

    assert findings() == [f"ok       voice, nb: {NORWEGIAN}, a natural voice", "ok       voice, en: English (espeak)"]


def test_the_doctor_finds_a_damaged_voice_and_one_that_is_gone() -> None:
    model().write_bytes(MODEL[:-1])
    settings.remember({"voice-en": "Anna"})

    assert findings() == [
        f"trouble  voice, nb: {NORWEGIAN} is damaged; add it anew",
        "trouble  voice, en: Anna is not there; choose another one",
    ]


def test_the_doctor_knows_a_persons_voice() -> None:
    line_of("Anna", "One.", Language.NB)
    settings.remember({"voice-nb": "anna"})

    assert findings()[0] == "ok       voice, nb: Anna, a person's voice"


def test_a_computer_without_a_voice_is_trouble(system: list[VoiceInfo]) -> None:
    system.clear()

    assert findings()[0].startswith("trouble  voice, nb: ")
