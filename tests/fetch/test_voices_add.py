"""``mellomrom voices add``: what a person is shown, asked and told."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click
import pytest

from assistant import known_voices, paths, settings
from assistant.cli.exits import InputWrong
from assistant.cli.voices_add import add_command
from assistant.fetch import adding
from assistant.known_voices import known_voice
from assistant.language import Language
from tests.fetch.collection import CARD_PATH, MODEL, MODEL_PATH, NAME, index, lay_out, model, pieces, whole
from tests.pty_terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fetch.collection import Server


def add(*arguments: str) -> None:
    add_command.main([NAME, *arguments], standalone_mode=False)


def refused(*arguments: str) -> str:
    with pytest.raises(InputWrong) as wrong:
        add(*arguments)
    return str(wrong.value)


def is_added() -> bool:
    return (paths.voices() / "natural" / f"{NAME}.onnx").is_file()


@pytest.fixture
def terminal(server: Server) -> Iterator[Terminal]:
    with Terminal("voices", "add", NAME, "--from", server.base, environ={"no_proxy": "*"}) as terminal:
        yield terminal


def test_unasked_it_is_added_and_known_by_its_name(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    add("--yes", "--from", server.base)

    lines = capsys.readouterr().out.splitlines()
    assert lines[:5] == [
        f"voice     {NAME}",
        "language  Norwegian",
        "size      1 MB",
        "licence   CC0",
        f"from      {server.base}",
    ]
    assert lines[5:] == [f"Added: {NAME}", f"To hear it: “mellomrom voices hear {NAME}”"]
    assert known_voice(NAME, Language.NB) is not None


def test_where_no_licence_is_stated_that_is_what_is_said(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    del server.files[CARD_PATH]

    add("--yes", "--from", server.base)

    assert "licence   not stated" in capsys.readouterr().out


def test_where_another_voice_was_chosen_it_is_said_how_to_choose_this_one(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.remember({"voice-nb": "system"})

    add("--yes", "--from", server.base)

    assert f"“mellomrom settings voice-nb {NAME}”" in capsys.readouterr().out


def test_without_the_part_that_speaks_it_is_added_all_the_same(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_voices, "ENGINE", "not_installed")
    monkeypatch.setattr("assistant.cli.voices_add.ENGINE", "not_installed")

    add("--yes", "--from", server.base)

    assert is_added()
    assert capsys.readouterr().out.splitlines()[-1] == (
        'To let it speak, one more part is needed: pip install "mellomrom[natural]"'
    )


def test_what_is_there_already_is_not_fetched_again(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    add("--yes", "--from", server.base)
    asked = len(server.asked)
    capsys.readouterr()

    add("--yes", "--from", server.base)

    assert len(server.asked) == asked
    assert capsys.readouterr().out.startswith(f"{NAME} is there already.")


def test_where_nobody_can_be_asked_nobody_is_rung_up_either(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert "nobody can be asked here" in refused("--from", server.base)
    assert server.asked == []


@pytest.mark.parametrize("name", ["../../x", "no_NO", "no_NO-a/b-low", "no_NO-a-low.onnx", "", "de_DE-x-low"])
def test_a_name_that_is_none_is_refused_before_anybody_is_asked(name: str, server: Server) -> None:
    with pytest.raises(InputWrong):
        add_command.main([name, "--yes", "--from", server.base], standalone_mode=False)

    assert server.asked == []


def test_what_goes_wrong_is_one_line(server: Server) -> None:
    server.files[MODEL_PATH] = model(seed=9)

    assert "damaged" in refused("--yes", "--from", server.base)
    assert not is_added()


def test_words_of_strangers_cannot_reach_the_terminal(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    files = pieces() | {CARD_PATH: b"* License: CC0 \x1b[2J\x1b]0;mine\x07\xe2\x80\xae evil" + b" x" * 200}
    server.files = whole() | files | {"voices.json": json.dumps(index(files)).encode()}

    add("--yes", "--from", server.base)

    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("licence")]
    assert line.isprintable()
    assert len(line) < 70


@pytest.mark.parametrize("place", ["web", "folder"])
def test_stopped_it_is_said_where_it_can_be_gone_on_with(
    place: str, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(adding, "add", stopped)

    if place == "web":
        assert refused("--yes", "--from", server.base) == "Stopped. The same command goes on from there."
        return
    with pytest.raises((KeyboardInterrupt, click.Abort)):
        add("--yes", "--from", str(lay_out(tmp_path / "stick", whole())))


# In a terminal


@pytest.mark.terminal
def test_one_is_asked_first_and_sees_how_far_it_is(terminal: Terminal, server: Server) -> None:
    terminal.wait_for("Add this voice? (y/N)")
    assert MODEL_PATH not in server.paths

    terminal.type("y\r")

    terminal.wait_for("Added:")
    assert "100%" in terminal.raw()
    assert terminal.ends() == 0
    assert is_added()


@pytest.mark.terminal
def test_no_is_no(terminal: Terminal, server: Server) -> None:
    terminal.wait_for("Add this voice? (y/N)")

    terminal.type("\r")

    terminal.wait_for("Nothing was fetched.")
    assert terminal.ends() == 0
    assert MODEL_PATH not in server.paths


@pytest.mark.terminal
def test_stopped_on_the_way_it_can_be_gone_on_with(terminal: Terminal, server: Server) -> None:
    server.drips.add(MODEL_PATH)
    terminal.wait_for("Add this voice? (y/N)")
    terminal.type("y\r")
    terminal.wait_until(lambda: MODEL_PATH in server.paths, "the model to be asked for")

    terminal.type("\x03")

    terminal.wait_for("The same command goes on from there.")
    assert terminal.ends() == 1
    part = paths.voices() / "natural" / f"{NAME}.onnx.part"
    assert part.exists()
    assert part.stat().st_size < len(MODEL)
