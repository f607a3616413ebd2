"""A script as it is where nothing can be answered any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from assistant.script.model import Choose

if TYPE_CHECKING:
    from assistant.script.model import AnyStep, Script


def settled(script: Script) -> Script:
    """``script`` without the questions how long it is to be: a file has its length already."""
    return replace(script, steps=tuple(step for step in script.steps if not _asks_how_long(step)) or script.steps)


def _asks_how_long(step: AnyStep) -> bool:
    return isinstance(step, Choose) and all(option.length is not None for option in step.options)
