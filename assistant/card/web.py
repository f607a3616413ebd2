"""Cards as one page for a browser, with all that it needs inside: it asks no host for anything."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

from assistant import i18n, webpage
from assistant.card import looks
from assistant.card.layout import fit
from assistant.card.model import foot, titles
from assistant.card.paper import FORMATS, sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.card.looks import Look
    from assistant.card.model import Card
    from assistant.card.paper import Paper

EASE = 0.86
"""A browser may have to take other fonts than ours; those that it usually falls back on are so much wider."""

SERIF = '"Times New Roman", Times, "Liberation Serif", "DejaVu Serif Condensed", serif'
SANS = 'Helvetica, Arial, "Liberation Sans", "DejaVu Sans Condensed", sans-serif'
"""Fonts with the widths that the size was chosen by; where there are none of them, some nearly as narrow."""

STYLE = Template("""\
@page { size: ${page_width}mm ${page_height}mm; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0; font-weight: normal }
html { color-scheme: light; background: #fff; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
main { display: grid; grid-template-columns: repeat($across, ${width}mm); width: ${page_width}mm }
.sheet { display: flex; flex-direction: column; min-height: ${height}mm; padding: ${margin}mm;
  overflow-wrap: anywhere; break-inside: avoid }
article + article { margin-top: ${between}pt }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
h2 { display: flow-root; text-wrap: balance; $title }
h2::after { content: ""; display: block; width: ${rule_length}pt; margin: ${rule_before}pt 0 ${rule_after}pt;
  border-top: ${rule_width}pt solid $accent }
p { text-wrap: balance; $line }
p.caution { $caution }
footer { margin-top: auto }
footer p { $foot }
$cut
@media screen {
  main { margin: 8mm auto; outline: 1px solid #ddd6cc }
}
""")

CUT_LINES = f"""\
.sheet:nth-of-type(odd) {{ border-right: 0.4pt dashed {looks.CUT} }}
.sheet:nth-of-type(-n + 2) {{ border-bottom: 0.4pt dashed {looks.CUT} }}"""


def page(cards: Sequence[Card], paper: Paper) -> str:
    """One page with ``cards``; raises ``CardRefused`` where they do not fit."""
    shared = sheets(cards, paper)
    style = _style(paper, fit(shared, paper, EASE)[0].scale)
    all_sheets = "\n".join(map(_sheet, shared))
    body = f"<body>\n<main>\n<h1>Mellomrom</h1>\n{all_sheets}\n</main>\n</body>"
    return webpage.page(i18n.language().value, titles(cards), style, body, schemes="light")


def _sheet(cards: Sequence[Card]) -> str:
    articles = "\n".join(map(_article, cards))
    return f'<section class="sheet">\n{articles}\n<footer><p>{escape(foot())}</p></footer>\n</section>'


def _article(card: Card) -> str:
    caution = f'\n<p class="caution">{escape(card.caution)}</p>' if card.caution else ""
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in card.lines)
    return f"<article>\n<h2>{escape(card.title)}</h2>\n{lines}{caution}\n</article>"


def _style(paper: Paper, scale: float) -> str:
    form = FORMATS[paper]
    width, height = form.sheet
    sizes = {
        "page_width": form.width,
        "page_height": form.height,
        "width": width,
        # A little less than half a page: what is rounded up must not become a page of its own.
        "height": height - 0.2,
        "across": form.across,
        "margin": looks.MARGIN,
        "between": looks.BETWEEN_CARDS * scale,
        "rule_length": looks.RULE_LENGTH,
        "rule_width": looks.RULE_WIDTH,
        "rule_before": looks.RULE_BEFORE * scale,
        "rule_after": looks.RULE_AFTER * scale,
    }
    return STYLE.substitute(
        {name: f"{size:.4g}" for name, size in sizes.items()},
        accent=looks.ACCENT,
        title=_text(looks.TITLE, scale),
        line=_text(looks.LINE, scale),
        caution=_text(looks.CAUTION, scale),
        foot=_text(looks.FOOT, scale),
        cut=CUT_LINES if form.across > 1 else "",
    )


def _text(look: Look, scale: float) -> str:
    font = f"{look.size(scale):.4g}pt/{look.leading:g} {SERIF if look.serif else SANS}"
    return f"font: {font}; color: {look.colour}; margin-top: {look.before * scale:.4g}pt"
