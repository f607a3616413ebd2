"""A name that no other account can guess, for a place that has no owner which one could ask for: a pipe of Windows."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BYTES = 16


def secret_name(file: Path) -> str:
    """The name in ``file``, which only its user may read. Raises ``OSError`` where it is missing."""
    return file.read_bytes()[:BYTES].hex()


def make_secret(file: Path) -> None:
    """Make ``file``, and its folder, where it is missing: whole or not at all. Raises ``OSError``.

    Of several who make it at once all find the same one. Where a file cannot have two names, as on a FAT disk, there
    are no owners to keep it from others either.
    """
    import secrets

    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = file.with_name(f".{secrets.token_hex(BYTES)}")
    handle = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as made:
            made.write(secrets.token_bytes(BYTES))
        with contextlib.suppress(FileExistsError):
            os.link(aside, file)
    finally:
        aside.unlink(missing_ok=True)
