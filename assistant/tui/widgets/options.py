"""What may be chosen in a break: a few numbered lines."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import RenderResult
    from textual.events import Click
    from textual.geometry import Size

    from assistant.timeline.model import Choice

NUMBER = 3
"""Columns that a number takes."""


class Options(Widget, can_focus=False):
    """Each option on a line of its own, or more where it is narrow. A click chooses as well as a digit does."""

    class Taken(Message):
        """One was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number
            """Which, from 1."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self.display = False

    def show(self, choices: tuple[Choice, ...]) -> None:
        """Offer ``choices``, or nothing."""
        if choices != self._choices:
            self._choices = choices
            self.display = bool(choices)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as the lines."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Line by line, the numbers under each other in the middle."""
        lines = self._lines(self.size.width)
        widest = NUMBER + max((len(line) for _number, line in lines), default=0)
        margin = " " * max(0, (self.size.width - widest) // 2)
        rows = [Content.assemble(margin, (f"{number or '':<{NUMBER}}", "$keys"), line) for number, line in lines]
        return Content("\n").join(rows)

    def on_click(self, event: Click) -> None:
        """Find out which one it was."""
        for number, _line in reversed(self._lines(self.size.width)[: event.y + 1]):
            if number:
                self.post_message(self.Taken(number))
                return

    def _lines(self, width: int) -> list[tuple[int, str]]:
        """The lines, the first of each option with its number, the others with 0."""
        lines: list[tuple[int, str]] = []
        for number, choice in enumerate(self._choices, 1):
            wrapped = textwrap.wrap(choice.words, max(1, width - NUMBER)) or [""]
            lines += [(0 if at else number, line) for at, line in enumerate(wrapped)]
        return lines
