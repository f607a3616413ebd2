"""A break of questions as a sheet to write on: each with a box to tick, and room for what, who and when."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from assistant.handout import looks, parts
from assistant.handout.fitting import around, largest, lines_of
from assistant.handout.style import of_a_checklist
from assistant.handout.web import whole
from assistant.i18n import _
from assistant.script.model import Ask

if TYPE_CHECKING:
    from assistant.language import Language
    from assistant.script.model import Script

SCALES = tuple(percent / 100 for percent in range(110, round(100 * looks.LEAST_LIST) - 1, -1))

ABOVE_SMALL = 4
"""What stands above the small words: the title with what it is about, the frame, the dates and the table."""

MOST_TO_WRITE = 12.0
"""Points above and below a question, beyond which a sheet looks empty."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """All that stands on it."""

    title: str
    about: str
    frame: str
    """What it is about, and what is not to be written on it."""
    questions: tuple[str, ...]
    decision: str
    """The last question, which gathers those before it; nothing where there is only one."""
    small: tuple[str, ...]
    """What stands below them: how well it is known to help, and that nobody sees who uses it."""


def checklist(script: Script, language: Language) -> Checklist:
    """The sheet of ``script``: what it asks at its usual length."""
    steps = (step for step in script.steps if isinstance(step, Ask) and step.belongs(script.lengths.usual))
    asked = [step.text.of(language) for step in steps]
    decision = asked.pop() if len(asked) > 1 else ""
    careful = (line for part in parts.caution(script) for line in part.lines)
    group = _("This sheet is about the group and the frame, never about how any one person feels or reacts.")
    stays = _("What is written here stays on paper. Mellomrom counts and sends nothing: no leader sees who uses it.")
    known = _("What is known: {note}").format(note=" ".join(parts.known(script).lines))
    return Checklist(
        script.title.of(language),
        script.about.of(language),
        " ".join((group, *careful)),
        tuple(asked),
        decision,
        (known, stays),
    )


def page(sheet: Checklist) -> str:
    """The sheet on one page of paper where it can be read there, else on as many as it takes, no row of it broken."""
    scale, room = _fit(sheet)
    date, next_check = _("Date:"), _("Next check:")
    what, who, when = _("What is to be done"), _("Who"), _("By when")
    row = '<tr><td class="box"><span></span></td><th scope="row">{question}</th><td></td><td></td><td></td></tr>'
    heads = (("box", _("In order")), ("", _("Question")), ("what", what), ("who", who), ("when", when))
    head = "".join(f'<th scope="col"{f" class={name!r}" if name else ""}>{escape(words)}</th>' for name, words in heads)
    rows = "\n".join(row.format(question=escape(question)) for question in sheet.questions)
    inner = (
        f'<div>\n<h1>{escape(sheet.title)}</h1>\n<p class="about">{escape(sheet.about)}</p>\n</div>',
        f'<p class="frame">{escape(sheet.frame)}</p>',
        f'<p class="dates"><span>{escape(date)}</span> <span>{escape(next_check)}</span></p>',
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>",
        *([_decision(sheet.decision, what, who, when)] if sheet.decision else ()),
        *(f'<p class="small">{escape(line)}</p>' for line in sheet.small),
    )
    return whole(sheet.title, of_a_checklist(scale, room), inner)


def _decision(question: str, what: str, who: str, when: str) -> str:
    """A box of its own for the last question, which is answered and not ticked off."""
    lines = (f"<span>{escape(what)}:</span>", f"<span>{escape(who)}:</span> <span>{escape(when)}:</span>")
    room = "\n".join(f'<p class="write">{line}</p>' for line in lines)
    return f'<div class="decision">\n<p>{escape(question)}</p>\n{room}\n</div>'


def _fit(sheet: Checklist) -> tuple[float, float]:
    """The largest scale that is one page, and the points that are left above and below each question, at full size.

    Where it is more than one page: full size, and room to write.
    """
    scale = largest(SCALES, lambda scale: _height(sheet, scale))
    if scale is None:
        return 1.0, looks.TO_WRITE
    left = looks.HEIGHT - _height(sheet, scale)
    return scale, min(MOST_TO_WRITE, looks.LEAST_TO_WRITE + left / scale / 2 / len(sheet.questions))


def _height(sheet: Checklist, scale: float) -> float:
    """Points that the sheet takes at most, with the least room to write."""
    beside = looks.BOX + looks.WHAT + looks.WHO + looks.WHEN + 2 * looks.CELL
    rows = sum(
        lines_of(question, looks.QUESTION, looks.WIDTH - beside * scale, scale) + (2 * looks.LEAST_TO_WRITE + 1) * scale
        for question in sheet.questions
    )
    decision = (
        lines_of(sheet.decision, looks.QUESTION, looks.WIDTH - 2 * looks.FRAME * scale, scale)
        + (2 * looks.DATES + looks.DECISION + looks.GAP) * scale
        if sheet.decision
        else 0
    )
    return (
        (around(ABOVE_SMALL + len(sheet.small)) + looks.DATES + looks.COLUMN_HEADS) * scale
        + lines_of(sheet.title, looks.TITLE, looks.WIDTH, scale)
        + lines_of(sheet.about, looks.ABOUT, looks.WIDTH, scale)
        + lines_of(sheet.frame, looks.LINE, looks.WIDTH - 2 * looks.FRAME * scale, scale)
        + 2 * looks.FRAME * scale
        + rows
        + decision
        + sum(lines_of(line, looks.FOOT, looks.WIDTH, scale) for line in sheet.small)
    )
