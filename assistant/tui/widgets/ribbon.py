"""The day as a ribbon: conversations and pauses, and the hours beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from assistant.record.ribbon import NARROWEST, Kind, hours_of, ribbon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

    from assistant.record.ran import Ran
    from assistant.workday.view import View

STYLES = {Kind.REST: "$track", Kind.TALK: "$quiet", Kind.PAUSE: "$progress"}
"""The characters differ as well, so that no meaning hangs on colour."""


class RibbonLine(Widget, can_focus=False):
    """Two rows. It changes by the minute at most."""

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self._pauses: tuple[Ran, ...] = ()

    def show(self, view: View, pauses: Sequence[Ran]) -> None:
        """Show the day of ``view``, and the breaks that were run in it."""
        before, self._view = self._view, view
        seen, self._pauses = self._pauses, tuple(pauses)
        changed = before is None or (before.conversations, before.now.minute) != (view.conversations, view.now.minute)
        if changed or seen != self._pauses:
            self.refresh()

    def render(self) -> RenderResult:
        """As wide as the widget."""
        view = self._view
        if view is None or self.size.width < NARROWEST:
            return ""
        day, spans = view.now.date(), [(conversation.start, conversation.end) for conversation in view.conversations]
        pauses = [(pause.began, pause.seconds) for pause in self._pauses]
        shown = ribbon(day, hours_of(day, view.now.tzinfo, spans, pauses), spans, pauses, view.now, self.size.width)
        band = Content.assemble(*((segment.text, STYLES[segment.kind]) for segment in shown.band))
        return Content("\n").join([band, Content.assemble((shown.hours, "$quiet"))])
