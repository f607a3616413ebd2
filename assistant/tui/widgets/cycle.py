"""The cycle of caring as a picture: four phases around a ring, and the breaks that belong to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from assistant.cycle import whose_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

    from assistant.cycle import Phase

MARKED, OTHER = "● ", "○ "
"""Which phase is spoken of is seen without colour."""

RING = (
    "╭────────▸────────╮",
    "│                 │",
    "▴                 ▾",
    "│                 │",
    "╰────────◂────────╯",
)
RING_NEEDS = (64, 12)
"""Columns and rows; a smaller place gets a list, or only the phase that is spoken of."""

BESIDE = 5
"""Columns between the ring and what stands beside it."""


class Cycle(Widget, can_focus=False):
    """Draws the cycle in the place of the room."""

    ALLOW_SELECT = False

    def __init__(self, phases: Sequence[Phase]) -> None:
        super().__init__()
        self._phases = tuple(phases)
        self._marked = 0

    def show(self, phase: int) -> None:
        """Mark ``phase``, from 1; 0 marks none."""
        if phase != self._marked:
            self._marked = phase
            self.refresh()

    def render(self) -> RenderResult:
        """As much of it as there is room for."""
        width, height = self.size
        if width >= RING_NEEDS[0] and height >= RING_NEEDS[1]:
            return self._ring(width)
        if height >= len(self._phases):
            return Content("\n").join(self._line_of(number) for number in range(1, len(self._phases) + 1))
        none = Content(" ".join(OTHER.strip() for _ in self._phases))
        return _middle(self._line_of(self._marked) if self._marked else none, width)

    def _ring(self, width: int) -> Content:
        """The first phase above, and on as the hands of a clock go."""
        side = (width - len(RING[0])) // 2 - BESIDE
        left, right = self._beside(4), self._beside(2)
        rows = [
            Content.assemble(
                " " * (side - a.cell_length), a, " " * BESIDE, (ring, "$progress"), " " * BESIDE, b,
            )
            for a, ring, b in zip(left, RING, right, strict=True)
        ]  # fmt: skip
        drawn = [*self._across(1, width), Content(""), *rows, Content(""), *self._across(3, width)]
        whose = [Content(""), _middle(Content(whose_names()).stylize("$quiet"), width)]
        if len(drawn) + len(whose) <= self.size.height:
            drawn += whose
        return Content("\n").join([Content("")] * ((self.size.height - len(drawn)) // 2) + drawn)

    def _across(self, number: int, width: int) -> tuple[Content, Content]:
        """Two rows above or below the ring."""
        name, breaks = self._line_of(number), ", ".join(self._phases[number - 1].breaks)
        return _middle(name, width), _middle(Content(breaks[:width]).stylize("$quiet"), width)

    def _beside(self, number: int) -> list[Content]:
        """Five rows beside the ring."""
        breaks = [Content(f"  {title}").stylize("$quiet") for title in self._phases[number - 1].breaks]
        rows = [self._line_of(number), *breaks][: len(RING)]
        above = (len(RING) - len(rows)) // 2
        return [Content("")] * above + rows + [Content("")] * (len(RING) - len(rows) - above)

    def _line_of(self, number: int) -> Content:
        is_marked = number == self._marked
        style = "bold $foreground" if is_marked else "$quiet" if self._marked else "$foreground"
        return Content.assemble(((MARKED if is_marked else OTHER) + self._phases[number - 1].name, style))


def _middle(content: Content, width: int) -> Content:
    return Content.assemble(" " * ((width - content.cell_length) // 2), content)
