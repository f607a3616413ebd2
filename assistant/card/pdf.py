"""Cards as a PDF. The same cards give the same bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from assistant import i18n
from assistant.card.layout import fit
from assistant.card.looks import ACCENT, CUT, MARGIN, RULE_LENGTH, RULE_WIDTH, missing
from assistant.card.model import titles
from assistant.card.paper import FORMATS, MM, CardRefused, sheets
from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.card.layout import SetSheet
    from assistant.card.model import Card
    from assistant.card.paper import Paper


def pdf(cards: Sequence[Card], paper: Paper) -> bytes:
    """One page with ``cards``; raises ``CardRefused`` where they do not fit, or have a letter that its fonts lack."""
    from reportlab.pdfgen.canvas import Canvas

    for card in cards:
        letter = missing("".join((card.title, *card.lines, card.caution)))
        if letter:
            line = _("the PDF has no “{letter}”, which “{title}” needs; choose a name that ends in .html")
            raise CardRefused(line.format(letter=letter, title=shorten(card.title, 60)))
    done = fit(sheets(cards, paper), paper)
    page = FORMATS[paper]
    file = io.BytesIO()
    canvas = Canvas(
        file, (page.width * MM, page.height * MM), pageCompression=0, invariant=1, lang=i18n.language().value
    )
    canvas.setTitle(titles(cards))
    for name in (canvas.setAuthor, canvas.setCreator, canvas.setProducer):
        name("Mellomrom")
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    width, height = (side * MM for side in page.sheet)
    for number, sheet in enumerate(done):
        down, across = divmod(number, page.across)
        _draw(canvas, sheet, across * width, (page.down - down) * height)
    if page.across > 1:
        _cut_lines(canvas, width, height, len(done))
    canvas.save()
    return file.getvalue()


def _draw(canvas: Any, sheet: SetSheet, left: float, top: float) -> None:
    """Draw ``sheet`` with its upper left corner there; the canvas counts upwards."""
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(RULE_WIDTH)
    left += MARGIN * MM
    for down in sheet.rules:
        canvas.line(left, top - down, left + RULE_LENGTH, top - down)
    for row in sheet.rows:
        canvas.setFont(row.look.font, row.size)
        canvas.setFillColor(row.look.colour)
        canvas.drawString(left, top - row.down, row.text)


def _cut_lines(canvas: Any, width: float, height: float, cards: int) -> None:
    """Thin lines around the ``cards`` sheets that have something on them."""
    canvas.setStrokeColor(CUT)
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 4)
    canvas.line(0, height, 2 * width if cards > 1 else width, height)
    canvas.line(width, 2 * height, width, 0 if cards > 2 else height)
