"""A child process that is spoken to in lines of JSON, and that can never make its parent wait."""

from __future__ import annotations

import queue
import subprocess
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Final

from assistant.sound.messages import LONGEST, Message, decode, encode
from assistant.sound.spawn import own_ground

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WAITING = 512
"""Messages that may wait for a child that does not read."""
NONSENSE = 64
"""Lines without meaning after which a child is not listened to any longer."""
TO_END = 1.0
"""Seconds that a child which has closed its end may take to be gone."""

_THE_END: Final = None


class Companion:
    """One child process. All methods return at once and none raises.

    Threads of its own start it, write to it, read from it and see it to its end. ``on_event`` gets what it says,
    ``on_end`` is called once when it is gone, for whatever reason; both in the reading thread.
    """

    def __init__(self, command: Sequence[str], on_event: Callable[[Message], None], on_end: Callable[[], None]) -> None:
        self.gone = threading.Event()
        """Set when there is no process any more, nor its shadow in the table of processes."""
        self._command = command
        self._on_event = on_event
        self._on_end = on_end
        self._lines: queue.Queue[bytes | None] = queue.Queue(WAITING)
        self._process: subprocess.Popen[bytes] | None = None
        self._killed = False
        self._in_turn = threading.Lock()
        self._numbers = 0
        self._unanswered: deque[tuple[int, float]] = deque()
        threading.Thread(target=self._speak, name="sound: to the child", daemon=True).start()

    def send(self, message: Message) -> bool:
        """Have ``message`` written; says whether there was room for it. The child answers that it ``did`` it."""
        with self._in_turn:
            self._numbers += 1
            self._unanswered.append((self._numbers, time.monotonic()))
            return self._queue(encode({**message, "n": self._numbers}))

    def overdue(self, patience: float) -> bool:
        """Whether a message has been unanswered for more than ``patience`` seconds."""
        try:
            _, since = self._unanswered[0]
        except IndexError:
            return False
        return time.monotonic() - since > patience

    def leave(self, within: float) -> None:
        """Say no more, and see that it is gone ``within`` so many seconds."""
        if self._queue(_THE_END):
            threading.Thread(target=self._see_out, args=(within,), name="sound: out", daemon=True).start()
        else:
            self.kill()

    def kill(self) -> None:
        """End it, now."""
        self._killed = True
        if self._process is not None:
            self._process.kill()

    def _queue(self, line: bytes | None) -> bool:
        try:
            self._lines.put_nowait(line)
        except queue.Full:
            return False
        return True

    def _see_out(self, within: float) -> None:
        if not self.gone.wait(within):
            self.kill()

    def _speak(self) -> None:
        try:
            self._process = process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                **own_ground(),
            )
        except OSError:
            self._end()
            return
        if self._killed:
            process.kill()
        threading.Thread(target=self._listen, args=(process,), name="sound: from the child", daemon=True).start()
        assert process.stdin is not None  # noqa: S101 - it is a pipe
        try:
            with process.stdin as pipe:
                while (line := self._lines.get()) is not _THE_END:
                    pipe.write(line)
                    pipe.flush()
        except OSError:
            return  # it reads no longer; the listener sees what becomes of it

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        nonsense = 0
        with process.stdout as pipe:
            while nonsense < NONSENSE and (line := pipe.readline(LONGEST)):
                event = decode(line)
                if event is None:
                    nonsense += 1
                elif event.get("event") == "did":
                    self._answered(event.get("n"))
                else:
                    self._on_event(event)
            if nonsense >= NONSENSE:
                process.kill()
        try:
            process.wait(TO_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._end()

    def _answered(self, number: object) -> None:
        while self._unanswered and isinstance(number, int) and self._unanswered[0][0] <= number:
            self._unanswered.popleft()

    def _end(self) -> None:
        self.gone.set()
        self._on_end()
