"""What of today must outlive a restart, and what one process must tell another: a line for each thing that happened.

Only today's stand in the file; the first line of another day takes the place of them all. What is said here is what
the offers need: when a conversation ended, what was offered, and what was answered.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import secrets
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import msgspec

from assistant import paths
from assistant.day.due import Due
from assistant.day.plan import Plan
from assistant.i18n import _
from assistant.outfile import alone, write_aside
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from pathlib import Path

Line = TypeVar("Line")

LARGEST = 1_000_000
"""Bytes. A day has some hundred lines at the most; what is larger was not written by us."""


class What(StrEnum):
    """What happened."""

    OVER = "over"
    """A conversation was over."""
    EARLY = "early"
    """The next person was here."""
    SIGN = "sign"
    TAKEN = "taken"
    LATER = "later"
    NOT_TODAY = "not-today"
    TODAY_AGAIN = "today-again"
    PLAN = "plan"
    """The day began, with conversations that were said."""
    QUESTION = "question"
    """That of the day was shown."""


class Note(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that happened."""

    at: dt.datetime
    what: What
    by: str = ""
    """Which process wrote it."""
    due: Due = Due.BETWEEN
    """Of a sign: what the break is for."""
    script: str | None = None
    again: bool = False
    plan: Plan | None = None
    """With which conversations the day began."""


class Day(msgspec.Struct, frozen=True):
    """The first line."""

    day: dt.date
    questions: int = 0
    """On how many days before this one a question was shown."""


class Daybook:
    """The file of today. What cannot be read or written is left: the day goes on without."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.today()
        self._me = secrets.token_hex(4)
        self._at = (0, 0)
        """Which file was read, and how far."""
        self.trouble: str | None = None
        """One line, where something could not be written the last time."""

    def news(self, today: dt.date) -> tuple[Note, ...]:
        """What others have written since the last time, in its order; at first all that stands there of ``today``."""
        try:
            status = self._file.stat()
            inode, so_far = self._at
            if (inode, so_far) == (status.st_ino, status.st_size):
                return ()
            content = self._content()
        except OSError:
            return ()
        lines = content[: content.rfind(b"\n") + 1]  # the last one may be on its way
        since = so_far if inode == status.st_ino and so_far <= len(lines) else 0
        self._at = (status.st_ino, len(lines))
        head = _head(lines)
        if head is None or head.day != today:
            return ()
        return tuple(note for note in _notes(lines[since:]) if note.by != self._me)

    def begin(self, today: dt.date) -> None:
        """What stands there of another day goes."""
        with contextlib.suppress(OSError):
            head = _head(self._content())
            if head is not None and head.day != today:
                with alone(self._file.parent):
                    self._begin(today)

    def write(self, note: Note) -> None:
        """Add ``note``, in one piece."""
        with alone(self._file.parent):
            self._write(note)

    def write_first(self, note: Note) -> tuple[Note, ...]:
        """Add ``note``, unless others have written one of its kind since the last time; what they have written."""
        with alone(self._file.parent):
            heard = self.news(note.at.date())
            if not any(other.what is note.what for other in heard):
                self._write(note)
        return heard

    def _write(self, note: Note) -> None:
        try:
            content = self._begin(note.at.date())
            whole = b"" if content.endswith(b"\n") else b"\n"  # half a line is left where the disk was full
            written = msgspec.json.encode(msgspec.structs.replace(note, by=self._me))
            with os.fdopen(os.open(self._file, os.O_WRONLY | os.O_APPEND), "ab", buffering=0) as file:
                file.write(whole + written + b"\n")
        except (OSError, ValueError):  # ValueError: a name that cannot be written
            line = _("{file}: cannot be written; what happens today is not remembered if you leave")
            self.trouble = line.format(file=shorten(str(self._file)))
        else:
            self.trouble = None

    def plan(self, today: dt.date) -> Plan | None:
        """With what ``today`` began last, if anything was said then."""
        plans = (note.plan for note in reversed(self._notes_of(today)))
        return next((plan for plan in plans if plan is not None), None)

    def offered(self, today: dt.date) -> frozenset[str]:
        """The ids of the breaks that were offered or taken ``today``."""
        return frozenset(note.script for note in self._notes_of(today) if note.script is not None)

    def questions_before(self, today: dt.date) -> int:
        """On how many days before ``today`` a question was shown."""
        try:
            return self._questions(self._content(), today)
        except OSError:
            return 0

    def _begin(self, today: dt.date) -> bytes:
        """Where the file is of another day, or of none: begin that of ``today``. What stands in it then."""
        try:
            content = self._content()
        except FileNotFoundError:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            content = b""
        head = _head(content)
        if head is None or head.day != today:
            content = msgspec.json.encode(Day(today, self._questions(content, today))) + b"\n"
            write_aside(self._file, content, mode=0o600)
        return content

    def _notes_of(self, today: dt.date) -> list[Note]:
        """Everybody's, all of ``today``; none where it cannot be read."""
        try:
            content = self._content()
        except OSError:
            return []
        head = _head(content)
        return _notes(content) if head is not None and head.day == today else []

    def _content(self) -> bytes:
        with self._file.open("rb") as file:
            return file.read(LARGEST)

    def _questions(self, content: bytes, today: dt.date) -> int:
        head = _head(content)
        if head is None or head.day == today:
            return head.questions if head is not None else 0
        return head.questions + any(note.what is What.QUESTION for note in _notes(content))


def _head(content: bytes) -> Day | None:
    return _line(content.partition(b"\n")[0], Day)


def _notes(content: bytes) -> list[Note]:
    """Those that can be read; a line that is no note, such as the first, is passed over."""
    notes = (_line(line, Note) for line in content.split(b"\n") if line)
    return [note for note in notes if note is not None and note.at.utcoffset() is not None]


def _line(line: bytes, kind: type[Line]) -> Line | None:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, ValueError):
        return None
