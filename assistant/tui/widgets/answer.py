"""A line to write in. What is written is held until the step is over, and kept only by a key of its own."""

from __future__ import annotations

from textual.widgets import Input

from assistant.answers import LONGEST


class Answer(Input):
    """Has the focus while somebody writes; enter or escape ends it."""

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST, compact=True, select_on_focus=False)
