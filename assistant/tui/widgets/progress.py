"""A thin line that fills as the break goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import RenderResult


class ProgressLine(Widget):
    """One row. What has been is drawn thick and what is to come thin, so that no meaning hangs on colour."""

    FULL, HALF, REST = "━", "╾", "─"

    def __init__(self) -> None:
        super().__init__()
        self._progress = 0.0

    def show(self, progress: float) -> None:
        """Show a part from 0 to 1; redrawn only when a half cell has been filled."""
        before, self._progress = self._halves, progress
        if self._halves != before:
            self.refresh()

    def render(self) -> RenderResult:
        """The line, as wide as the widget; where that is higher, again and again."""
        full, half = divmod(self._halves, 2)
        been = self.FULL * full + self.HALF * half
        row = Content.assemble((been, "$progress"), self.REST * (self.size.width - len(been)))
        return Content("\n").join([row] * self.size.height)

    @property
    def _halves(self) -> int:
        return round(self._progress * self.size.width * 2)
