"""The notes of a leader: what the room reads, what they may say themselves, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from assistant.balance import wrap
from assistant.i18n import _
from assistant.plaintext import shorten
from assistant.presenting.notes import next_in, of_the_leader, of_the_room
from assistant.script.model import MAX_TEXT
from assistant.tui.layout import LOW
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from assistant.presenting.told import Told

HEADINGS = 3

LONGEST = MAX_TEXT
"""Characters of a text, where there is room for all of it."""


class Notes(VerticalScroll):
    """Three thoughts, each under a quiet word that says whose it is. What there is no room for can be scrolled to.

    Where there are few rows, what the leader may say stands whole, and of what the room reads the beginning.
    """

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield Line("heading-now")
        yield Line("now")
        yield Line("now-hint")
        yield Line("heading-leader")
        yield Line("leader")
        yield Line("heading-next")
        yield Line("next")

    def show(self, told: Told) -> None:
        """Show one moment."""
        self.set_class(bool(told.leader), "-led")
        room = self.scrollable_content_region.size
        longest = room.width if _is_tight(told, room) else LONGEST
        self._say("heading-now", of_the_room(told))
        self._say("now", shorten(told.words, longest))
        self._say("now-hint", told.hint)
        self._say("heading-leader", _("For you"))
        self._say("leader", of_the_leader(told))
        self._say("heading-next", next_in(told))
        self._say("next", shorten(told.next_words, longest))

    def say(self, thought: str, below: str) -> None:
        """Say something else, where there is no moment to show."""
        for line in self.query(Line):
            self._say(line.id or "", "")
        self._say("now", thought)
        self._say("now-hint", below)

    def _say(self, name: str, text: str) -> None:
        line = self.query_one(f"#{name}", Line)
        line.display = bool(text)
        if text != line.shown:
            line.show(text)
            # A layout that is under way would keep the rows of what stood there before.
            line.call_after_refresh(line.refresh, layout=True)


def _is_tight(told: Told, room: Size) -> bool:
    """Whether not all of it can be seen, though no row is left empty."""
    texts = (told.words, told.hint, of_the_leader(told), told.next_words)
    rows = HEADINGS + sum(len(wrap(text, room.width)) for text in texts)
    return room.width > 0 and room.height < LOW and bool(told.leader) and rows > room.height
