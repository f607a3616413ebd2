"""Packs are added by the commands, in a home and a folder of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.cli.command_line import run
from tests.packs.pack_files import laid_out, whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Said = tuple[int, list[str], list[str]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one stands in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def vinter(here: Path) -> Path:
    """A pack as it should be."""
    return laid_out(whole(), here / "vinter")


@pytest.fixture
def mellomrom(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command: its exit code, and the lines on standard output and on standard error."""

    def of(*arguments: str) -> Said:
        code = run(arguments)
        captured = capsys.readouterr()
        return code, captured.out.splitlines(), captured.err.splitlines()

    return of
