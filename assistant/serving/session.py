"""One app in a process of its own, and one browser that shows it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

from assistant.serving.messages import Looked, Ping, Resized, Typed
from assistant.sound.spawn import own_ground

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from assistant.serving.messages import Message

SERVED = {
    "TEXTUAL_DRIVER": "assistant.tui.served_driver:ServedDriver",
    # There is no terminal that could be asked.
    "TEXTUAL_COLOR_SYSTEM": "truecolor",
}
"""Tells an app what draws in it, and with how many colours."""

PRELUDE = b"__GANGLION__\n"
"""With this the driver begins; what stands before it is not its own."""

DATA, META = b"D", b"M"
"""Packets: keys or a picture; or something about them, in JSON. After that letter come four bytes that say how long."""

GRACE = 2.0
"""Seconds in which an app has to end when it is asked to. It takes a tenth of one."""

LAST_WORDS = 0.5
"""Seconds in which its pipes have to close when it has ended."""

PATIENCE = 10.0
"""Seconds in which an app has to read what was typed."""


class Session:
    """Speaks with an app as Textual's driver for the web wants it; written against Textual 8.2."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        draw: Callable[[bytes], Awaitable[None]],
        say: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        """``command`` runs the app, with ``environment`` beside ours. Nothing runs yet."""
        self._command = tuple(command)
        self._environment = environment
        self._draw, self._say, self._close = draw, say, close
        self._process: Process | None = None
        self._showing: asyncio.Task[None] | None = None
        self._is_shown = True
        """Whether the browser is still there."""

    async def start(self, columns: int, rows: int) -> None:
        """Run the app, in a window of that size. Raises ``OSError``."""
        ground = own_ground()
        size = {"COLUMNS": str(columns), "ROWS": str(rows)}
        environment = {**ground["env"], **SERVED, **size, **self._environment}
        # Not through a shell: there is nothing to quote, and who is asked to end is the app itself.
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            **(ground | {"env": environment}),
        )
        self._showing = asyncio.create_task(self._show(self._process))

    async def take(self, message: Message) -> None:
        """Hand on what the browser said.

        Raises ``TimeoutError`` where the app does not listen any more, and ``ConnectionError`` where it is gone.
        """
        async with asyncio.timeout(PATIENCE):
            match message:
                case Typed(keys):
                    # Half a character of those that need two is none.
                    await self._send(DATA, keys.encode("utf-8", "replace"))
                case Resized(columns, rows):
                    await self._tell({"type": "resize", "width": columns, "height": rows})
                case Looked(here):
                    await self._tell({"type": "focus" if here else "blur"})
                case Ping(mark):
                    await self._say(json.dumps(["pong", mark]))

    async def stop(self) -> None:
        """End the app, gently where it can be, and come back when it has ended."""
        if self._process is None or self._showing is None:
            return
        self._is_shown = False
        try:
            async with asyncio.timeout(GRACE):
                with contextlib.suppress(ConnectionError):  # it has ended already
                    await self._tell({"type": "quit"})
                _stdin(self._process).close()
                await self._process.wait()
        except TimeoutError:
            _kill(self._process)
            await self._process.wait()
        finally:
            _kill(self._process)
            # What it drew to the last is read, so that its pipes close; a child of its own may hold on to them.
            await asyncio.wait({self._showing}, timeout=LAST_WORDS)
            self._showing.cancel()

    async def _show(self, process: Process) -> None:
        """Show what the app draws, until it ends; then the browser is told."""
        assert process.stdout is not None  # noqa: S101 - it was asked for
        with contextlib.suppress(asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            await process.stdout.readuntil(PRELUDE)
            while True:
                kind, length = await process.stdout.readexactly(1), await process.stdout.readexactly(4)
                payload = await process.stdout.readexactly(int.from_bytes(length, "big"))
                # The rest is about files and links for a browser to open; the app has none.
                if kind == DATA:
                    await self._if_shown(self._draw, payload)
        await self._if_shown(self._close)

    async def _if_shown(self, do: Callable[..., Awaitable[object]], *what: bytes) -> None:
        if self._is_shown:
            try:
                await do(*what)
            except ConnectionError:
                self._is_shown = False

    async def _tell(self, about: Mapping[str, str | int]) -> None:
        await self._send(META, json.dumps(about).encode())

    async def _send(self, kind: bytes, payload: bytes) -> None:
        assert self._process is not None  # noqa: S101 - it has been started
        stdin = _stdin(self._process)
        stdin.write(kind + len(payload).to_bytes(4, "big") + payload)
        await stdin.drain()


def _stdin(process: Process) -> asyncio.StreamWriter:
    assert process.stdin is not None  # noqa: S101 - it was asked for
    return process.stdin


def _kill(process: Process) -> None:
    """End it at once, where it has not ended."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
