"""A sound device that is open before a break begins, so that its first bell is heard at once."""

from __future__ import annotations

from threading import Timer
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
    """One speaker that is ready, and silent, until it is taken or let go."""

    def __init__(self, speaker: Callable[[], SoundsABreak]) -> None:
        self._new_speaker = speaker
        self._speaker: SoundsABreak | None = None
        self._letting_go: Timer | None = None

    def keep(self, chosen: Settings) -> None:
        """Be ready to sound as ``chosen`` for the next minute."""
        if self._speaker is None:
            self._speaker = opened(self._new_speaker, chosen)
            self._speaker.start(_to_be_read(chosen))
        self._stop_waiting()
        self._letting_go = Timer(KEPT, self.let_go)
        self._letting_go.daemon = True
        self._letting_go.start()

    def taken(self, chosen: Settings) -> SoundsABreak:
        """The speaker that is ready, if there is one, and else one that is about to be; as ``chosen``."""
        self._stop_waiting()
        speaker, self._speaker = self._speaker, None
        return opened(self._new_speaker if speaker is None else lambda: speaker, chosen)

    def let_go(self) -> None:
        """Give the device back."""
        self._stop_waiting()
        speaker, self._speaker = self._speaker, None
        if speaker is not None:
            speaker.stop()

    def _stop_waiting(self) -> None:
        if self._letting_go is not None:
            self._letting_go.cancel()
            self._letting_go = None


def _to_be_read(chosen: Settings) -> SoundPlan:
    """What is never played, but read from the disk so: the bells and the ambience."""
    from assistant.sound.plan import Bell, BellName, SoundPlan

    bells = tuple(Bell(Ms(0), name, chosen.bell_size) for name in BellName)
    return SoundPlan(bells, (), chosen.ambience, Ms(1))
