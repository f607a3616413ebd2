"""The home screen in plain lines: what there is, and a choice."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.duration import clock_face
from assistant.i18n import _
from assistant.units import ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.script.model import Script


def choose(scripts: Sequence[Script]) -> Script | None:
    """Tell what there is and let one be chosen by its number; nothing where nobody is there to choose."""
    language = i18n.language()
    for number, script in enumerate(scripts, 1):
        length = clock_face(ms(script.lengths.usual))
        print(f"{number}. {script.title.of(language)} ({length}): {script.about.of(language)}")
    if sys.stdin is None or not sys.stdin.isatty():
        print(_("“mellomrom break ID” starts one; “mellomrom list” shows the ids."))
        return None
    while True:
        try:
            answer = input(_("A number, or Enter for the first, or q to leave: ")).strip()
        except EOFError:
            return None
        if answer.lower() in {"q", "quit"}:
            return None
        if not answer:
            return scripts[0]
        if answer.isdecimal() and 1 <= int(answer) <= len(scripts):
            return scripts[int(answer) - 1]
        print(_("There are {count} to choose among.").format(count=len(scripts)))
