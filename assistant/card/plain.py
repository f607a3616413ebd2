"""Cards as plain text, narrow enough to be copied into a notebook."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from assistant.card.model import foot
from assistant.card.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.card.model import Card

WIDTH = 64
"""Columns."""

HANGING = "  "
"""What a line that goes on begins with."""


def plain_text(cards: Iterable[Card]) -> str:
    """``cards`` under each other, and the foot."""
    parts = ["\n".join(_lines(card)) for card in cards]
    return "\n\n\n".join(parts) + "\n\n" + "\n".join(wrap(foot(), WIDTH, columns)) + "\n"


def columns(text: str) -> int:
    """How many columns ``text`` takes in a terminal: some letters take two, accents on their own none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
        for letter in text
    )


def _lines(card: Card) -> Iterator[str]:
    title = wrap(card.title, WIDTH, columns)
    yield from title
    yield "-" * max(map(columns, title), default=0)
    for line in card.lines:
        first, *others = wrap(line, WIDTH - len(HANGING), columns) or ("",)
        yield first
        yield from (HANGING + other for other in others)
    if card.caution:
        yield ""
        yield from wrap(card.caution, WIDTH, columns)
