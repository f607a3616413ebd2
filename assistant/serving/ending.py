"""How serving is ended from outside."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Those that end a process, as far as the system has them."""

ENDING = 3.0
"""Seconds after which what is still under way is cut off."""


class Ending:
    """Told by the first signal. Those that follow, as of a key that is held, change nothing."""

    def __init__(self) -> None:
        self.is_told = False
        self._wake: Callable[[], object] = lambda: None

    def tell(self, *_: object) -> None:
        """It is to end. May be called at any moment, as signals are."""
        self.is_told = True
        self._wake()

    async def wait(self) -> None:
        """Come back when it is told."""
        told, loop = asyncio.Event(), asyncio.get_running_loop()
        self._wake = lambda: loop.call_soon_threadsafe(told.set)
        try:
            if not self.is_told:
                await told.wait()
        finally:
            self._wake = lambda: None


@contextlib.contextmanager
def by_signals() -> Iterator[Ending]:
    """An ending that signals are told to. After the first, this process hears none any more: it is on its way out."""
    ending = Ending()
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    before = {
        number: signal.signal(number, ending.tell) for number in numbers if signal.getsignal(number) != signal.SIG_IGN
    }
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_IGN if ending.is_told else handler)
