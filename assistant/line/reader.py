"""Reads lines aloud, one after the other, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections import deque
from typing import TYPE_CHECKING

from assistant.units import MS_PER_SECOND, Seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.clock import Clock
    from assistant.sound.clip import Clip
    from assistant.voice.protocol import Voice

log = logging.getLogger(__name__)

BETWEEN = Seconds(0.4)
"""Silence between two lines, in which the sound that has been asked for also gets under way."""


class Reader:
    """Has ``voice`` say what it is given and ``utter`` let it be heard; ``mute`` gets what could not be said."""

    def __init__(
        self, voice: Voice, utter: Callable[[Clip], object], mute: Callable[[str], object], clock: Clock
    ) -> None:
        self._voice, self._utter, self._mute, self._clock = voice, utter, mute, clock
        self._waiting: deque[tuple[str, Seconds]] = deque()
        self._turn = 0
        """Counts how often all has been dropped: what belongs to an earlier one is not said any more."""
        self._reads = self._closed = False
        self._changed = threading.Condition()
        threading.Thread(target=self._read, name="reader", daemon=True).start()

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to be said, or still being said."""
        with self._changed:
            return not self._waiting and not self._reads

    def read(self, line: str, due: Seconds = Seconds(0)) -> None:
        """Say ``line`` after those that wait, and not before the clock shows ``due``."""
        with self._changed:
            self._waiting.append((line, due))
            self._changed.notify()

    def drop(self) -> None:
        """Say no more of what has been given so far. What sounds already goes on until something else does."""
        with self._changed:
            self._waiting.clear()
            self._turn += 1
            self._changed.notify()

    def close(self) -> None:
        """Drop all, and read no more."""
        self._closed = True
        self.drop()

    def _read(self) -> None:
        while True:
            with self._changed:
                self._reads = False
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                line, due = self._waiting.popleft()
                turn, self._reads = self._turn, True
            try:
                self._say(line, due, turn)
            except Exception:  # whoever is called may be leaving the stage; the break goes on
                log.debug("a line was not read", exc_info=True)

    def _say(self, line: str, due: Seconds, turn: int) -> None:
        self._wait(due - self._clock(), turn)
        clip = self._rendered(line) if turn == self._turn else None
        if clip is not None and turn == self._turn:
            self._utter(clip)
            self._wait(clip.length / MS_PER_SECOND + BETWEEN, turn)

    def _rendered(self, line: str) -> Clip | None:
        from assistant.voice.protocol import VoiceFailed

        try:
            return self._voice.render(line)
        except VoiceFailed:
            self._mute(line)
            return None

    def _wait(self, seconds: float, turn: int) -> None:
        with self._changed:
            self._changed.wait_for(lambda: turn != self._turn, max(0.0, seconds))
