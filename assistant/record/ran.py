"""A break that was run: which, when, how long, and nothing else about it."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from assistant.plaintext import shorten

LONGEST_ID = 60
"""Characters of an id of a script that are kept and shown."""

DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Ran:
    """One break."""

    script: str
    """The id of it; there may be no such script any more."""
    began: dt.datetime
    """Aware, by the clocks of where one was."""
    seconds: int


def row(script: str, began: dt.datetime, seconds: float) -> tuple[str, str, int]:
    """What is written of a break. A time without a zone is taken for local; raises ``ValueError`` or ``OSError``."""
    wall = began if began.utcoffset() is not None else began.astimezone()
    whole = round(min(max(seconds, 0), DAY)) if math.isfinite(seconds) else 0
    return shorten(script, LONGEST_ID), wall.isoformat(timespec="seconds"), whole


def read(script: object, began: object, seconds: object) -> Ran | None:
    """The break that a row tells of; nothing where somebody has made nonsense of it."""
    if not (isinstance(script, str) and isinstance(began, str) and isinstance(seconds, int)):
        return None
    name = shorten(script, LONGEST_ID)
    try:
        when = dt.datetime.fromisoformat(began)
    except ValueError:
        return None
    return Ran(name, when, seconds) if name and when.utcoffset() is not None and 0 <= seconds <= DAY else None
