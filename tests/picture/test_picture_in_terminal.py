"""The room in a real terminal: after a breath every cell is right, and little has been sent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from assistant import paths
from assistant.picture.colour import code
from assistant.picture.hour import Hour
from assistant.picture.paint import Door, Painter
from assistant.settings import Theme

CHILD = (sys.executable, str(Path(__file__).with_name("room_child.py")))
BREATH = 10
"""Seconds that the breath would take at 12.5 pictures a second."""

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
]


def test_a_breath_leaves_every_cell_right_and_sends_little() -> None:
    from tests.pty_terminal import Terminal

    with Terminal(columns=100, rows=30, command=CHILD, environ={"PYTHONPATH": str(paths.PACKAGE.parent)}) as terminal:
        terminal.wait_for("ready")
        terminal.type(" ")
        terminal.wait_for("set")
        before = len(terminal.written)
        terminal.type(" ")
        terminal.wait_for("top")
        terminal.wait_for("done")
        sent = len(terminal.written) - before
        buffer = terminal.screen.buffer
        shown = [[(buffer[y][x].fg, buffer[y][x].bg, buffer[y][x].data) for x in range(72)] for y in range(18)]

    assert sent / BREATH < 22_000
    for seen, row in zip(shown, Painter(72, 18, Theme.DARK, Hour.DUSK).frame(0, Door.AJAR).rows, strict=True):
        assert not isinstance(row, str)
        for (foreground, background, character), cell in zip(seen, row, strict=True):
            upper, lower = (code(half)[1:] for half in cell)
            assert background == lower
            assert character == (" " if upper == lower else "▀")
            assert upper in {lower, foreground}
