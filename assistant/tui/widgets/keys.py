"""The line of keys at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

GAP = "   "


class KeyLine(Widget):
    """The keys that do something now, as many as there is room for; the first ones go last."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show ``keys`` in order: what to press, and what it does."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def render(self) -> RenderResult:
        """As many as fit, whole; what a wider line would show as well, help tells."""
        shown = list(self._keys)
        while shown and self._width(shown) > self.size.width:
            # Those at the ends matter most: to go on, to stop, and where to find the rest.
            del shown[min(len(shown) - 1, max(1, len(shown) - 3))]
        parts = [Content.assemble((key, "$keys"), " ", does) for key, does in shown]
        return Content(GAP).join(parts)

    @staticmethod
    def _width(keys: Sequence[tuple[str, str]]) -> int:
        return sum(len(key) + 1 + len(does) for key, does in keys) + len(GAP) * (len(keys) - 1)
