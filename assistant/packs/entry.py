"""What is in a folder or a zip file, one by one, before any of it is believed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_FILES = 1000
"""In a pack; of folders as many."""

MOST_BYTES = 1_000_000
"""Of one file."""


class Kind(Enum):
    """What stands under a name."""

    FILE = auto()
    FOLDER = auto()
    LINK = auto()
    OTHER = auto()
    """A device, a pipe or the like."""
    LOCKED = auto()
    """A file that opens only with a password."""
    PACKED = auto()
    """A file that is packed in a way in which there is no telling how much comes out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in it."""

    name: str
    """Its path inside as it stands there, with slashes."""
    kind: Kind
    size: int = 0
    """Bytes that it says it has."""
    read: Callable[[], bytes] = bytes
    """At most ``MOST_BYTES`` and one of it. Raises one of ``UNREADABLE``."""


class Box(Protocol):
    """A folder or a zip file."""

    def entries(self) -> Iterator[Entry]:
        """All in it. Raises ``PackRefused`` where that is too much to look at, and ``OSError`` where it is gone."""
        ...

    def close(self) -> None:
        """Keep nothing open any more."""
        ...
