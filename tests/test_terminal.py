"""The product in a real terminal: on time, and the terminal as it was, whatever happens."""

from __future__ import annotations

import re
import signal
import time

import pytest

from tests.pty_terminal import Terminal

pytestmark = pytest.mark.terminal

FIRST = "Count corners, sounds"
LAST = "Nobody needs the numbers"


@pytest.fixture(params=["screen", "lines"])
def break_command(request: pytest.FixtureRequest) -> list[str]:
    return ["break", "tell-ting"] + (["--plain"] if request.param == "lines" else [])


def test_a_break_runs_to_its_end_and_leaves_the_terminal_as_it_was(break_command: list[str]) -> None:
    with Terminal(*break_command, "--speed", "60") as terminal:
        terminal.wait_for(FIRST)

        assert terminal.ends() == 0
        assert terminal.is_restored()


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_one_key_ends_it(break_command: list[str], key: str) -> None:
    with Terminal(*break_command) as terminal:
        terminal.wait_for(FIRST)
        terminal.type(key)

        assert terminal.ends() == 0
        assert terminal.is_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_well(break_command: list[str], number: signal.Signals) -> None:
    with Terminal(*break_command) as terminal:
        terminal.wait_for(FIRST)
        terminal.signal(number)

        assert terminal.ends() == 0
        assert terminal.is_restored()
        assert "Traceback" not in terminal.raw()


def test_a_stop_and_a_return_to_the_foreground_leave_the_break_waiting() -> None:
    with Terminal("break", "tell-ting") as terminal:
        terminal.wait_for(FIRST)
        terminal.signal(signal.SIGTSTP)
        terminal.wait_until(lambda: "?1049l" in terminal.raw(), "the main screen")
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("the break has waited")
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()


def test_line_mode_still_has_its_keys_after_a_stop() -> None:
    with Terminal("break", "tell-ting", "--plain") as terminal:
        terminal.wait_for(FIRST)
        terminal.signal(signal.SIGTSTP)
        terminal.signal(signal.SIGCONT)
        terminal.type(" ")
        terminal.wait_for("Paused")
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()


def test_a_terminal_that_is_closed_ends_the_break(break_command: list[str]) -> None:
    with Terminal(*break_command) as terminal:
        terminal.wait_for(FIRST)
        terminal.hang_up()

        assert terminal.process.wait(10) is not None


def test_a_resize_every_50_ms_leaves_no_debris() -> None:
    with Terminal("break", "rolig-pust", "--speed", "4") as terminal:
        terminal.wait_for("You can breathe along")
        for size in [(100, 30), (60, 20), (40, 12), (133, 43), (20, 5), (80, 24)] * 4:
            terminal.resize(*size)
            time.sleep(0.05)  # the pace of the resizing itself, not a wait for something
        terminal.wait_for("longer out.")
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()


@pytest.mark.usefixtures("been_here_before")
def test_the_first_cue_is_there_before_anything_is_asked() -> None:
    with Terminal() as terminal:
        terminal.wait_for("Between two conversations")
        terminal.type(" ")

        terminal.wait_for("That conversation is over.")


@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}, {"PYTHONIOENCODING": "ascii"}])
def test_plain_lines_come_by_themselves_where_they_are_needed(environ: dict[str, str]) -> None:
    with Terminal("break", "tell-ting", environ=environ) as terminal:
        terminal.wait_for(FIRST)
        terminal.type("q")

        assert terminal.ends() == 0
        assert b"\x1b" not in terminal.written


def test_plain_lines_have_no_colour_and_move_no_cursor() -> None:
    with Terminal("break", "rolig-pust", "--plain", "--speed", "200") as terminal:
        assert terminal.ends() == 0
        assert b"\x1b" not in terminal.written


def test_no_color_is_honoured() -> None:
    with Terminal("break", "rolig-pust", environ={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("You can breathe along")
        terminal.type("q")
        terminal.ends()

        codes = re.findall(r"\x1b\[([\d;]*)m", terminal.raw())
        assert not any(re.search(r"(?:^|;)(?:3[0-8]|4[0-8]|9\d|10\d)", code) for code in codes)


def test_home_in_plain_lines_lets_one_choose() -> None:
    with Terminal("--plain") as terminal:
        terminal.wait_for("A number, or Enter, m (too much), ? (help) or q to leave:")
        terminal.type("99\n")
        terminal.wait_for("There are 30 to choose among.")
        terminal.type("8\n")
        terminal.wait_for(FIRST)
        terminal.type("q")

        assert terminal.ends() == 0


def test_too_much_in_plain_lines_leads_to_looking_around_and_to_help() -> None:
    with Terminal("break", "tell-ting", "--plain") as terminal:
        terminal.wait_for(FIRST)
        terminal.type("m")
        terminal.wait_for("All right. Here it is enough to look around.")
        terminal.type("q")
        terminal.wait_for("Who answers:")

        assert terminal.ends() == 0


@pytest.mark.parametrize("wish", ["--speed 100 1.2", "--speed 40 3.0"])
def test_a_break_lasts_what_it_promised_by_a_clock_outside_it(wish: str) -> None:
    *options, seconds = wish.split()
    with Terminal("break", "tell-ting", "--plain", *options) as terminal:
        terminal.wait_for(FIRST)
        assert terminal.ends() == 0

        first_line = next(when for when, size in terminal.marks if FIRST.encode() in terminal.written[:size])
        assert terminal.ended - first_line == pytest.approx(float(seconds), abs=0.25)


def test_keys_pressed_in_one_breath_all_count() -> None:
    with Terminal("break", "tell-ting", "--plain") as terminal:
        terminal.wait_for(FIRST)
        terminal.type("xQ")

        assert terminal.ends() == 0


def test_q_before_the_screen_is_there_ends_it_as_well() -> None:
    with Terminal("break", "tell-ting") as terminal:
        terminal.wait_until(lambda: "?1049h" in terminal.raw(), "the other screen")
        terminal.type("q")

        assert terminal.ends() == 0
        assert "failed" not in terminal.text()
        assert terminal.is_restored()


def test_too_much_from_the_shell_ends_on_the_help_page() -> None:
    with Terminal("break", "tell-ting") as terminal:
        terminal.wait_for(FIRST)
        terminal.type("m")
        terminal.wait_for("enough to look around")
        terminal.type("q")
        terminal.wait_for("Who answers")
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()


@pytest.mark.usefixtures("been_here_before")
@pytest.mark.parametrize("keys", [" ?qq", " mqq", "?q?q", "  qq", " m?qq"])
def test_keys_in_a_burst_at_home_break_nothing(keys: str) -> None:
    with Terminal() as terminal:
        terminal.wait_for("Between two conversations")
        terminal.type(keys)
        terminal.type("q" * 6)

        assert terminal.ends() == 0
        assert "failed" not in terminal.text()
        assert terminal.is_restored()


def test_too_much_once_more_leads_straight_to_help() -> None:
    with Terminal("break", "tell-ting") as terminal:
        terminal.wait_for(FIRST)
        terminal.type("m")
        terminal.wait_for("enough to look around")
        terminal.type("m")
        terminal.wait_for("Who answers")


@pytest.mark.usefixtures("been_here_before")
def test_nothing_is_left_when_the_terminal_is_closed_over_the_help_page() -> None:
    with Terminal() as terminal:
        terminal.wait_for("Between two conversations")
        terminal.type("?")
        terminal.wait_for("Keys", "read on")
        terminal.type("\x1b[F")
        terminal.hang_up()

        assert terminal.process.wait(10) is not None
