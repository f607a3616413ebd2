"""From what was asked of ``mellomrom present`` to a room that follows a break."""

from __future__ import annotations

from dataclasses import replace

from assistant import i18n, settings, terminal
from assistant.cli.exits import InputWrong
from assistant.cli.finding import find_script, timeline_of
from assistant.cli.running import Wish, run_on_screen
from assistant.cli.speaker import with_speaker
from assistant.cli.terminal_size import need_room
from assistant.i18n import _
from assistant.settings import Sound
from assistant.shelf import whole_shelf
from assistant.timeline.counting_in import counted_in

SUITS_ALL = "tell-ting"
"""Counting things in the room asks least of anybody: nothing of the breath, of the body or of feelings."""

LEAST = (40, 12)
"""Columns and rows that a room needs to read anything."""


def present(wish: Wish) -> None:
    """Show the break that is wished for; raises ``InputWrong``."""
    chosen, _trouble = settings.load()
    shelf = whole_shelf()
    named, chosen = with_speaker(wish.script, wish.speaker, chosen, shelf)
    script = find_script(named or SUITS_ALL, shelf)
    mode = _mode(chosen.sound, wish)
    timeline = counted_in(timeline_of(script, wish.length, chosen, mode, wish.people))
    wish = replace(wish, script=named)
    if wish.plain or terminal.wants_plain_lines():
        from assistant.cli.in_lines import run_in_lines

        run_in_lines(shelf.and_also(script), timeline, chosen, mode, wish)
        return
    line = _("{columns} columns and {rows} rows are too few for a room to read; make the terminal at least {least}")
    need_room(*LEAST, line)
    from assistant.presenting.desk import AlreadyPresenting, Desk
    from assistant.tui.screens.present_screen import PresentScreen

    try:
        desk = Desk.open()
    except AlreadyPresenting as already:
        raise InputWrong(str(already)) from None
    about = script.about.of(i18n.language())
    try:
        run_on_screen(
            shelf.and_also(script), None, chosen, mode, wish, lambda _app: PresentScreen(timeline, about, desk)
        )
    finally:
        desk.close()


def _mode(sound: Sound, wish: Wish) -> Sound:
    """What is heard: bells at least, since a room begins and ends by them."""
    if wish.voice is not None:
        return Sound.VOICE if wish.voice else Sound.BELL
    return Sound.VOICE if sound is Sound.VOICE else Sound.BELL
