"""The style of cards in a browser, on the screen and on paper."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from assistant.card import looks
from assistant.card.paper import FORMATS

if TYPE_CHECKING:
    from assistant.card.looks import Look
    from assistant.card.paper import Paper

SERIF = '"Times New Roman", Times, "Liberation Serif", serif'
SANS = 'Helvetica, Arial, "Liberation Sans", sans-serif'
"""Fonts with the widths that the size was chosen by."""

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

CUT_LINES = Template("""\
.sheet:nth-of-type(odd) { border-right: 0.4pt dashed $cut }
.sheet:nth-of-type(-n + 2) { border-bottom: 0.4pt dashed $cut }""")


def style(paper: Paper, scale: float) -> str:
    """The style sheet for cards on ``paper``, with type ``scale`` times full size."""
    page = FORMATS[paper]
    width, height = page.sheet
    return STYLE.substitute(
        page_width=f"{page.width:g}",
        page_height=f"{page.height:g}",
        width=f"{width:g}",
        # A little less than half a page: what is rounded up must not become a page of its own.
        height=f"{height - 0.2:g}",
        across=page.across,
        margin=f"{looks.MARGIN:g}",
        between=_points(looks.BETWEEN_CARDS * scale),
        rule_length=_points(looks.RULE_LENGTH),
        rule_width=_points(looks.RULE_WIDTH),
        rule_before=_points(looks.RULE_BEFORE * scale),
        rule_after=_points(looks.RULE_AFTER * scale),
        accent=looks.ACCENT,
        title=_text(looks.TITLE, scale),
        line=_text(looks.LINE, scale),
        caution=_text(looks.CAUTION, scale),
        foot=_text(looks.FOOT, scale),
        cut=CUT_LINES.substitute(cut=looks.CUT) if page.across > 1 else "",
    )


def _text(look: Look, scale: float) -> str:
    font = f"{_points(look.size(scale))}pt/{look.leading:g} {SERIF if look.serif else SANS}"
    return f"font: {font}; color: {look.colour}; margin-top: {_points(look.before * scale)}pt"


def _points(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
