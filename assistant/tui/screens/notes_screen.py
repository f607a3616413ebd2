"""The notes of a leader on the full screen, in another terminal than the presentation that they follow."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import Screen

from assistant.i18n import _
from assistant.presenting.notes import between, left, standing, times
from assistant.tui.layout import LOW, centre
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.notes import Notes
from assistant.tui.widgets.progress import ProgressLine
from assistant.tui.widgets.top import Top
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize

    from assistant.presenting.told import Told
    from assistant.presenting.watching import Watching

WIDEST = 72
"""Columns of the notes and of the line of progress."""

MARGINS = 4


class NotesScreen(Screen[None]):
    """Shows the newest of what ``watching`` sees, and waits where there is nothing to see. Keeps nothing."""

    BINDINGS = [
        Binding("q,Q,escape,ctrl+c", "app.leave", show=False, priority=True),
        Binding("t,T", "app.light", show=False),
    ]

    def __init__(self, watching: Watching) -> None:
        super().__init__()
        self._watching = watching

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield Top()
        yield Line("stands")
        yield Notes()
        yield ProgressLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """From now on what is new is shown when it comes."""
        self.query_one(Notes).focus()
        self._watching.start(self._news)
        self.look()

    def on_unmount(self) -> None:
        """Nobody reads any more."""
        self._watching.close()

    def on_resize(self, event: Resize) -> None:
        """In the middle, and without empty rows where there are few."""
        across = min(WIDEST, event.size.width - MARGINS)
        centre(self.query_one(ProgressLine), event.size.width, across, 1)
        self.set_class(event.size.height < LOW, "-low")
        self.call_after_refresh(self.look)

    def _news(self) -> None:
        """Called in the thread that watches; there may be no screen any more."""
        with contextlib.suppress(RuntimeError):
            self.call_later(self.look)

    def look(self) -> None:
        """Show what is known now."""
        if not self.query(Notes):
            return
        seen, told, notes = self._watching.seen, self._told, self.query_one(Notes)
        self.query_one("#title", Line).show(told.title if told is not None else "Mellomrom")
        stands = standing(told) if told is not None else ""
        line = self.query_one("#stands", Line)
        line.show(" ".join(filter(None, (stands, seen.trouble))))
        line.set_class(not line.shown, "-nothing")
        self.query_one(ProgressLine).show(told.progress if told is not None else 0.0)
        if told is not None:
            notes.show(told)
        else:
            notes.say(*between(seen))
        self._show_around()
        self.call_after_refresh(self._show_around)

    @property
    def _told(self) -> Told | None:
        """The moment that is shown, where there is one."""
        told = self._watching.seen.told
        return None if told is None or told.is_over else told

    def _show_around(self) -> None:
        """Above and below the notes. Where all of them can be seen, nothing needs to be scrolled, or said twice."""
        if not self.query(KeyLine):
            return
        scrolls, told = self.query_one(Notes).max_scroll_y > 0, self._told
        self.query_one(KeyLine).show((("q", _("leave")), *([("↑ ↓", _("read on"))] if scrolls else [])))
        self.query_one("#left", Line).show("" if told is None else times(told) if scrolls else left(told))
