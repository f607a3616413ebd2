"""A break for a whole room: the words in large letters, how far it is, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.duration import clock_face
from assistant.help.page import space
from assistant.i18n import _
from assistant.keys import sound_words
from assistant.letters.pages import best_size, sizes
from assistant.presenting.told import gathering, told
from assistant.sitting import Sitting
from assistant.tui.break_hints import waiting
from assistant.tui.layout import STRIP, centre, room_size
from assistant.tui.look_again import Alarm, until_next_look
from assistant.tui.present_keys import PresentKeys, Stage
from assistant.tui.widgets.bar import Bar
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.large_words import LargeWords
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.room import Room
from assistant.tui.widgets.top import Top
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from assistant.player import Moment
    from assistant.presenting.desk import Desk
    from assistant.timeline.model import Timeline
    from assistant.units import Seconds

TALL = 30
"""From so many rows on there is room for a second line in large letters."""

LOWEST = 8
"""Under so many rows the words have all of them, but for the keys."""

HINT_ROWS = 3
"""Rows of the letters of the second line: smaller than those of the words, and large all the same."""

ROWS_AROUND_THE_ROOM = 15
"""Header, title in large letters, what it is about, keys, and the space between them."""


class PresentScreen(PresentKeys):
    """Shows one break, counted in, and tells the notes of its leader where it is. Nothing of it is kept."""

    def __init__(self, timeline: Timeline, about: str, desk: Desk) -> None:
        """``about`` stands there until it begins."""
        super().__init__()
        self._timeline, self._about, self._desk = timeline, about, desk
        self._stage = Stage.BEFORE
        self._is_blank = False
        self._chosen_size: int | None = None
        self._laid: tuple[Stage, Size, Timeline] | None = None
        self._alarm = Alarm(lambda: self.call_later(self.look))

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield Top()
        yield Room(hour=self.app.hour)
        yield LargeWords("large")
        yield LargeWords("under")
        yield Options()
        yield Bar()
        yield Line("note")
        yield KeyLine()

    def on_mount(self) -> None:
        """The room gathers; the device of the sound is opened meanwhile."""
        self.query_one(Room).moving = self.app.moving
        if self.app.sound is not None:
            self.app.sound.warm()
        self.look()

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._alarm.cancel()

    def on_resize(self) -> None:
        """Show the same, as large as there is room for now."""
        self.call_after_refresh(self.look)

    def on_screen_resume(self) -> None:
        """After help, or another light: what is shown is true again."""
        self.call_after_refresh(self.look)

    # What time does

    def begin(self, timeline: Timeline) -> None:
        """Show ``timeline`` from its beginning, now; and let it be heard."""
        began = self.app.clock()
        self._stage, self._chosen_size = Stage.SHOWN, None
        self._follow(timeline, began)
        self._sitting = Sitting(timeline, began, self.app.leads, self.app.speed, self.app.closes)
        self.look()

    def _follow(self, timeline: Timeline, began: Seconds | None = None) -> None:
        """What is followed now is ``timeline``: as it was chosen, or what a choice in it has led into."""
        self._timeline = timeline
        if self.app.sound is not None:
            self.app.sound.begin(timeline, began)

    def look(self, *, jumped: bool = False) -> None:
        """See where one is, show it and tell it, and look again when something will have changed."""
        if not self.query(Bar):
            return
        if self._sitting is None or self._stage is Stage.OVER:
            self._lay_out()
            self._show_the_room()
            return
        moment = self._sitting.advance(self.app.clock())
        if self._sitting.timeline is not self._timeline:
            self._follow(self._sitting.timeline)
        if self.app.sound is not None:
            self.app.sound.follow(moment, jumped=jumped)
        self._desk.tell(told(moment, self._timeline, blank=self._is_blank))
        if moment.state.is_over:
            self._end()
            return
        self._lay_out()
        if not self._is_blank:
            self._show(moment)
        self._alarm.set(until_next_look(self._sitting.player, moment, moving=False))

    def _end(self) -> None:
        self._stage = Stage.OVER
        self.blank(off=True)
        self.look()
        if self._help_after:
            self.action_help()

    # What is seen

    def _lay_out(self) -> None:
        """The place of everything at this stage: the room as a picture, or words for the room."""
        shown, size = self._stage is Stage.SHOWN, self.app.size
        if self._laid == (self._stage, size, self._timeline):
            return
        self._laid = (self._stage, size, self._timeline)
        self.set_class(size.height < TALL, "-small")
        self.set_class(size.height < LOWEST, "-tiny")
        self.set_class(not shown, "-around")
        width, height = (0, 0) if shown else room_size(size.width, size.height, ROWS_AROUND_THE_ROOM)
        # The picture needs more than a strip to be one.
        height = height if height > STRIP[1] else 0
        centre(self.query_one(Room), size.width, width, height)
        under = shown and any(cue.hint for cue in self._timeline.cues)
        self.query_one("#under").display = under
        self.set_class(not under and size.height >= TALL, "-alone")
        if not shown:
            self.query_one(Options).show(())

    def _show_the_room(self) -> None:
        is_over, large = self._stage is Stage.OVER, self.query_one("#large", LargeWords)
        self.query_one("#title", Line).show("Mellomrom")
        self.query_one("#left", Line).show("" if is_over else clock_face(self._timeline.length))
        words = _("Thank you.") if is_over else self._timeline.title
        large.show(words, best_size((words,), large.wall))
        if not is_over:
            self._desk.tell(gathering(self._timeline, self._about, blank=self._is_blank))
        self.query_one("#note", Line).show("" if is_over else self._about)
        back = [("p", _("back"))] if self._left is not None else []
        keys = [*back, ("q", _("leave"))] if is_over else [(space(), _("begin")), *self._always()]
        self.query_one(KeyLine).show(keys, ("t", "v", "?"))

    def _show(self, moment: Moment) -> None:
        waits = moment.state.waits
        self.query_one("#title", Line).show(self._timeline.title)
        self.query_one("#left", Line).show(clock_face(moment.remaining) if self.app.chosen.time_left else "")
        share = (moment.position - moment.cue.at) / max(1, moment.cue.length)
        large, rows = self.query_one("#large", LargeWords), self.rows
        counts = moment.index < self._timeline.counted_in
        large.show(moment.words, best_size((moment.words,), large.wall) if counts else rows, share)
        self.query_one("#under", LargeWords).show(moment.cue.hint, min(HINT_ROWS, rows))
        self.query_one(Options).show(moment.choices)
        self.query_one(Bar).show(moment.progress)
        self.query_one("#note", Line).show(self._note(moment))
        steps = [("n", _("next")), ("p", _("back")), ("b", _("blank")), ("+ −", _("size"))]
        keys = [(space(), _("go on") if waits else _("pause")), *steps, *self._always()]
        self.query_one(KeyLine).show(keys, ("t", "v", "m", "+ −", "?", "b"))

    def _note(self, moment: Moment) -> str:
        # What is missing concerns whoever leads, and no longer the room once it has been counted in.
        counts = moment.index < self._timeline.counted_in
        trouble = ((self.app.sound and self.app.sound.trouble) or self._desk.trouble) if counts else ""
        return waiting(moment.state) or trouble

    def _always(self) -> list[tuple[str, str]]:
        sound = self.app.sound
        return [
            *([("v", sound_words(sound.mode).lower())] if sound is not None else []),
            ("m", _("too much")),
            ("q", _("stop")),
            ("?", _("help")),
        ]

    @property
    def texts(self) -> tuple[str, ...]:
        """All that the room comes to read."""
        return tuple(dict.fromkeys(cue.words for cue in self._timeline.cues if cue.words))

    @property
    def rows(self) -> int:
        """Rows of a capital letter: as chosen, else the best for all that this break says; 0 are common letters."""
        wall = self.query_one("#large", LargeWords).wall
        if self._chosen_size is None:
            return best_size(self.texts, wall)
        # The wall may have become smaller since.
        return max(size for size in (0, *sizes(self.texts, wall)) if size <= self._chosen_size)
