"""A calendar file that is kept up with: read in the background when it has changed, and never waited for."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.calendar.messages import Ask, Reading
from assistant.calendar.reader import PATIENCE, Reader
from assistant.calendar.times import note, of_reading
from assistant.calendar.trouble import Trouble
from assistant.i18n import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from assistant.calendar.rule import Rule
    from assistant.day.conversation import Conversation

Print = tuple[int, ...]
"""By which a file is known to be the same: when it was changed, how long it is, and which one."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a calendar."""

    day: dt.date | None = None
    conversations: tuple[Conversation, ...] = ()
    trouble: str | None = None
    """One line, if something is wrong."""


class Calendar:
    """The conversations of one file. No method waits, and none raises."""

    def __init__(
        self,
        path: Path,
        zone: dt.tzinfo,
        rule: Rule,
        on_change: Callable[[], None] = lambda: None,
        reader: Reader | None = None,
    ) -> None:
        """Nothing is read before the first ``look``. ``on_change`` is called in a thread when there is news."""
        self.path = path
        self._zone = zone
        self._rule = rule
        self._on_change = on_change
        self._reader = reader or Reader(PATIENCE)
        self._known = Known()
        self._read: tuple[dt.date, Print] | None = None
        self._lock = threading.Lock()
        self._next: dt.date | None = None
        self._thread: threading.Thread | None = None

    @property
    def known(self) -> Known:
        """What is known, all of it from one reading."""
        return self._known

    @property
    def trouble(self) -> str | None:
        """One line, if something is wrong with the calendar."""
        return self._known.trouble

    def conversations(self, day: dt.date) -> tuple[Conversation, ...]:
        """Those of ``day``, as they were when they could last be read; nothing if that day has not been read yet."""
        known = self._known
        return known.conversations if known.day == day else ()

    def look(self, day: dt.date) -> None:
        """See whether the file has changed, or the day, and read it then, in the background. Call it now and then."""
        with self._lock:
            self._next = day
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="calendar", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is being read, but no longer than this; whether that is so. For those with the time."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def close(self) -> None:
        """End what is being read. Nothing is read any more."""
        self._reader.close()

    def _work(self) -> None:
        while True:
            with self._lock:
                day, self._next = self._next, None
                if day is None:
                    self._thread = None
                    return
            before = self._known
            self._look(day)
            if self._known != before:
                self._on_change()

    def _look(self, day: dt.date) -> None:
        found = _print(self.path)
        if found is not None and self._read == (day, found):
            return
        # Remembered also if it cannot be read: it is not tried again before something changes.
        self._read = (day, found) if found is not None else None
        reading = self._reader.read(Ask(os.fsencode(self.path), day, self._rule))
        if reading is None:  # we are closing
            return
        try:
            self._known = self._with(reading, day)
        except (ValueError, OverflowError):  # times at the ends of all time
            self._known = self._with(Reading(trouble=Trouble.LOST), day)

    def _with(self, reading: Reading, day: dt.date) -> Known:
        if reading.trouble is None:
            return Known(day, of_reading(reading, day, self._zone, self._rule), note(reading, self.path))
        line = reading.trouble.line(self.path)
        if self._known.day != day:
            return Known(trouble=line)
        return Known(
            day, self._known.conversations, _("{trouble}; going on with what was read before").format(trouble=line)
        )


def _print(path: Path) -> Print | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns, status.st_dev)
