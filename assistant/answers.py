"""Answers that somebody chose to keep: one readable file, written only when the key for it is pressed."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant import paths
from assistant.plaintext import without_controls

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from assistant.player import Moment

LONGEST = 500
"""Characters of one answer: a few words, not a journal."""


class Became(StrEnum):
    """What has become of an answer."""

    WRITTEN = "written"
    """It is forgotten when its step is over."""
    KEPT = "kept"
    NOT_KEPT = "not kept"
    """It was to be, and the file could not be written."""


class Answering:
    """What was written to the question that is asked now. With the next step it is forgotten."""

    def __init__(self) -> None:
        self._place: tuple[str, int] | None = None
        """The break and the step that asked."""
        self._question = self._answer = ""
        self._became = Became.WRITTEN

    def wrote(self, text: str, script: str, moment: Moment) -> None:
        """``text`` was written to what is asked at ``moment`` of ``script``. An empty answer is none to keep."""
        answer = without_controls(text)[:LONGEST]
        self._place = (script, moment.cue.step) if answer else None
        self._question, self._answer, self._became = moment.cue.words, answer, Became.WRITTEN

    def became(self, script: str, moment: Moment) -> Became | None:
        """What has become of the answer to what is asked at ``moment``; nothing where there is none."""
        if self._place != (script, moment.cue.step):
            self._place, self._answer = None, ""
            return None
        return self._became

    def keep(self, title: str, now: dt.datetime) -> None:
        """Keep it, under the ``title`` of the break; once."""
        if self._place is not None and self._became is not Became.KEPT:
            kept = keep(title, self._question, self._answer, now)
            self._became = Became.KEPT if kept else Became.NOT_KEPT


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


def erase(file: Path | None = None) -> bool:
    """Remove the file; whether it was there. Raises ``OSError`` where it cannot be removed."""
    try:
        (file or paths.answers()).unlink()
    except FileNotFoundError:
        return False
    return True
