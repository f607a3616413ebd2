"""The record on the full screen: a month of dots, and today as a ribbon."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.content import Content

from assistant.i18n import _
from assistant.record.month import DOT
from assistant.record.overview import lines, ran_in
from assistant.record.ribbon import GLYPHS, Kind
from assistant.record.trouble import RecordTrouble
from assistant.tui.screens.page_screen import PageScreen, heading, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Resize
    from textual.widgets import Static

    from assistant.tui.app import Mellomrom

BESIDE = 7
"""Columns that the page keeps free beside its text."""

WIDEST = 80

BREAKS = re.compile(f"([{DOT}{GLYPHS[Kind.PAUSE]}])")
"""What stands for breaks."""


class OverviewScreen(PageScreen):
    """One month; the arrows go to the ones before it and back."""

    app: Mellomrom

    BINDINGS = [
        Binding("q,escape,space,enter,o", "app.leave", show=False, priority=True),
        Binding("ctrl+c", "app.leave", show=False, priority=True),
        Binding("left,h", "turn(-1)", show=False, priority=True),
        Binding("right,l", "turn(1)", show=False, priority=True),
        Binding("s", "app.settings", show=False),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._first = self._this_month
        self._lines: tuple[str, ...] = ()
        """Of the month, as it was last read; nothing before."""
        self._width = 0

    @property
    def _this_month(self) -> dt.date:
        return self.app.now().date().replace(day=1)

    def page(self) -> Iterable[Static]:
        """The month, or how to have one."""
        if not self.app.chosen.record:
            yield line(_("Nothing is recorded. It can be switched on in the settings: s."))
            return
        for name in self._lines[:1]:
            yield heading(name)
        yield from map(line, map(_coloured, self._lines[1:]))

    def keys(self) -> Sequence[tuple[str, str]]:
        """The months, and the way back."""
        return (("q", _("back")), ("← →", _("month")), ("s", _("settings")), ("?", _("help")))

    def on_resize(self, event: Resize) -> None:
        """As wide as there is room for."""
        if self._width != event.size.width:
            self._width = event.size.width
            self._read()

    def on_screen_resume(self) -> None:
        """The record may have been switched on meanwhile."""
        if self._width:
            self._read()

    def action_turn(self, months: int) -> None:
        """So many months on, or back; not into what is to come."""
        count = self._first.year * 12 + self._first.month - 1 + months
        first = dt.date(max(1, count // 12), count % 12 + 1, 1)
        if first <= self._this_month:
            self._first = first
            self._read()

    # The screen does not wait for the record: another process may be writing in it.
    @work(exclusive=True, group="record", exit_on_error=False)
    async def _read(self) -> None:
        if self.app.chosen.record:
            self._lines = await asyncio.to_thread(self._drawn, self._first, min(self._width, WIDEST) - BESIDE)
        await self.recompose()
        self.on_mount()

    def _drawn(self, first: dt.date, width: int) -> tuple[str, ...]:
        try:
            found = ran_in(first)
        except RecordTrouble as trouble:
            return ("", str(trouble))
        return tuple(lines(first, found, self.app.now(), width, self.app.conversations, ascii_only=False))


def _coloured(text: str) -> Content:
    """``text``, with its breaks in the colour of what has been."""
    return Content.assemble(*((part, "$progress") if BREAKS.fullmatch(part) else part for part in BREAKS.split(text)))
