"""The whole sound of a break, second by second. Needs numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.sound.chosen import plan_of, volumes_of
from assistant.sound.offline import render
from assistant.sound.samples import Unreadable, read
from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.export.saying import Spoken
    from assistant.settings import Settings
    from assistant.sound.clip import Clip
    from assistant.sound.samples import Samples


class Mix:
    """Bells, voice, breath tones and ambience, as loud as they were chosen."""

    def __init__(self, spoken: Spoken, chosen: Settings, told: Callable[[float], None]) -> None:
        """``told`` hears which share of it is done."""
        self._spoken = spoken
        self._chosen = chosen
        self._told = told
        self._lacks = False
        self._lost = False

    def __iter__(self) -> Iterator[Samples]:
        """From the beginning."""
        timeline = self._spoken.timeline
        plan, volumes = plan_of(timeline, self._chosen), volumes_of(self._chosen)
        said = [(clip, at) for clip, at in self._spoken.said if self._can_be_read(clip)]
        for number, block in enumerate(render(plan, said, volumes, timeline.length, self._unreadable), start=1):
            yield block
            self._told(min(1.0, number * MS_PER_SECOND / timeline.length))

    @property
    def notes(self) -> tuple[str, ...]:
        """Plain lines about what is missing, once all of it has been heard."""
        ours = _("Some sounds of Mellomrom cannot be read and are left out; install it again.")
        clip = _("Some spoken lines could not be read again and are left out of the sound.")
        return (*((ours,) if self._lacks else ()), *((clip,) if self._lost else ()))

    def _can_be_read(self, clip: Clip) -> bool:
        """Whether a clip is still there: it may have been removed since it was spoken."""
        try:
            read(clip.path)
        except Unreadable:
            self._lost = True
            return False
        return True

    def _unreadable(self) -> None:
        self._lacks = True
