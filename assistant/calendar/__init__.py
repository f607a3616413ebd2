"""The conversations of a calendar file. Of an event only its times are read; all texts end with the parser."""

from assistant.calendar.kept import Calendar
from assistant.calendar.rule import Rule

__all__ = ["Calendar", "Rule"]
