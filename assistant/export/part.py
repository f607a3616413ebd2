"""A large file, written beside its place and put there when it is whole."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from assistant.i18n import _
from assistant.outfile import NotWritten, locked, not_written, refuse_place
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".part"
FLAGS = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, which becomes ``path`` when the block ends well and else is taken away.

    Until then what stood at ``path`` stays. What an export that was killed has left is written over. Raises
    ``NotWritten``, also where another process is writing to the same place.
    """
    try:
        refuse_place(path)
        target = path.resolve()
        with _own(target.with_name(target.name + SUFFIX), path) as file:
            yield file
            if target.exists():
                Path(file.name).chmod(target.stat().st_mode & 0o777)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "win32":  # an open file keeps its name there
                file.close()
            Path(file.name).replace(target)
    except NotWritten:
        raise
    except OSError as error:
        raise not_written(path, error) from error


@contextmanager
def _own(part: Path, path: Path) -> Iterator[BinaryIO]:
    """The file ``part``, empty and ours alone; it is gone afterwards, if it is still there."""
    with _locked(part, path) as file:
        try:
            file.truncate(0)
            yield file
        finally:
            if sys.platform == "win32":
                file.close()
                part.unlink(missing_ok=True)
            elif _is_still(part, file):  # it may be the next one's already
                part.unlink()


def _locked(part: Path, path: Path) -> BinaryIO:
    """``part`` opened and locked: the lock of a process that was killed is gone, however it was killed."""
    while True:
        file = open(part, "w+b", opener=lambda name, _flags: os.open(name, FLAGS, 0o666))  # noqa: SIM115
        if not locked(file):
            file.close()
            what = _("{file}: another export is writing it; wait for it, or choose another name")
            raise NotWritten(what.format(file=shorten(str(path))))
        if _is_still(part, file):
            return file
        file.close()


def _is_still(part: Path, file: BinaryIO) -> bool:
    """Whether ``part`` is the file that was locked: whoever had it before may have put it in its place meanwhile."""
    try:
        return os.path.samestat(os.stat(part), os.fstat(file.fileno()))  # noqa: PTH116
    except FileNotFoundError:
        return False
