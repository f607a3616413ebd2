"""Words for a whole room, in letters of several rows where there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from assistant.balance import evenly
from assistant.letters.pages import Wall, drawn

if TYPE_CHECKING:
    from textual.app import RenderResult


class LargeWords(Widget, can_focus=False):
    """In the middle of its place. What is shown already is left alone."""

    ALLOW_SELECT = False

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._shown: tuple[str, ...] = ()
        self.said = ""
        """What is shown now."""

    @property
    def wall(self) -> Wall:
        """Where the words stand."""
        return Wall(self.size.width, self.size.height)

    def show(self, words: str, rows: int, share: float = 0.0) -> None:
        """Show ``words`` in letters of so many rows, or of a common size for 0.

        Where they need several pages it is the one that is there when ``share`` of their time has gone.
        """
        shown = (drawn(words, rows, self.wall, share) if rows else None) or self._common(words)
        self.said = words
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def _common(self, words: str) -> tuple[str, ...]:
        """In letters of one cell, with a free row between lines where there is room."""
        lines = [f"{line:^{self.size.width}}".rstrip() for line in evenly(words, max(1, self.size.width))]
        spaced = [row for line in lines for row in (line, "")][:-1]
        return tuple(spaced if len(spaced) <= self.size.height else lines[: self.size.height])

    def render(self) -> RenderResult:
        """The rows, as high above as below."""
        above = max(0, self.size.height - len(self._shown)) // 2
        return Content("\n".join([""] * above + list(self._shown)))
