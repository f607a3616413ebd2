"""Has calendars read in a process of their own, which is ended if it takes too long."""

from __future__ import annotations

import subprocess
import threading
from typing import TYPE_CHECKING

from assistant.calendar.messages import Ask, Reading, decode_reading, encode
from assistant.calendar.trouble import Trouble
from assistant.sound.spawn import module_command, own_ground

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 20.0
"""Seconds that a calendar may take."""


class Reader:
    """``read`` from one thread, ``close`` from any."""

    def __init__(self, patience: float = PATIENCE, command: Sequence[str] = ()) -> None:
        """``patience`` in seconds; ``command`` is for tests."""
        self._patience = patience
        self._command = list(command) or module_command("assistant.calendar.child")
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def read(self, ask: Ask) -> Reading | None:
        """What was found, or what is wrong; None once it is closed."""
        try:
            answer = self._answer(encode(ask))
            reading = None if answer is None else decode_reading(answer)
        except subprocess.TimeoutExpired:
            reading = Reading(trouble=Trouble.TOO_LONG)
        except (OSError, ValueError):  # no such program, or no message
            reading = Reading(trouble=Trouble.LOST)
        return None if self._closed else reading

    def close(self) -> None:
        """End it, now."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def _answer(self, question: bytes) -> bytes | None:
        with self._lock:
            if self._closed:
                return None
            self._process = process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                **own_ground(),
            )
        with process:
            try:
                answer: bytes = process.communicate(question, self._patience)[0]
                return answer
            finally:
                process.kill()
