"""A break in five quiet lines under the prompt, in a real terminal, for when somebody else may see the screen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psutil
import pyte
import pytest

from assistant import i18n, paths
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import TOO_MUCH, gather
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen
from assistant.units import MS_PER_SECOND, ms
from tests.pty_terminal import COMMAND, Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.timeline.model import Timeline

SHELF = gather((paths.scripts(),))
LINES = 5
PROMPT = "$ mellomrom break tell-ting --discreet"
AFTER_A_PROMPT = ("sh", "-c", f'echo before; echo "{PROMPT}"; exec "$@"', "sh", *COMMAND)
"""What stands on the screen already, and then the product."""

LOOK_EVERY = 4.0
"""Seconds of the break between two looks; after a longer time unseen it would wait."""

TO_STOP = 0.1
"""Seconds from the key until the lines are gone."""

TO_END = 1.0
"""Seconds that the process may take to end after that."""

HELP_PAGE = "q back"
"""By its line of keys, which is there whatever the page begins with."""

ESCAPES_OF_KEYBOARDS = (b"\x1b[>1u", b"\x1b[<u", b"\x1b[?2026$p")
"""Which pyte does not know, and would show in part."""


def words(script: str = "tell-ting", language: Language = Language.EN) -> list[str]:
    """What it says discreetly, cue by cue."""
    return [cue.words for cue in discreetly(script, language).cues]


def discreetly(script: str, language: Language) -> Timeline:
    """It as long as it is when somebody else is there."""
    lengths = SHELF.find(script).lengths
    return compose(SHELF.find(script), language, ms(lengths.discreet or lengths.usual))


def rows(terminal: Terminal) -> list[str]:
    """What stands in ``terminal``, row by row."""
    screen = pyte.Screen(terminal.screen.columns, terminal.screen.lines)
    written = bytes(terminal.written)
    for escape in ESCAPES_OF_KEYBOARDS:
        written = written.replace(escape, b"")
    pyte.ByteStream(screen).feed(written)
    return [row.rstrip() for row in screen.display]


def wait_to_read(terminal: Terminal, text: str) -> None:
    """Wait until ``text`` stands in ``terminal``, on however many lines."""
    terminal.wait_until(lambda: text in " ".join(" ".join(rows(terminal)).split()), text)


def under_the_prompt(terminal: Terminal) -> list[str]:
    """The rows from the first to the last that shows something under the prompt."""
    below = rows(terminal)[rows(terminal).index(PROMPT) + 1 :]
    shown = [at for at, row in enumerate(below) if row]
    return below[shown[0] : shown[-1] + 1] if shown else []


def discreet(*more: str, columns: int = 80, lines: int = 24) -> Terminal:
    return Terminal("break", "tell-ting", "--discreet", *more, columns=columns, rows=lines, command=AFTER_A_PROMPT)


@pytest.mark.terminal
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_it_takes_five_lines_and_leaves_what_stood_above(columns: int) -> None:
    with discreet(columns=columns) as terminal:
        wait_to_read(terminal, words()[0])

        assert rows(terminal)[:2] == ["before", PROMPT]
        assert len(under_the_prompt(terminal)) <= LINES


@pytest.mark.terminal
def test_at_the_bottom_of_the_screen_no_more_than_its_lines_move_up() -> None:
    filled = ("sh", "-c", 'seq 1 30; exec "$@"', "sh", *COMMAND)
    with Terminal("break", "tell-ting", "--discreet", columns=80, rows=24, command=filled) as terminal:
        wait_to_read(terminal, words()[0])
        last_number = max(at for at, row in enumerate(rows(terminal)) if row == "30")

        assert [row for row in rows(terminal)[:last_number] if row] == [str(n) for n in range(30 - last_number, 30)]
        assert len(rows(terminal)) - last_number - 1 <= LINES + 1


@pytest.mark.slow
@pytest.mark.terminal
def test_it_never_takes_the_whole_screen() -> None:
    with discreet("--speed", "10") as terminal:
        assert terminal.ends() == 0

        assert "?1049h" not in terminal.raw()


@pytest.mark.slow
@pytest.mark.terminal
def test_it_ends_by_itself_with_nothing_left_of_it() -> None:
    with discreet("--speed", "10") as terminal:
        wait_to_read(terminal, words()[-1])

        assert terminal.ends() == 0
        assert terminal.is_restored()
        assert [row for row in rows(terminal) if row] == ["before", PROMPT]


@pytest.mark.terminal
def test_it_starts_nothing_that_could_sound_whatever_was_chosen_before(own_home: Path) -> None:
    settings = own_home / "config" / "mellomrom" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('sound = "voice"\n')
    with discreet() as terminal:
        wait_to_read(terminal, words()[0])

        assert psutil.Process(terminal.process.pid).children(recursive=True) == []


@pytest.mark.terminal
def test_the_key_for_sound_starts_nothing_either() -> None:
    with discreet() as terminal:
        wait_to_read(terminal, words()[0])
        terminal.type("v ")
        wait_to_read(terminal, "●")

        assert psutil.Process(terminal.process.pid).children(recursive=True) == []


@pytest.mark.terminal
@pytest.mark.parametrize("key", ["q", "\x1b", "\x03"])
def test_one_key_stops_it_and_the_terminal_is_as_it_was(key: str) -> None:
    with discreet() as terminal:
        wait_to_read(terminal, words()[0])
        terminal.type(key)

        assert terminal.ends() == 0
        assert terminal.is_restored()
        assert [row for row in rows(terminal) if row] == ["before", PROMPT]


@pytest.mark.terminal
def test_q_takes_the_lines_away_at_once() -> None:
    with discreet() as terminal:
        wait_to_read(terminal, words()[0])
        pressed, before = time.monotonic(), len(terminal.written)
        terminal.type("q")
        assert terminal.ends() == 0

        gone = next(when for when, size in terminal.marks if b"\x1b[?25h" in terminal.written[before:size])
        assert gone - pressed <= TO_STOP
        assert terminal.ended - gone <= TO_END


@pytest.mark.terminal
@pytest.mark.parametrize("columns", [40, 80])
def test_too_much_leads_to_looking_around_in_the_same_lines_and_then_to_help(columns: int) -> None:
    with discreet(columns=columns) as terminal:
        wait_to_read(terminal, words()[0])
        terminal.type("m")
        wait_to_read(terminal, words(TOO_MUCH)[0])
        lines = len(under_the_prompt(terminal))
        terminal.type("q")
        wait_to_read(terminal, "Who answers")
        terminal.type("q")

        assert lines <= LINES
        assert terminal.ends() == 0
        assert terminal.is_restored()
        assert "?1049h" not in terminal.raw()


@pytest.mark.terminal
def test_help_comes_in_lines_too_and_goes_back_to_the_break() -> None:
    with discreet() as terminal:
        wait_to_read(terminal, words()[0])
        terminal.type("?")
        wait_to_read(terminal, "Who answers")
        terminal.type("q")
        wait_to_read(terminal, "the break has waited")
        lines = under_the_prompt(terminal)
        terminal.type("q")

        assert len(lines) <= LINES
        assert terminal.ends() == 0
        assert "?1049h" not in terminal.raw()


@pytest.mark.terminal
def test_counting_is_seen_in_its_lines() -> None:
    with discreet(columns=40) as terminal:
        wait_to_read(terminal, words()[0])
        terminal.type("   ")
        wait_to_read(terminal, "● ● ●")

        assert len(under_the_prompt(terminal)) <= LINES


@pytest.mark.slow
@pytest.mark.terminal
def test_nothing_moves_but_the_line_that_fills() -> None:
    with discreet() as terminal:
        wait_to_read(terminal, words()[0])
        first = under_the_prompt(terminal)
        terminal.wait_until(lambda: under_the_prompt(terminal) != first, "the line of progress")

        changed = [new for old, new in zip(first, under_the_prompt(terminal), strict=True) if old != new]
        assert [set(row.strip()) <= set("━╾─") for row in changed] == [True]


@pytest.mark.terminal
def test_a_narrower_terminal_still_shows_it_whole() -> None:
    with discreet() as terminal:
        wait_to_read(terminal, words()[0])
        terminal.resize(40, 24)
        wait_to_read(terminal, words()[0])
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()


# Those that are meant for it, cue by cue

MEANT_FOR_IT = [
    (script.id, language) for script in SHELF for language in Language if script.lengths.discreet is not None
]


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize(("script", "language"), MEANT_FOR_IT)
async def test_no_word_is_cut_in_its_lines(script: str, language: Language, columns: int) -> None:
    i18n.use(language)
    clock, whole = ManualClock(), discreetly(script, language)
    app = Mellomrom(SHELF, Settings(), None, start=whole, clock=clock, discreet=True)
    cut = []
    async with app.run_test(size=(columns, LINES)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, BreakScreen)
        began = clock.at
        for cue in whole.cues:
            due = began + (cue.at + cue.length / 2) / MS_PER_SECOND
            while clock.at < due:
                clock.forward(min(LOOK_EVERY, due - clock.at))
                app.screen.look()
            await pilot.pause()
            shown = " ".join(" ".join(strip.text for strip in app.screen._compositor.render_strips()).split())
            offered = (f"{number} {choice.words}" for number, choice in enumerate(cue.choices, 1))
            cut += [text for text in (cue.words, cue.hint, *offered) if text not in shown]

    assert cut == []
