"""How much of a break has gone, to be seen from the back row."""

from __future__ import annotations

from assistant.tui.widgets.progress import ProgressLine


class Bar(ProgressLine):
    """Whole is what has been, dotted what is to come."""

    FULL, HALF, REST = "█", "▌", "░"
