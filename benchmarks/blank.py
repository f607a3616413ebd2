"""The smallest app that Textual can run: what there is to be compared with."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Blank(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line that is waited for."""
        yield Static("blank and ready")


if __name__ == "__main__":
    Blank().run()
