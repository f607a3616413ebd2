"""A calendar that is kept up with in the background: changed, gone, half written, hanging; nobody waits."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from assistant.calendar import Calendar, Rule
from assistant.calendar.messages import Ask, decode_reading
from assistant.calendar.reader import Reader
from tests.calendar.calendar_files import MONDAY, OSLO, calendar, event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LATER = event(start="DTSTART:20260302T120000", end="DTEND:20260302T130000")
TUESDAY = MONDAY + dt.timedelta(days=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "work.ics"
    path.write_bytes(calendar(event()))
    return path


@pytest.fixture
def kept(file: Path) -> Iterator[Calendar]:
    kept = Calendar(file, OSLO, Rule())
    yield kept
    kept.close()


def looked(kept: Calendar, day: dt.date = MONDAY) -> list[str]:
    kept.look(day)
    assert kept.wait(30)
    return [f"{one.start:%H:%M}" for one in kept.conversations(day)]


def test_nothing_is_known_before_the_first_look(kept: Calendar) -> None:
    assert kept.conversations(MONDAY) == ()
    assert kept.trouble is None


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(file: Path) -> None:
    news: list[bool] = []
    kept = Calendar(file, OSLO, Rule(), on_change=lambda: news.append(True))

    assert looked(kept) == ["09:00"]
    assert looked(kept) == ["09:00"]
    assert news == [True]
    file.write_bytes(calendar(event(), LATER))
    assert looked(kept) == ["09:00", "12:00"]
    assert news == [True, True]
    assert looked(kept, TUESDAY) == []


def test_what_was_read_last_is_kept_while_the_file_is_half_written_or_gone(file: Path, kept: Calendar) -> None:
    looked(kept)

    file.write_bytes(calendar(event())[:-20])
    assert looked(kept) == ["09:00"]
    assert kept.trouble == (
        f"{file}: the end of the calendar is missing; wait until it is written, or export it again; "
        "going on with what was read before"
    )
    file.unlink()
    assert looked(kept) == ["09:00"]
    assert kept.trouble == (
        f"{file}: this calendar is not there; see that the name is right; going on with what was read before"
    )
    file.write_bytes(calendar(LATER))
    assert looked(kept) == ["12:00"]
    assert kept.trouble is None


def test_events_that_are_left_out_are_counted_in_one_line(file: Path, kept: Calendar) -> None:
    file.write_bytes(calendar(event(start="DTSTART:20260302T250000"), event(), LATER))

    assert looked(kept) == ["09:00", "12:00"]
    assert kept.trouble == f"{file}: events that cannot be read and are left out: 1"


def test_a_zone_that_does_not_exist_is_told_in_one_line(file: Path, kept: Calendar) -> None:
    file.write_bytes(calendar(event(start="DTSTART;TZID=Mars/Olympus:20260302T090000", end="DURATION:PT1H")))

    assert looked(kept) == ["09:00"]
    assert kept.trouble == f"{file}: events in a time zone that does not exist, taken as local time: 1"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("import time; time.sleep(600)", "the calendar took too long to read; export a shorter time from it"),
        ("print('nonsense')", "reading the calendar failed; export it again"),
        ("print('[' * 99999)", "reading the calendar failed; export it again"),
        ("raise SystemExit(3)", "reading the calendar failed; export it again"),
    ],
)
def test_a_reader_that_hangs_or_dies_is_one_line(code: str, line: str, file: Path) -> None:
    kept = Calendar(file, OSLO, Rule(), reader=Reader(0.5, [sys.executable, "-c", code]))

    assert looked(kept) == []
    assert kept.trouble == f"{file}: {line}"
    assert [child for child in psutil.Process().children() if code in child.cmdline()] == []


def test_a_program_that_is_not_there_is_one_line(file: Path) -> None:
    kept = Calendar(file, OSLO, Rule(), reader=Reader(1, ["/nowhere/at/all"]))

    assert looked(kept) == []
    assert kept.trouble == f"{file}: reading the calendar failed; export it again"


def test_closing_ends_what_is_being_read_and_says_nothing(file: Path) -> None:
    kept = Calendar(file, OSLO, Rule(), reader=Reader(60, [sys.executable, "-c", "import time; time.sleep(600)"]))
    kept.look(MONDAY)

    kept.close()

    assert kept.wait(5)
    assert kept.trouble is None
    assert looked(kept) == []


@pytest.mark.slow
def test_ten_thousand_events_are_read_in_little_memory(file: Path, kept: Calendar) -> None:
    file.write_bytes(calendar(*(many(number) for number in range(10_000))))
    most = 0

    kept.look(MONDAY)
    while not kept.wait(0.005):
        most = max(most, *(memory(child) for child in psutil.Process().children()), 0, 0)

    assert 0 < most < 150_000_000
    assert len(kept.conversations(MONDAY)) > 0


def many(number: int) -> str:
    """One of many: most stand once in six years, one in twenty recurs."""
    day = dt.date(2022, 1, 3) + dt.timedelta(days=number % 2200)
    return event(
        f"UID:{number}",
        f"SUMMARY:Samtale {number}",
        "DESCRIPTION:" + "Lang tekst. " * 5,
        *(["RRULE:FREQ=WEEKLY"] if number % 20 == 0 else []),
        start=f"DTSTART;TZID=Europe/Oslo:{day:%Y%m%d}T{8 + number % 8:02}{number % 60:02}00",
        end="DURATION:PT45M",
    )


def memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


CANARY = "Kanarifugl"


def test_no_word_of_an_event_leaves_the_parser(
    file: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """A canary in every text property, in the parameters, and in places where only times belong."""
    texts = (
        *("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "CATEGORIES", "RESOURCES", "CLASS", "URL"),
        *("ATTENDEE;CN=Kanarifugl", "ORGANIZER;CN=Kanarifugl", "STATUS", "TRANSP", "ATTACH", "GEO", "RELATED-TO"),
        *("X-ALT-DESC;FMTTYPE=text/html", "X-KANARIFUGL", "CONFERENCE", "REQUEST-STATUS", "IMAGE", "COLOR", "SOURCE"),
    )
    everywhere = [f"{name}:{CANARY}" for name in texts]
    alarm = f"BEGIN:VALARM\r\nDESCRIPTION:{CANARY}\r\nEND:VALARM"
    zone = f"BEGIN:VTIMEZONE\r\nTZID:{CANARY}\r\nCOMMENT:{CANARY}\r\nEND:VTIMEZONE\r\n"
    file.write_bytes(
        calendar(
            *(f"{name}:{CANARY}\r\n" for name in ("X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE", "PRODID", "NAME")),
            zone,
            event(f"UID:1{CANARY}", *everywhere, alarm, f"RRULE:FREQ=WEEKLY;X-{CANARY}=1"),
            event(f"UID:2{CANARY}", *everywhere, alarm, "RRULE:FREQ=WEEKLY"),
            event(f"EXDATE:{CANARY}", *everywhere[:7]),
            event(*everywhere, start=f"DTSTART;TZID={CANARY};X-A={CANARY}:20260302T140000", end="DURATION:PT45M"),
            event(start=f"DTSTART:{CANARY}"),
            event(end=f"DTEND:20260302T09{CANARY}"),
            *(f"BEGIN:{kind}\r\nSUMMARY:{CANARY}\r\nEND:{kind}\r\n" for kind in ("VTODO", "VJOURNAL")),
        )
    )
    reader = Listening(30)
    for rule in (Rule(word=CANARY[:5]), Rule(categories=frozenset({CANARY.lower()})), Rule()):
        kept = Calendar(file, OSLO, rule, reader=reader)
        assert "09:00" in looked(kept)
        assert kept.trouble is not None
        reader.heard.append(repr([kept.known, kept.conversations(MONDAY), kept.trouble]).encode())
    out = capfd.readouterr()

    assert reader.heard
    spoken = b"".join(reader.heard) + (out.out + out.err + caplog.text).encode()
    assert CANARY.lower().encode() not in spoken.lower()
    assert decode_reading(reader.heard[0]).trouble is None


class Listening(Reader):
    """Keeps the very bytes that the child sends."""

    def __init__(self, patience: float) -> None:
        super().__init__(patience)
        self.heard: list[bytes] = []

    def _answer(self, question: bytes) -> bytes | None:
        answer = super()._answer(question)
        self.heard.append(answer or b"")
        return answer


def test_no_object_in_this_process_holds_a_word_after_reading_here(file: Path) -> None:
    import gc

    from assistant.calendar.read import read

    file.write_bytes(calendar(event(f"SUMMARY:{CANARY} {os.getpid()}", f"LOCATION:{CANARY}", "RRULE:FREQ=DAILY")))
    found = read(Ask(os.fsencode(file), MONDAY, Rule(word="kanari")))
    gc.collect()

    assert found.floating
    held = [
        value
        for thing in gc.get_objects()
        for value in gc.get_referents(thing)
        if isinstance(value, (str, bytes)) and (f"{CANARY} {os.getpid()}" in str(value))
    ]
    assert held == []
