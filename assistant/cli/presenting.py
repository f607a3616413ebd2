"""From what was asked of ``mellomrom present`` to a room that follows a break."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import structs

from assistant import i18n, settings, terminal
from assistant.cli.exits import InputWrong, complain
from assistant.cli.finding import find_script, timeline_of
from assistant.cli.running import Wish, run_on_screen
from assistant.cli.speaker import with_speaker
from assistant.cli.terminal_size import need_room
from assistant.i18n import _
from assistant.settings import Sound
from assistant.shelf import whole_shelf
from assistant.timeline.counting_in import counted_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.player import Moment
    from assistant.presenting.desk import Desk
    from assistant.settings import Settings
    from assistant.shelf import Shelf
    from assistant.timeline.model import Timeline

SUITS_ALL = "tell-ting"
"""Counting things in the room asks least of anybody: nothing of the breath, of the body or of feelings."""

LEAST = (40, 12)
"""Columns and rows that a room needs to read anything."""


def present(wish: Wish) -> None:
    """Show the break that is wished for; raises ``InputWrong``."""
    chosen, _trouble = settings.load()
    shelf = whole_shelf()
    named, chosen = with_speaker(wish.script, wish.speaker, chosen, shelf)
    script = find_script(SUITS_ALL if named is None else named, shelf)
    in_lines = wish.plain or terminal.wants_plain_lines()
    mode = _mode(chosen.sound, wish, in_lines=in_lines)
    timeline = counted_in(timeline_of(script, wish.length, chosen, mode, wish.people))
    shelf = shelf.and_also(script)
    if not in_lines:
        line = _("{columns} columns and {rows} rows are too few for a room to read; make the terminal at least {least}")
        need_room(*LEAST, line)
    with _desk() as desk:
        if in_lines:
            _in_lines(shelf, timeline, chosen, mode, wish, desk)
        else:
            from assistant.tui.screens.present_screen import PresentScreen

            about = script.about.of(i18n.language())
            run_on_screen(shelf, None, chosen, mode, wish, lambda _app: PresentScreen(timeline, about, desk))


@contextmanager
def _desk() -> Iterator[Desk]:
    from assistant.presenting.desk import AlreadyPresenting, Desk

    try:
        desk = Desk.open()
    except AlreadyPresenting as already:
        raise InputWrong(str(already)) from None
    try:
        yield desk
    finally:
        desk.close()


def _in_lines(shelf: Shelf, timeline: Timeline, chosen: Settings, mode: Sound, wish: Wish, desk: Desk) -> None:
    from assistant.cli.in_lines import run_in_lines
    from assistant.presenting.told import told

    def tells_notes(moment: Moment, within: Timeline) -> None:
        desk.tell(told(moment, within, blank=False))

    if desk.trouble:
        complain(desk.trouble)
    # What a room does together is nobody's own, and is not noted as anybody's.
    run_in_lines(shelf, timeline, structs.replace(chosen, record=False), mode, wish, tells_notes=tells_notes)


def _mode(sound: Sound, wish: Wish, *, in_lines: bool) -> Sound:
    """What is heard: bells at least, since a room begins and ends by them.

    Plain lines may be read by a screen reader, so nobody else speaks unasked.
    """
    speaks = wish.voice if wish.voice is not None else sound is Sound.VOICE and not in_lines
    return Sound.VOICE if speaks else Sound.BELL
