"""Run a break in plain lines, or aloud for closed eyes."""

from __future__ import annotations

import datetime as dt
import gc
from typing import TYPE_CHECKING

from msgspec import structs

from assistant import cycle, i18n
from assistant.cli.finding import timeline_of
from assistant.cli.running import sound_of
from assistant.line import say
from assistant.line.keys import keys_of_terminal
from assistant.line.mode import LineBreak
from assistant.line.telling import Written
from assistant.preparing import closing_for, leading, own_voice
from assistant.settings import Settings, Sound
from assistant.shelf import TOO_MUCH, Shelf

if TYPE_CHECKING:
    from assistant.accompaniment import Accompaniment
    from assistant.cli.running import Wish
    from assistant.line.aloud import Aloud
    from assistant.line.keys import Keys
    from assistant.timeline.model import Timeline


def run_in_lines(shelf: Shelf, timeline: Timeline, chosen: Settings, mode: Sound, wish: Wish) -> None:
    """Run a break in plain lines; ``mode`` is what is heard of it at first."""
    gc.enable()
    keys, written = keys_of_terminal(), Written()
    if keys.listens:
        written.line(say.key_line(fitted=wish.fitted, aloud=wish.eyes_free))
    if wish.eyes_free:
        # The breath is followed by ear, and the introduction does what the line to set the volume by is for.
        chosen = structs.replace(chosen, breath_tone=True, voice_heard=True)
    sound = sound_of(chosen, mode, wish)
    aloud = _aloud(sound, chosen, written) if wish.eyes_free and sound is not None else None
    # A break that has begun already does not wait to be introduced.
    if aloud is not None and wish.began is None and not aloud.introduce(timeline, keys):
        aloud.close()
        return

    def heard() -> Sound:
        return sound.mode if sound is not None else Sound.SILENT

    leads, closes = leading(shelf, chosen, heard, wish.people), closing_for(chosen, heard)
    tells = aloud or written
    first = LineBreak(timeline, sound, leads, speed=wish.speed, began=wish.began, tells=tells, keys=keys)
    first.fitted, first.closes, first.early = wish.fitted, closes, wish.early
    if timeline.script == cycle.WHOLE:
        first.picture = cycle.lines(shelf)
    _follow(first, timeline.script, chosen, wish)
    if first.too_much:
        calm = timeline_of(shelf.by_id[TOO_MUCH], None, chosen, mode)
        calmer = LineBreak(calm, sound, leads, speed=wish.speed, tells=tells, keys=keys)
        calmer.closes = closes
        _follow(calmer, calm.script, chosen, wish)
    if first.too_much or timeline.script == TOO_MUCH:
        _help(written, aloud, keys)
    if aloud is not None:
        aloud.close()


def _aloud(sound: Accompaniment, chosen: Settings, seen: Written) -> Aloud:
    from assistant.line.aloud import Aloud

    return Aloud(sound, own_voice(i18n.language(), chosen), seen)


def _help(written: Written, aloud: Aloud | None, keys: Keys) -> None:
    """The help page: to be read in any case, for there are numbers on it."""
    for line in say.help_lines():
        written.line(line)
    if aloud is not None:
        aloud.tell_all(say.help_lines(), keys)


def _follow(line_break: LineBreak, script: str, chosen: Settings, wish: Wish) -> None:
    """Run it, and keep that it ran, however it ends."""
    began = dt.datetime.now().astimezone()
    try:
        line_break.run()
    finally:
        from assistant.record.keeping import kept

        kept(script, began, line_break.ran, chosen, wish.speed)
