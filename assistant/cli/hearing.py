"""A sound at once, outside any break, waited for to its end."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.settings import Settings
    from assistant.sound.clip import Clip
    from assistant.sound.plan import Part
    from assistant.sound.speaker import Speaker

ON_ITS_WAY = 0.6
"""Seconds from when the device asks for samples until the last of a clip has been heard, beside its length."""
AT_A_TIME = 0.02


class Hearing:
    """A speaker that is open."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker

    def plays(self, clip: Clip, part: Part) -> bool:
        """Let ``clip`` be heard to its end, as loud as ``part`` is set; says whether it could be."""
        from assistant.sound.speaker import PATIENCE

        self._speaker.say(clip, part)
        until = time.monotonic() + PATIENCE
        while not self._speaker.ready and time.monotonic() < until and self._speaker.trouble() is None:
            time.sleep(AT_A_TIME)
        over = time.monotonic() + clip.length / MS_PER_SECOND + ON_ITS_WAY
        while self._speaker.ready and time.monotonic() < over:
            time.sleep(AT_A_TIME)
        return self._speaker.ready


@contextmanager
def hearing(chosen: Settings) -> Iterator[Hearing]:
    """A speaker as ``chosen``, let go in the end."""
    from assistant.heard_once import opened
    from assistant.sound.plan import SoundPlan
    from assistant.sound.speaker import Speaker

    speaker = Speaker()
    opened(lambda: speaker, chosen).start(SoundPlan())
    try:
        yield Hearing(speaker)
    finally:
        speaker.stop()
        speaker.wait(1)
