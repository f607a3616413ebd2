"""``mellomrom present`` in real terminals: the wall, the notes beside it, and what can go wrong before either."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from tests.presenting.conftest import runtime
from tests.pty_terminal import COMMAND, Terminal

if TYPE_CHECKING:
    pass

__all__ = ["runtime"]

pytestmark = [pytest.mark.terminal, pytest.mark.slow]

BEGIN = "space begin"
FAST = ("--speed", "100")
TO_STOP = 0.5
"""Seconds from the key until the process has ended, on a busy machine; the screen is given back in a tenth of one."""


def said(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], check=False, capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_a_staff_meeting_is_shown_from_the_gathering_to_the_end(size: tuple[int, int]) -> None:
    with Terminal("present", "moete-demo", *FAST, columns=size[0], rows=size[1]) as wall:
        wall.wait_for("space begin")
        wall.type(" ")
        wall.wait_for("space pause")
        wall.wait_for("q leave")
        wall.type(" ")

        assert wall.ends() == 0
        assert wall.is_restored()


def test_the_notes_follow_the_wall_and_wait_for_the_next_one() -> None:
    lines = [cue.leader for cue in compose(whole_shelf().find("moete-demo"), Language.EN).cues if cue.leader]
    with Terminal("present", "moete-demo") as wall:
        wall.wait_for(BEGIN)
        with Terminal("present", "--notes") as notes:
            notes.wait_for("The room gathers. It begins when space is pressed there.", "First")
            assert lines[0] in " ".join(notes.text().split()), "what may be said before it begins"
            wall.type(" nnn")
            notes.wait_until(lambda: lines[0] in " ".join(notes.text().split()), lines[0])
            wall.type("b")
            notes.wait_for("The projector is dark.")
            wall.type("q")
            assert wall.ends() == 0
            notes.wait_for("The presentation is over.")
            with Terminal("present", "tell-ting") as another:
                another.wait_for(BEGIN)
                another.type(" ")
                notes.wait_for("Count things in the room")
                another.type("q")
                assert another.ends() == 0
            notes.type("q")
            assert notes.ends() == 0


def test_one_key_ends_it_and_the_terminal_is_as_it_was() -> None:
    with Terminal("present") as wall:
        wall.wait_for(BEGIN)
        wall.type(" ")
        wall.wait_for("space pause")
        pressed = time.monotonic()
        wall.type("q")

        assert wall.ends() == 0
        assert wall.is_restored()
        print(f"ended after {wall.ended - pressed:.2f} s")
        assert wall.ended - pressed < TO_STOP


def is_refused() -> None:
    """Another one says in one line that there is one already."""
    with Terminal("present") as second:
        second.wait_until(lambda: second.process.poll() is not None, "the end of the second")

        assert second.ends() == 1
        assert second.text().strip() == "mellomrom: a presentation is running on this machine already; end it first"


def test_a_second_presentation_says_that_there_is_one() -> None:
    with Terminal("present") as first:
        first.wait_for(BEGIN)
        is_refused()


@pytest.mark.parametrize("size", [(20, 5), (39, 30), (120, 11)])
def test_a_terminal_that_no_room_can_read_is_told_how_large_it_must_be(size: tuple[int, int]) -> None:
    with Terminal("present", columns=size[0], rows=size[1]) as wall:
        assert wall.ends() == 1
        line = wall.raw()
        assert f"{size[0]} columns and {size[1]} rows are too few" in line
        assert line.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["tel-ting"], 1, "there is no break called “tel-ting”; did you mean tell-ting?"),
        (["--for", "1s"], 1, "Count things in the room can take from 0:30 to 4:00, not 0:01"),
        (["--notes"], 1, "no presentation is running"),
        (["--notes", "tell-ting"], 2, "--notes follows what is shown in another terminal"),
        (["--voice", "--no-voice"], 2, "--voice and --no-voice say two things"),
        (["--voice", "nobody-of-that-name", "tell-ting"], 1, "there is no English voice “nobody-of-that-name”"),
        (["--people", "13", "kollegarunden"], 2, "13"),
    ],
)
def test_what_is_wrong_is_one_line(arguments: list[str], code: int, line: str) -> None:
    ended = said("present", *arguments)

    assert ended.returncode == code
    assert line in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_in_a_pipe_it_is_counted_in_by_lines() -> None:
    ended = said("present", "--speed", "20", "--lang", "nb")
    lines = ended.stdout.splitlines()

    assert ended.returncode == 0, ended.stderr
    assert lines[:2] == ["Tell ting i rommet (2:09)", "3"]
    assert lines[lines.index("1") + 1] == "Tell hjørner, lyder eller noe blått. Ingen tall er feil."


def test_nothing_is_written_about_anybody(own_home: Path) -> None:
    with Terminal("present", *FAST) as wall:
        wall.wait_for(BEGIN)
        wall.type(" ")
        wall.wait_for("q leave")
        wall.type("q")
        assert wall.ends() == 0

    assert [path for path in own_home.rglob("*") if path.is_file()] == []
