"""Answers that somebody chose to keep: where they are, who can read them, and how they go away."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import answers, i18n, paths
from assistant.cli.exits import InputWrong
from assistant.cli.kept_command import command
from assistant.language import Language

NOW = dt.datetime(2026, 11, 24, 14, 5, tzinfo=dt.UTC)
ENTRY = "## 2026-11-24 14:05 Inn i dagen\n\nHva er nok i dag?\n\n> Én ting av gangen.\n\n"
NOTHING = "Nothing has been kept.\n"

CANNOT_BE_WRITTEN = pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that nobody may write in")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")


def keep(file: Path | None = None, answer: str = "Én ting av gangen.") -> bool:
    return answers.keep("Inn i dagen", "Hva er nok i dag?", answer, NOW, file)


def kept(*arguments: str) -> None:
    command.main(list(arguments), standalone_mode=False)


@pytest.fixture
def anybody_may_read() -> Iterator[None]:
    """New files would be for everybody, were nothing said of it."""
    before = os.umask(0)
    yield
    os.umask(before)


# The file


def test_an_answer_is_kept_in_a_file_that_a_person_can_read() -> None:
    assert keep()
    assert paths.answers().read_text("utf-8") == ENTRY


@pytest.mark.usefixtures("anybody_may_read")
def test_only_its_owner_can_read_it() -> None:
    keep()

    assert paths.answers().stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("anybody_may_read")
def test_it_is_still_so_after_another_answer_and_after_it_was_erased() -> None:
    keep()
    keep()
    after_two = paths.answers().stat().st_mode & 0o777
    answers.erase()
    keep()

    assert (after_two, paths.answers().stat().st_mode & 0o777) == (0o600, 0o600)


def test_another_answer_comes_after_the_first() -> None:
    keep(answer="One.")
    keep(answer="Two.")

    kept_now = answers.kept()
    assert kept_now.startswith("## 2026-11-24 14:05 Inn i dagen\n")
    assert [line for line in kept_now.splitlines() if line.startswith(">")] == ["> One.", "> Two."]


def test_what_somebody_wrote_in_the_file_stays() -> None:
    keep()
    with paths.answers().open("a", encoding="utf-8") as file:
        file.write("My own line.\n")

    keep()

    assert answers.kept() == ENTRY + "My own line.\n" + ENTRY


def test_where_nothing_was_kept_there_is_no_file_and_nothing_to_read() -> None:
    assert answers.kept() == ""
    assert not paths.answers().exists()


def test_to_erase_removes_the_file_and_may_be_done_again() -> None:
    keep()

    answers.erase()
    answers.erase()

    assert not paths.answers().exists()
    assert answers.kept() == ""


def test_nothing_but_the_file_is_removed() -> None:
    keep()
    beside = paths.answers().with_name("mine.md")
    beside.write_text("Mine.", "utf-8")

    answers.erase()

    assert [path.name for path in paths.answers().parent.iterdir()] == ["mine.md"]


def test_a_folder_in_its_place_keeps_nothing_and_loses_nothing() -> None:
    paths.answers().mkdir(parents=True)

    assert not keep()
    assert list(paths.answers().iterdir()) == []


def test_a_file_where_its_folder_ought_to_be_keeps_nothing() -> None:
    paths.answers().parent.parent.mkdir(parents=True)
    paths.answers().parent.write_text("Mine.", "utf-8")

    assert not keep()
    assert paths.answers().parent.read_text("utf-8") == "Mine."


@CANNOT_BE_WRITTEN
def test_a_home_in_which_nobody_may_write_keeps_nothing() -> None:
    assert not keep(Path("/proc/mellomrom/answers.md"))
    assert not keep(Path("/proc/answers.md"))


@FULL
def test_a_full_disk_keeps_nothing() -> None:
    paths.answers().parent.mkdir(parents=True)
    paths.answers().symlink_to("/dev/full")

    assert not keep()


def test_letters_that_are_none_in_the_file_do_not_hide_the_others() -> None:
    paths.answers().parent.mkdir(parents=True)
    paths.answers().write_bytes(b"F\xf8r.\n")

    keep()

    assert answers.kept() == "F\ufffdr.\n" + ENTRY


# The command


def test_the_command_says_where_the_file_is_and_what_stands_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    keep()

    kept()

    assert capsys.readouterr().out.splitlines() == [str(paths.answers()), *ENTRY.splitlines()]


@pytest.mark.parametrize("arguments", [(), ("--erase",)])
def test_where_nothing_was_kept_the_command_says_so(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    kept(*arguments)

    assert capsys.readouterr().out == NOTHING
    assert not paths.answers().exists()


def test_an_empty_file_is_nothing_kept(capsys: pytest.CaptureFixture[str]) -> None:
    paths.answers().parent.mkdir(parents=True)
    paths.answers().touch()

    kept()

    assert capsys.readouterr().out == NOTHING


def test_the_command_erases_them_all_and_says_what_it_removed(capsys: pytest.CaptureFixture[str]) -> None:
    keep()
    keep()

    kept("--erase")
    kept()

    assert capsys.readouterr().out == f"Removed: {paths.answers()}\n{NOTHING}"
    assert not paths.answers().exists()


def test_escapes_that_got_into_the_file_do_not_get_out_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    paths.answers().parent.mkdir(parents=True)
    paths.answers().write_text("> \x1b[2J\x1b]0;title\x07Mine\u202e.\r\n", "utf-8")

    kept()

    assert capsys.readouterr().out.splitlines()[1:] == ["> Mine."]


@pytest.mark.parametrize("arguments", [(), ("--erase",)])
@pytest.mark.parametrize("where", ["folder in its place", "file in the place of its folder"])
def test_what_cannot_be_read_or_removed_is_one_line_and_stays(where: str, arguments: tuple[str, ...]) -> None:
    folder_in_its_place = where == "folder in its place"
    in_the_way = paths.answers() if folder_in_its_place else paths.answers().parent
    in_the_way.parent.mkdir(parents=True)
    if folder_in_its_place:
        in_the_way.mkdir()
    else:
        in_the_way.touch()

    with pytest.raises(InputWrong) as refused:
        kept(*arguments)

    assert str(refused.value).startswith(f"{paths.answers()}: cannot be read or removed (")
    assert "\n" not in str(refused.value)
    assert in_the_way.exists()


def test_the_command_speaks_norwegian(capsys: pytest.CaptureFixture[str]) -> None:
    i18n.use(Language.NB)
    keep()

    kept("--erase")
    kept()

    assert capsys.readouterr().out == f"Fjernet: {paths.answers()}\nIngenting er tatt vare på.\n"


def test_run_as_a_person_runs_it_it_shows_and_erases() -> None:
    keep()

    shown, erased, nothing = (
        subprocess.run(
            [sys.executable, "-m", "assistant", "kept", *arguments],
            capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL, timeout=60, check=True,
        ).stdout
        for arguments in ([], ["--erase"], [])
    )  # fmt: skip

    assert shown == f"{paths.answers()}\n{ENTRY}"
    assert erased == f"Removed: {paths.answers()}\n"
    assert nothing == NOTHING
