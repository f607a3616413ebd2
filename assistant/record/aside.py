"""A damaged record is moved out of the way, under a name with the date. Nothing is deleted or written over."""

from __future__ import annotations

import contextlib
import os
import sys
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

TAILS = ("-journal", "-wal", "-shm")
"""Files that SQLite keeps beside its own while it writes, and leaves where it is killed."""

ENDING = ".damaged"


def beside(path: Path) -> tuple[Path, ...]:
    """The files of SQLite that may stand beside the record at ``path``."""
    return tuple(path.with_name(path.name + tail) for tail in TAILS)


def set_aside(path: Path, found: os.stat_result, now: dt.datetime) -> Path | None:
    """Move the file that was ``found`` at ``path`` to a new name beside it; nothing where another process just did.

    Raises ``OSError``.
    """
    with _still_there(path, found) as mine:
        if not mine:
            return None
        aside = _free_name(path, now)
        # First what belongs to it: a journal left alone would be taken for that of the new record.
        for tail, file in zip(TAILS, beside(path), strict=True):
            with contextlib.suppress(FileNotFoundError):
                file.rename(aside.with_name(aside.name + tail))
        path.rename(aside)
        return aside


def all_aside(path: Path) -> tuple[Path, ...]:
    """Everything that was set aside from ``path``, oldest first; nothing where the folder cannot be read."""
    with contextlib.suppress(OSError):
        begins = f"{path.stem}-"
        return tuple(sorted(p for p in path.parent.iterdir() if p.name.startswith(begins) and ENDING in p.name))
    return ()


def _free_name(path: Path, now: dt.datetime) -> Path:
    name = f"{path.stem}-{now:%Y-%m-%d-%H%M%S}"
    names = (f"{name}{ENDING}" if not more else f"{name}-{more + 1}{ENDING}" for more in count())
    taken = {p.name for p in path.parent.iterdir()}
    return path.with_name(next(name for name in names if name not in taken))


@contextlib.contextmanager
def _still_there(path: Path, found: os.stat_result) -> Iterator[bool]:
    """Whether the file that was ``found`` is still at ``path``; if so, nobody else moves it until this is left.

    Else two processes that find it damaged at once would move it, and then the new record of the other.
    """
    if sys.platform == "win32":  # a file that another process has open cannot be moved there
        yield path.exists() and os.path.samestat(found, path.stat())
        return
    import fcntl

    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError:
        yield False
        return
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            at_path = path.stat()
        except FileNotFoundError:
            yield False
        else:
            yield os.path.samestat(found, at_path) and os.path.samestat(found, os.fstat(handle))
    finally:
        os.close(handle)
