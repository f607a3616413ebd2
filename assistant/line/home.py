"""The home screen in plain lines: what there is, horizon by horizon, and a choice."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.duration import clock_face
from assistant.horizon import horizons, suits
from assistant.i18n import _
from assistant.line.say import help_lines
from assistant.shelf import TOO_MUCH
from assistant.units import ms

if TYPE_CHECKING:
    from assistant.script.model import Script
    from assistant.shelf import Shelf


def choose(shelf: Shelf) -> Script | None:
    """Tell what there is and let one be chosen by its number; nothing where nobody is there to choose."""
    language = i18n.language()
    scripts: list[Script] = []
    for horizon in horizons(shelf):
        print(f"{horizon.name}:")
        for script in horizon.scripts:
            scripts.append(script)
            length = clock_face(ms(script.lengths.usual))
            print(f"{len(scripts)}. {script.title.of(language)} ({length}): {script.about.of(language)}")
    if sys.stdin is None or not sys.stdin.isatty():
        print(_("“mellomrom break ID” starts one; “mellomrom list” shows the ids."))
        return None
    offered, why = suits(shelf, dt.datetime.now().astimezone().time())
    print(_("{why} Enter starts “{title}”.").format(why=why, title=offered.title.of(language)).strip())
    by_answer = {
        "": offered,
        "m": shelf.by_id[TOO_MUCH],
        **{str(number): script for number, script in enumerate(scripts, 1)},
    }
    while True:
        try:
            answer = input(_("A number, or Enter, m (too much), ? (help) or q to leave: ")).strip().lower()
        except EOFError:
            return None
        if answer in {"q", "quit"}:
            return None
        if answer in by_answer:
            return by_answer[answer]
        lines = help_lines() if answer == "?" else [_("There are {count} to choose among.").format(count=len(scripts))]
        print("\n".join(lines))
