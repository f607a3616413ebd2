"""How long a calendar of 10,000 events takes to be read, and how long whoever asked waits meanwhile."""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from pathlib import Path

from assistant.calendar import Calendar, Rule

EVENTS = 10_000
DAY = dt.date(2026, 3, 2)
HEAD, TAIL = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n"


def main() -> None:
    """One in twenty recurs every week; the others are spread over some years."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "many.ics"
        write_many(file)
        calendar = Calendar(file, dt.UTC, Rule())
        began, longest = time.perf_counter(), 0.0
        calendar.look(DAY)
        while not calendar.wait(0):
            before = time.perf_counter()
            time.sleep(0.005)
            longest = max(longest, time.perf_counter() - before - 0.005)
        print(
            f"  {EVENTS:,} events   {time.perf_counter() - began:5.2f} s   whoever asked waited {longest * 1000:.0f} ms"
        )
        calendar.close()


def write_many(file: Path) -> None:
    """Write the calendar."""
    file.write_text(HEAD + "".join(map(_event, range(EVENTS))) + TAIL, "utf-8")


def _event(number: int) -> str:
    start = dt.datetime(2024, 1, 1, 9, tzinfo=dt.UTC) + dt.timedelta(hours=number * 2)
    rule = "RRULE:FREQ=WEEKLY\r\n" if number % 20 == 0 else ""
    return (
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\n"
        f"DTEND:{start + dt.timedelta(minutes=45):%Y%m%dT%H%M%SZ}\r\n{rule}SUMMARY:x\r\nEND:VEVENT\r\n"
    )
