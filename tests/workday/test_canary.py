"""Of a calendar only times are read: nothing of its texts is found in memory, on the screen, or in a file."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

import pytest

from assistant import paths, settings
from tests.calendar.calendar_files import calendar, event
from tests.pty_terminal import Terminal

CANARY = "Kanarifuglsang"
TEXTS = (
    *("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "CATEGORIES", "RESOURCES", "CLASS", "URL", "X-OWN"),
    *("ATTENDEE;CN=Kanarifuglsang", "ORGANIZER;CN=Kanarifuglsang", "STATUS", "ATTACH", "GEO", "CONFERENCE"),
)


def memory_of(process: int) -> bytes:
    """All that a process has written into its memory."""
    found = bytearray()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text("utf-8").splitlines():
            place = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if place is None or "[v" in line:
                continue
            start, end = (int(number, 16) for number in place.groups())
            memory.seek(start)
            try:
                found += memory.read(end - start)
            except OSError:  # a guard page
                continue
    return bytes(found)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A calendar with a conversation that ended a minute ago and one in half an hour, and a canary in every text."""
    now = dt.datetime.now(dt.UTC).replace(second=0, microsecond=0)
    texts = [f"{name}:{CANARY}" for name in TEXTS]

    def at(minutes: int) -> str:
        return f"{now + dt.timedelta(minutes=minutes):%Y%m%dT%H%M%SZ}"

    file = tmp_path / "work.ics"
    file.write_bytes(
        calendar(
            f"X-WR-CALNAME:{CANARY}\r\n",
            event(f"UID:1{CANARY}", *texts, start=f"DTSTART:{at(-46)}", end=f"DTEND:{at(-1)}"),
            event(
                f"UID:2{CANARY}", *texts, "RRULE:FREQ=DAILY;COUNT=3", start=f"DTSTART:{at(30)}", end=f"DTEND:{at(75)}"
            ),
        )
    )
    return file


@pytest.mark.slow
def test_no_word_of_a_calendar_is_found_anywhere(work: Path, own_home: Path) -> None:
    settings.remember({"welcomed": True, "record": True, "conversation-word": CANARY[:9]})
    with Terminal("day", "--calendar", str(work)) as terminal:
        terminal.wait_for("Between two conversations", "done at")
        terminal.type(" ")
        terminal.wait_for("1:5")
        terminal.type("q")
        terminal.wait_for("A gap until")

        memory = memory_of(terminal.process.pid)
        terminal.type("q")
        assert terminal.ends() == 0

    assert str(work).encode() in memory  # it would have been found
    assert CANARY.lower().encode() not in memory.lower()
    assert CANARY.encode("utf-32-le")[:40] not in memory
    assert CANARY.lower() not in terminal.raw().lower()
    written = [file for file in own_home.rglob("*") if file.is_file()]
    assert paths.today() in written
    assert not [file for file in written if CANARY.encode() in file.read_bytes()]
    assert os.fsencode(CANARY[:9]) in paths.settings_file().read_bytes()
