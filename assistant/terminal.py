"""What this terminal can do."""

from __future__ import annotations

import os
import sys

from assistant.plainout import can_draw


def wants_plain_lines() -> bool:
    """Whether only plain lines will do: no terminal, a dumb one, one without our characters, or a screen reader."""
    return (
        not _is_terminal()
        or os.environ.get("TERM", "") in {"dumb", "unknown"}
        or bool(os.environ.get("ACCESSIBLE"))
        or not can_draw()
    )


def _is_terminal() -> bool:
    try:
        # Textual draws on standard error.
        return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()
    except (AttributeError, ValueError):  # one of them is closed
        return False
