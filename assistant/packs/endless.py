"""How long the list of names in a zip file is, before it is read.

That stands at the end of the file (APPNOTE.TXT 4.3.16). It need not be true; but more than it says is never read.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assistant.packs.entry import MOST_FILES

if TYPE_CHECKING:
    from pathlib import Path

END, END_SIZE = b"PK\x05\x06", 22
LOCATOR, LOCATOR_SIZE = b"PK\x06\x07", 20
"""What stands before the end where another one is told of, for more and larger files than this has room for."""

LONGEST_TAIL = LOCATOR_SIZE + END_SIZE + (1 << 16)
"""Bytes of both, and of a comment."""

LONGEST_LIST = 500 * MOST_FILES
"""Bytes that the list of so many files may have."""


def has_endless_list(path: Path) -> bool:
    """Whether there are more names in it than a pack can have. Raises ``OSError``."""
    with path.open("rb") as file:
        file.seek(-min(path.stat().st_size, LONGEST_TAIL), os.SEEK_END)
        tail = file.read(LONGEST_TAIL)
    # Python goes by the last that looks like an end, but by one that ends the file before that. Both are looked at.
    return any(_is_endless(tail, at) for at in (len(tail) - END_SIZE, tail.rfind(END)) if at >= 0)


def _is_endless(tail: bytes, at: int) -> bool:
    """Whether there is an end ``at`` that place, which tells of too long a list."""
    if not tail.startswith(END, at):
        return False
    count, size = (int.from_bytes(tail[at + first : at + last], "little") for first, last in ((10, 12), (12, 16)))
    has_another = at >= LOCATOR_SIZE and tail.startswith(LOCATOR, at - LOCATOR_SIZE)
    return has_another or count > 2 * MOST_FILES or size > LONGEST_LIST
