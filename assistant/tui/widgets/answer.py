"""A line to write in. What is written is held until the step is over, and kept only by a key of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from assistant.answers import LONGEST
from assistant.plaintext import without_controls

if TYPE_CHECKING:
    from textual.events import Paste


class Answer(Input):
    """Has the focus while somebody writes; enter ends it, and escape lets go of it."""

    BINDINGS = [Binding("escape", "let_go", show=False)]

    class LetGo(Message):
        """Nothing was written after all."""

    def __init__(self, longest: int = LONGEST) -> None:
        """``longest`` are the characters that there is room for."""
        super().__init__(max_length=longest, compact=True, select_on_focus=False)
        self._longest = longest

    def _on_paste(self, event: Paste) -> None:
        """As much of it as there is room for, on one line; Textual's would take the first line, or nothing."""
        room = self._longest - len(self.value)
        self.insert_text_at_cursor(without_controls(event.text)[:room])
        event.prevent_default()
        event.stop()

    def action_let_go(self) -> None:
        """Tell the screen."""
        self.post_message(self.LetGo())
