"""The commands, run as a person runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import paths
from assistant.shelf import ORDER
from tests.pty_terminal import Terminal

MELLOMROM = (sys.executable, "-m", "assistant")


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MELLOMROM, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environ},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["break", "tell-ting", "--for", "0"], 1, "Count things in the room can take from 0:30 to 4:00, not 0:00"),
        (["break", "tell-ting", "--for", "3h"], 1, "Count things in the room can take from 0:30 to 4:00, not 180:00"),
        (
            ["break", "--for", "abc"],
            2,
            "Invalid value for '--for': “abc” is not a length of time; write 2m, 90s or 1m40s. "
            "Try “mellomrom break --help”.",
        ),
        (["break", "tel-ting"], 1, "there is no break called “tel-ting”; did you mean tell-ting?"),
        (["show", "x\x1b[31m\nx"], 1, "there is no break called “x x”; “mellomrom list” shows them all"),
        (["break", "none.toml"], 1, "none.toml: there is no such file"),
        (["break", "."], 1, "there is no break called “.”; “mellomrom list” shows them all"),
        (["check", "."], 1, ".: there are no .toml files in it"),
        (["check", "none.toml"], 1, "none.toml: there is no such file"),
        (["check"], 2, "Missing argument 'FILE|FOLDER…'. Try “mellomrom check --help”."),
        (
            ["break", "--speed", "0"],
            2,
            "Invalid value for '--speed': 0.0 is not in the range 1<=x<=1000. Try “mellomrom break --help”.",
        ),
        (["--lang", "de"], 2, "Invalid value for '--lang': 'de' is not one of 'nb', 'en'. Try “mellomrom --help”."),
        (
            ["break", "--speed", "nan"],
            2,
            "Invalid value for '--speed': “nan” is not a number. Try “mellomrom break --help”.",
        ),
        (["break", "--until", "10:15"], 1, "that time has been; name one that is to come"),
        (["break", "--for", "2s"], 1, "no break can take 0:02; “mellomrom list” shows how long they are"),
        (
            ["break", "--until", "25:00"],
            2,
            "Invalid value for '--until': “25:00” is not a time of the day; write 10:15. Try “mellomrom break --help”.",
        ),
        (
            ["break", "--until", "22:00", "--for", "2m"],
            2,
            "--for and --until say two things; name one of them. Try “mellomrom break --help”.",
        ),
        (["pause"], 2, "No such command 'pause'. Try “mellomrom --help”."),
        (["list", "--jsn"], 2, "No such option '--jsn'. Did you mean '--json'? Try “mellomrom list --help”."),
        (["break", "a", "b"], 2, "Got unexpected extra argument (b). Try “mellomrom break --help”."),
    ],
)
def test_what_is_wrong_is_one_line_and_an_exit_code(
    arguments: list[str], code: int, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run(*arguments)

    assert (result.returncode, result.stdout, result.stderr) == (code, "", f"mellomrom: {line}\n")


@pytest.mark.parametrize("script", ["[[steps]\n", "unknown = 1\n", "\x00"])
def test_a_broken_script_is_one_line_for_break_show_and_check(script: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(script, "utf-8")

    results = [run(command, str(path)) for command in ("break", "show", "check")]

    assert [result.returncode for result in results] == [1, 1, 1]
    assert len({result.stderr for result in results}) == 1
    assert results[0].stderr.startswith(f"mellomrom: {path}: ")
    assert results[0].stderr.count("\n") == 1


def test_hostile_words_are_shown_as_they_stand_without_escapes(tmp_path: Path) -> None:
    text = (paths.scripts() / "between" / "tell-ting.toml").read_text("utf-8")
    path = tmp_path / "x.toml"
    path.write_text(text.replace("Nobody needs the numbers.", "[b]No[/] \\u001b[2Jbody."), "utf-8")

    result = run("break", str(path), "--plain", "--speed", "1000")

    assert result.stdout.splitlines()[-1] == "[b]No[/] body. Thank you; the choice is yours."


def test_all_words_are_in_the_language_asked_for() -> None:
    norwegian = [run("--lang", "nb", "list"), run("list", "--lang=nb"), run("list", LANG="nb_NO.UTF-8")]

    assert len({result.stdout for result in norwegian}) == 1
    assert "Tell ting i rommet" in norwegian[0].stdout
    assert "Bruk: mellomrom" in run("--help", "--lang", "nb").stdout
    assert "Usage: mellomrom" in run("--help", LANG="nn_NO.UTF-8", LC_ALL="C.UTF-8").stdout


def test_the_setting_decides_the_language_where_nothing_else_is_said() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text('language = "nb"\n', "utf-8")

    assert "Rolig pust" in run("list").stdout
    assert "Slow breathing" in run("list", "--lang", "en").stdout


def test_the_list_can_be_read_by_other_programs() -> None:
    rows = json.loads(run("list", "--json").stdout)

    assert tuple(row["id"] for row in rows) == ORDER
    breath = rows[ORDER.index("rolig-pust")]
    assert breath["title"] == {"nb": "Rolig pust", "en": "Slow breathing"}
    assert breath["lengths"] == {"least": 15, "usual": 120, "most": 300, "discreet": 15}


def test_what_carries_an_item_of_the_deck_is_named() -> None:
    assert run("list", "--carries", "M5c").stdout.split()[0] == "slurk"
    assert "art-etikk" in run("list", "--carries", "f1").stdout
    assert run("list", "--carries", "X9").stderr == ("mellomrom: “X9” is no item of the deck; they go from A0 to Q1\n")


def test_a_timeline_can_be_read_by_other_programs() -> None:
    timeline = json.loads(run("show", "tell-ting", "--json", "--for", "100s").stdout)

    assert timeline["length"] == sum(cue["length"] for cue in timeline["cues"]) == 100_000


def test_a_timeline_can_be_read_by_people() -> None:
    lines = run("show", "rolig-pust").stdout.splitlines()

    assert lines[0] == "Slow breathing (2:00)"
    assert " 0:20.000   0:04.000  in      Easy in, longer out. – in" in lines


def test_check_finds_nothing_wrong_with_what_comes_with_us() -> None:
    result = run("check", str(paths.scripts()))

    assert (result.returncode, result.stdout, result.stderr) == (0, "31 read, nothing wrong.\n", "")


def test_a_home_without_a_terminal_is_a_list_and_a_way_on() -> None:
    result = run()

    assert (result.returncode, result.stderr) == (0, "")
    first, second, *_others, last = result.stdout.splitlines()
    assert first == "In the conversation:"
    assert second.startswith("1. Ten seconds here (1:00): ")
    assert last == "“mellomrom break ID” starts one; “mellomrom list” shows the ids."


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_letters_that_the_terminal_lacks_have_a_stand_in(encoding: str) -> None:
    result = subprocess.run(
        [*MELLOMROM, "break", "mellom-to", "--plain", "--speed", "1000", "--lang", "nb"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=True,
    )

    line = result.stdout.decode(encoding).splitlines()[-1]
    assert (
        line
        == {
            "ascii": "Gaa naar du er klar, med blikket loeftet. Takk.",
            "latin-1": "Gå når du er klar, med blikket løftet. Takk.",
        }[encoding]
    )
    assert result.stderr == b""


def test_a_reader_that_has_heard_enough_is_no_error() -> None:
    result = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m assistant show fem-sanser | head -n 1"],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip

    assert (result.stdout, result.stderr) == ("Five senses (2:30)\n", "")


def test_a_broken_setting_is_told_of_and_the_command_goes_on() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text('sound = "loud"\n', "utf-8")

    result = run("list")

    assert result.returncode == 0
    assert result.stderr.count("\n") == 1
    assert "the value of “sound” is not one that can be used" in result.stderr


@pytest.mark.parametrize("script", ["mellom-to", "rolig-pust", "tell-ting", "fem-sanser", "vekk-kroppen", "indre-rom"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_break_runs_to_its_end(script: str, language: str) -> None:
    result = run("break", script, "--plain", "--speed", "1000", "--lang", language)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1].endswith(
        ("Takk.", "ank you.", "yours.", "selv.", "igjen.", "suits you.", "kommer.", "takk.", "to you.")
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", ["list", "break tell-ting --plain --speed 1000"])
@pytest.mark.parametrize("end", [">/dev/full", ">&-", "<&-"])
def test_an_output_that_takes_nothing_is_no_traceback(arguments: str, end: str) -> None:
    result = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m assistant {arguments} {end}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert result.returncode in {0, 1}
    assert result.stderr.count("\n") <= 1
    assert "Traceback" not in result.stderr


def test_a_screen_that_would_be_drawn_into_a_file_is_plain_lines_instead(tmp_path: Path) -> None:
    command = f"{sys.executable} -m assistant break tell-ting 2>{tmp_path}/errors"
    with Terminal(command=("bash", "-c", command)) as terminal:
        terminal.wait_for("Count corners")
        terminal.type("q")

        assert terminal.ends() == 0
    assert (tmp_path / "errors").read_text("utf-8") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_in_the_place_of_a_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.toml")
    paths.settings_file().parent.mkdir(parents=True)
    os.mkfifo(paths.settings_file())

    result = run("check", str(tmp_path / "x.toml"))

    assert result.returncode == 1
    assert "this is not a file" in result.stderr


def test_a_number_of_five_thousand_digits_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f"a = {'9' * 5000}\n", "utf-8")
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text(f"a = {'9' * 5000}\n", "utf-8")

    result = run("show", str(path))

    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_a_broken_setting_is_told_of_in_the_users_language() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text('theme = "pink"\n', "utf-8")

    assert "verdien av «theme» kan ikke brukes" in run("list", LANG="nb_NO.UTF-8").stderr
