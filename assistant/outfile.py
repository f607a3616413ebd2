"""A file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

MOMENT = 0.5
"""Seconds that another process is waited for: what it does meanwhile takes some thousandths of one."""

ASIDE = re.compile(r"\.[0-9a-f]{16}")
"""What a file or a folder is called until it is whole; left behind where a program was killed."""


class NotWritten(OSError):  # noqa: N818 - it says what happened
    """A file that could not be written. Its text is one plain line in the user's language."""


def write_aside(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write ``content`` to ``path``, beside it first: whatever goes wrong, what stood there stays as it was.

    ``mode`` says who may read and write it; else it is as it was, or as the system has it for new files.
    A link stays one: what it leads to is written. Raises ``NotWritten``.
    """
    try:
        refuse_place(path)
        _replace(path.resolve(), content, mode)
    except NotWritten:
        raise
    except (OSError, RuntimeError) as error:  # before Python 3.13 links that go round in a ring are the latter
        raise not_written(path, error) from error


def refuse_place(path: Path) -> None:
    """Raise ``NotWritten`` where no file can stand at ``path``, and ``OSError`` where that cannot be seen."""
    trouble = _trouble(path)
    if trouble is not None:
        raise NotWritten(f"{shorten(str(path))}: {trouble}")


def not_written(path: Path, error: Exception) -> NotWritten:
    """What a user is told where writing to ``path`` has failed with ``error``."""
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        trouble = _("there is no room for it on the disk")
    else:
        trouble = _("the file cannot be written; see whether you may write in that folder")
    return NotWritten(f"{shorten(str(path))}: {trouble}")


def cannot_be_read(path: Path, error: OSError) -> str:
    """What a user is told of a file or a folder that could not be read."""
    return _("{file}: cannot be read ({what})").format(file=shorten(str(path)), what=error.strerror or error)


def cannot_be_removed(path: Path, error: OSError) -> str:
    """What a user is told of a file or a folder that could not be removed."""
    return _("{file}: cannot be removed ({what})").format(file=shorten(str(path)), what=error.strerror or error)


def aside_name() -> str:
    """A new one by the pattern ``ASIDE``."""
    import secrets  # late: this room is entered at every start, and seldom used

    return f".{secrets.token_hex(8)}"


@contextmanager
def alone(folder: Path, moment: float = MOMENT) -> Iterator[bool]:
    """Nobody else who asks for the same of ``folder`` is inside meanwhile, in whatever process.

    Where somebody is there for longer than a ``moment``, in seconds, one may go on without, and is given ``False``.
    Where there are no locks, as on Windows, one goes on without always.
    """
    if sys.platform == "win32":
        yield True
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield True
        return
    try:
        until = time.monotonic() + moment
        while not (is_ours := locked(handle)) and time.monotonic() < until:
            time.sleep(MOMENT / 50)
        yield is_ours
    finally:
        os.close(handle)


def locked(file: IO[bytes] | int) -> bool:
    """Whether nobody else has locked ``file``; it is ours then, until it is closed, however that comes about.

    Where there are no locks, as on Windows and on some file systems, it is always.
    """
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EAGAIN, errno.EACCES}
    return True


def _trouble(path: Path) -> str | None:
    if path.is_dir():
        return _("this is a folder; name a file in it")
    if path.exists() and not path.is_file():
        return _("this is not a file; choose another name")
    if not path.parent.is_dir():
        return _("the folder is not there; make it first, or choose another")
    return None


def _replace(path: Path, content: bytes, mode: int | None) -> None:
    import shutil  # late, like what makes the name

    aside = path.with_name(aside_name())
    try:
        with aside.open("xb") as file:
            if mode is not None:  # before anything stands in it
                aside.chmod(mode)
            file.write(content)
        if mode is None and path.exists():
            shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
