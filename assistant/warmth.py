"""A sound device that is open before a break begins, so that its first bell is heard at once."""

from __future__ import annotations

from threading import Lock, Timer, current_thread
from typing import TYPE_CHECKING

from assistant.heard_once import opened
from assistant.units import Ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.settings import Settings
    from assistant.sound.plan import SoundPlan
    from assistant.sound.protocol import SoundsABreak

KEPT = 60.0
"""Seconds after which nobody is about to begin: the device is given back."""


class Warmth:
    """One speaker that is ready, and silent, until it is taken or let go. From any thread."""

    def __init__(self, speaker: Callable[[], SoundsABreak]) -> None:
        self._new_speaker = speaker
        self._speaker: SoundsABreak | None = None
        self._letting_go: Timer | None = None
        self._lock = Lock()
        """Held while the two above change."""

    def keep(self, chosen: Settings) -> None:
        """Be ready to sound as ``chosen`` for the next minute."""
        with self._lock:
            if self._speaker is None:
                self._speaker = opened(self._new_speaker, chosen)
                self._speaker.start(_to_be_read(chosen))
            self._stop_waiting()
            self._letting_go = Timer(KEPT, self._time_is_up)
            self._letting_go.daemon = True
            self._letting_go.start()

    def taken(self, chosen: Settings) -> SoundsABreak:
        """The speaker that is ready, if there is one, and else one that is about to be; as ``chosen``."""
        with self._lock:
            speaker = self._handed_over()
        return opened(self._new_speaker if speaker is None else lambda: speaker, chosen)

    def let_go(self) -> None:
        """Give the device back."""
        with self._lock:
            speaker = self._handed_over()
        if speaker is not None:
            speaker.stop()

    def _time_is_up(self) -> None:
        with self._lock:
            # A timer cannot be cancelled any more once it runs: by now it may have been taken, or be kept anew.
            speaker = self._handed_over() if current_thread() is self._letting_go else None
        if speaker is not None:
            speaker.stop()

    def _handed_over(self) -> SoundsABreak | None:
        """The speaker, which is nobody's here from now on. With the lock held."""
        self._stop_waiting()
        speaker, self._speaker = self._speaker, None
        return speaker

    def _stop_waiting(self) -> None:
        if self._letting_go is not None:
            self._letting_go.cancel()
            self._letting_go = None


def _to_be_read(chosen: Settings) -> SoundPlan:
    """What is never played, but read from the disk so: the bells and the ambience."""
    from assistant.sound.plan import Bell, BellName, SoundPlan

    bells = tuple(Bell(Ms(0), name, chosen.bell_size) for name in BellName)
    return SoundPlan(bells, (), chosen.ambience, Ms(1))
