"""Ctrl+C while a library that is written in C calls us: it would swallow what is raised there, and go on."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def held_back() -> Iterator[Callable[[], None]]:
    """The signals that end a process wait until the function that is given is called, or the block ends.

    Then happens what would have happened at once, such as ``KeyboardInterrupt``. For the main thread.
    """
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    before = {number: handler for number in numbers if callable(handler := signal.getsignal(number))}
    caught: list[int] = []

    def let_through() -> None:
        while caught:
            number = caught.pop()
            before[signal.Signals(number)](number, None)

    try:
        for number in before:
            signal.signal(number, lambda number, _frame: caught.append(number))
        yield let_through
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        let_through()
