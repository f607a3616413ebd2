"""Cards as one page for a browser, with all that it needs inside: it asks no host for anything."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.card.layout import fit
from assistant.card.model import foot
from assistant.card.paper import sheets
from assistant.card.style import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.card.model import Card
    from assistant.card.paper import Paper

EASE = 0.86
"""A browser may have to take other fonts than ours; those that it usually falls back on are so much wider."""

PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>Mellomrom</h1>
{sheets}
</main>
</body>
</html>
"""


def page(cards: Sequence[Card], paper: Paper) -> str:
    """One page with ``cards``; raises ``CardRefused`` where they do not fit."""
    shared = sheets(cards, paper)
    scale = fit(shared, paper, EASE)[0].scale
    return PAGE.format(
        language=i18n.language().value,
        title=escape(", ".join(dict.fromkeys(card.title for card in cards))),
        style=style(paper, scale),
        sheets="\n".join(map(_sheet, shared)),
    )


def _sheet(cards: Sequence[Card]) -> str:
    articles = "\n".join(map(_article, cards))
    return f'<section class="sheet">\n{articles}\n<footer><p>{escape(foot())}</p></footer>\n</section>'


def _article(card: Card) -> str:
    caution = f'\n<p class="caution">{escape(card.caution)}</p>' if card.caution else ""
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in card.lines)
    return f"<article>\n<h2>{escape(card.title)}</h2>\n{lines}{caution}\n</article>"
