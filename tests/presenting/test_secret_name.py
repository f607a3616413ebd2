"""A name that only whoever may read its file can know."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Listener
from typing import TYPE_CHECKING

import pytest

from assistant.presenting.secret_name import BYTES, make_secret, secret_name
from assistant.presenting.transport import Ground

if TYPE_CHECKING:
    from pathlib import Path


def test_nobody_else_may_read_it_and_it_stays_the_same_while_it_is_there(runtime: Path) -> None:
    file = runtime / "presenting"
    make_secret(file)
    name = secret_name(file)
    make_secret(file)

    assert secret_name(file) == name
    assert len(bytes.fromhex(name)) == BYTES
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(runtime.stat().st_mode)) == (0o600, 0o700)
    assert list(runtime.iterdir()) == [file]


def test_where_there_is_none_there_is_no_name(runtime: Path) -> None:
    with pytest.raises(FileNotFoundError):
        secret_name(runtime / "presenting")


def test_of_many_who_make_it_at_once_all_find_the_same(runtime: Path) -> None:
    def make_and_read(_: int) -> str:
        make_secret(runtime / "presenting")
        return secret_name(runtime / "presenting")

    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(make_and_read, range(200)))) == 1
    assert list(runtime.iterdir()) == [runtime / "presenting"]


def test_it_goes_with_the_presentation_and_the_next_one_is_another(runtime: Path) -> None:
    file = runtime / "presenting"
    make_secret(file)
    name = secret_name(file)
    Ground(Listener(str(runtime / "way"), "AF_UNIX"), secret=file).close()

    assert list(runtime.iterdir()) == []
    make_secret(file)
    assert secret_name(file) != name
