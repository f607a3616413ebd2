"""Ctrl+C: what one may leave at any time has ended well, and what was to be done has not been."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.cli import command_line


@pytest.fixture(autouse=True)
def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def press(_arguments: Sequence[str] = ()) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "_commands", press)
    monkeypatch.setattr(command_line, "_home", press)


@pytest.mark.parametrize(
    "arguments",
    [[], ["--plain"], ["--lang", "nb"], ["break"], ["--lang", "nb", "break", "--plain"], ["day"], ["settings"]],
)
def test_what_one_may_leave_has_ended_well(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run(arguments) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["export", "slurk"], ["--lang", "en", "data", "erase"], ["voices", "import"]])
def test_what_was_to_be_done_says_that_it_was_not(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.run(arguments) == 1
    assert capsys.readouterr().err == "mellomrom: Stopped before it was done.\n"
