"""Keeps a break that was run, where the user has switched the record on; nobody waits for it."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from assistant.record.ran import Ran
from assistant.record.store import note
from assistant.settings import load

if TYPE_CHECKING:
    import datetime as dt

    from assistant.settings import Settings
    from assistant.units import Seconds

SHORTEST = 10.0
"""Seconds. What ran for less was a look at it."""


def kept(script: str, began: dt.datetime, ran: Seconds, chosen: Settings, speed: float) -> Ran | None:
    """The break that ``began`` then and ``ran`` so long, also on the record where that is on; else nothing.

    At another ``speed`` than 1 it was a rehearsal, and none. The process does not end before it is written. A break
    that could not be written is not worth a word to somebody who has just come out of one: ``mellomrom record`` tells
    of a record that is in trouble.
    """
    if ran < SHORTEST or speed != 1:
        return None
    if chosen.record:
        Thread(target=_keep, args=(script, began, ran), name="record").start()
    return Ran(script, began, round(ran))


def _keep(script: str, began: dt.datetime, ran: Seconds) -> None:
    """Unless it has been switched off, or all has been erased, since this process began."""
    if load()[0].record:
        note(script, began, ran)
