"""A limit of time for work that cannot be asked to stop."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator


class OutOfPatience(BaseException):
    """It took too long. No ``Exception``, so that no library takes it for a fault of its own."""


@contextlib.contextmanager
def patience(seconds: float | None) -> Iterator[None]:
    """Raise ``OutOfPatience`` in what takes longer; only in the main thread, and where there is an alarm.

    Windows has none. There, in other threads, and with None, there is no limit.
    """
    bell = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if seconds is None or not bell:
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        # Again and again: the first may be lost in a library that catches everything.
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> NoReturn:
    raise OutOfPatience
