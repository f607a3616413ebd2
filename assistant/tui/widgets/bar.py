"""How much of a break has gone, to be seen from the back row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import RenderResult

BEEN, HALF, REST = "█", "▌", "░"


class Bar(Widget, can_focus=False):
    """As high as its place. What has been is whole, what is to come is dotted: no meaning hangs on colour."""

    def __init__(self) -> None:
        super().__init__()
        self._progress = 0.0

    def show(self, progress: float) -> None:
        """Show a part from 0 to 1; redrawn only when half a column has been filled."""
        before, self._progress = self._halves, progress
        if self._halves != before:
            self.refresh()

    @property
    def _halves(self) -> int:
        return round(self._progress * self.size.width * 2)

    def render(self) -> RenderResult:
        """The same row, as often as there is room."""
        full, half = divmod(self._halves, 2)
        been = BEEN * full + HALF * half
        row = Content.assemble((been, "$progress"), (REST * (self.size.width - len(been)), "$quiet"))
        return Content("\n").join([row] * self.size.height)
