"""A sheet as one page for a browser and its printer, with all that it needs inside: it asks no host for anything."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant import i18n, webpage
from assistant.card.model import foot
from assistant.handout.parts import BETWEEN
from assistant.handout.style import of_breaks
from assistant.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.handout.model import Break, Handout
    from assistant.handout.parts import Answering, Answers, Part

SUN = (
    '<svg viewBox="0 0 68 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-linecap="round">'
    '<path d="M21 31.5a13 13 0 0 1 26 0" fill="#f6dfae"/>'
    '<path d="M34 4v6M18.4 10.5l3.9 4.1M49.6 10.5l-3.9 4.1M10.5 24.5l5.6 1.7M57.5 24.5l-5.6 1.7"/></svg>'
)
"""The sun of the room, half over the line that it stands on."""


def page(sheet: Handout, scale: float) -> str:
    """The sheet as one page of paper, ``scale`` times full size."""
    breaks = (_only(sheet.breaks[0]),) if len(sheet.breaks) == 1 else (_title(sheet.title), *map(_one_of, sheet.breaks))
    return whole(sheet.title, of_breaks(scale), (*breaks, *map(_part, sheet.parts)))


def whole(title: str, style: str, inner: Iterable[str]) -> str:
    """A page with the mark of the house above ``inner``, and the line that stands on all our paper below."""
    below = f'<footer><p class="foot">{escape(foot())}</p></footer>'
    body = f"<body>\n<main>\n{house()}\n{_lines(inner)}\n{below}\n</main>\n</body>"
    return webpage.page(i18n.language().value, f"{title} – Mellomrom", style, body, schemes="light")


def house() -> str:
    """The mark of the house."""
    said = _("Short, timed breaks for people who help people, and a closed door to think behind.")
    return f'<header class="house">{SUN}<span>Mellomrom – {escape(said)}</span></header>'


def _title(title: str) -> str:
    return f"<h1>{escape(title)}</h1>"


def _only(one: Break) -> str:
    """The break that a sheet is about: how long each step takes stands beside it, where that is told."""
    name = "ol" if one.timed else "ul"
    steps = _lines(
        f'<li><span class="time">{escape(step.time)}</span> {escape(step.words)}</li>'
        if one.timed
        else f"<li>{escape(step.words)}</li>"
        for step in one.steps
    )
    about = f'<p class="about">{escape(one.about)}</p>\n<p class="takes">{escape(one.takes)}</p>'
    return f'<div class="only">\n{_title(one.title)}\n{about}\n<{name} class="break">\n{steps}\n</{name}>\n</div>'


def _one_of(one: Break) -> str:
    """One of several breaks, beside its title."""
    steps = "".join(f"<li>{escape(step.words)}</li>" for step in one.steps)
    known = _lines(f"<p>{escape(line)}</p>" for line in one.known)
    beside = f"<p>{escape(one.about)} {escape(one.takes)}</p>\n<ul>{steps}</ul>\n{known}"
    return f'<section class="several">\n<h2>{escape(one.title)}</h2>\n<div>\n{beside}\n</div>\n</section>'


def _part(part: Part) -> str:
    keys = "\n".join(f"<li><kbd>{escape(key)}</kbd>{escape(does)}</li>" for key, does in part.keys)
    beside = (
        *(f"<p>{escape(line)}</p>" for line in part.lines),
        *((f'<ul class="keys">\n{keys}\n</ul>',) if keys else ()),
        *((f'<ul class="numbers">\n{_lines(map(_country, part.numbers))}\n</ul>',) if part.numbers else ()),
    )
    note = f'\n<p class="note">{escape(part.note)}</p>' if part.note else ""
    aside = f"<div>\n<h2>{escape(part.heading)}</h2>{note}\n</div>"
    return f"<section>\n{aside}\n<div>\n{_lines(beside)}\n</div>\n</section>"


def _country(one: Answering) -> str:
    country = f"{escape(one.country)}: " if one.country else ""
    return f"<li>{country}{BETWEEN.join(map(_answers, one.answers))}</li>"


def _answers(one: Answers) -> str:
    looked_up = f' <span class="whole">{escape(one.looked_up)}</span>' if one.looked_up else ""
    return f"<b>{escape(one.number)}</b> {escape(one.who)}{looked_up}"


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)
