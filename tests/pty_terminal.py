"""A real pseudo-terminal with the product in it, and a screen to read what it shows."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Self

COMMAND = (sys.executable, "-m", "assistant")
PATIENCE = 20.0
"""Seconds until a test gives up on something that ought to happen at once."""


def _own_the_terminal() -> None:
    """In the programme, before it begins: its terminal is this one, and it hears of its signals."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in (signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)


class Terminal:
    """Runs ``mellomrom`` with ``arguments`` in a terminal of ``columns`` by ``rows``; left, it ends what it ran."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 100,
        rows: int = 30,
        environ: Mapping[str, str] | None = None,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.written = bytearray()
        self.marks: list[tuple[float, int]] = []
        """When something was written (``time.monotonic``), and how many bytes had been by then."""
        self._fed = 0
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._parent, self._child = pty.openpty()
        self.resize(columns, rows)
        self.modes_before = termios.tcgetattr(self._child)
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [*command, *arguments],
            stdin=self._child,
            stdout=self._child,
            stderr=self._child,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environ or {})},
            start_new_session=True,
            preexec_fn=_own_the_terminal,  # noqa: PLW1509 - before any thread of ours
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def text(self) -> str:
        """What stands on the screen."""
        with self._lock:
            self._stream.feed(bytes(self.written[self._fed :]))
            self._fed = len(self.written)
            return "\n".join(line.rstrip() for line in self.screen.display)

    def raw(self) -> str:
        """All that has been written, escapes and all."""
        return self.written.decode("utf-8", "replace")

    def wait_for(self, *texts: str) -> str:
        """Wait until all ``texts`` stand on the screen; what does then."""
        self.wait_until(lambda: all(text in self.text() for text in texts), f"{texts} on the screen")
        return self.text()

    def wait_until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until ``true`` is."""
        until = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > until:
                raise AssertionError(f"waited in vain for {what}; the screen shows:\n{self.text()}")
            time.sleep(0.01)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._parent, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size, as a window manager does."""
        with self._lock:
            fcntl.ioctl(self._parent, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            self.screen.resize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the programme."""
        os.kill(self.process.pid, number)

    def ends(self) -> int:
        """Wait for the programme to end; its exit code."""
        code = self.process.wait(PATIENCE)
        self.ended = time.monotonic()
        self.wait_until(lambda: not self._pending(), "all that it wrote")
        return code

    def is_restored(self) -> bool:
        """Whether the terminal is as it was: its modes, the cursor, the main screen, no mouse and no pasting mode."""
        modes = termios.tcgetattr(self._child) == self.modes_before
        on = {b"\x1b[?25l": b"\x1b[?25h", b"\x1b[?1049h": b"\x1b[?1049l", b"\x1b[?1000h": b"\x1b[?1000l",
              b"\x1b[?1003h": b"\x1b[?1003l", b"\x1b[?2004h": b"\x1b[?2004l"}  # fmt: skip
        written = bytes(self.written)
        return modes and all(written.rfind(switch) <= written.rfind(back) for switch, back in on.items())

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        # A reader that is still there would keep it open, or read the next one that gets its number.
        self._closing.set()
        self._reader.join()
        for end in (self._parent, self._child):
            with contextlib.suppress(OSError):
                os.close(end)

    def _pending(self) -> bool:
        seen = len(self.written)
        time.sleep(0.05)
        return len(self.written) != seen

    def _read(self) -> None:
        while not self._closing.is_set():
            try:
                if not select.select([self._parent], [], [], 0.05)[0]:
                    continue
                data = os.read(self._parent, 65536)
            except OSError:
                return
            if not data:
                return
            with self._lock:
                self.written += data
                self.marks.append((time.monotonic(), len(self.written)))
