"""Run a break or the home screen, on the full screen or in plain lines, as the terminal allows."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from assistant import i18n, settings, terminal
from assistant.accompaniment import Accompaniment
from assistant.cli.exits import InputWrong
from assistant.cli.finding import find_script, timeline_of
from assistant.i18n import _
from assistant.settings import Settings, Sound
from assistant.shelf import TOO_MUCH, Shelf, whole_shelf

if TYPE_CHECKING:
    from assistant.timeline.model import Timeline
    from assistant.units import Ms


def run_break(wanted: str | None, length: Ms | None, *, voice: bool | None, plain: bool, speed: float) -> None:
    """Run the break that is ``wanted``, or the first on the shelf; raises ``InputWrong``."""
    chosen, _trouble = settings.load()
    in_lines = plain or terminal.wants_plain_lines()
    shelf = whole_shelf()
    script = find_script(wanted, shelf) if wanted is not None else next(iter(shelf))
    mode = _mode(chosen, voice=voice, in_lines=in_lines, speed=speed)
    timeline = timeline_of(script, length, chosen, mode)
    if in_lines:
        _in_lines(shelf, timeline, chosen, mode, speed)
    else:
        _on_screen(shelf, chosen, mode, timeline, speed)


def open_home(*, plain: bool) -> None:
    """Show what there is, and run what is chosen."""
    chosen, _trouble = settings.load()
    shelf = whole_shelf()
    for problem in shelf.problems:
        print(f"mellomrom: {problem}", file=sys.stderr)
    if not (plain or terminal.wants_plain_lines()):
        _on_screen(shelf, chosen, chosen.sound, None, 1.0)
        return
    from assistant.line.home import choose

    script = choose(list(shelf))
    if script is not None:
        mode = _mode(chosen, voice=None, in_lines=True, speed=1.0)
        _in_lines(shelf, timeline_of(script, None, chosen, mode), chosen, mode, 1.0)


def _mode(chosen: Settings, *, voice: bool | None, in_lines: bool, speed: float) -> Sound:
    """What may be heard at the start. Plain lines may be read by a screen reader, so nobody else speaks unasked."""
    if speed != 1 or voice is False:
        return Sound.SILENT
    if voice:
        return Sound.VOICE
    return Sound.SILENT if in_lines else chosen.sound


def _in_lines(shelf: Shelf, timeline: Timeline, chosen: Settings, mode: Sound, speed: float) -> None:
    from assistant.line import say
    from assistant.line.keys import keys_of_terminal
    from assistant.line.mode import LineBreak

    gc.enable()
    keys = keys_of_terminal()
    if keys.listens:
        print(say.key_line())
    sound = Accompaniment(chosen, i18n.language(), mode) if speed == 1 else None
    first = LineBreak(timeline, sound, speed=speed, keys=keys)
    first.run()
    if first.too_much:
        LineBreak(timeline_of(shelf.by_id[TOO_MUCH], None, chosen, mode), sound, speed=speed, keys=keys).run()
        print("\n".join(say.help_lines()))


def _on_screen(shelf: Shelf, chosen: Settings, mode: Sound, timeline: Timeline | None, speed: float) -> None:
    sound = Accompaniment(chosen, i18n.language(), mode) if speed == 1 else None
    if sound is not None and timeline is not None:
        # The sound gets ready while the screen does.
        sound.begin(timeline)
    from assistant.tui.app import Mellomrom, ScreenFailed

    try:
        Mellomrom(shelf, chosen, sound, start=timeline, speed=speed).run_to_end()
    except ScreenFailed as failed:
        line = _("the screen failed ({what}); “mellomrom break --plain” does the same in plain lines")
        raise InputWrong(line.format(what=failed)) from failed
