"""The style of a sheet: on paper one page of A4 or US Letter, on a screen a calm page of any width."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from assistant.card.web import SANS, SERIF
from assistant.handout import looks
from assistant.handout.parts import BETWEEN

if TYPE_CHECKING:
    from assistant.card.looks import Look

EVERY_SHEET = Template("""\
@page { margin: $margins }
* { box-sizing: border-box; margin: 0; padding: 0; font-weight: normal }
html { color-scheme: light; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { overflow-wrap: anywhere; text-rendering: geometricPrecision; $line margin: 0 }
main { display: flex; flex-direction: column; justify-content: space-between; gap: $gap }
p, li, td, th { text-wrap: pretty }
h1, h2, .about { text-wrap: balance }
h1 { $title }
h2 { break-after: avoid; $head }
p { $line }
p.about { $about }
ul { list-style-position: inside }
.house { display: flex; align-items: flex-end; justify-content: space-between; min-height: $house; gap: 1rem; $foot
  border-bottom: $hair solid $ink }
.house svg { flex: none; display: block; width: 3.4rem; height: 1.6rem }
.house span { padding-bottom: 0.3rem; letter-spacing: 0.04em }
.foot { $foot }
@media screen {
  html { font-size: 106.25%; background: $ground }
  main { max-width: 62rem; margin: 2.5rem auto; padding: 3rem 3.4rem; gap: 1.3rem; background: #fff;
    outline: 1px solid #ddd6cc }
}
@media screen and (max-width: 44rem) { main { margin: 0; padding: 1.4rem } }
@media print {
  html { font-size: ${root}pt }
  main { min-height: ${filled}mm }
}
""")

BREAKS = Template("""\
ol, ul { list-style: none }
section p:first-child { margin-top: 0 }
.break { margin-top: $gap }
.break li { position: relative; margin-left: $side; $step }
.break .time { position: absolute; left: -$side; color: $quiet; font-size: 1rem; line-height: inherit }
.break .hanging::before { content: "–"; position: absolute; left: -$hanging }
.several ul { $line }
.several li { display: inline }
.several li + li::before { content: "$between_steps" }
.note { $foot }
.only + section, h1 + .several, .several + section:not(.several) { border-top: $hair solid $ink; padding-top: 0.85rem }
.keys li, .numbers li { $line }
.keys li { display: inline-block; margin-right: $between }
kbd { display: inline-block; width: 1.5rem; margin-right: 0.7rem; text-align: center; font: inherit; line-height: 1.1;
  border: 0.07rem solid $ink; border-radius: 0.25rem }
b { font-weight: bold }
b, .whole { white-space: nowrap }
@media print { $rows }
@media screen and (min-width: 46rem) { $rows }
""")

ROWS = Template("section { display: grid; grid-template-columns: $words 1fr; column-gap: $gap; align-items: baseline }")
"""Headings beside what they stand for."""

CHECKLIST = Template("""\
main { justify-content: flex-start }
.frame { padding: 0.6rem; border: $hair solid $ink; margin-top: 0.1rem }
.dates { display: flex; gap: 2rem; height: $dates; margin: 0; align-items: flex-end }
.dates span { flex: 1; border-bottom: $hair solid $ink }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
th { text-align: left }
td, th { padding: $room $cell; border-bottom: $hair solid $ink; vertical-align: middle; $question }
thead th { padding: 0 $cell 0.2rem; $foot }
tbody td:nth-child(n + 3) { border-left: $hair solid $ink }
tr { break-inside: avoid }
.box { width: $box }
.who { width: $who }
.when { width: $when }
.box span { display: block; width: 1.1rem; height: 1.1rem; border: 0.09rem solid $ink }
.small { $foot }
@media screen and (max-width: 44rem) {
  .box, .who, .when { width: 18% }
  td, th, thead th { padding-left: 0.2rem; padding-right: 0.2rem }
}
""")

HAIR = "0.06rem"


def of_breaks(scale: float) -> str:
    """For a sheet with breaks that is ``scale`` times full size on paper."""
    rows = ROWS.substitute(words=rem(looks.SIDE_WORDS), gap=rem(looks.SIDE - looks.SIDE_WORDS))
    return of_every_sheet(scale) + BREAKS.substitute(
        side=rem(looks.SIDE), hanging=rem(looks.HANGING), between=rem(looks.BETWEEN), between_steps=BETWEEN,
        gap=rem(looks.GAP), rows=rows, hair=HAIR, ink=looks.INK, quiet=looks.QUIET,
        step=text(looks.STEP), line=text(looks.LINE), foot=text(looks.FOOT),
    )  # fmt: skip


def of_a_checklist(scale: float, room: float) -> str:
    """For a checklist that is ``scale`` times full size, with ``room`` points above and below each question."""
    return of_every_sheet(scale) + CHECKLIST.substitute(
        room=rem(room), cell=rem(looks.CELL), dates=rem(looks.DATES), hair=HAIR, ink=looks.INK,
        box=rem(looks.BOX), who=rem(looks.WHO), when=rem(looks.WHEN),
        question=text(looks.QUESTION), foot=text(looks.FOOT),
    )  # fmt: skip


def of_every_sheet(scale: float) -> str:
    """What all sheets have."""
    return EVERY_SHEET.substitute(
        margins=looks.MARGINS, filled=looks.FILLED, root=f"{looks.FULL_SIZE * scale:.4g}", ground=looks.GROUND,
        ink=looks.INK, hair=HAIR, gap=rem(looks.GAP), house=rem(looks.HOUSE), title=text(looks.TITLE),
        head=text(looks.HEAD), line=text(looks.LINE), about=text(looks.ABOUT),
        foot=text(looks.FOOT),
    )  # fmt: skip


def text(look: Look) -> str:
    """CSS for words in ``look``."""
    family = SERIF if look.serif else SANS
    font = f"font: {rem(look.points)}/{look.leading:g} {family}"
    return f"{font}; color: {look.colour}; margin-top: {rem(look.before)};"


def rem(points: float) -> str:
    """So many ``points`` at full size: a rem is the size of the words that are read."""
    return f"{points / looks.FULL_SIZE:.4g}rem"
