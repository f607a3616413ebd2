"""``MELLOMROM_HOME``: the folder that it names, or a plain line where it can be none."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import paths
from assistant.cli.command_line import run


@pytest.mark.parametrize("command", [[], ["list"], ["new", "mine"]])
def test_the_folder_of_nobody_is_refused_and_not_made_where_one_stands(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv(paths.HOME, "~nobody9/x")

    assert run(command) == 1

    assert capsys.readouterr().err.splitlines() == [
        "mellomrom: MELLOMROM_HOME: ~nobody9/x is the folder of nobody on this machine; name a folder from its root on"
    ]
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize("below", ["", "x/y"])
def test_a_file_is_no_home(
    below: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv(paths.HOME, str(file / below))

    assert run(["list"]) == 1

    assert capsys.readouterr().err.splitlines() == [
        f"mellomrom: MELLOMROM_HOME: {file} is a file; a folder is expected here"
    ]


@pytest.mark.parametrize("home", ["", "~/there", "{here}", "{here}/not/yet", "not/yet"])
def test_a_folder_that_is_there_or_is_yet_to_be_made_is_a_home(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME, home.format(here=tmp_path))

    assert paths.in_the_way_of_home() is None
