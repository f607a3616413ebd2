"""A file that one process has alone."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from assistant.outfile import alone, locked

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")


def test_the_second_does_not_get_it_before_the_first_has_closed_it(tmp_path: Path) -> None:
    path = tmp_path / "part"

    with path.open("wb") as first, path.open("rb") as second:
        assert locked(first)
        assert not locked(second)
        first.close()
        assert locked(second)


def test_one_goes_on_without_after_a_moment_where_somebody_else_stays_inside(tmp_path: Path) -> None:
    with alone(tmp_path) as first, alone(tmp_path) as second:
        assert (first, second) == (True, False)


def test_one_waits_as_long_as_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other, waited = os.open(tmp_path, os.O_RDONLY), 0.0
    assert locked(other)

    def sleep(seconds: float) -> None:
        nonlocal waited
        waited += seconds
        if waited > 5 and locked(other):
            os.close(other)

    monkeypatch.setattr("assistant.outfile.time", SimpleNamespace(monotonic=lambda: waited, sleep=sleep))

    with alone(tmp_path, 10) as is_ours:
        assert is_ours
    assert 5 < waited < 6
