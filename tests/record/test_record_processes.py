"""Several processes share the record, and one that is killed takes nothing with it."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant import paths
from assistant.record.aside import all_aside
from assistant.record.store import ran
from tests.record.record_children import ask, says, writer

EVER = (dt.date.min, dt.date.max)


def scripts() -> list[str]:
    return [one.script for one in ran(*EVER)]


@pytest.mark.slow
def test_of_a_process_that_is_killed_fifty_times_every_row_that_it_had_written_is_there() -> None:
    told: list[str] = []
    drawn = random.Random(1)  # noqa: S311 - no secret
    for life in range(50):
        with writer(paths.record(), f"life{life}", 1000) as child:
            told += [says(child) for _ in range(drawn.randint(1, 12))]
            child.kill()
            assert child.stdout is not None
            told += [line for line in child.stdout.read().split("\n")[:-1] if line]

    found = scripts()
    assert set(told) - set(found) == set()
    assert len(set(found)) == len(found) <= len(told) + 50  # the one under way may have been written or not
    assert all_aside(paths.record()) == ()
    with closing(sqlite3.connect(paths.record())) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.slow
def test_two_processes_that_write_at_once_lose_nothing() -> None:
    with writer(paths.record(), "one", 200) as one, writer(paths.record(), "two", 200) as two:
        told = {line for child in (one, two) for line in child.communicate()[0].split()}

    assert told == {f"{name}-{number}" for name in ("one", "two") for number in range(200)}
    assert sorted(scripts()) == sorted(told)


@pytest.mark.slow
def test_two_processes_that_find_it_damaged_at_once_set_it_aside_once_and_both_write() -> None:
    file, rounds = paths.record(), 20
    file.parent.mkdir(parents=True)
    with writer(file, "one", rounds, asked=True) as one, writer(file, "two", rounds, asked=True) as two:
        for number in range(rounds):
            file.write_bytes(b"Damaged." * 1000)
            ask(one)
            ask(two)
            told = says(one), says(two)

            assert sum("was damaged" in line for line in told) == 1, told
            assert sorted(scripts()) == [f"one-{number}", f"two-{number}"]
            assert len(all_aside(file)) == number + 1


def test_the_record_is_closed_when_it_has_been_used(tmp_path: Path) -> None:
    """Else it could not be erased or moved on Windows."""
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("needs /proc")
    ran(*EVER)

    assert not [fd for fd in Path("/proc/self/fd").iterdir() if fd.exists() and fd.resolve() == paths.record()]
