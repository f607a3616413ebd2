"""The one clock that breaks run on."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TypeAlias

from assistant.units import Seconds

Clock: TypeAlias = Callable[[], Seconds]
"""Seconds since some moment in the past; never runs backwards."""


def now() -> Seconds:
    """Seconds since the machine started, time asleep included, the same in every process.

    ``time.monotonic`` stands still while a laptop sleeps on Linux and macOS, so a break could not tell that
    it had been asleep.
    """
    if sys.platform == "linux":
        return Seconds(time.clock_gettime(time.CLOCK_BOOTTIME))
    if sys.platform == "darwin":
        return Seconds(time.clock_gettime(time.CLOCK_MONOTONIC))
    return Seconds(time.monotonic())
