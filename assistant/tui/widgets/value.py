"""A line to write a setting in."""

from __future__ import annotations

from assistant.tui.widgets.answer import Answer

LONGEST = 2000
"""Characters: some paths of files."""


class ValueInput(Answer):
    """As one writes an answer, with what was chosen before in it."""

    def __init__(self, value: str, example: str) -> None:
        """``example`` is shown while nothing is written."""
        super().__init__(LONGEST)
        self.placeholder = example
        self.value = value
