"""Answers that somebody chose to keep: one readable file, written only when the key for it is pressed."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from assistant import paths

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

LONGEST = 500
"""Characters of one answer: a few words, not a journal."""


def keep(title: str, question: str, answer: str, now: dt.datetime, file: Path | None = None) -> bool:
    """Add ``answer`` to the file, which only its owner can read; whether it could be done."""
    path = file or paths.answers()
    entry = f"## {now:%Y-%m-%d %H:%M} {title}\n\n{question}\n\n> {answer}\n\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as out:
            out.write(entry)
    except OSError:
        return False
    return True


def kept(file: Path | None = None) -> str:
    """All that was kept, as it stands in the file; nothing where nothing was. Raises ``OSError``."""
    path = file or paths.answers()
    try:
        return path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return ""


def erase(file: Path | None = None) -> None:
    """Remove the file. Raises ``OSError`` where it is there and cannot be."""
    with contextlib.suppress(FileNotFoundError):
        (file or paths.answers()).unlink()
