"""``mellomrom break --voice``: alone, with a name, or with what turns out to be the break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from assistant import paths, settings
from assistant.cli import command_line, running
from assistant.language import Language
from assistant.settings import Sound
from tests.conftest import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.settings import Settings
    from assistant.timeline.model import Timeline

STEP = """
[[steps]]
do = "say"
seconds = 30
text = { nb = "Se opp når du er klar.", en = "Look up when you are ready." }
"""


class Started:
    """The break that was started, instead of running it."""

    def __init__(self) -> None:
        self.script = ""
        self.chosen: Settings | None = None
        self.mode: Sound | None = None

    def __call__(self, _shelf: Any, timeline: Timeline, chosen: Settings, mode: Sound, _wish: Any) -> None:
        self.script, self.chosen, self.mode = timeline.script, chosen, mode


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    monkeypatch.setattr("assistant.terminal.wants_plain_lines", lambda: False)
    started = Started()
    monkeypatch.setattr(running, "run_on_screen", started)
    return started


@pytest.fixture(autouse=True)
def kari() -> None:
    """Somebody has recorded lines in both languages."""
    for language in Language:
        (paths.voices() / "recorded" / "kari" / language.value).mkdir(parents=True)


def voice_of(started: Started, language: Language = Language.EN) -> str:
    assert started.chosen is not None
    return started.chosen.voice(language)


def test_alone_it_lets_the_voice_speak_that_is_chosen(started: Started) -> None:
    assert command_line.run(["break", "--voice"]) == 0
    assert (started.mode, voice_of(started), started.script) == (Sound.VOICE, "", "mellom-to")


@pytest.mark.parametrize(
    "arguments",
    [["--voice", "kari"], ["--voice=kari"], ["--voice", "KARI", "mellom-to"], ["mellom-to", "--voice", "kari"]],
)
def test_with_a_name_that_voice_speaks_for_this_break_only(started: Started, arguments: list[str]) -> None:
    assert command_line.run(["break", *arguments]) == 0
    assert (started.mode, voice_of(started), started.script) == (Sound.VOICE, "kari", "mellom-to")
    assert voice_of(started, Language.NB) == ""
    assert settings.load()[0].voice(Language.EN) == ""


def test_the_name_is_looked_for_in_the_language_of_the_break(started: Started) -> None:
    assert command_line.run(["break", "--voice", "kari", "--lang", "nb"]) == 0
    assert (voice_of(started, Language.NB), voice_of(started, Language.EN)) == ("kari", "")


@pytest.mark.parametrize("arguments", [["--voice", "tell-ting"], ["--voice", "tell-ting", "--for", "2m"]])
def test_what_is_no_voice_but_a_break_is_the_break(started: Started, arguments: list[str]) -> None:
    assert command_line.run(["break", *arguments]) == 0
    assert (started.mode, voice_of(started), started.script) == (Sound.VOICE, "", "tell-ting")


def test_so_is_a_file(started: Started, tmp_path: Path) -> None:
    file = tmp_path / "egen.toml"
    file.write_text(HEAD + STEP, "utf-8")

    assert command_line.run(["break", "--voice", str(file)]) == 0
    assert (started.mode, started.script) == (Sound.VOICE, "x")


def test_a_file_that_is_not_there_is_told_of_as_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run(["break", "--voice", "borte.toml"]) == 1
    assert capsys.readouterr().err == "mellomrom: borte.toml: there is no such file\n"


@pytest.mark.parametrize("arguments", [["--voice", "ola"], ["--voice", "tell-ting", "mellom-to"]])
def test_a_name_that_nobody_has_is_refused_in_one_line(
    started: Started, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.run(["break", *arguments]) == 1
    assert started.script == ""
    line = f"there is no English voice “{arguments[1]}”; “mellomrom voices” lists those there are"
    assert capsys.readouterr().err == f"mellomrom: {line}\n"


def test_a_name_is_shown_without_what_would_move_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run(["break", "--voice", "\x1b[2Jola"]) == 1
    assert "“ola”" in capsys.readouterr().err


@pytest.mark.parametrize("chosen", Sound)
def test_without_a_voice_it_is_silent(started: Started, chosen: Sound) -> None:
    settings.remember({"sound": chosen.value})

    assert command_line.run(["break", "--no-voice"]) == 0
    assert started.mode is Sound.SILENT


@pytest.mark.parametrize("chosen", Sound)
def test_with_neither_it_is_as_chosen(started: Started, chosen: Sound) -> None:
    settings.remember({"sound": chosen.value, "voice-en": "kari"})

    assert command_line.run(["break"]) == 0
    assert (started.mode, voice_of(started)) == (chosen, "kari")


def test_both_say_two_things(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run(["break", "--voice", "--no-voice"]) == 2
    assert "say two things" in capsys.readouterr().err
