"""``mellomrom settings``: what can be chosen, in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant import i18n, paths, settings, terminal
from assistant.cli import running
from assistant.cli.exits import InputWrong
from assistant.cli.settings_command import command
from assistant.language import Language
from assistant.plaintext import has_controls
from assistant.settings import Settings, Sound
from assistant.settings.described import BY_KEY, SETTINGS
from assistant.settings.kind import ValueRefused

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.settings.described import Described


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """What the command writes to standard output, line by line."""
    command.main(list(arguments), standalone_mode=False)
    return capsys.readouterr().out.splitlines()


def refused(*arguments: str) -> str:
    with pytest.raises(InputWrong) as wrong:
        command.main(list(arguments), standalone_mode=False)
    return str(wrong.value)


# All of them


@pytest.mark.parametrize("arguments", [(), ("--plain",)])
def test_the_file_comes_first_and_then_one_line_a_setting(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    first, *lines = said(capsys, *arguments)

    assert first == str(paths.settings_file())
    assert [line.partition(" = ")[0] for line in lines] == [setting.key for setting in SETTINGS]
    assert all(line.endswith(setting.explanation) for line, setting in zip(lines, SETTINGS, strict=True))
    assert lines[1].split("   ")[0] == "sound = silent"


def test_the_explanations_stand_under_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    settings.remember({"calendars": ["/a/path/that/is/longer/than/any/word/work.ics"]})
    _first, *lines = said(capsys)
    at = {line.index(s.explanation) for line, s in zip(lines, SETTINGS, strict=True) if s.key != "calendars"}

    assert len(at) == 1


def test_on_a_terminal_the_screen_opens(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[bool] = []
    monkeypatch.setattr(running, "open_settings", lambda: opened.append(True), raising=False)
    monkeypatch.setattr(terminal, "wants_plain_lines", lambda: False)

    assert said(capsys) == []
    assert opened == [True]


def test_on_a_terminal_plain_lines_can_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "wants_plain_lines", lambda: False)

    assert said(capsys, "--plain")[0] == str(paths.settings_file())


# One of them


def test_one_is_shown_with_what_can_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "sound") == ["sound = silent   What is heard in a break. Write silent, bell or voice."]


@pytest.mark.parametrize("key", ["breath_tone", "BREATH-TONE", " breath-tone "])
def test_a_key_is_known_however_it_is_written(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, key)[0].startswith("breath-tone = off   ")


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("sound", "bell", "bell"),
        ("sound", "Bell ", "bell"),
        ("motion", "off", False),
        ("motion", "av", False),
        ("motion", "nei", False),
        ("motion", "false", False),
        ("breath-tone", "on", True),
        ("breath-tone", "på", True),
        ("breath-tone", "TRUE", True),
        ("rate", "0.9", 0.9),
        ("rate", "0,9", 0.9),
        ("volume", "1", 1.0),
        ("spare", "90", 90),
        ("spare", "1m30s", 90),
        ("spare", "90 s", 90),
        ("conversation-least", "45", 45),
        ("conversation-least", "45 min", 45),
        ("conversation-least", "1h", 60),
        ("conversation-categories", "a, b ,", ["a", "b"]),
        ("conversation-categories", '"a, b", c', ["a, b", "c"]),
        ("conversation-categories", "any", []),
        ("conversation-word", " samtale ", "samtale"),
        ("conversation-word", "\x1b[31msamtale", "samtale"),
        ("quiet-hours", "17-8", "17-8"),
        ("quiet-hours", "never", ""),
        ("quiet-hours", "", ""),
        ("language", "nb", "nb"),
        ("language", "norsk", "nb"),
        ("language", "English", "en"),
        ("country", "Norway", "no"),
        ("country", "gb", "gb"),
    ],
)
def test_a_value_is_read_as_one_writes_it(
    key: str, text: str, value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, key, text)
    chosen, trouble = settings.load()

    assert settings.in_file(chosen)[key] == value
    assert trouble is None


@pytest.mark.parametrize("key", ["calendars", "sound"])
def test_what_is_chosen_is_shown(key: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "work.ics").touch()
    text = str(tmp_path / "work.ics") if key == "calendars" else "bell"

    assert said(capsys, key, text)[0].startswith(f"{key} = {text}   ")


def test_a_calendar_is_kept_so_that_it_is_found_from_anywhere(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for file in (tmp_path / "a.ics", own_home / "b.ics"):
        file.touch()

    said(capsys, "calendars", "a.ics, ~/b.ics")

    assert settings.load()[0].calendars == (str(tmp_path / "a.ics"), "~/b.ics")


@pytest.mark.parametrize(
    ("key", "text", "line"),
    [
        ("sound", "loud", "sound: “loud” cannot be used here; write silent, bell or voice"),
        ("motion", "perhaps", "motion: “perhaps” cannot be used here; write on or off"),
        ("rate", "2", "rate: “2” cannot be used here; write a number from 0.7 to 1.3"),
        ("rate", "nan", "rate: “nan” cannot be used here; write a number from 0.7 to 1.3"),
        ("spare", "601", "spare: “601” cannot be used here; write a number from 0 to 600"),
        ("spare", "1.5", "spare: “1.5” cannot be used here; write a number from 0 to 600"),
        ("spare", "ten", "spare: “ten” cannot be used here; write a number from 0 to 600"),
        ("conversation-least", "0", "conversation-least: “0” cannot be used here; write a number from 1 to 600"),
        ("language", "de", "language: “de” cannot be used here; write the system's, norsk or English"),
        (
            "quiet-hours",
            "17-25",
            "quiet-hours: “17-25” is not from one time of the day to another; write 17:00-08:00",
        ),
        ("calendars", "no.ics", "calendars: “no.ics”: there is no such file"),
        ("calendars", "~nobody-at-all/a.ics", "calendars: “~nobody-at-all/a.ics”: there is no such file"),
        ("sond", "bell", "there is no setting called “sond”; did you mean sound?"),
        ("welcomed", "on", "there is no setting called “welcomed”; “mellomrom settings” shows them all"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line_and_nothing_is_written(key: str, text: str, line: str) -> None:
    assert refused(key, text) == line
    assert not paths.settings_file().exists()


def test_it_is_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "sound", "bell")

    assert said(capsys, "sound", "--default")[0].startswith("sound = silent   ")
    assert settings.load() == (Settings(), None)
    assert '\n# sound = "silent"\n' in paths.settings_file().read_text("utf-8")


@pytest.mark.parametrize("text", ["system", "the system's"])
def test_the_language_is_left_to_the_system_again(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "language", "nb")
    said(capsys, "language", text)

    assert settings.load()[0].language is None


@pytest.mark.parametrize("arguments", [("--default",), ("sound", "bell", "--default")])
def test_to_take_back_needs_a_key_and_no_value(arguments: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError, match="--default goes with a KEY, and without a value"):
        command.main(list(arguments), standalone_mode=False)


def test_a_value_in_the_file_that_cannot_be_used_is_put_right(capsys: pytest.CaptureFixture[str]) -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text('sound = "loud"\nmotion = false\n', "utf-8")

    said(capsys, "sound", "bell")

    assert settings.load() == (Settings(sound=Sound.BELL, motion=False), None)


def test_a_file_that_is_not_toml_is_left_alone() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text("= 1\n", "utf-8")

    assert refused("sound", "bell").endswith("not valid TOML; put it right or remove it, then it can be written again")
    assert paths.settings_file().read_text("utf-8") == "= 1\n"


# What is shown can be written


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_what_is_shown_and_what_is_written_anew_are_read_as_the_same(setting: Described, language: Language) -> None:
    i18n.use(language)
    kind, value = setting.kind, setting.default
    for _ in range(4):
        assert kind.read(kind.shown(value)) == value
        assert kind.read(kind.written(value)) == value
        value = kind.turned(value, 1)


@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda t: t == t.strip() and t.isprintable()), max_size=4))
def test_any_texts_can_be_written_between_commas(texts: list[str]) -> None:
    kind = BY_KEY["conversation-categories"].kind
    texts = [text for text in texts if "  " not in text]

    assert kind.read(kind.written(texts)) == texts or "any" in texts


@given(st.sampled_from(SETTINGS), st.text(max_size=30))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_a_value_that_can_be_used_or_one_plain_line(setting: Described, text: str) -> None:
    try:
        value = setting.kind.read(text)
    except ValueRefused as refused:
        assert not has_controls(str(refused))
        assert len(str(refused).splitlines()) == 1
        return
    settings.with_value(Settings(), setting.key, value)


@given(st.sampled_from(SETTINGS), st.lists(st.sampled_from([1, -1]), max_size=20))
def test_wherever_the_arrows_lead_the_value_can_be_used(setting: Described, steps: list[int]) -> None:
    value = setting.default
    for step in steps:
        value = setting.kind.turned(value, step)
        settings.with_value(Settings(), setting.key, value)
