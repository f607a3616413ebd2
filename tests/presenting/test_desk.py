"""The side of whoever presents: who may listen, where, and that nobody holds it up."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
import struct
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.presenting.desk import AT_LATEST, AlreadyPresenting, Desk
from assistant.presenting.watching import Watching
from tests.presenting.presenting_child import a_told, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 0.05
"""Seconds. What holds nobody up takes a thousandth of that."""


@pytest.fixture
def desk(runtime: Path) -> Iterator[Desk]:
    opened = Desk.open()
    assert not opened.trouble
    yield opened
    opened.close()


@contextlib.contextmanager
def somebody(runtime: Path) -> Iterator[socket.socket]:
    """Who knocks without knowing how one asks."""
    with socket.socket(socket.AF_UNIX) as knocking:
        knocking.connect(str(runtime / "presenting"))
        yield knocking


def follows(desk: Desk, words: str) -> None:
    """An honest follower gets what is told now."""
    watching = Watching()
    watching.start()
    desk.tell(a_told(words))
    wait_for(lambda: watching.seen.told is not None and watching.seen.told.words == words, words)
    watching.close()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_else_may_read_it_and_nothing_is_left(runtime: Path) -> None:
    runtime.mkdir(mode=0o755)
    desk = Desk.open()

    assert (mode(runtime), mode(runtime / "presenting")) == (0o700, 0o600)
    desk.close()
    assert list(runtime.iterdir()) == []


def test_who_comes_later_gets_the_newest_at_once(desk: Desk) -> None:
    for words in ("first", "second", "third"):
        desk.tell(a_told(words))
    watching = Watching()

    watching.start()
    wait_for(lambda: watching.seen.told is not None, "the newest")
    assert watching.seen.told == a_told("third")


def test_only_one_presents_and_after_it_another_may(desk: Desk) -> None:
    with pytest.raises(AlreadyPresenting, match="is running on this machine already; end it first"):
        Desk.open()
    desk.close()

    another = Desk.open()
    follows(another, "another")
    another.close()


def place_of_a_file(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime.write_text("")


def place_of_a_link(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (runtime.parent / "elsewhere").mkdir()
    runtime.symlink_to("elsewhere")


def place_of_somebody_else(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)


def too_long_a_name(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "runtime", lambda: runtime / ("long" * 30))


def place_that_the_system_refuses(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise PermissionError

    monkeypatch.setattr(paths, "runtime", refuse)


@pytest.mark.parametrize(
    ("stands_in_the_way", "line"),
    [
        (place_of_a_file, "none can be made"),
        (place_of_a_link, "none can be made"),
        (place_of_somebody_else, "belongs to somebody else"),
        (too_long_a_name, "is too long"),
        (place_that_the_system_refuses, "none can be made"),
    ],
)
def test_where_nobody_can_listen_the_presentation_goes_on(
    stands_in_the_way: object, line: str, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(stands_in_the_way)
    stands_in_the_way(runtime, monkeypatch)
    desk = Desk.open()

    assert line in desk.trouble
    assert "\n" not in desk.trouble
    desk.tell(a_told())
    desk.close()
    assert not Watching().knock()


def test_a_folder_that_the_environment_names_is_never_made(
    own_home: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def place(named: Path | None) -> Path:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
        if named is not None:
            monkeypatch.setenv("XDG_RUNTIME_DIR", str(named))
        paths._user.cache_clear()
        return paths.runtime()

    missing = own_home / "not" / "there"

    assert place(runtime.parent) == runtime
    assert place(missing) == place(None)
    assert not missing.parent.exists()


def test_a_folder_that_cannot_be_written_in_is_told_of(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from multiprocessing import connection

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(connection, "Listener", refuse)

    assert "cannot be written in" in Desk.open().trouble


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET / HTTP/1.1\r\n\r\n", os.urandom(4096), struct.pack("!i", 4), struct.pack("!i", 4) + b"ne",
     struct.pack("!i", -5), struct.pack("!i", 2**31 - 1), struct.pack("!iQ", -1, 2**40), b"\0\0\0\4nope"],
    ids=["silent", "web", "noise", "half", "half-a-word", "negative", "huge", "giant", "other-words"],
)  # fmt: skip
def test_whoever_else_knocks_holds_nobody_up(desk: Desk, runtime: Path, sent: bytes) -> None:
    with somebody(runtime) as stranger:
        stranger.sendall(sent)

        follows(desk, "first")
        follows(desk, "second")


def test_many_who_say_nothing_hold_nobody_up(desk: Desk, runtime: Path) -> None:
    with contextlib.ExitStack() as strangers:
        for _ in range(30):
            strangers.enter_context(somebody(runtime))

        follows(desk, "heard")


def test_followers_who_never_read_do_not_hold_it_up(desk: Desk, runtime: Path) -> None:
    """Each asks a thousand times, and takes no answer."""
    with contextlib.ExitStack() as strangers:
        for _ in range(5):
            greedy = strangers.enter_context(somebody(runtime))
            greedy.sendall((struct.pack("!i", 4) + b"next") * 1000)
        slowest = 0.0
        for number in range(2000):
            began = time.perf_counter()
            desk.tell(a_told("x" * 400 + str(number)))
            slowest = max(slowest, time.perf_counter() - began)
        follows(desk, "heard")

    assert slowest < AT_ONCE * 10


def ask(stranger: socket.socket) -> bytes:
    """Ask as one does, and wait for the answer."""
    stranger.sendall(struct.pack("!i", 4) + b"next")
    (size,) = struct.unpack("!i", stranger.recv(4, socket.MSG_WAITALL))
    return stranger.recv(size, socket.MSG_WAITALL)


def tell_often(desk: Desk, words: str) -> None:
    for _ in range(1000):
        desk.tell(a_told(words))


def test_a_slow_follower_skips_what_is_stale(desk: Desk, runtime: Path) -> None:
    with somebody(runtime) as slow:
        desk.tell(a_told("first"))
        assert b"first" in ask(slow)
        for number in range(1000):
            desk.tell(a_told(f"number {number}"))
        assert b"number 999" in ask(slow)


def test_half_a_character_stops_nothing(desk: Desk) -> None:
    desk.tell(a_told("\ud800"))

    follows(desk, "whole")


def test_what_has_not_changed_is_not_sent_again_before_a_second(desk: Desk, runtime: Path) -> None:
    desk.tell(a_told("same"))
    with somebody(runtime) as honest:
        assert b"same" in ask(honest)
        asked = time.monotonic()
        again = threading.Thread(target=tell_often, args=(desk, "same"))
        again.start()
        assert b"same" in ask(honest)
        assert time.monotonic() - asked >= AT_LATEST
        again.join()

        desk.tell(a_told("other"))
        assert b"other" in ask(honest)


def test_it_leaves_no_thread_and_no_open_file_behind(runtime: Path) -> None:
    def open_files() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(2):  # what is opened once, such as a random source, is open by then
        files, threads = open_files(), threading.active_count()
        desk = Desk.open()
        follows(desk, "heard")
        began = time.perf_counter()
        desk.close()
        assert time.perf_counter() - began < AT_ONCE * 10
        wait_for(lambda before=threads: threading.active_count() <= before, "the threads are gone")  # type: ignore[misc]

    wait_for(lambda: open_files() <= files, "the files are closed")
