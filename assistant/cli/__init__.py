"""The commands. ``main`` is what ``mellomrom`` runs."""

from __future__ import annotations

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run ``mellomrom`` with the arguments of this process, and leave it."""
    # What is read at the start is never garbage; looking for some would only keep somebody waiting.
    gc.disable()
    from assistant.cli import command_line

    command_line.main()
