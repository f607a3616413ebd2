"""What is to be exported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.language import Language
    from assistant.script.model import Script
    from assistant.settings import Settings
    from assistant.units import Ms


@dataclass(frozen=True, slots=True)
class Order:
    """One break, as it is wished for."""

    script: Script
    language: Language
    chosen: Settings
    length: Ms | None = None
    """Its usual length, where there is none."""
    people: int | None = None
    voice: bool = True
    licence: str = ""
    """Of its words; nothing where none is claimed."""
    look_around: tuple[str, ...] = ()
    """What a page says first to whom it is too much."""
