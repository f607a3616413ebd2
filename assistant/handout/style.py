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
ul.break li { margin-left: $hanging }
.break .time { position: absolute; left: -$side; color: $quiet; font-size: 1rem; line-height: inherit }
ul.break li::before { content: "–"; position: absolute; left: -$hanging }
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
.dates, .write { display: flex; gap: 2rem; height: $dates; margin: 0; align-items: flex-end }
.dates span, .write span { flex: 1; border-bottom: $hair solid $ink }
.decision { break-inside: avoid; padding: 0.6rem 0.6rem 0.9rem; border: 0.12rem solid $ink; margin-top: 0.1rem }
.decision p:first-child { $question }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
th { text-align: left }
td, th { padding: $room $cell; border-bottom: $hair solid $ink; vertical-align: middle; $question }
thead th { padding: 0 $cell 0.2rem; $foot }
tbody td:nth-child(n + 3) { border-left: $hair solid $ink }
tr { break-inside: avoid }
tr > .box { width: $box; padding-left: 0 }
.what { width: $what }
.who { width: $who }
.when { width: $when }
.box span { display: block; width: 1.1rem; height: 1.1rem; border: 0.09rem solid $ink }
.small { $foot }
@media screen and (max-width: 44rem) {
  tr > .box, .who, .when { width: 15% }
  .what { width: 24% }
  td, th, thead th { padding-left: 0.2rem; padding-right: 0.2rem }
}
""")

HAIR = "0.06rem"


def of_breaks(scale: float) -> str:
    """For a sheet with breaks that is ``scale`` times full size on paper."""
    rows = ROWS.substitute(words=_rem(looks.SIDE_WORDS), gap=_rem(looks.SIDE - looks.SIDE_WORDS))
    return _of_every_sheet(scale) + BREAKS.substitute(
        side=_rem(looks.SIDE), hanging=_rem(looks.HANGING), between=_rem(looks.BETWEEN), between_steps=BETWEEN,
        gap=_rem(looks.GAP), rows=rows, hair=HAIR, ink=looks.INK, quiet=looks.QUIET,
        step=_text(looks.STEP), line=_text(looks.LINE), foot=_text(looks.FOOT),
    )  # fmt: skip


def of_a_checklist(scale: float, room: float) -> str:
    """For a checklist that is ``scale`` times full size, with ``room`` points above and below each question."""
    return _of_every_sheet(scale) + CHECKLIST.substitute(
        room=_rem(room), cell=_rem(looks.CELL), dates=_rem(looks.DATES), hair=HAIR, ink=looks.INK,
        box=_rem(looks.BOX), what=_rem(looks.WHAT), who=_rem(looks.WHO), when=_rem(looks.WHEN),
        question=_text(looks.QUESTION), foot=_text(looks.FOOT),
    )  # fmt: skip


def _of_every_sheet(scale: float) -> str:
    """What all sheets have."""
    return EVERY_SHEET.substitute(
        margins=looks.MARGINS, filled=looks.FILLED, root=f"{looks.FULL_SIZE * scale:.4g}", ground=looks.GROUND,
        ink=looks.INK, hair=HAIR, gap=_rem(looks.GAP), house=_rem(looks.HOUSE), title=_text(looks.TITLE),
        head=_text(looks.HEAD), line=_text(looks.LINE), about=_text(looks.ABOUT),
        foot=_text(looks.FOOT),
    )  # fmt: skip


def _text(look: Look) -> str:
    """CSS for words in ``look``."""
    family = SERIF if look.serif else SANS
    font = f"font: {_rem(look.points)}/{look.leading:g} {family}"
    return f"{font}; color: {look.colour}; margin-top: {_rem(look.before)};"


def _rem(points: float) -> str:
    """So many ``points`` at full size: a rem is the size of the words that are read."""
    return f"{points / looks.FULL_SIZE:.4g}rem"
