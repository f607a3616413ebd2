"""The notes of a leader in a real terminal, beside a presentation in another process."""

from __future__ import annotations

import signal
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from assistant import clock, paths
from tests.notify.test_bus import connections  # noqa: F401 - a fixture
from tests.presenting.presenting_child import PATIENCE, Presenter
from tests.pty_terminal import COMMAND, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTES = ("present", "--notes")
CHANGES = 100
BOUND = 1.0
"""Seconds; what is measured is a fiftieth of it, but a machine may be busy with other things."""


@pytest.fixture
def presenter() -> Iterator[Presenter]:
    with Presenter() as presenting:
        assert presenting.says() == "ready"
        presenting.tell("Look")
        yield presenting


def written_at(terminal: Terminal, words: str) -> float:
    """When the last of ``words`` was written, by ``time.monotonic``."""
    end = bytes(terminal.written).index(words.encode()) + len(words)
    return next(at for at, length in terminal.marks if length >= end)


@pytest.mark.terminal
@pytest.mark.slow
def test_the_view_follows_at_once(presenter: Presenter, capsys: pytest.CaptureFixture[str]) -> None:
    offset = time.monotonic() - clock.now()
    late = []
    with Terminal(*NOTES, columns=80, rows=24) as terminal:
        terminal.wait_for("Look", "Join in.", "Then listen.", "1:00 left", "q leave")
        for number in range(CHANGES):
            presenter.tell(f"<{number}>")
            terminal.wait_for(f"<{number}> ")
            told_at = float(terminal.text().split(f"<{number}> ")[1].split()[0])
            late.append(written_at(terminal, f"{told_at:.6f}") - told_at - offset)
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()
    with capsys.disabled():
        print(f"\nseen after {statistics.median(late) * 1000:.1f} ms, at worst {max(late) * 1000:.1f} ms")
    assert max(late) < BOUND


@pytest.mark.terminal
@pytest.mark.slow
def test_the_view_outlives_a_killed_presentation_and_follows_the_next(presenter: Presenter, runtime: Path) -> None:
    with Terminal(*NOTES) as terminal:
        terminal.wait_for("Look")
        presenter.process.kill()
        terminal.wait_for("The presentation is over.", "When the next one begins, its notes come here.")
        assert "Look" not in terminal.text()

        with Presenter() as another:
            assert another.says() == "ready"
            terminal.wait_for("The room gathers.")
            another.tell("Again")
            terminal.wait_for("Again", "Join in.")
            another.close()
        terminal.wait_for("The presentation is over.")
        terminal.type("q")

        assert terminal.ends() == 0
    assert list(runtime.iterdir()) == []


@pytest.mark.terminal
@pytest.mark.slow
@pytest.mark.parametrize("way", [(), ("--plain",)], ids=["screen", "lines"])
def test_a_presentation_that_hangs_is_not_over(presenter: Presenter, way: tuple[str, ...]) -> None:
    presenter.process.send_signal(signal.SIGSTOP)
    with Terminal(*NOTES, *way) as terminal:
        terminal.wait_for("the presentation does not answer just now")

        assert "is over" not in terminal.raw()


@pytest.mark.terminal
@pytest.mark.parametrize("key", ["q", "\x03", "\x1b"], ids=["q", "ctrl-c", "escape"])
def test_one_key_leaves_it(presenter: Presenter, key: str) -> None:
    with Terminal(*NOTES) as terminal:
        terminal.wait_for("Look")
        terminal.type(key)

        assert terminal.ends() == 0
        assert terminal.is_restored()


@pytest.mark.terminal
def test_plain_lines_in_a_terminal_are_left_with_a_key(presenter: Presenter) -> None:
    with Terminal(*NOTES, "--plain", columns=120) as terminal:
        terminal.wait_for("q: leave", "Count things: The room reads: Look", "For you: Join in.", "(1:00 left)")
        presenter.tell("Listen")
        terminal.wait_for("The room reads: Listen")
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()


@pytest.mark.terminal
def test_a_terminal_that_is_too_small_is_told_so_in_one_line(presenter: Presenter) -> None:
    with Terminal(*NOTES, columns=20, rows=5) as terminal:
        assert terminal.ends() == 1

        assert "20 columns and 5 rows are too few for the notes" in " ".join(terminal.raw().split())


@pytest.mark.terminal
@pytest.mark.parametrize("way", [(), ("--plain",)], ids=["screen", "lines"])
def test_where_nobody_presents_one_line_says_so(way: tuple[str, ...]) -> None:
    with Terminal(*NOTES, *way, columns=120) as terminal:
        assert terminal.ends() == 1

        assert terminal.raw().strip().count("\n") == 0
        assert "no presentation is running; start one with “mellomrom present”" in terminal.raw()


def notes_in_a_pipe() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *NOTES], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, cwd=paths.PACKAGE.parent
    )


@pytest.mark.slow
def test_into_a_pipe_goes_one_line_for_each_change(presenter: Presenter) -> None:
    notes = notes_in_a_pipe()
    assert notes.stdout is not None
    with notes:
        assert "The room reads: Look" in notes.stdout.readline()
        presenter.tell("Listen")
        assert "The room reads: Listen" in notes.stdout.readline()
        presenter.close()
        assert notes.stdout.readline().startswith("The presentation is over.")
        with Presenter() as another:
            assert another.says() == "ready"
            assert notes.stdout.readline().startswith("The room gathers.")
            another.tell("Again")
            assert "The room reads: Again" in notes.stdout.readline()
            notes.send_signal(signal.SIGTERM)
            assert notes.wait(PATIENCE) == 0


@pytest.mark.slow
def test_when_nobody_reads_the_lines_any_more_they_end(presenter: Presenter) -> None:
    notes = notes_in_a_pipe()
    assert notes.stdout is not None
    assert notes.stdout.readline()
    notes.stdout.close()
    presenter.tell("Listen")

    assert notes.wait(PATIENCE) == 0


@pytest.mark.slow
def test_neither_side_opens_a_connection_to_anywhere_else(connections: Path) -> None:  # noqa: F811 - the fixture
    with Presenter() as presenting:
        assert presenting.says() == "ready"
        presenting.tell("Look")
        notes = notes_in_a_pipe()
        with notes:
            assert notes.stdout is not None
            assert "Look" in notes.stdout.readline()
            notes.terminate()
        presenting.close()

    assert not connections.exists()
