"""One app in a process of its own, and one browser that shows it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from assistant.serving.messages import Looked, Ping, Resized, Typed
from assistant.sound.spawn import own_ground

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from assistant.serving.messages import Message

DRIVER = "assistant.tui.served_driver:ServedDriver"
"""What draws in the app, as Textual wants it named."""

PRELUDE = b"__GANGLION__\n"
"""With this the driver begins; what stands before it is not its own."""

GRACE = 2.0
"""Seconds in which an app has to end when it is asked to. It takes a tenth of one."""

PATIENCE = 10.0
"""Seconds in which an app has to read what was typed."""


class Session(AppService):
    """Written against textual-serve 1.1: its way to speak with an app, without its shell, logs and downloads."""

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

        async def close_it() -> None:
            await close()

        downloads = DownloadManager()  # of which there are none
        super().__init__("", write_bytes=draw, write_str=say, close=close_it, download_manager=downloads)
        self._argv = tuple(command)
        self._environment = environment
        self._is_shown = True
        """Whether the browser is still there."""

    async def take(self, message: Message) -> None:
        """Hand on what the browser said. Raises ``TimeoutError`` where the app does not listen any more."""
        async with asyncio.timeout(PATIENCE):
            match message:
                case Typed(keys):
                    # Half a character of those that need two is none.
                    await self.send_bytes(keys.encode("utf-8", "replace"))
                case Resized(columns, rows):
                    await self.set_terminal_size(columns, rows)
                case Looked(here):
                    await (self.focus() if here else self.blur())
                case Ping(mark):
                    await self.remote_write_str(json.dumps(["pong", mark]))

    async def run(self) -> None:
        """Show what the app draws, until it ends; then the browser is told."""
        process = self._running
        assert process.stdout is not None  # noqa: S101 - it was asked for
        with contextlib.suppress(asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            await process.stdout.readuntil(PRELUDE)
            while True:
                kind, length = await process.stdout.readexactly(1), await process.stdout.readexactly(4)
                payload = await process.stdout.readexactly(int.from_bytes(length, "big"))
                # The rest is about files and links for a browser to open; the app has none.
                if kind == b"D":
                    await self._draw(payload)
        await self._close()

    async def stop(self) -> None:
        """End the app, gently where it can be, and come back when it has ended. May be called twice."""
        task, self._task = self._task, None
        if task is None:
            return
        self._is_shown = False
        process = self._running
        try:
            async with asyncio.timeout(GRACE):
                await self.send_meta({"type": "quit"})
                self.stdin.close()
                await process.wait()
        except TimeoutError:
            self.kill()
            await process.wait()
        finally:
            self.kill()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def kill(self) -> None:
        """End it at once. May be called when it has ended."""
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    @property
    def _running(self) -> Process:
        assert self._process is not None  # noqa: S101 - it has been started
        return self._process

    async def _draw(self, payload: bytes) -> None:
        if self._is_shown:
            try:
                await self.remote_write_bytes(payload)
            except ConnectionError:
                self._is_shown = False

    async def _close(self) -> None:
        if self._is_shown:
            with contextlib.suppress(ConnectionError):
                await self.remote_close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        path = {"PYTHONPATH": own_ground()["env"]["PYTHONPATH"]}
        return {**super()._build_environment(width, height), **path, **self._environment, "TEXTUAL_DRIVER": DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # Not through a shell: there is nothing to quote, and who is asked to end is the app itself.
        self._process = await asyncio.create_subprocess_exec(
            *self._argv,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            **{**own_ground(), "env": self._build_environment(width, height)},
        )
        self._stdin = self._process.stdin
        return self._process
