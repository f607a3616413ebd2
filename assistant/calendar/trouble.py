"""Why a calendar cannot be read, in one line. Nothing of what stands in the file is in it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.i18n import _, marked
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from pathlib import Path


class Trouble(StrEnum):
    """What is wrong with a calendar file, or with reading it."""

    GONE = "gone"
    FOLDER = "folder"
    NO_FILE = "no-file"
    """A pipe or a device, which could be waited for without end."""
    CLOSED = "closed"
    """The system does not let it be read: no permission, links in a ring, a broken disk."""
    TOO_BIG = "too-big"
    EMPTY = "empty"
    NO_CALENDAR = "no-calendar"
    HALF = "half"
    """Its end is missing: it is being written, or was cut off."""
    TOO_LONG = "too-long"
    LOST = "lost"
    """Whoever was to read it ended without a word that makes sense."""

    def line(self, path: Path) -> str:
        """The one line about the calendar at ``path``."""
        return _(LINES[self]).format(file=shorten(str(path)))


LINES = {
    Trouble.GONE: marked("{file}: this calendar is not there; see that the name is right"),
    Trouble.FOLDER: marked("{file}: this is a folder; name a calendar file (.ics) in it"),
    Trouble.NO_FILE: marked("{file}: this is not a file; name a calendar file (.ics)"),
    Trouble.CLOSED: marked("{file}: the calendar cannot be read; see whether you may open it"),
    Trouble.TOO_BIG: marked("{file}: the calendar is larger than 50 MB; export a shorter time from it"),
    Trouble.EMPTY: marked("{file}: the calendar file is empty; export it again"),
    Trouble.NO_CALENDAR: marked("{file}: this is not a calendar; name a file in the iCalendar format (.ics)"),
    Trouble.HALF: marked("{file}: the end of the calendar is missing; wait until it is written, or export it again"),
    Trouble.TOO_LONG: marked("{file}: the calendar took too long to read; export a shorter time from it"),
    Trouble.LOST: marked("{file}: reading the calendar failed; export it again"),
}
