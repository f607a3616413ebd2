"""The side of the notes: whatever comes over the connection, they go on."""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import threading
from typing import TYPE_CHECKING

import pytest

from assistant.presenting import watching as room
from assistant.presenting.desk import Desk
from assistant.presenting.message import LARGEST, packed
from assistant.presenting.watching import Seen, Watching
from tests.presenting.presenting_child import PATIENCE, a_told, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEWER = packed(a_told()).replace(b'"version":1', b'"version":99')


def framed(message: bytes) -> bytes:
    return struct.pack("!i", len(message)) + message


@contextlib.contextmanager
def impostor(runtime: Path, sent: bytes, *, stays: bool = True, hears: bool = False) -> Iterator[list[socket.socket]]:
    """Sits where a presentation would, and sends what it likes to whoever comes; the guests that it has had."""
    runtime.mkdir(mode=0o700, exist_ok=True)
    guests: list[socket.socket] = []
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(runtime / "presenting"))
        listening.listen()

        def answer() -> None:
            with contextlib.suppress(OSError):
                while True:
                    guest, _ = listening.accept()
                    guests.append(guest)
                    if hears:
                        guest.recv(64)
                    guest.sendall(sent)
                    if not stays:
                        guest.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield guests
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(10)
        for guest in guests:
            guest.close()


@pytest.fixture
def watching() -> Iterator[Watching]:
    notes = Watching()
    yield notes
    notes.close()


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        (framed(b"nonsense"), "cannot be read"),
        (framed(os.urandom(3000)), "cannot be read"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "cannot be read"),
        (framed(b"x" * (LARGEST + 1)), "cannot be read"),
        (struct.pack("!iQ", -1, 2**40), "cannot be read"),
        (framed(packed(a_told()))[:-5], "cannot be read"),
        (struct.pack("!i", -7), "cannot be read"),
        (framed(NEWER), "another version of Mellomrom"),
    ],
    ids=["nonsense", "noise", "web", "huge", "giant", "half", "negative", "newer"],
)
def test_whatever_comes_is_one_plain_line_and_a_true_presentation_is_followed_after_it(
    sent: bytes, line: str, runtime: Path, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "AFTER_NONSENSE", 0.05)
    with impostor(runtime, sent):
        watching.start()
        wait_for(lambda: line in watching.seen.trouble, line)
        assert watching.seen.told is None

    desk = Desk.open()
    desk.tell(a_told("true"))
    wait_for(lambda: watching.seen == Seen(a_told("true"), is_there=True), "the true one")
    desk.close()
    wait_for(lambda: watching.seen == Seen(), "it is over")


@pytest.mark.parametrize("hears", [False, True], ids=["at-once", "when-asked"])
def test_one_that_goes_without_a_word_is_none(runtime: Path, watching: Watching, hears: bool) -> None:
    seen: list[Seen] = []
    with impostor(runtime, b"", stays=False, hears=hears) as guests:
        watching.start(lambda: seen.append(watching.seen))
        # Whoever knocks again has done with the one before.
        wait_for(lambda: len(guests) > 1, "it is knocked at again")

        assert seen == []
        assert watching.seen == Seen()


def test_it_can_be_closed_while_a_presentation_hangs(
    runtime: Path, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "SILENCE", 0.05)
    with impostor(runtime, b"") as guests:
        watching.start()
        wait_for(lambda: "does not answer" in watching.seen.trouble, "the silence")
        watching.close()

        guests[0].settimeout(PATIENCE)
        while guests[0].recv(64):  # what it has asked; nothing comes after it only where it has gone
            pass


def test_once_closed_it_tells_of_nothing_more(
    runtime: Path, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Seen] = []
    desk = Desk.open()
    watching.start(lambda: seen.append(watching.seen))
    desk.tell(a_told("first"))
    wait_for(lambda: bool(seen) and seen[-1].told == a_told("first"), "the first")
    watching.close()
    desk.tell(a_told("second"))
    desk.close()
    wait_for(lambda: not any(thread.name == "watching" for thread in threading.enumerate()), "the thread is gone")

    assert seen[-1].told == a_told("first")


def test_knocking_says_whether_somebody_presents_and_holds_the_way_open(runtime: Path, watching: Watching) -> None:
    assert not watching.knock()
    assert watching.seen == Seen()

    with impostor(runtime, framed(packed(a_told("first")))) as guests:
        assert watching.knock()
        assert watching.seen == Seen(is_there=True)
        watching.start()
        wait_for(lambda: watching.seen.told == a_told("first"), "what is told")

        assert len(guests) == 1


def test_one_that_falls_silent_is_told_of_until_it_speaks(
    runtime: Path, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "SILENCE", 0.05)
    with impostor(runtime, framed(packed(a_told("first")))):
        watching.start()
        wait_for(lambda: "does not answer" in watching.seen.trouble, "the silence")

        assert watching.seen.told == a_told("first")


def test_escapes_in_what_is_told_never_reach_a_terminal(runtime: Path, watching: Watching) -> None:
    with impostor(runtime, framed(packed(a_told("\x1b[2Jgone\x1b]0;x\x07\u202e", title="a\nb")))):
        watching.start()
        wait_for(lambda: watching.seen.told is not None, "what is told")

        assert watching.seen.told == a_told("gone", title="a b")


def test_what_somebody_else_has_put_there_is_not_followed(
    runtime: Path, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    with impostor(runtime, framed(packed(a_told()))):
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)

        assert not watching.knock()


def test_a_wait_ends_with_the_news(watching: Watching, runtime: Path) -> None:
    desk = Desk.open()
    watching.start()
    wait_for(lambda: watching.seen.is_there, "it is there")
    before = watching.seen
    threading.Timer(0.05, desk.tell, (a_told("news"),)).start()

    assert watching.wait(before, 20).told == a_told("news")
    assert watching.wait(watching.seen, 0.01).told == a_told("news")
    desk.close()
