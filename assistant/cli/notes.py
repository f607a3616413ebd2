"""The notes of whoever leads a presentation: ``mellomrom present --notes``."""

from __future__ import annotations

import contextlib
from functools import partial

from assistant import settings, terminal
from assistant.cli.exits import InputWrong
from assistant.cli.running import Wish, run_on_screen
from assistant.cli.terminal_size import need_room
from assistant.i18n import _
from assistant.presenting.watching import Watching
from assistant.settings import Sound
from assistant.shelf import Shelf

LEAST = (30, 8)
"""Columns and rows that the notes need."""

FIRST_WORD = 0.5
"""Seconds that the first line waits at most for what has been told, so that it does not say that nothing has."""


def follow_notes(*, plain: bool) -> None:
    """Follow the presentation on this machine, and the one after it, until somebody leaves. Raises ``InputWrong``."""
    in_lines = plain or terminal.wants_plain_lines()
    if not in_lines:
        line = _("{columns} columns and {rows} rows are too few for the notes; make the terminal at least {least}")
        need_room(*LEAST, line)
    watching = Watching()
    if not watching.knock():
        raise InputWrong(_("no presentation is running; start one with “mellomrom present” in another terminal"))
    if in_lines:
        from assistant.line.notes import follow

        known = watching.seen
        watching.start()
        watching.wait(known, FIRST_WORD)
        with contextlib.suppress(BrokenPipeError):  # whoever read them has had enough
            follow(watching, say=partial(print, flush=True))
        return
    from assistant.tui.screens.notes_screen import NotesScreen

    chosen, _trouble = settings.load()
    # Nothing is run or heard here, so there is nothing to choose from.
    run_on_screen(Shelf(()), None, chosen, Sound.SILENT, Wish(), lambda _app: NotesScreen(watching))
