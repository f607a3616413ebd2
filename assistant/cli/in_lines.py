"""Run a break in plain lines, or aloud for closed eyes."""

from __future__ import annotations

import datetime as dt
import gc
from contextlib import nullcontext
from dataclasses import dataclass
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
    from assistant.line.mode import TellsNotes
    from assistant.timeline.model import Timeline
    from assistant.units import Seconds


def run_in_lines(
    shelf: Shelf,
    timeline: Timeline,
    chosen: Settings,
    mode: Sound,
    wish: Wish,
    *,
    tells_notes: TellsNotes = lambda *_: None,
) -> None:
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
    with aloud or nullcontext():
        # A break that has begun already does not wait to be introduced.
        if aloud is None or wish.began is not None or aloud.introduce(timeline, keys):
            _InLines(shelf, chosen, sound, wish, keys, written, aloud, tells_notes).run(timeline)


def _aloud(sound: Accompaniment, chosen: Settings, seen: Written) -> Aloud:
    from assistant.line.aloud import Aloud

    return Aloud(sound, own_voice(i18n.language(), chosen), seen)


@dataclass(frozen=True, slots=True)
class _InLines:
    """A break as it was wished for, and the looking around that may follow it."""

    shelf: Shelf
    chosen: Settings
    sound: Accompaniment | None
    wish: Wish
    keys: Keys
    written: Written
    aloud: Aloud | None
    tells_notes: TellsNotes

    def run(self, timeline: Timeline) -> None:
        """To its end; after what was too much, the help page."""
        first = self._line_break(timeline, self.wish.began)
        first.fitted, first.early = self.wish.fitted, self.wish.early
        if timeline.script == cycle.WHOLE:
            first.picture = cycle.lines(self.shelf)
        self._follow(first, timeline.script)
        if first.too_much:
            calm = timeline_of(self.shelf.by_id[TOO_MUCH], None, self.chosen, self._heard())
            self._follow(self._line_break(calm), calm.script)
        if first.too_much or timeline.script == TOO_MUCH:
            self._help()

    def _line_break(self, timeline: Timeline, began: Seconds | None = None) -> LineBreak:
        leads = leading(self.shelf, self.chosen, self._heard, self.wish.people)
        tells = self.aloud or self.written
        run = LineBreak(timeline, self.sound, leads, speed=self.wish.speed, began=began, tells=tells, keys=self.keys)
        run.closes = closing_for(self.chosen, self._heard)
        run.tells_notes = self.tells_notes
        return run

    def _heard(self) -> Sound:
        return self.sound.mode if self.sound is not None else Sound.SILENT

    def _follow(self, line_break: LineBreak, script: str) -> None:
        """Run it, and keep that it ran, however it ends."""
        began = dt.datetime.now().astimezone()
        try:
            line_break.run()
        finally:
            from assistant.record.keeping import kept

            kept(script, began, line_break.ran, self.chosen, self.wish.speed)

    def _help(self) -> None:
        """The help page: to be read in any case, for there are numbers on it."""
        for line in say.help_lines():
            self.written.line(line)
        if self.aloud is not None:
            self.aloud.tell_all(say.help_lines(), self.keys)
