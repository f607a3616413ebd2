"""Whether clips can be written where they should be, and where else."""

from __future__ import annotations

import atexit
import contextlib
import secrets
import shutil
import tempfile
from pathlib import Path

ROOM = 4_000_000
"""Bytes of a line of half a minute, before and after it is finished."""


def has_room(folder: Path) -> bool:
    """Whether ``folder`` takes another line."""
    probe = folder / f"raw-{secrets.token_hex(4)}.part"
    try:
        probe.write_bytes(bytes(ROOM))
    except OSError:
        return False
    finally:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)
    return True


def private_folder() -> Path:
    """A new folder for this run that nobody else can read; it goes when the program does. Raises ``OSError``."""
    folder = Path(tempfile.mkdtemp(prefix="mellomrom-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
