"""The line of keys at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

GAP, NARROW_GAP = "   ", "  "


class KeyLine(Widget):
    """The keys that do something now, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()
        self._least_first: tuple[str, ...] = ()

    def show(self, keys: Sequence[tuple[str, str]], least_first: tuple[str, ...] = ()) -> None:
        """Show ``keys`` in order: what to press, and what it does. ``least_first``: which to leave out, and in turn."""
        if (tuple(keys), least_first) != (self._keys, self._least_first):
            self._keys, self._least_first = tuple(keys), least_first
            self.refresh()

    def render(self) -> RenderResult:
        """As many as fit, whole; what a wider line would show as well, help tells."""
        shown, gap = list(self._keys), GAP
        if self._width(shown, gap) > self.size.width:
            gap = NARROW_GAP
        for least in self._least_first:
            if self._width(shown, gap) > self.size.width:
                shown = [(key, does) for key, does in shown if key != least]
        while shown and self._width(shown, gap) > self.size.width:
            # Those at the ends matter most.
            del shown[len(shown) // 2]
        parts = [Content.assemble((key, "$keys"), " ", does) for key, does in shown]
        return Content(gap).join(parts)

    @staticmethod
    def _width(keys: Sequence[tuple[str, str]], gap: str) -> int:
        return sum(len(key) + 1 + len(does) for key, does in keys) + len(gap) * (len(keys) - 1)
