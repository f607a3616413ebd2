"""A server ends at once, whatever it is busy with, and nothing is left of it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import psutil
import pytest

from assistant import settings
from assistant.serving.ending import by_signals
from assistant.serving.passing import LOCK, PREFIX, passing_folder, remove_left_behind
from tests.serving.served import PATIENCE, Served, drawn, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.slow


@contextlib.asynccontextmanager
async def visitors(served: Served, number: int = 1) -> AsyncIterator[list[aiohttp.ClientWebSocketResponse]]:
    """So many have come; their apps may still be on their way. Browsers answer a goodbye, and so do they."""
    async with aiohttp.ClientSession(headers=served.origin) as session:
        sockets = await asyncio.gather(*(session.ws_connect(served.socket) for _ in range(number)))
        yield sockets
        await asyncio.gather(*(socket.close() for socket in sockets))


async def listens(socket: aiohttp.ClientWebSocketResponse) -> int | None:
    """Until it is closed; the code."""
    while not socket.closed:
        await socket.receive()
    return socket.close_code


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_ends_it_and_all_that_it_started(number: signal.Signals, own_home: Path) -> None:
    settings.remember({"welcomed": True, "sound": "bell"})
    with Served() as served:
        async with visitors(served) as (visitor,):
            await drawn(visitor)
            await visitor.send_str('["stdin", " "]')
            await until(lambda: len(served.all_below()) > 1)  # what sounds is a process of its own
            below = served.all_below()
            served.process.send_signal(number)
            assert await listens(visitor) == aiohttp.WSCloseCode.GOING_AWAY

        assert served.ended() == (0, "")
        _gone, there = psutil.wait_procs(below, 5)
        assert there == []


def test_a_key_that_is_held_ends_it_once(served_to_guests: Served, temporary: Path) -> None:
    process = served_to_guests.process

    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.01)

    assert served_to_guests.ended() == (0, "")
    assert list(temporary.iterdir()) == []


async def test_it_ends_at_once_while_many_are_arriving(served_to_guests: Served, temporary: Path) -> None:
    async with visitors(served_to_guests, 30) as arriving:
        await until(served_to_guests.apps)
        served_to_guests.process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        await asyncio.gather(*map(listens, arriving))
        ended = await asyncio.to_thread(served_to_guests.ended)

    assert ended == (0, "")
    assert time.monotonic() - began < 10
    assert list(temporary.iterdir()) == []


async def test_apps_end_by_themselves_when_their_server_is_killed(served: Served) -> None:
    async with visitors(served) as (visitor,):
        await drawn(visitor)
        below = served.all_below()

        assert served.ends(signal.SIGKILL) == (-signal.SIGKILL, "")

    _gone, there = psutil.wait_procs(below, PATIENCE)
    assert there == []


def test_what_a_killed_server_left_is_removed_by_the_next(served_to_guests: Served, temporary: Path) -> None:
    assert served_to_guests.ends(signal.SIGKILL)[0] == -signal.SIGKILL
    (left,) = temporary.iterdir()
    (temporary / f"{PREFIX}else").symlink_to(temporary.parent)
    (temporary / f"{PREFIX}new").mkdir()

    with Served("--host", "0.0.0.0") as living, Served():  # noqa: S104 - guests come
        there = {path.name for path in temporary.iterdir()}
        assert left.name not in there
        assert len(there - {f"{PREFIX}else", f"{PREFIX}new"}) == 1
        assert living.ends() == (0, "")
    assert temporary.parent.is_dir()


def test_a_folder_whose_server_lives_stays(temporary: Path) -> None:
    with passing_folder() as folder:
        remove_left_behind()

        assert (folder / LOCK).is_file()


def test_signals_are_as_they_were_where_none_has_come() -> None:
    before = signal.getsignal(signal.SIGINT)

    with by_signals() as ending:
        assert signal.getsignal(signal.SIGINT) != before

    assert not ending.is_told
    assert signal.getsignal(signal.SIGINT) is before
