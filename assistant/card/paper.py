"""Sheets of paper, and how cards are shared out on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.card.model import Card

MM = 72 / 25.4
"""Points in a millimetre."""


class CardRefused(Exception):  # noqa: N818 - it says what happened
    """A card that cannot be made. Its text is one plain line in the user's language."""


class Paper(StrEnum):
    """What is printed on."""

    A6 = "a6"
    """One sheet of it holds one card, or some short ones under each other."""
    A4 = "a4"
    """Cut twice it becomes four sheets of A6, with a card each."""


@dataclass(frozen=True, slots=True)
class Format:
    """Sizes in millimetres."""

    width: float
    height: float
    across: int
    down: int

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of what is left when it has been cut."""
        return self.width / self.across, self.height / self.down


FORMATS = {Paper.A6: Format(105, 148, 1, 1), Paper.A4: Format(210, 297, 2, 2)}
"""ISO 216. A sheet cut from A4 is half a millimetre higher than A6."""


def paper_for(cards: Sequence[Card]) -> Paper:
    """What is printed on when nothing is said about it."""
    return Paper.A6 if len(cards) == 1 else Paper.A4


def sheets(cards: Sequence[Card], paper: Paper) -> tuple[tuple[Card, ...], ...]:
    """The cards on each small sheet of one page; raises ``CardRefused`` where there are too many."""
    if paper is Paper.A6:
        return (tuple(cards),)
    if len(cards) > FORMATS[paper].across * FORMATS[paper].down:
        raise CardRefused(_("one page of A4 holds four cards; name no more than that"))
    return tuple((card,) for card in cards)
