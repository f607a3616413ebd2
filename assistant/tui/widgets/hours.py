"""The conversations of the day by their times, in as few rows as there is room for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from assistant.day.conversation import instant

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from textual.app import RenderResult
    from textual.geometry import Size

    from assistant.day.conversation import Conversation

WIDTH, GAP = 13, 3
"""Columns of one conversation with its mark, and between two."""

MOST = 4
"""In one row."""

UNDER_WAY, NOT_NOW = "› ", "  "
"""What stands before the one under way, so that it is seen without colour."""


class Hours(Widget, can_focus=False):
    """What has been is quiet, what is under way stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self.display = False

    def show(self, conversations: Sequence[Conversation], now: dt.datetime) -> None:
        """Show ``conversations`` as they are at ``now``; drawn again only when that has changed."""
        shown = tuple(_shown(conversation, now) for conversation in conversations)
        if shown != self._shown:
            self._shown = shown
            self.refresh(layout=True)

    def rows(self, width: int) -> int:
        """How many rows they take in so many columns."""
        fitting = max(1, min(MOST, (width + GAP) // (WIDTH + GAP)))
        return math.ceil(len(self._shown) / fitting)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many as they take."""
        return self.rows(width)

    def render(self) -> RenderResult:
        """As many in each row, the columns under each other, in the middle."""
        in_a_row = max(1, math.ceil(len(self._shown) / max(1, self.rows(self.size.width))))
        margin = " " * max(0, (self.size.width - in_a_row * (WIDTH + GAP) + GAP - len(NOT_NOW)) // 2)
        gap = Content(" " * GAP)
        rows = (self._shown[at : at + in_a_row] for at in range(0, len(self._shown), in_a_row))
        return Content("\n").join(Content.assemble(margin, gap.join(map(Content.assemble, row))) for row in rows)


def _shown(conversation: Conversation, now: dt.datetime) -> tuple[str, str]:
    times = f"{conversation.start:%H:%M}–{conversation.end:%H:%M}"
    if instant(conversation.end) <= instant(now):
        return NOT_NOW + times, "$quiet"
    if instant(conversation.start) <= instant(now):
        return UNDER_WAY + times, "bold $foreground"
    return NOT_NOW + times, "$foreground"
