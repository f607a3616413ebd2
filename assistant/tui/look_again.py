"""When a screen that follows a clock looks at it again: when something will have changed, and not before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from assistant.timeline.model import Kind
from assistant.units import MS_PER_SECOND, Seconds

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Callable

    from assistant.player import Moment, Player

PICTURE_EVERY = Seconds(0.08)
"""12.5 looks a second while the sun moves with the breath."""

SLOW_PICTURE_EVERY = Seconds(0.25)
"""In silence it moves slowly."""

WHILE_WAITING = Seconds(0.5)


class Alarm:
    """Rings once, and not when it was meant to before. A timer of Textual's would cost a task every time."""

    def __init__(self, ring: Callable[[], object]) -> None:
        self._ring = ring
        self._handle: TimerHandle | None = None

    def set(self, seconds: float) -> None:
        """Ring in so many seconds."""
        self.cancel()
        self._handle = asyncio.get_running_loop().call_later(seconds, self._ring)

    def cancel(self) -> None:
        """Do not ring."""
        if self._handle is not None:
            self._handle.cancel()


def until_next_look(player: Player, moment: Moment, *, moving: bool) -> float:
    """Seconds until what is seen of ``moment`` will have changed. ``moving``: the picture moves with the breath."""
    if moment.state.waits:
        return WHILE_WAITING
    second = (moment.remaining % MS_PER_SECOND or MS_PER_SECOND) / MS_PER_SECOND / player.speed
    due = min(player.seconds_until(moment.cue.end), second)
    if moving and moment.cue.kind.is_breath:
        due = min(due, PICTURE_EVERY)
    elif moving and moment.cue.kind is Kind.QUIET:
        due = min(due, SLOW_PICTURE_EVERY)
    return max(due, 0.001)
