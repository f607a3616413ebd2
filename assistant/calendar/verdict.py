"""Whether an event is a conversation, from what is heard of it; what was heard is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.calendar.lines import plain

if TYPE_CHECKING:
    from assistant.calendar.lines import Line
    from assistant.calendar.rule import Rule

HEARD = frozenset(
    {
        "ATTENDEE",
        "CATEGORIES",
        "ORGANIZER",
        "STATUS",
        "SUMMARY",
        "TRANSP",
        "X-MICROSOFT-CDO-ALLDAYEVENT",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    }
)
THINGS = {"RESOURCE", "ROOM"}
"""Attendees of these kinds cannot decline a conversation."""


def unheard(rule: Rule) -> frozenset[str]:
    """What the rule does not ask about; it is not even looked at."""
    return frozenset(name for name, asked in (("SUMMARY", rule.word), ("CATEGORIES", rule.categories)) if not asked)


class Verdict:
    """What is known of one event: answers to questions, no texts."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._categories = {category.casefold().strip() for category in rule.categories}
        self._out = False
        self._tentative = False
        self._has_category = not self._categories
        self._has_word = not rule.word
        self._organiser: int | None = None
        self._declined: dict[int, bool] = {}

    @property
    def holds(self) -> bool:
        """Whether the event is a conversation, its length apart."""
        declined = [said for who, said in self._declined.items() if who != self._organiser]
        nobody_comes = bool(declined) and all(declined)
        tentative = self._tentative and not self._rule.tentative
        return self._has_category and self._has_word and not (self._out or tentative or nobody_comes)

    def hear(self, line: Line) -> None:
        """Take in one property of the event."""
        value = line.value.upper()
        if line.name == "SUMMARY":
            self._has_word |= self._rule.word.casefold() in plain(line.value).casefold()
        elif line.name == "CATEGORIES":
            self._has_category |= any(text.casefold() in self._categories for text in line.texts())
        elif line.name == "ORGANIZER":
            self._organiser = hash(value)
        elif line.name == "ATTENDEE" and line.parameter("CUTYPE").upper() not in THINGS:
            self._declined[hash(value)] = line.parameter("PARTSTAT").upper() == "DECLINED"
        elif line.name != "ATTENDEE":
            # STATUS, TRANSP and what Outlook says of the same; none of their values means another thing elsewhere.
            self._out |= value in {"CANCELLED", "TRANSPARENT", "FREE", "TRUE"}
            self._tentative |= value == "TENTATIVE"
