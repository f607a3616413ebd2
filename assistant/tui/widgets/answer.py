"""A line to write in. What is written is held until the step is over, and kept only by a key of its own."""

from __future__ import annotations

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from assistant.answers import LONGEST


class Answer(Input):
    """Has the focus while somebody writes; enter ends it, and escape lets go of it."""

    BINDINGS = [Binding("escape", "let_go", show=False)]

    class LetGo(Message):
        """Nothing was written after all."""

    def action_let_go(self) -> None:
        """Tell the screen."""
        self.post_message(self.LetGo())

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST, compact=True, select_on_focus=False)
