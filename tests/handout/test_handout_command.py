"""``mellomrom handout``: where the page goes, and what is said where it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import i18n, paths, settings
from assistant.cli import handout_command
from assistant.cli.exits import InputWrong
from assistant.cli.handout_command import command
from assistant.language import Language
from tests.handout.sheets import Read


def hand_out(*arguments: str | Path) -> None:
    command.main([str(argument) for argument in arguments], standalone_mode=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.mark.parametrize(
    ("language", "name", "title"),
    [
        (Language.EN, "mellomrom-handout.html", "Count things in the room"),
        (Language.NB, "mellomrom-ark.html", "Tell ting i rommet"),
    ],
)
def test_without_a_word_it_is_what_a_whole_room_is_shown(
    language: Language, name: str, title: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n.use(language)

    hand_out()

    assert [path.name for path in folder.iterdir()] == [name]
    assert Read((folder / name).read_text("utf-8")).of["h1"] == [title]
    assert capsys.readouterr().out.splitlines()[0] == i18n._("Written: {file}").format(file=name)


def test_the_numbers_are_those_of_the_chosen_country(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_out("-o", "all.html")
    assert "“mellomrom settings country” tells how to choose one." in capsys.readouterr().out

    settings.remember({"country": "ie"})
    hand_out("-o", "one.html")

    assert capsys.readouterr().out == "Written: one.html\n"
    assert Read((folder / "one.html").read_text("utf-8")).of["b"] == ["112", "116 123"]


def test_a_checklist_has_no_numbers_so_nothing_is_said_of_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_out("rammesjekk", "-o", "list.HTML")

    assert capsys.readouterr().out == "Written: list.HTML\n"


def test_the_same_twice_is_one(folder: Path) -> None:
    hand_out("tell-ting", paths.scripts() / "between" / "tell-ting.toml", "-o", "x.html")

    assert Read((folder / "x.html").read_text("utf-8")).of["h1"] == ["Count things in the room"]


def test_what_stood_there_is_replaced(folder: Path) -> None:
    (folder / "x.html").write_text("old", "utf-8")

    hand_out("slurk", "-o", "x.html")

    assert [path.name for path in folder.iterdir()] == ["x.html"]
    assert "A sip, a pastille" in (folder / "x.html").read_text("utf-8")


def test_a_break_of_ones_own_in_a_file_can_be_handed_out(folder: Path) -> None:
    hand_out(paths.scripts() / "between" / "sukket.toml", "-o", "x.html")

    assert "<h1>" in (folder / "x.html").read_text("utf-8")


def test_a_line_writes_it_to_standard_output_and_nothing_else_and_the_same_each_time(folder: Path) -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-m", "assistant", "handout", "--lang", "nb", "-o", "-"], capture_output=True, check=True,
            timeout=60, cwd=folder, env={**os.environ, "PYTHONPATH": str(paths.PACKAGE.parent), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    )  # fmt: skip

    assert first.decode().startswith('<!DOCTYPE html>\n<html lang="nb">')
    assert first.decode().rstrip().endswith("</html>")
    assert first == second
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["tell-tng"], "there is no break called “tell-tng”; did you mean tell-ting?"),
        (["none.toml"], "none.toml: there is no such file"),
        (["-o", "sheet.pdf"], "sheet.pdf: the name must end in .html"),
        (["-o", "sheet"], "sheet: the name must end in .html"),
        (["-o", "folder"], "folder: this is a folder; name a file in it"),
        (["-o", "folder.html"], "folder.html: this is a folder; name a file in it"),
        (["-o", f"{'x' * 300}.html"], "x…: the file cannot be written; see whether you may write in that folder"),
        (
            ["slurk", "tell-ting", "minne", "ankre", "sukket"],
            "so many breaks cannot be read on one page; of these it holds",
        ),
        (["slurk", "rammesjekk"], "“Checking the frame (leaders)” is a sheet of its own; name it alone"),
    ],
)
def test_what_is_wrong_is_one_line_and_nothing_is_touched(arguments: list[str], line: str, folder: Path) -> None:
    (folder / "folder").mkdir()
    (folder / "folder.html").mkdir()
    before = sorted(folder.iterdir())

    with pytest.raises(InputWrong) as wrong:
        hand_out(*arguments)

    assert line in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert sorted(folder.iterdir()) == before


def test_a_folder_that_is_not_there_is_found_before_the_work(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(*_arguments: object) -> str:
        pytest.fail("it was made for nothing")

    monkeypatch.setattr(handout_command, "_page", work)

    with pytest.raises(InputWrong, match=r"^none/x\.html: the folder is not there; make it first, or"):
        hand_out("-o", "none/x.html")


def test_it_writes_nothing_but_the_page(folder: Path, own_home: Path) -> None:
    hand_out()

    assert [path for path in own_home.rglob("*") if path.is_file()] == []


def test_it_loads_nothing_heavy(folder: Path) -> None:
    code = (
        "import sys; from assistant.cli.handout_command import command; command.main([], standalone_mode=False);"
        "print({'textual', 'rich', 'numpy', 'sounddevice', 'tomlkit'} & set(sys.modules))"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True, cwd=folder,
        env={**os.environ, "PYTHONPATH": str(paths.PACKAGE.parent)},
    )  # fmt: skip

    assert result.stdout.splitlines()[-1] == "set()"
