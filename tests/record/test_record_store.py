"""The private record: what is written of a break, and what happens where it cannot be."""

from __future__ import annotations

import datetime as dt
import math
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import i18n, paths
from assistant.language import Language
from assistant.record import database, store
from assistant.record.aside import all_aside, beside, set_aside
from assistant.record.ran import LONGEST_ID, Ran, read, row
from assistant.record.store import note, ran
from assistant.record.trouble import RecordTrouble, WasDamaged

OSLO = ZoneInfo("Europe/Oslo")
BEGAN = dt.datetime(2026, 11, 24, 9, 47, 30, tzinfo=OSLO)
DAY = BEGAN.date()
EVER = (dt.date.min, dt.date.max)

IN_A_CHILD = """
import datetime as dt, os, resource, sys
from pathlib import Path
from assistant.record import database, store
{first}
print(store.note("new", dt.datetime(2026, 11, 24, 12, tzinfo=dt.timezone.utc), 60, Path(sys.argv[1])))
"""


@pytest.fixture
def file() -> Path:
    return paths.record()


def scripts(file: Path | None = None) -> list[str]:
    return [one.script for one in ran(*EVER, file)]


def by_hand(file: Path, *statements: str) -> None:
    """Somebody opens the record with a tool of their own."""
    with closing(sqlite3.connect(file)) as opened, opened:
        for statement in statements:
            opened.execute(statement)


def put(began: object = "2026-11-24T10:00:00+01:00", script: object = "x", seconds: object = 60) -> None:
    with closing(sqlite3.connect(paths.record())) as opened, opened:
        opened.execute("INSERT INTO ran VALUES (?, ?, ?)", (script, began, seconds))


def said_in_a_child(file: Path, first: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", IN_A_CHILD.format(first=first), str(file)],
        capture_output=True, text=True, check=True, timeout=60, cwd=paths.PACKAGE.parent,
    ).stdout.strip()  # fmt: skip


# What is written


def test_a_break_is_read_as_it_was_noted() -> None:
    assert note("rolig-pust", BEGAN, 119.6) is None
    assert ran(DAY, DAY) == (Ran("rolig-pust", BEGAN, 120),)


def test_the_wall_time_and_its_offset_are_what_is_kept() -> None:
    note("rolig-pust", BEGAN, 120)

    assert ran(DAY, DAY)[0].began.isoformat() == "2026-11-24T09:47:30+01:00"


def test_nothing_else_stands_in_the_file(file: Path) -> None:
    note("rolig-pust", BEGAN, 120)

    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("ran",)]
        assert opened.execute("SELECT * FROM ran").fetchall() == [("rolig-pust", "2026-11-24T09:47:30+01:00", 120)]


def test_breaks_are_in_the_order_in_which_they_began_also_in_the_night_when_the_clock_is_put_back() -> None:
    first = dt.datetime(2026, 10, 25, 2, 50, tzinfo=OSLO)
    note("second", first.replace(minute=10, fold=1), 60)
    note("first", first, 60)

    assert scripts() == ["first", "second"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (DAY, DAY, True),
        (dt.date(2026, 11, 1), dt.date(2026, 11, 30), True),
        (dt.date(2026, 11, 25), DAY, False),
        (dt.date(2026, 11, 25), dt.date.max, False),
        (dt.date.min, dt.date(2026, 11, 23), False),
    ],
)
def test_only_the_days_that_were_asked_for_are_read(since: dt.date, until: dt.date, found: bool) -> None:
    note("late", BEGAN.replace(hour=23, minute=59), 60)

    assert bool(ran(since, until)) is found


def test_a_day_is_the_day_that_the_clock_showed_not_that_of_greenwich() -> None:
    note("after-midnight", BEGAN.replace(hour=0, minute=10), 60)

    assert ran(DAY, DAY)


def test_where_nothing_was_noted_there_is_nothing_and_no_file(file: Path) -> None:
    assert ran(*EVER) == ()
    assert not file.parent.exists()


@pytest.mark.parametrize("seconds", [math.nan, math.inf, -5.0])
def test_a_length_that_is_none_is_no_time(seconds: float) -> None:
    assert note("x", BEGAN, seconds) is None
    assert ran(DAY, DAY)[0].seconds == 0


ZONES = st.sampled_from([OSLO, dt.UTC, dt.timezone(dt.timedelta(hours=-11, seconds=7)), ZoneInfo("Pacific/Apia")])


@given(st.text(), st.datetimes(timezones=ZONES), st.floats())
def test_whatever_is_noted_can_be_read(script: str, began: dt.datetime, seconds: float) -> None:
    one = read(*row(script, began, seconds))

    assert one is None or (one.began.replace(tzinfo=None) == began.replace(tzinfo=None, microsecond=0, fold=0))
    assert one is None or 0 <= one.seconds <= 24 * 60 * 60


# Whom it is for


@pytest.fixture
def anybody_may_read() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("anybody_may_read")
def test_only_its_owner_can_read_it_from_the_moment_it_is_there(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes = []
    connect = sqlite3.connect

    def looked_at(*args: object, **kwargs: object) -> object:
        modes.append(file.stat().st_mode & 0o777)
        return connect(*args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(sqlite3, "connect", looked_at)

    note("x", BEGAN, 60)

    assert [*modes, file.stat().st_mode & 0o777] == [0o600, 0o600]


@pytest.mark.usefixtures("anybody_may_read")
def test_only_its_owner_can_read_its_journal(file: Path) -> None:
    note("x", BEGAN, 60)

    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        opened.execute("BEGIN IMMEDIATE")
        opened.execute("DELETE FROM ran")
        opened.execute("PRAGMA cache_spill = 1")
        assert beside(file)[0].stat().st_mode & 0o777 == 0o600


def test_nothing_is_left_beside_it(file: Path) -> None:
    note("x", BEGAN, 60)
    ran(*EVER)

    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_folder_with_signs_that_mean_something_in_an_address_is_only_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "50% ?mode=memory#é" / "record.sqlite3"

    assert note("x", BEGAN, 60, file) is None
    assert scripts(file) == ["x"]
    assert file.is_file()


# Damage


def damage_not_sqlite(file: Path) -> None:
    file.write_bytes(b"These are my own words.\n" * 400)


def damage_truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1500])


def damage_first_page_only(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:4096])


def damage_one_byte(file: Path) -> None:
    file.write_bytes(b"S")


def damage_other_table(file: Path) -> None:
    by_hand(file, "DROP TABLE ran", "CREATE TABLE ran (who TEXT)")


def damage_view(file: Path) -> None:
    by_hand(file, "DROP TABLE ran", "CREATE VIEW ran AS SELECT 1 AS script, 2 AS began, 3 AS seconds")


def damage_trigger(file: Path) -> None:
    by_hand(file, "CREATE TRIGGER t AFTER INSERT ON ran BEGIN DELETE FROM ran; END")


def damage_other_database(file: Path) -> None:
    file.unlink()
    by_hand(file, "CREATE TABLE mine (words TEXT)", "INSERT INTO mine VALUES ('mine')")


def damage_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "mine.txt").write_text("Mine.", "utf-8")


def damage_words_of_the_schema(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"CREATE TABLE ran", b"CREATE T\x80\xff\xfe ran"))


DAMAGE = [value for name, value in sorted(globals().items()) if name.startswith("damage_")]
damages = pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__.removeprefix("damage_"))


def content(path: Path) -> object:
    return [(p.name, p.read_bytes()) for p in path.iterdir()] if path.is_dir() else path.read_bytes()


@damages
def test_a_damaged_record_is_set_aside_whole_and_the_break_stands_in_a_new_one(damage: object, file: Path) -> None:
    note("before", BEGAN, 60)
    damage(file)  # type: ignore[operator]
    was = content(file)

    said = note("after", BEGAN, 60)

    (aside,) = all_aside(file)
    assert re.fullmatch(r"record-\d{4}-\d\d-\d\d-\d{6}\.damaged", aside.name)
    assert said == f"{file}: the record was damaged; it is set aside as {aside.name}, and a new one is begun"
    assert content(aside) == was
    assert scripts() == ["after"]


@damages
def test_to_read_a_damaged_record_sets_it_aside_and_says_so_once(damage: object, file: Path) -> None:
    note("before", BEGAN, 60)
    damage(file)  # type: ignore[operator]

    with pytest.raises(WasDamaged) as told:
        ran(*EVER)

    assert str(told.value).startswith(f"{file}: the record was damaged; ")
    assert ran(*EVER) == ()


def test_an_earlier_one_that_was_set_aside_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.parent.mkdir(parents=True)
    words = [f"The {number}.".encode() * 100 for number in range(3)]
    for content_ in words:
        file.write_bytes(content_)
        note("x", BEGAN, 60)

    assert sorted(path.read_bytes() for path in all_aside(file)) == words


def test_a_journal_goes_with_the_record_that_it_belongs_to(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b"Mine." * 1000)
    beside(file)[0].write_bytes(b"And its journal.")

    aside = set_aside(file, file.stat(), BEGAN)

    assert aside is not None
    assert all_aside(file) == (aside, beside(aside)[0])
    assert [path.name for path in all_aside(file)] == [
        "record-2026-11-24-094730.damaged",
        "record-2026-11-24-094730.damaged-journal",
    ]
    assert not beside(file)[0].exists()


def test_an_empty_file_is_a_new_record(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.touch()

    assert ran(*EVER) == ()
    assert note("x", BEGAN, 60) is None
    assert all_aside(file) == ()


def test_a_record_of_a_newer_version_is_left_as_it_is(file: Path) -> None:
    note("x", BEGAN, 60)
    by_hand(file, "PRAGMA user_version = 2")
    was = file.read_bytes()

    said = note("y", BEGAN, 60)
    with pytest.raises(RecordTrouble) as told:
        ran(*EVER)

    assert said == str(told.value) == f"{file}: a newer Mellomrom wrote the record; it is left as it is"
    assert file.read_bytes() == was


# Rows that somebody has edited


@pytest.mark.parametrize(
    "nonsense",
    [
        {"began": "yesterday"}, {"began": "2026-11-24T10:00:00"}, {"began": "2026-11-24T99:00:00+01:00"},
        {"began": 20261124}, {"began": b"2026-11-24T10:00:00+01:00"}, {"began": "2026-11-24" * 100_000},
        {"seconds": "long"}, {"seconds": -1}, {"seconds": 2**62}, {"seconds": 1e300}, {"script": b"\xff\xfe"},
        {"script": ""}, {"script": "\x1b[2J\x07"},
    ],
    ids=repr,
)  # fmt: skip
def test_a_row_that_makes_no_sense_is_passed_over(nonsense: dict[str, object]) -> None:
    note("mine", BEGAN, 60)
    put(**nonsense)

    assert scripts() == ["mine"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("\x1b]0;title\x07lunsj\u202e", "lunsj"), ("x" * 1_000_000, "x" * (LONGEST_ID - 1) + "…")],
    ids=["escapes", "long"],
)
def test_a_name_that_somebody_wrote_is_shown_as_words(written: str, shown: str, file: Path) -> None:
    note("mine", BEGAN, 60)
    put(script=written)

    assert scripts() == ["mine", shown]


def test_letters_that_are_none_do_not_hide_the_others(file: Path) -> None:
    note("mine", BEGAN, 60)
    by_hand(file, "INSERT INTO ran VALUES (CAST(x'66fc72' AS TEXT), '2026-11-24T10:00:00+01:00', 60)")

    assert scripts() == ["mine", "f\ufffdr"]


# Where it cannot be written


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that nobody may write in")
@pytest.mark.parametrize("where", ["/proc/mellomrom/record.sqlite3", "/proc/record.sqlite3"])
def test_a_home_in_which_nobody_may_write_is_one_line(where: str) -> None:
    said = note("x", BEGAN, 60, Path(where))

    assert said == f"{where}: the record cannot be opened; see whether you may read and write in that folder"


def test_a_file_where_its_folder_ought_to_be_is_one_line_and_stays(file: Path) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.write_text("Mine.", "utf-8")

    assert str(note("x", BEGAN, 60)).startswith(f"{file}: the record cannot be opened")
    assert file.parent.read_text("utf-8") == "Mine."


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs the permissions of POSIX")
def test_in_a_folder_that_is_read_only_nothing_is_written_or_lost(tmp_path_factory: pytest.TempPathFactory) -> None:
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp())  # anybody can get there, also who is no administrator
    file = folder / "record.sqlite3"
    try:
        note("before", BEGAN, 60, file)
        file.chmod(0o644)
        folder.chmod(0o555)
        ordinary = "if os.geteuid() == 0: os.setuid(65534)"
        count = "print(len(store.ran(dt.date.min, dt.date.max, Path(sys.argv[1]))))"

        lines = said_in_a_child(file, f"{ordinary}\n{count}").splitlines()

        assert lines[0] == "1"
        assert lines[1] == f"{file}: the record cannot be opened; see whether you may read and write in that folder"
        assert scripts(file) == ["before"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
@pytest.mark.parametrize("there_was_one", [True, False])
def test_a_disk_without_room_is_one_line_and_what_was_written_stays(there_was_one: bool, file: Path) -> None:
    if there_was_one:
        note("before", BEGAN, 60)

    said = said_in_a_child(file, "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))")

    assert said == f"{file}: the disk does not take it; see whether there is room on it"
    assert scripts() == (["before"] if there_was_one else [])
    assert note("after", BEGAN, 60) is None
    assert all_aside(file) == ()


def test_who_holds_it_too_long_is_not_waited_for(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note("before", BEGAN, 60)
    monkeypatch.setattr(store, "PATIENCE", 0.2)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        said = note("x", BEGAN, 60)
        waited = time.monotonic() - began

    assert said == f"{file}: another program is using the record; try again in a moment"
    assert waited < 2
    assert scripts() == ["before"]


def test_who_only_reads_for_too_long_is_not_waited_for_either(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note("before", BEGAN, 60)
    monkeypatch.setattr(store, "PATIENCE", 0.2)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM ran").fetchall()
        said = note("x", BEGAN, 60)

    assert str(said).startswith(f"{file}: another program is using the record")
    assert scripts() == ["before"]


def test_a_python_without_sqlite_is_one_line(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, database.__name__, None)

    said = note("x", BEGAN, 60)

    assert said == f"{file}: this Python has no SQLite, which the record needs; install one that has it"


def test_the_lines_are_norwegian_where_norwegian_is_spoken(file: Path) -> None:
    i18n.use(Language.NB)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * 1000)

    assert "oversikten var skadet" in str(note("x", BEGAN, 60))
