"""Cards as plain text, narrow enough to be copied into a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.balance import columns, wrap
from assistant.card.model import foot

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
    return "\n\n\n".join(parts) + "\n\n" + "\n".join(wrap(foot(), WIDTH)) + "\n"


def _lines(card: Card) -> Iterator[str]:
    title = wrap(card.title, WIDTH)
    yield from title
    yield "-" * max(map(columns, title), default=0)
    for line in card.lines:
        first, *others = wrap(line, WIDTH - len(HANGING)) or ("",)
        yield first
        yield from (HANGING + other for other in others)
    if card.caution:
        yield ""
        yield from wrap(card.caution, WIDTH)
