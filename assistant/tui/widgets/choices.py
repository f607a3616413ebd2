"""What there is to choose, one line each. Lighter than a general list, so that the first screen is there sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult
    from textual.events import Click, MouseScrollDown, MouseScrollUp

MARK, NO_MARK = "› ", "  "
"""What stands before the chosen line, so that it is seen without colour."""


class Choices(Widget, can_focus=True):
    """Lines of which one is chosen. Where they are more than the rows, those around the chosen one are shown."""

    BINDINGS = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("home", "move(-1000)", show=False),
        Binding("end", "move(1000)", show=False),
    ]

    chosen: reactive[int] = reactive(0)
    """Which line, from 0."""

    class Changed(Message):
        """Another line is chosen."""

    class Taken(Message):
        """The chosen line was clicked."""

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        """``lines`` are pairs of a text and what stands quietly at its right end."""
        super().__init__()
        self._lines = tuple(lines)

    def offer(self, lines: Sequence[tuple[str, str]], chosen: int = 0) -> None:
        """Offer other ``lines``, of which one is chosen."""
        self._lines = tuple(lines)
        if chosen == self.chosen:
            self.post_message(self.Changed())
        self.chosen = chosen
        self.refresh()

    def render(self) -> RenderResult:
        """As many lines as there are rows."""
        first = self._first
        rows = range(first, min(len(self._lines), first + max(1, self.size.height)))
        return Content("\n").join(self._line(index) for index in rows)

    def validate_chosen(self, chosen: int) -> int:
        """There is always one."""
        return max(0, min(chosen, len(self._lines) - 1))

    def watch_chosen(self) -> None:
        """Tell the screen."""
        self.post_message(self.Changed())

    def action_move(self, lines: int) -> None:
        """So many lines down, or up where it is less than none."""
        self.chosen += lines

    def on_click(self, event: Click) -> None:
        """A click chooses; a click on what is chosen takes it."""
        clicked = self._first + event.y
        if clicked == self.chosen:
            self.post_message(self.Taken())
        self.chosen = clicked

    def on_mouse_scroll_down(self, _event: MouseScrollDown) -> None:
        """The wheel moves the choice."""
        self.chosen += 1

    def on_mouse_scroll_up(self, _event: MouseScrollUp) -> None:
        """The wheel moves the choice."""
        self.chosen -= 1

    @property
    def _first(self) -> int:
        """The first line that is shown."""
        spare = len(self._lines) - self.size.height
        return max(0, min(spare, self.chosen - self.size.height // 2))

    def _line(self, index: int) -> Content:
        text, end = self._lines[index]
        is_chosen = index == self.chosen
        middle = (MARK if is_chosen else NO_MARK) + text
        room = self.size.width - len(end) - 2
        # A whole title says more than how long it takes.
        padded = middle.ljust(room) + end + "  " if len(middle) < room else middle.ljust(self.size.width)
        style = "bold $foreground on $track" if is_chosen else "$quiet"
        return Content.assemble((padded, style))
