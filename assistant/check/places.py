"""Places in braces that something is filled in for, such as the length of a silence: what stays would be read aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.check.timing import place_of
from assistant.i18n import _
from assistant.language import Language
from assistant.plaintext import quoted
from assistant.script.model import Choose, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.script.model import Script, Text

PLACE = re.compile(r"\{[^{}]*\}|[{}]")

QUIET, TURN = "{quiet}", "{turn}"


def unfilled(script: Script) -> Iterator[tuple[str, str]]:
    """Where something stands in braces that is not filled in there, and braces that stand alone."""
    for where, text, filled in _texts(script):
        for language in Language:
            for place in PLACE.findall(text.of(language)):
                if len(place) == 1:
                    what = _("{language}: a “{brace}” alone; take it away, or write {{quiet}} or {{turn}} whole")
                    yield where, what.format(language=language, brace=place)
                elif place not in filled:
                    what = _("{language}: nothing is filled in for “{place}” here; write the words themselves")
                    yield where, what.format(language=language, place=quoted(place))


def _texts(script: Script) -> Iterator[tuple[str, Text, tuple[str, ...]]]:
    """All texts of ``script``, each with where it stands and the places that are filled in, or told of elsewhere."""
    yield "title", script.title, ()
    yield "about", script.about, ()
    yield "evidence.note", script.evidence.note, ()
    if script.caution is not None:
        yield "caution", script.caution, ()
    for number, line in enumerate(script.card):
        yield f"card[{number}]", line, ()
    for number, step in enumerate(script.steps):
        where = place_of(number)
        if step.text is not None:
            yield where, step.text, (QUIET, TURN) if isinstance(step, Turn) else (QUIET,)
        if step.leader is not None:
            yield f"{where}.leader", step.leader, (QUIET, TURN)
        for nudge in getattr(step, "nudges", ()):
            yield where, nudge, (QUIET,)
        for option in step.options if isinstance(step, Choose) else ():
            yield where, option, ()
            if option.reply is not None:
                yield where, option.reply, ()
