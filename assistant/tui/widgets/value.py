"""A line to write a setting in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.plaintext import without_controls
from assistant.tui.widgets.answer import Answer

if TYPE_CHECKING:
    from textual.events import Paste

LONGEST = 2000
"""Characters: some paths of files."""


class ValueInput(Answer):
    """As one writes an answer, with what was chosen before in it."""

    def __init__(self, value: str, example: str) -> None:
        """``example`` is shown while nothing is written."""
        super().__init__()
        self.max_length = LONGEST
        self.placeholder = example
        self.value = value

    def _on_paste(self, event: Paste) -> None:
        """As much of it as there is room for, on one line."""
        self.insert_text_at_cursor(without_controls(event.text)[: LONGEST - len(self.value)])
        event.prevent_default()
        event.stop()
