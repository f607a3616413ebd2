"""A break in five lines under the prompt, for when somebody else may see the screen: no picture, sound or motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Size
    from textual.widget import Widget

WIDEST = 72
"""Columns of the line of progress."""

MARGIN = 4


class DiscreetScreen(BreakScreen):
    """The words, the line of progress, and the keys."""

    def picture(self) -> Iterable[Widget]:
        """None. The line above the words and the note below them are there, unseen."""
        return ()

    def _fit(self, size: Size) -> None:
        self.query_one(ProgressLine).styles.width = min(WIDEST, size.width - MARGIN)
