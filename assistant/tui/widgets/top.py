"""The line on top: what this is, and how much of it is left or what the clock shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Top(Horizontal):
    """Two quiet texts, one at each end."""

    def __init__(self) -> None:
        super().__init__(id="top")

    def compose(self) -> ComposeResult:
        """From left to right."""
        yield Line("title")
        yield Line("left")
