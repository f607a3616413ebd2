"""The words of a break: one thought, a quiet line under it, and sometimes a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assistant.balance import balanced
from assistant.tui.widgets.options import Options

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from assistant.timeline.model import Choice


WIDEST = 64
"""Columns of one line of words."""

MARGINS = 4
"""Columns beside it on a narrow screen."""


class Line(Static):
    """Text as it stands. What is shown already is left alone."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__("", id=id, markup=False)
        self.shown = ""
        """What is shown now."""
        self._laid = ""

    def show(self, text: str) -> None:
        """Show ``text``."""
        if text != self.shown:
            self.shown = text
            self._lay()

    def on_resize(self) -> None:
        """Where lines end depends on the width. How many they are is to be seen after the layout that is under way."""
        before = self._laid
        self._lay()
        if self._laid != before:
            self.call_after_refresh(self.refresh, layout=True)

    def _lay(self) -> None:
        # Before it has been laid out it is as wide as it may be.
        width = self.size.width or min(WIDEST, self.app.size.width - MARGINS)
        lines = balanced(self.shown, width) if self.styles.text_wrap == "wrap" else self.shown
        if lines != self._laid:
            self._laid = lines
            self.update(Content(lines))


class Words(Vertical):
    """The largest thing on the screen."""

    def compose(self) -> ComposeResult:
        """The thought, the line under it, and what may be chosen."""
        yield Line("thought")
        yield Line("hint")
        yield Options()

    def show(self, thought: str, hint: str, choices: tuple[Choice, ...] = ()) -> None:
        """Show one thought, its hint, and what may be chosen."""
        self.query_one("#thought", Line).show(thought)
        self.query_one("#hint", Line).show(hint)
        self.query_one(Options).show(choices)
