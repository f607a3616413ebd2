"""One event of a calendar file, as far as it is kept: its times, and whether it is a conversation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.calendar.lines import Line

TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
CONVERSATION = "PRIORITY:1"
"""How an event that is a conversation is marked on its way through the library; nobody else's priority gets here."""


@dataclass(slots=True)
class Block:
    """One VEVENT: the event itself, or the exception for one of its recurrences."""

    times: list[Line] = field(default_factory=list)
    series: int = 0
    """The same for all that belongs together; not the name that the file gives it, which can say a lot."""
    sequence: int = 0
    holds: bool = False
    """Whether it is a conversation, its length apart."""

    def first(self, name: str) -> Line | None:
        """Its first line of that name."""
        return next((line for line in self.times if line.name == name), None)

    def all(self, name: str) -> list[Line]:
        """All its lines of that name."""
        return [line for line in self.times if line.name == name]

    @property
    def is_exception(self) -> bool:
        """Whether it stands for one recurrence of another event, or for one and all later ones."""
        return self.first("RECURRENCE-ID") is not None

    @property
    def recurs(self) -> bool:
        """Whether there is more than one of it."""
        return bool(self.all("RRULE") or self.all("RDATE"))

    def zones(self) -> set[str]:
        """The names of the zones that it speaks of."""
        return {zone for line in self.times if (zone := line.parameter("TZID"))}

    def text(self, *, alone: bool) -> str:
        """It again as a VEVENT, without anything that is no time; shorter where it is ``alone`` in its series."""
        head = ["BEGIN:VEVENT"] if alone else ["BEGIN:VEVENT", "UID:1", f"SEQUENCE:{self.sequence}"]
        head += [CONVERSATION] if self.holds else []
        return "\r\n".join([*head, *(line.only("TZID", "VALUE", "RANGE") for line in self.times), "END:VEVENT", ""])
