"""To write down that a break was run, and to read it again."""

from __future__ import annotations

import datetime as dt
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from assistant import paths
from assistant.record.aside import set_aside
from assistant.record.ran import LONGEST_ID, Ran, read, row
from assistant.record.trouble import Damaged, RecordTrouble, Trouble, WasDamaged, of_system

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from pathlib import Path

Found = TypeVar("Found")

PATIENCE = 2.0
"""Seconds that are waited for another process."""

TRIES = 5
"""How often one looks again where another process sets the same damaged file aside."""

# A process that closes a file loses its locks on it, those of its other threads too: so one at a time.
_alone = Lock()


def note(script: str, began: dt.datetime, seconds: float, file: Path | None = None) -> str | None:
    """Write down that the break ``script`` began then and ran so long; one plain line where something is wrong.

    ``began`` is aware, by the clocks of where one is. Never raises. A damaged record is set aside, and the break
    stands in the new one: then too there is a line.
    """
    path = file or paths.record()
    said = None
    try:
        try:
            _use(path, lambda: _add(path, row(script, began, seconds)))
        except WasDamaged as damaged:
            said = str(damaged)
            _use(path, lambda: _add(path, row(script, began, seconds)))
    except RecordTrouble as trouble:
        return str(trouble)
    return said


def ran(since: dt.date, until: dt.date, file: Path | None = None) -> tuple[Ran, ...]:
    """The breaks that began from ``since`` to ``until``, both counted in, by the clocks of then; in their order.

    Rows that make no sense are passed over. Raises ``RecordTrouble``: ``WasDamaged`` where the record had to be set
    aside and is now empty.
    """
    path = file or paths.record()
    found = (read(*columns) for columns in _use(path, lambda: _rows(path, since, until)))
    within = (one for one in found if one is not None and since <= one.began.date() <= until)
    return tuple(sorted(within, key=lambda one: one.began.timestamp()))


def _use(path: Path, work: Callable[[], Found]) -> Found:
    """What ``work`` on the record gives. Raises ``RecordTrouble``; a damaged record is then set aside."""
    if not _alone.acquire(timeout=PATIENCE):
        raise RecordTrouble(Trouble.BUSY, path)
    try:
        for _ in range(TRIES):
            try:
                return work()
            except Damaged as damaged:
                _set_aside(path, damaged.found)
        raise RecordTrouble(Trouble.STUCK, path)
    except OSError as error:
        raise RecordTrouble(of_system(error), path) from None
    except ImportError:
        raise RecordTrouble(Trouble.NO_SQLITE, path) from None
    finally:
        _alone.release()


def _set_aside(path: Path, found: os.stat_result) -> None:
    """Raises ``WasDamaged`` where it could be done; where another process was quicker, there is nothing to say."""
    try:
        aside = set_aside(path, found, dt.datetime.now().astimezone())
    except OSError:
        raise RecordTrouble(Trouble.STUCK, path) from None
    if aside is not None:
        raise WasDamaged(path, aside)


# SQLite is read when the record is first used; there are Pythons without it.


def _add(path: Path, what: tuple[str, str, int]) -> None:
    from assistant.record.database import add

    add(path, what, PATIENCE)


def _rows(path: Path, since: dt.date, until: dt.date) -> list[tuple[object, object, object]]:
    from assistant.record.database import rows

    return rows(path, since.isoformat(), f"{until.isoformat()}~", LONGEST_ID + 1, PATIENCE)
