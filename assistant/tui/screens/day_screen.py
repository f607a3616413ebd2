"""The day on the full screen, made to stand in a corner: where one is, what comes next, and one offer."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.screen import Screen

from assistant.dates import whole_date
from assistant.day.gaps import Where
from assistant.picture.hour import hour_of
from assistant.record.store import ran
from assistant.record.trouble import RecordTrouble
from assistant.timeline.breath import STILL
from assistant.tui.layout import LOW, STRIP, centre, room_size
from assistant.tui.look_again import Alarm
from assistant.tui.screens.home_screen import HomeScreen
from assistant.tui.widgets.hours import Hours
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.ribbon import RibbonLine
from assistant.tui.widgets.room import Room
from assistant.tui.widgets.top import Top
from assistant.tui.widgets.words import WIDEST, Line, Words
from assistant.workday.keys import Act, act, footer, least_first
from assistant.workday.sign import Sign
from assistant.workday.words import words_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize, ScreenResume
    from textual.geometry import Size

    from assistant.day.offer import Offer
    from assistant.tui.app import Mellomrom
    from assistant.workday.view import View
    from assistant.workday.workday import Workday

ROWS_BESIDE_THE_PICTURE = 13
"""The line on top, words, ribbon, conversations, note, keys, and the space between them."""

EVERY = 1.0
"""Seconds until one looks again: a sign comes within a second of the end of a conversation."""


class DayScreen(Screen[None]):
    """Shows one view of the day after another, and hands keys to it."""

    app: Mellomrom

    BINDINGS = [
        *(Binding(key, f"press({key!r})", show=False) for key in ("l", "x", "c", "e")),
        Binding("space,enter", "press('space')", show=False, priority=True),
        Binding("b", "app.home", show=False),
        Binding("s", "app.settings", show=False),
        Binding("o", "app.overview", show=False),
        Binding("t", "app.light", show=False),
        Binding("m", "app.too_much", show=False),
        Binding("q,escape,ctrl+c", "app.leave", show=False, priority=True),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, workday: Workday) -> None:
        super().__init__()
        self._workday = workday
        self._sign = Sign(self.app.chosen, self.app.sound)
        self._alarm = Alarm(lambda: self.call_later(self.look))
        self._view: View | None = None
        self._told = ""
        """Why what was asked for cannot be."""
        self._fitted: tuple[Size, int] | None = None

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield Top()
        yield Room(hour=self.app.hour)
        yield Words()
        yield RibbonLine()
        yield Hours()
        yield Line("note")
        yield KeyLine()

    def on_mount(self) -> None:
        """The day is there at once; calendars come when they have been read."""
        self.query_one(Room).moving = False
        self.app.early = self._they_are_here
        if self.app.chosen.record:
            self._read_record()
        self.look()

    def on_unmount(self) -> None:
        """Nothing looks, or is read, any more."""
        self._alarm.cancel()
        self._sign.close()
        self._workday.close()

    def on_resize(self, event: Resize) -> None:
        """Give the picture what the words leave."""
        self._fit(event.size)

    def on_screen_resume(self, event: ScreenResume) -> None:  # noqa: ARG002 - Textual's signature
        """After a break, help or a sleep: what is shown is true again, and what was chosen meanwhile counts."""
        self._workday.choose(self.app.chosen)
        self._sign.choose(self.app.chosen)
        self.look()

    def look(self) -> None:
        """See what the day is like now, show it, and look again in a second. Never while a break is under way."""
        self._alarm.set(EVERY)
        if not self.query(Words) or self.app.in_a_break:
            return
        view = self._workday.look(self.app.now())
        self._view = view
        self._show(view)
        if view.sign:
            self._told = ""
            self._sign.give()
            if isinstance(self.app.screen, HomeScreen):  # nothing is under way there
                self.app.pop_screen()

    @work(group="record", exit_on_error=False)
    async def _read_record(self) -> None:
        """The breaks of today before this began."""
        today = self.app.now().date()
        with contextlib.suppress(RecordTrouble):
            before = await asyncio.to_thread(ran, today, today)
            self.app.ran = [*before, *(one for one in self.app.ran if one not in before)]

    def _show(self, view: View) -> None:
        self.app.conversations = tuple((conversation.start, conversation.end) for conversation in view.conversations)
        words = words_of(view, self.app.shelf)
        self.query_one("#title", Line).show(whole_date(view.now.date()))
        self.query_one("#left", Line).show(f"{view.now:%H:%M}")
        self.query_one(Words).show(words.thought, words.hint)
        self.query_one(RibbonLine).show(view, self.app.ran)
        self.query_one(Hours).show(view.conversations, view.now)
        self.query_one("#note", Line).show(self._told or view.trouble or self._sign.trouble or "")
        self.query_one(KeyLine).show(footer(view), least_first())
        room = self.query_one(Room)
        room.hour = hour_of(view.now.time())
        room.show(STILL, door_open=view.standing.where is not Where.TALKING)
        self._fit(self.app.size)

    def _fit(self, size: Size) -> None:
        if not self.query(Words):
            return
        hours = self.query_one(Hours)
        across = min(size.width - 4, WIDEST)
        rows = hours.rows(across)
        if (size, rows) == self._fitted:
            return
        self._fitted = (size, rows)
        low = size.height < LOW
        width, height = room_size(size.width, size.height, ROWS_BESIDE_THE_PICTURE + rows)
        centre(self.query_one(Room), size.width, width, height if height > STRIP[1] else 0, below=not low)
        centre(self.query_one(RibbonLine), size.width, max(width, across), 2, above=True)
        centre(hours, size.width, across, 0 if low else rows, above=True)
        self.set_class(low, "-low")

    def action_press(self, key: str) -> None:
        """Do what the key does just now."""
        what = act(key, self._view) if self._view is not None else None
        if what is not None:
            self._take(self._workday.do(what, self.app.now()))
            self.look()

    def _they_are_here(self) -> None:
        """Somebody came early, in the middle of a break."""
        self._workday.do(Act.EARLY, self.app.now())

    def _take(self, offer: Offer | None) -> None:
        """Run what is to be run; a sentence has been read."""
        if offer is not None and offer.script is not None:
            self._told = self.app.start(self.app.shelf.by_id[offer.script], offer.fit.length) or ""
