"""What of a day outlives a restart, and what one process tells another."""

from __future__ import annotations

import datetime as dt
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import paths
from assistant.day.daybook import Daybook, Note, What
from assistant.day.due import Due
from assistant.day.plan import Plan

if TYPE_CHECKING:
    from pathlib import Path

OSLO = ZoneInfo("Europe/Oslo")
TODAY = dt.date(2026, 11, 24)
NOON = dt.datetime(2026, 11, 24, 12, tzinfo=OSLO)


def whats(notes: tuple[Note, ...]) -> list[What]:
    return [note.what for note in notes]


def test_what_one_writes_another_hears_once_and_the_writer_never() -> None:
    here, there = Daybook(), Daybook()
    here.write(Note(NOON, What.OVER))

    assert whats(there.news(TODAY)) == [What.OVER]
    assert there.news(TODAY) == ()
    assert here.news(TODAY) == ()


def test_a_sign_says_what_was_offered() -> None:
    Daybook().write(Note(NOON, What.SIGN, due=Due.LUNCH, script="lunsj", again=True))

    (note,) = Daybook().news(TODAY)

    assert (note.at, note.due, note.script, note.again) == (NOON, Due.LUNCH, "lunsj", True)


def test_another_day_begins_anew_and_only_it_is_kept() -> None:
    Daybook().write(Note(NOON, What.OVER))
    Daybook().write(Note(NOON + dt.timedelta(days=1), What.EARLY))

    assert Daybook().news(TODAY) == ()
    assert whats(Daybook().news(TODAY + dt.timedelta(days=1))) == [What.EARLY]
    assert "over" not in paths.today().read_text("utf-8")


def test_what_was_heard_before_the_file_began_anew_is_not_heard_again() -> None:
    book = Daybook()
    Daybook().write(Note(NOON, What.OVER))
    book.news(TODAY)
    tomorrow = TODAY + dt.timedelta(days=1)
    Daybook().write(Note(NOON + dt.timedelta(days=1), What.EARLY))

    assert whats(book.news(tomorrow)) == [What.EARLY]


def test_days_with_a_question_are_counted_and_others_are_not() -> None:
    for days, asked in enumerate((True, False, True)):
        when = NOON + dt.timedelta(days=days)
        Daybook().write(Note(when, What.OVER))
        if asked:
            Daybook().write(Note(when, What.QUESTION))
            Daybook().write(Note(when, What.QUESTION))

    assert Daybook().questions_before(TODAY + dt.timedelta(days=2)) == 1
    assert Daybook().questions_before(TODAY + dt.timedelta(days=3)) == 2


def test_only_its_owner_can_read_it() -> None:
    before = os.umask(0)
    try:
        Daybook().write(Note(NOON, What.OVER))
    finally:
        os.umask(before)

    assert stat.S_IMODE(paths.today().stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"\x00" * 9, b'{"day": 4}\n{}\n', b"[" * 5000, b'{"day":"2026-11-24"}\n\xff\n']
)
def test_a_file_that_makes_no_sense_stops_nothing(content: bytes) -> None:
    paths.today().parent.mkdir(parents=True)
    paths.today().write_bytes(content)
    book = Daybook()

    assert book.news(TODAY) == ()
    book.write(Note(NOON, What.OVER))

    assert whats(Daybook().news(TODAY)) == [What.OVER]


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_any_file_can_be_read(own_home: Path, content: bytes) -> None:
    paths.today().parent.mkdir(parents=True, exist_ok=True)
    paths.today().write_bytes(b'{"day":"2026-11-24"}\n' + content)

    Daybook().news(TODAY)


def test_a_line_that_is_on_its_way_is_heard_when_it_is_whole() -> None:
    book = Daybook()
    Daybook().write(Note(NOON, What.OVER))
    whole = paths.today().read_bytes()
    paths.today().write_bytes(whole[:-9])
    assert book.news(TODAY) == ()

    with paths.today().open("ab") as file:
        file.write(whole[-9:])

    assert whats(book.news(TODAY)) == [What.OVER]


def test_a_folder_that_cannot_be_written_stops_nothing(own_home: Path) -> None:
    (own_home / "data").touch()
    book = Daybook()

    book.write(Note(NOON, What.OVER))

    assert book.news(TODAY) == ()


def test_a_file_that_is_erased_and_begun_again_is_heard_whole() -> None:
    book = Daybook()
    for minute in range(5):
        Daybook().write(Note(NOON.replace(minute=minute), What.LATER))
    book.news(TODAY)
    content = paths.today().read_bytes()
    paths.today().write_bytes(b"")  # the same file, as a system may give its number to the next
    paths.today().write_bytes(content[: content.index(b"\n") + 1])
    Daybook().write(Note(NOON, What.OVER))

    assert whats(book.news(TODAY)) == [What.OVER]


def test_half_a_line_of_a_full_disk_does_not_take_the_next_one_with_it() -> None:
    Daybook().write(Note(NOON, What.OVER))
    with paths.today().open("ab") as file:
        file.write(b'{"at":"2026-11')

    Daybook().write(Note(NOON, What.NOT_TODAY))

    assert whats(Daybook().news(TODAY)) == [What.OVER, What.NOT_TODAY]


def test_a_note_of_a_kind_that_others_have_just_written_is_not_written_again() -> None:
    here, there = Daybook(), Daybook()
    assert here.write_first(Note(NOON, What.SIGN)) == ()

    assert whats(there.write_first(Note(NOON, What.SIGN))) == [What.SIGN]

    assert whats(Daybook().news(TODAY)) == [What.SIGN]


def test_another_day_takes_away_what_stands_there_before_anything_is_written() -> None:
    Daybook().write(Note(NOON, What.OVER))

    Daybook().begin(TODAY + dt.timedelta(days=1))

    assert "over" not in paths.today().read_text("utf-8")


def test_a_name_that_is_no_text_is_not_written_and_that_is_told() -> None:
    book = Daybook()

    book.write(Note(NOON, What.PLAN, plan=Plan(calendars=("w\udce5rk.ics",))))

    assert book.trouble == f"{paths.today()}: cannot be written; what happens today is not remembered if you leave"


WRITES = """
import datetime as dt
from assistant.day.daybook import Daybook, Note, What
book = Daybook()
for minute in range(50):
    book.write(Note(dt.datetime(2026, 11, 24, 12, minute, tzinfo=dt.timezone.utc), What.OVER))
"""


@pytest.mark.slow
@pytest.mark.parametrize("before", [None, dt.timedelta(days=1)], ids=["on no file", "on that of yesterday"])
def test_two_that_begin_a_day_at_once_lose_nothing(before: dt.timedelta | None) -> None:
    if before is not None:
        Daybook().write(Note(NOON - before, What.OVER))
    both = [subprocess.Popen([sys.executable, "-c", WRITES]) for _ in range(2)]

    assert [one.wait(30) for one in both] == [0, 0]
    assert len(Daybook().news(TODAY)) == 100
