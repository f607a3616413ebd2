"""One calendar file, read for one day, in this process."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.calendar.expand import Expansion
from assistant.calendar.messages import Ask, Reading
from assistant.calendar.near import Days
from assistant.calendar.sieve import Sieve
from assistant.calendar.trouble import Trouble

if TYPE_CHECKING:
    from typing import BinaryIO

LARGEST = 50_000_000
"""Bytes of a file."""


def read(ask: Ask, seconds: float | None = None) -> Reading:
    """What the file says about the day, or what is wrong with it. ``seconds`` may be spent on one event."""
    sieve = Sieve(ask.rule, Days(ask.day))
    path = Path(os.fsdecode(ask.path))
    try:
        trouble = _trouble(path.stat())
        if trouble is None:
            with path.open("rb") as file:
                trouble = _let_through(file, sieve)
    except (FileNotFoundError, NotADirectoryError):
        trouble = Trouble.GONE
    except (OSError, ValueError):  # ValueError: a name that no file can have
        trouble = Trouble.CLOSED
    if trouble is not None:
        return Reading(trouble=trouble)
    found = Expansion(ask.day, seconds)
    found.expand(sieve)
    return Reading(
        tuple(sorted(found.exact)),
        tuple(sorted(found.floating)),
        sieve.left_out + found.left_out,
        found.zone_unknown,
    )


def _trouble(status: os.stat_result) -> Trouble | None:
    if stat.S_ISDIR(status.st_mode):
        return Trouble.FOLDER
    if not stat.S_ISREG(status.st_mode):
        return Trouble.NO_FILE
    if status.st_size > LARGEST:
        return Trouble.TOO_BIG
    return None if status.st_size else Trouble.EMPTY


def _let_through(file: BinaryIO, sieve: Sieve) -> Trouble | None:
    sieve.take(file)
    if sieve.calendars == 0 or not sieve.gregorian:
        return Trouble.NO_CALENDAR
    return None if sieve.whole else Trouble.HALF
