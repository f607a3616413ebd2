"""A file that is not whole yet, which only one process writes to."""

from __future__ import annotations

import errno
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.fetch.offer import FetchFailed
from assistant.i18n import _
from assistant.outfile import not_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO


@contextmanager
def opened(part: Path) -> Iterator[IO[bytes]]:
    """``part`` as it stands, to be written to. Raises ``FetchFailed`` where that cannot be, or stops going well."""
    try:
        with part.open("ab") as made:
            made.flush()
        with part.open("r+b") as file:
            _take(file)
            yield file
    except OSError as error:
        raise FetchFailed(str(not_written(part, error))) from None


def _take(file: IO[bytes]) -> None:
    """Have it alone, until it is closed; on Windows it is not asked."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EAGAIN, errno.EACCES}:
            raise FetchFailed(_("this voice is being added by another window already")) from None
