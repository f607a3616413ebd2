"""The commands. ``main`` is what ``mellomrom`` runs."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run ``mellomrom`` with the arguments of this process, and leave it."""
    # What is read at the start is never garbage; looking for some would only keep somebody waiting.
    gc.disable()
    try:
        from assistant.cli import command_line

        command_line.main()
    except KeyboardInterrupt:  # before anything had begun
        sys.exit(0)
