"""The whole sound of a break, second by second. Needs numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.sound.chosen import plan_of, volumes_of
from assistant.sound.load import place_clip
from assistant.sound.offline import render
from assistant.sound.samples import Unreadable
from assistant.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.export.saying import Spoken
    from assistant.settings import Settings
    from assistant.sound.samples import Samples
    from assistant.sound.soundtrack import Placed


class Mix:
    """Bells, voice, breath tones and ambience, as loud as they were chosen; the clips are read once."""

    def __init__(self, spoken: Spoken, told: Callable[[float], None]) -> None:
        """``told`` hears which share of it is done."""
        self._timeline = spoken.timeline
        self._told = told
        self._lacks = False
        self._lost = False
        self._clips = tuple(self._placed(spoken))

    def blocks(self, chosen: Settings) -> Iterator[Samples]:
        """From the beginning, as ``chosen``."""
        self._lacks = False
        length, plan = self._timeline.length, plan_of(self._timeline, chosen)
        whole = render(plan, self._clips, volumes_of(chosen), length, self._unreadable)
        for number, block in enumerate(whole, start=1):
            yield block
            self._told(min(1.0, number * MS_PER_SECOND / length))

    @property
    def notes(self) -> tuple[str, ...]:
        """Plain lines about what is missing, once all of it has been heard."""
        ours = _("Some sounds of Mellomrom cannot be read and are left out; install it again.")
        clip = _("Some spoken lines could not be read again and are left out of the sound.")
        return (*((ours,) if self._lacks else ()), *((clip,) if self._lost else ()))

    def _placed(self, spoken: Spoken) -> Iterator[Placed]:
        """The clips that are still there: one may have been removed since it was spoken."""
        for clip, at in spoken.said:
            try:
                yield place_clip(str(clip.path), at)
            except Unreadable:
                self._lost = True

    def _unreadable(self) -> None:
        self._lacks = True
