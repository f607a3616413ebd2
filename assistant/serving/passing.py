"""A folder that is there only while something is served. After a server that was killed the next one removes it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.outfile import locked

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "mellomrom-guests-"
"""What the names of such folders begin with, in the system's temporary folder."""

LOCK = "served"
"""A file in each, locked for as long as its server lives."""


@contextlib.contextmanager
def passing_folder() -> Iterator[Path]:
    """A new one. Nobody else may look into it, and nothing of it stays. Raises ``OSError``."""
    made = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
    with made as folder, Path(folder, LOCK).open("xb") as lock:
        locked(lock)
        yield Path(folder)


def remove_left_behind() -> None:
    """Remove what servers that were killed have left, as far as that can be done."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if _is_ours(folder) and _is_left(folder / LOCK):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Others may make folders and links of such names there too."""
    is_folder = folder.is_dir() and not folder.is_symlink()
    return is_folder and (sys.platform == "win32" or folder.stat().st_uid == os.getuid())


def _is_left(lock: Path) -> bool:
    """Raises ``OSError`` where there is no such file, and on Windows where its server lives."""
    with lock.open("rb") as file:
        if not locked(file):
            return False
    lock.unlink()
    return True
