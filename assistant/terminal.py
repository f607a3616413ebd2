"""What this terminal can do."""

from __future__ import annotations

import os
import sys

from assistant.plainout import can_draw

GUEST = "MELLOMROM_GUEST"
"""Set in the environment of an app that is served to somebody else than whose machine it runs on."""


def is_served() -> bool:
    """Whether a browser shows what is drawn, and there is no terminal."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def is_for_a_guest() -> bool:
    """Whether whoever sits before it is not the person whose machine it runs on."""
    return bool(os.environ.get(GUEST))


def wants_plain_lines() -> bool:
    """Whether only plain lines will do: no terminal, a dumb one, one without our characters, or a screen reader."""
    return not is_served() and (
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
