"""A child process that one speaks with line by line, and that may be killed at any time."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 1 << 16
"""Bytes of one line; no message comes near."""

JOIN = 1.0
"""Seconds for the pipe of a dead child to run dry; it takes a thousandth of one."""

PACKAGE_PARENT = Path(__file__).parents[2]


class ChildLost(Exception):  # noqa: N818
    """The child has ended, or does not answer in time."""


def apart() -> dict[str, Any]:
    """How a child is started so that it shares nothing with the terminal, Ctrl+C least of all.

    It starts where our package lies, so that it finds it and holds on to no folder of the user's.
    """
    quiet: dict[str, Any] = {"stderr": subprocess.DEVNULL, "cwd": PACKAGE_PARENT}
    if sys.platform == "win32":
        return quiet | {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return quiet | {"start_new_session": True}


class Child:
    """One child process. ``send`` and ``receive`` from one thread, ``kill`` from any."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start ``command``. Raises ``ChildLost`` if there is no such program."""
        try:
            self._process = subprocess.Popen(list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **apart())
        except OSError as error:
            raise ChildLost(str(error)) from error
        assert self._process.stdin is not None  # noqa: S101 - both were asked for
        assert self._process.stdout is not None  # noqa: S101
        self._input, self._output = self._process.stdin, self._process.stdout
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        # A thread, since Windows cannot wait for a pipe with a time limit.
        self._reader = threading.Thread(target=self._read, name="voice", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def send(self, line: str) -> None:
        """Write one line. Raises ``ChildLost``."""
        try:
            self._input.write(line.encode("ascii"))
            self._input.flush()
        except (OSError, ValueError) as error:
            raise ChildLost(str(error)) from error

    def receive(self, seconds: float) -> bytes:
        """The next line, waited for so many seconds. Raises ``ChildLost``."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            message = "no answer"
            raise ChildLost(message) from None
        if line is None:
            message = "ended"
            raise ChildLost(message)
        return line

    def kill(self) -> None:
        """End it at once and leave nothing of it behind. May be called twice."""
        self._process.kill()
        self._process.wait()
        self._reader.join(JOIN)
        try:
            self._input.close()
        except OSError:  # there was still something in it, and nobody to read it
            return

    def _read(self) -> None:
        with self._output as output:
            while line := output.readline(LONGEST):
                self._lines.put(line)
        self._lines.put(None)
