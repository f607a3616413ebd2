"""How the words of a card look on paper: dark on white, and with room around them."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST = 7.0
"""Points. Smaller type is not read by everybody."""

MARGIN = 12.0
"""Millimetres on all four sides of a small sheet."""

ACCENT = "#a8783f"
"""The colour of the rule under a title."""
CUT = "#b8b2aa"
"""The colour of the lines to cut along."""

RULE_WIDTH = 0.8
RULE_LENGTH = 28.0
"""Points."""


@dataclass(frozen=True, slots=True)
class Look:
    """One kind of text. Sizes are in points, at full size."""

    serif: bool
    points: float
    leading: float
    """From one line to the next, as a share of the size."""
    before: float
    """Space above it."""
    colour: str

    def size(self, scale: float) -> float:
        """Its size where all is ``scale`` times full size."""
        return max(SMALLEST, self.points * scale)


TITLE = Look(serif=True, points=19, leading=1.15, before=0, colour="#2b2621")
LINE = Look(serif=False, points=11, leading=1.4, before=7, colour="#2b2621")
CAUTION = Look(serif=False, points=8, leading=1.4, before=14, colour="#544b42")
FOOT = Look(serif=False, points=7.5, leading=1.2, before=14, colour="#544b42")

RULE_BEFORE = 8.0
RULE_AFTER = 7.0
"""Space above and below the rule under a title, besides that above the first line."""

BETWEEN_CARDS = 26.0
"""Space between two cards on one sheet."""
