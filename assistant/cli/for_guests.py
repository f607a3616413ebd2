"""What is another for whoever is a guest on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant.script.model import Ask
from assistant.shelf import Shelf

if TYPE_CHECKING:
    from assistant.script.model import Script


def keeping_nothing(shelf: Shelf) -> Shelf:
    """``shelf`` with breaks that offer to keep no answer: nothing of a guest's stays.

    What could not be read is for whoever serves to mend.
    """
    return Shelf(tuple(map(_keeping_nothing, shelf.scripts)))


def _keeping_nothing(script: Script) -> Script:
    steps = tuple(replace(step, keep=False) if isinstance(step, Ask) else step for step in script.steps)
    return replace(script, steps=steps)
