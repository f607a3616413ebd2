"""A break in five lines under the prompt, for when somebody else may see the screen: no picture, sound or motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.progress import ProgressLine
from assistant.tui.widgets.words import Line, Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

WIDEST = 72
"""Columns of the line of progress."""

MARGIN = 4


class DiscreetScreen(BreakScreen):
    """The words, the line of progress, and the keys."""

    def compose(self) -> ComposeResult:
        """Top to bottom, without a picture. The line above and the note are there, unseen."""
        with Horizontal(id="top"):
            yield Line("title")
            yield Line("left")
        yield Words()
        yield ProgressLine()
        yield Line("note")
        yield KeyLine()

    def _fit(self, size: Size) -> None:
        self.query_one(ProgressLine).styles.width = min(WIDEST, size.width - MARGIN)
