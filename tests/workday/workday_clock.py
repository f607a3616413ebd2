"""A clock on the wall that is moved by hand, and a day that is looked at by it."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

from assistant.day.plan import Plan
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.workday.words import words_of
from assistant.workday.workday import Workday

OSLO = ZoneInfo("Europe/Oslo")
DAY = dt.date(2026, 3, 10)
EIGHT = "08:30-09:15 09:30-10:15 10:30-11:15 12:00-12:45 13:00-13:45 13:48-14:35 14:38-15:00 15:01-15:45"
SHELF = whole_shelf()
PATIENCE = 20.0


class Clock:
    """A clock on the wall that is moved by hand, and a day that is looked at by it."""

    def __init__(
        self,
        sessions: str | None = EIGHT,
        day: dt.date = DAY,
        chosen: Settings | None = None,
        start: str = "00:00",
        **plan: object,
    ) -> None:
        self.day = day
        self.now = self.at(start)
        self.chosen = chosen or Settings()
        self.plan = Plan(sessions, **plan)  # type: ignore[arg-type]
        self.signs: list[tuple[str, str | None]] = []
        self.begin()

    def begin(self) -> None:
        self.workday = Workday(SHELF, self.chosen, self.plan, OSLO)

    def at(self, text: str) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time.fromisoformat(text), OSLO)

    def until(self, text: str, step: float = 60) -> Clock:
        end = self.at(text).timestamp()
        while self.now.timestamp() < end:
            self.look()
            later = dt.datetime.fromtimestamp(self.now.timestamp() + step, OSLO)
            self.now = min(later, self.at(text), key=lambda moment: moment.timestamp())
        self.look()
        return self

    def look(self) -> None:
        view = self.workday.look(self.now)
        if view.sign and view.offer is not None:
            self.signs.append((f"{self.now:%H:%M}", view.offer.script))

    def read(self) -> Clock:
        """Wait until the calendars have been read."""
        until = time.monotonic() + PATIENCE
        while self.workday.look(self.now, speaks=False).reading and time.monotonic() < until:
            time.sleep(0.01)
        assert not self.workday.look(self.now, speaks=False).reading
        return self

    @property
    def words(self) -> tuple[str, str]:
        words = words_of(self.workday.look(self.now, speaks=False), SHELF)
        return words.thought, words.hint
