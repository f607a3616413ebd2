"""The fonts that every reader of PDF has, and how wide text is in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.card.looks import Look

ENCODING = "cp1252"
"""The letters of these fonts: WinAnsi, in the words of PDF."""

WIDEST = 1.4
"""How wide a letter that they lack may be in another font, as a share of its size."""


def font_of(look: Look) -> str:
    """The font that ``look`` is set in."""
    return "Times-Roman" if look.serif else "Helvetica"


@cache
def width_at_one(letter: str, font: str) -> float:
    """How wide ``letter`` is in type of one point; a cautious guess where ``font`` lacks it."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if missing(letter):
        return WIDEST
    width: float = stringWidth(letter, font, 1)
    return width


def width_of(text: str, look: Look, size: float) -> float:
    """How wide ``text`` is, in points."""
    font = font_of(look)
    return size * sum(width_at_one(letter, font) for letter in text)


def missing(text: str) -> str:
    """The first letter of ``text`` that the fonts lack; nothing where they have all."""
    for letter in text:
        try:
            letter.encode(ENCODING)
        except UnicodeEncodeError:
            return letter
    return ""
