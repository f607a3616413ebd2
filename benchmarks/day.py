"""What a day costs while it stands in a corner, and how long its screen waits for a large calendar."""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile
import time
from pathlib import Path

from assistant.day.plan import Plan
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.tui.app import Mellomrom
from assistant.workday.workday import Workday
from benchmarks.calendars import EVENTS, write_many

BEAT = 0.005
"""Seconds between two looks at whether the screen still answers."""

STANDS = 20.0
"""Seconds that it stands there."""


def main() -> None:
    """Read a calendar of many events behind the screen; then let it stand."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "many.ics"
        write_many(file)
        asyncio.run(_day(file, Path(folder) / "today.jsonl"))


async def _day(file: Path, daybook: Path) -> None:
    from assistant.day.daybook import Daybook

    shelf, chosen = whole_shelf(), Settings(welcomed=True)
    app = Mellomrom(shelf, chosen, None)
    workday = Workday(shelf, chosen, Plan(calendars=(str(file),)), dt.UTC, Daybook(daybook))
    app.opens = lambda app: app.day(workday)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        began, longest, beats = time.perf_counter(), 0.0, 0
        while workday.look(app.now(), speaks=False).reading:
            before = time.perf_counter()
            await asyncio.sleep(BEAT)
            longest = max(longest, time.perf_counter() - before - BEAT)
            beats += 1
        seconds = time.perf_counter() - began
        print(f"  {EVENTS:,} events behind the screen   {seconds:5.2f} s")
        print(f"  the screen was kept waiting   {longest * 1000:3.0f} ms at the longest, of {beats} looks")
        spent = time.process_time()
        await asyncio.sleep(STANDS)
        share = (time.process_time() - spent) / STANDS
        print(f"  standing in a corner   {share:.2%} of a processor")
