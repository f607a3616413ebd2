"""Where each line of a sheet stands, at the largest size at which all of it fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.balance import evenly
from assistant.card import looks
from assistant.card.model import foot
from assistant.card.paper import FORMATS, MM, CardRefused
from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.card.looks import Look
    from assistant.card.model import Card
    from assistant.card.paper import Paper

SCALES = tuple(percent / 100 for percent in range(120, 61, -2))
"""From the size at which few words are set to that at which the words of a card are as small as they may be."""

ASCENT = 0.8
"""How far a line reaches above its foot, as a share of its size."""

HAIR = 0.01
"""Points that sums may be off by."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of type."""

    text: str
    look: Look
    size: float
    down: float
    """Points from the upper edge of the sheet to the foot of its letters."""


@dataclass(slots=True)
class SetSheet:
    """One small sheet, with all that stands on it."""

    scale: float
    width: float
    """Points that a line may take."""
    down: float = looks.MARGIN * MM
    """How far it is filled."""
    rows: list[Row] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    """Points from the upper edge to the short rules under the titles."""

    def skip(self, points: float) -> None:
        """Leave so much empty, at full size."""
        self.down += points * self.scale

    def add(self, text: str, look: Look) -> None:
        """Set ``text`` below what stands there."""
        size = look.size(self.scale)
        for line in evenly(text, self.width, lambda part: look.width_of(part, size)):
            self.rows.append(Row(line, look, size, self.down + (look.leading - 1) / 2 * size + ASCENT * size))
            self.down += look.leading * size


def fit(sheets: Sequence[Sequence[Card]], paper: Paper, ease: float = 1) -> list[SetSheet]:
    """All ``sheets`` of a page at one size; raises ``CardRefused`` where one is too full at the smallest.

    ``ease`` is the share of the width that is reckoned with, for those whose letters may be wider than ours.
    """
    width, height = FORMATS[paper].sheet
    bottom = (height - looks.MARGIN) * MM
    for scale in SCALES:
        done = [_set(sheet, scale, (width - 2 * looks.MARGIN) * MM * ease, bottom) for sheet in sheets]
        if all(sheet.down <= bottom + HAIR for sheet in done):
            return done
    if any(len(sheet) > 1 for sheet in sheets):
        raise CardRefused(_("these cards do not fit under each other on A6; name fewer, or choose --paper a4"))
    fullest = max((sheet[0] for sheet in sheets), key=lambda card: sum(map(len, (card.caution, *card.lines))))
    line = _("“{title}” has too many words for a card at a size that can be read; say less in it")
    raise CardRefused(line.format(title=shorten(fullest.title, 60)))


def _set(cards: Sequence[Card], scale: float, width: float, bottom: float) -> SetSheet:
    sheet = SetSheet(scale, width)
    for number, card in enumerate(cards):
        if number:
            sheet.skip(looks.BETWEEN_CARDS)
        sheet.add(card.title, looks.TITLE)
        sheet.skip(looks.RULE_BEFORE)
        sheet.rules.append(sheet.down)
        sheet.skip(looks.RULE_WIDTH + looks.RULE_AFTER)
        for line in card.lines:
            sheet.skip(looks.LINE.before)
            sheet.add(line, looks.LINE)
        if card.caution:
            sheet.skip(looks.CAUTION.before)
            sheet.add(card.caution, looks.CAUTION)
    sheet.skip(looks.FOOT.before)
    # The foot stands at the foot, however little stands above it.
    sheet.down = max(sheet.down, bottom - looks.FOOT.leading * looks.FOOT.size(scale))
    sheet.add(foot(), looks.FOOT)
    return sheet
