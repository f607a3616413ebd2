"""``mellomrom serve`` in a process of its own, and what a browser shows of it."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp
import psutil
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Self

    from playwright.sync_api import Page, WebSocket

PATIENCE = 30.0
"""Seconds until a test gives up on something that ought to happen at once."""

SOCKET = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}  # fmt: skip
"""Headers with which a browser asks for a socket, but for whose page it is."""

WITH_PLACES = "from assistant.serving import visits; visits.MOST = {}; from assistant.cli import main; main()"
"""A program with so many places."""


def wait_until(true: Callable[[], object], what: Callable[[], str] | str, pause: Callable[[float], object]) -> None:
    """Wait until ``true`` is, with a ``pause`` of so many seconds between two looks."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, f"waited in vain for {what if isinstance(what, str) else what()}"
        pause(0.02)


class Served:
    """A server with ``options``; left, it has ended, and everything that it started."""

    def __init__(self, *options: str, language: str = "en", places: int | None = None) -> None:
        program = ["-m", "assistant"] if places is None else ["-c", WITH_PLACES.format(places)]
        self.process = subprocess.Popen(
            [sys.executable, *program, "serve", "--port", "0", "--lang", language, *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.said = list(self._until_open())
        self.address = next(word for line in self.said for word in line.split() if word.startswith("http://"))
        self._seen: set[psutil.Process] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        psutil.wait_procs(self._seen, PATIENCE)

    @property
    def host(self) -> str:
        """Name and port in its address."""
        return urlsplit(self.address).netloc

    @property
    def port(self) -> int:
        port = urlsplit(self.address).port
        assert port is not None
        return port

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @property
    def socket(self) -> str:
        """Where its page opens the app."""
        return f"{self.address}ws"

    @property
    def origin(self) -> dict[str, str]:
        """What its page tells of itself there."""
        return {"Origin": f"http://{self.host}"}

    def apps(self) -> list[psutil.Process]:
        """The apps that it runs now."""
        apps: list[psutil.Process] = [
            child for child in psutil.Process(self.process.pid).children() if child.status() != "zombie"
        ]
        self._seen.update(self.all_below())
        return apps

    def all_below(self) -> list[psutil.Process]:
        """Every process that it started, and those that they started."""
        below: list[psutil.Process] = psutil.Process(self.process.pid).children(recursive=True)
        return below

    def ask(self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> tuple[int, str]:
        """Status and text of what it answers to a request that is made by hand."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=dict(headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def ends(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Send it a signal; its exit code, and what it wrote on standard error."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """The same, of one that is told to already."""
        _rest, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors

    def _until_open(self) -> Iterator[str]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            yield line.rstrip("\n")
            if "Ctrl+C" in line:
                return
        raise AssertionError(f"it is not open: {self.process.communicate()[1]}")


async def until(true: Callable[[], object]) -> None:
    """Wait until ``true`` is, while sockets that were opened by hand go on."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.02)


async def drawn(socket: aiohttp.ClientWebSocketResponse) -> None:
    """Until a picture has come."""
    async with asyncio.timeout(PATIENCE):
        while len(await socket.receive_bytes()) < 1000:
            pass


class Tab:
    """A tab of a browser, and the screen that its app draws in it: read from what the page receives."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.asked: list[str] = []
        """All addresses that something was fetched from."""
        self.errors: list[str] = []
        self._screen = pyte.Screen(200, 60)
        self._stream = pyte.ByteStream(self._screen)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("websocket", self._connected)
        page.goto(address)

    def text(self) -> str:
        """What stands on the screen."""
        # pyte's own way measures every character; none here is wider than one.
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        return "\n".join("".join(self._screen.buffer[row][at].data for at in columns).rstrip() for row in rows)

    def wait_for(self, *texts: str) -> None:
        """Wait until all ``texts`` stand on the screen."""
        self.wait_until(lambda: all(text in self.text() for text in texts), f"{texts}")

    def wait_until(self, true: Callable[[], object], what: str) -> None:
        """Wait until ``true`` is; the page goes on meanwhile."""
        wait_until(
            true, lambda: f"{what}; the screen shows:\n{self.text()}", lambda s: self.page.wait_for_timeout(s * 1000)
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def reload(self) -> None:
        """As somebody does who wants it anew."""
        with self.page.expect_websocket():
            self.page.reload()

    def _connected(self, socket: WebSocket) -> None:
        self._screen.reset()  # what the app before drew to the last
        self.asked.append(socket.url)
        socket.on("framereceived", lambda data: self._stream.feed(data) if isinstance(data, bytes) else None)
