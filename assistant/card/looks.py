"""How the words of a card look on paper: dark on white, and with room around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

ENCODING = "cp1252"
"""The letters of the fonts that every reader of PDF has: WinAnsi, in the words of PDF."""

WIDEST = 1.4
"""How wide a letter that they lack may be in another font, as a share of its size."""

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

    @property
    def font(self) -> str:
        """What a PDF calls its font."""
        return "Times-Roman" if self.serif else "Helvetica"

    def size(self, scale: float) -> float:
        """Its size where all is ``scale`` times full size."""
        return max(SMALLEST, self.points * scale)

    def width_of(self, text: str, size: float) -> float:
        """How wide ``text`` is in it, in points."""
        font, words = self.font, text.split(" ")
        between = (len(words) - 1) * _width_at_one(" ", font)
        return size * (between + sum(_width_at_one(word, font) for word in words))


TITLE = Look(serif=True, points=19, leading=1.15, before=0, colour="#2b2621")
LINE = Look(serif=False, points=11, leading=1.4, before=7, colour="#2b2621")
CAUTION = Look(serif=False, points=8, leading=1.4, before=14, colour="#544b42")
FOOT = Look(serif=False, points=7.5, leading=1.2, before=14, colour="#544b42")

RULE_BEFORE = 8.0
RULE_AFTER = 7.0
"""Space above and below the rule under a title, besides that above the first line."""

BETWEEN_CARDS = 26.0
"""Space between two cards on one sheet."""


def missing(text: str) -> str:
    """The first letter of ``text`` that the fonts lack; nothing where they have all."""
    return next((letter for letter in text if not letter.encode(ENCODING, "ignore")), "")


@lru_cache(maxsize=4096)
def _width_at_one(word: str, font: str) -> float:
    """How wide ``word`` is in type of one point; a cautious guess for letters that ``font`` lacks."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return sum(WIDEST if missing(letter) else stringWidth(letter, font, 1) for letter in word)
