"""The cycle of caring: its four phases, and which breaks belong to each. It takes no score; nobody is in a wrong place.

The phases are those of Skovholt and Trotter-Mathison (The Resilient Practitioner, 3rd ed. 2016). No Norwegian names
for them were found in print: these are our own translation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import _, language
from assistant.language import Language
from assistant.script.model import Text

if TYPE_CHECKING:
    from assistant.shelf import Shelf

NAMES = (
    Text(nb="empatisk tilknytning", en="empathic attachment"),
    Text(nb="aktiv involvering", en="active involvement"),
    Text(nb="kjent atskillelse", en="felt separation"),
    Text(nb="fornying", en="re-creation"),
)
ITEMS = ("D1", "D2", "D3", "D4")
"""The item of the deck that each phase is."""

WHOLE = "syklusen"
"""The break that goes through all of them belongs to none."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of the cycle."""

    name: str
    breaks: tuple[str, ...]
    """The titles of the breaks that belong to it."""


def phases(shelf: Shelf) -> tuple[Phase, ...]:
    """The four, in their order and in the language in use."""
    speaking = language()
    return tuple(
        Phase(
            name.of(speaking),
            tuple(script.title.of(speaking) for script in shelf if item in script.carries and script.id != WHOLE),
        )
        for name, item in zip(NAMES, ITEMS, strict=True)
    )


def whose_names() -> str:
    """A word on the names, where one is due."""
    return _("the names of the phases are our own translation") if language() is Language.NB else ""


def lines(shelf: Shelf) -> tuple[str, ...]:
    """The cycle in plain lines."""
    listed = (f"{phase.name}: {', '.join(phase.breaks)}" for phase in phases(shelf))
    return tuple(filter(None, [*(f"{number}. {line}" for number, line in enumerate(listed, 1)), whose_names()]))
