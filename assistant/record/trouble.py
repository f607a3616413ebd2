"""What can be wrong with the record, in one line."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.i18n import _, marked
from assistant.outfile import NO_ROOM
from assistant.plaintext import shorten

if TYPE_CHECKING:
    import os
    from pathlib import Path


class Trouble(StrEnum):
    """Why nothing was written or read."""

    BUSY = "busy"
    FULL = "full"
    DISK = "disk"
    """The disk refuses in a way that does not say why: a quota, a limit, a fault."""
    CLOSED = "closed"
    """It may not be written, or not be read."""
    NEWER = "newer"
    STUCK = "stuck"
    """It is damaged, and could not be set aside."""
    NO_SQLITE = "no-sqlite"


LINES = {
    Trouble.BUSY: marked("another program is using the record; try again in a moment"),
    Trouble.FULL: marked("there is no room for it on the disk"),
    Trouble.DISK: marked("the disk does not take it; see whether there is room on it"),
    Trouble.CLOSED: marked("the record cannot be opened; see whether you may read and write in that folder"),
    Trouble.NEWER: marked("a newer Mellomrom wrote the record; it is left as it is"),
    Trouble.STUCK: marked("the record is damaged and cannot be set aside; see whether you may write in that folder"),
    Trouble.NO_SQLITE: marked("this Python has no SQLite, which the record needs; install one that has it"),
}


class Damaged(Exception):  # noqa: N818 - it says what is found
    """What is found in the place of the record is none, whole or in part."""

    def __init__(self, found: os.stat_result) -> None:
        super().__init__()
        self.found = found
        """Which file it is, whatever stands in its place by now."""


class RecordTrouble(Exception):  # noqa: N818 - it says what happened
    """The record could not be used. Its text is one plain line in the user's language."""

    def __init__(self, trouble: Trouble, path: Path) -> None:
        super().__init__(f"{shorten(str(path))}: {_(LINES[trouble])}")


class WasDamaged(RecordTrouble):
    """The record was damaged. It has been set aside, and a new one can be begun."""

    def __init__(self, path: Path, aside: Path) -> None:
        line = _("{file}: the record was damaged; it is set aside as {name}, and a new one is begun")
        Exception.__init__(self, line.format(file=shorten(str(path)), name=aside.name))


def of_system(error: OSError) -> Trouble:
    """What an error of the operating system means."""
    return Trouble.FULL if error.errno in NO_ROOM else Trouble.CLOSED
