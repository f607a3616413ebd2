"""The bar of what takes a while."""

from __future__ import annotations

import io
import sys

import pytest

from assistant.cli.progress import progress


class Terminal(io.StringIO):
    """Where somebody looks."""

    def isatty(self) -> bool:
        return True


def test_it_stands_beside_what_is_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress("Listening") as told:
        told(0.5)

    shown = terminal.getvalue()
    assert "Listening" in shown
    assert "50%" in shown
    assert "100%" in shown
    assert capsys.readouterr().out == ""


def test_what_is_begun_anew_waits_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress() as told:
        for share in (0.75, 0.0, 0.5):
            told(share)
        assert terminal.getvalue().rstrip().endswith("75%")
        told(0.8)

    assert "80%" in terminal.getvalue()


def test_in_a_pipe_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Listening") as told:
        told(0.5)

    assert capsys.readouterr() == ("", "")
