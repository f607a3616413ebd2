"""The conversations of a calendar file. Of an event only its times are read; all texts end with the parser."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assistant.calendar.kept import Calendar, Known
from assistant.calendar.messages import Ask
from assistant.calendar.rule import Rule
from assistant.calendar.times import of_reading
from assistant.calendar.trouble import CalendarUnreadable

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from assistant.day.conversation import Conversation

__all__ = ["Calendar", "CalendarUnreadable", "Known", "Rule", "conversations"]


def conversations(path: Path, day: dt.date, zone: dt.tzinfo, rule: Rule) -> tuple[Conversation, ...]:
    """Those of ``path`` that touch ``day`` in ``zone``, whole, in their order; they may overlap.

    It reads in this process and takes as long as it takes: where somebody waits, use ``Calendar``. Events that cannot
    be read are left out. Raises ``CalendarUnreadable``.
    """
    from assistant.calendar.read import read

    reading = read(Ask(os.fsencode(path), day, rule))
    if reading.trouble is not None:
        raise CalendarUnreadable(reading.trouble, path)
    return of_reading(reading, day, zone, rule)
