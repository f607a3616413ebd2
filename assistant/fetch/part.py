"""A file that is not whole yet, which only one process writes to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.fetch.offer import FetchFailed
from assistant.i18n import _
from assistant.outfile import locked, not_written

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
            if not locked(file):
                raise FetchFailed(_("this voice is being added by another window already"))
            yield file
    except OSError as error:
        raise FetchFailed(str(not_written(part, error))) from None
