"""Several voices as one: where the first cannot say a line, the next one does."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from assistant.i18n import _
from assistant.voice.protocol import Voice, VoiceFailed, VoiceGone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from assistant.sound.clip import Clip


class FindingVoice(Voice, Protocol):
    """A voice that knows what it has said before."""

    def find(self, text: str) -> Clip | None:
        """The clip of ``text``, if it is there already. Quick: nothing is started."""


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a chain."""

    voice: FindingVoice
    says_all: bool = True
    """Whether it can say a line that it has not said before."""


class VoiceChain:
    """Asks its voices in turn. ``render`` from one thread, the rest from any."""

    def __init__(self, links: Iterable[Link], tell: Callable[[str], None] | None = None) -> None:
        """``tell`` gets one plain line when the first voice is gone and another speaks in its place."""
        self._links = tuple(links)
        self._tell = tell
        self._gone: set[int] = set()
        self._untold: str | None = None
        """What became of the first voice, while nobody has been told."""
        self._spoke = ""
        self._last = VoiceGone(_("The voice was stopped."))
        """Why the last one of them was given up."""
        self._closed = threading.Event()

    @property
    def name(self) -> str:
        """What the voice that is asked first calls itself."""
        return next((link.voice.name for _at, link in self._left()), "")

    @property
    def spoke(self) -> str:
        """What the one calls itself that has said the last line; nothing before the first."""
        return self._spoke

    def find(self, text: str) -> Clip | None:
        """The clip of ``text``, if whoever is going to say it has said it before. Quick: nothing is started."""
        for _at, link in self._left():
            clip = link.voice.find(text)
            if clip is not None or link.says_all:
                return clip
        return None

    def render(self, text: str) -> Clip:
        """The clip of ``text`` by the first voice that can say it. Raises ``VoiceFailed`` of the last one asked.

        A voice that is gone is not asked again; when all are, that is ``VoiceGone``.
        """
        failed: VoiceFailed = self._last
        for at, link in list(self._left()):
            try:
                clip = link.voice.render(text)
            except VoiceGone as gone:
                self._give_up(at, gone)
                failed = gone
            except VoiceFailed as error:
                failed = error
            else:
                self._spoke = link.voice.name
                self._tell_of_the_first()
                return clip
        raise VoiceFailed(str(failed)) if any(self._left()) else VoiceGone(str(failed))

    def close(self) -> None:
        """Stop all of them at once."""
        self._closed.set()
        for link in self._links:
            link.voice.close()

    def _left(self) -> Iterator[tuple[int, Link]]:
        return ((at, link) for at, link in enumerate(self._links) if at not in self._gone)

    def _give_up(self, at: int, gone: VoiceGone) -> None:
        self._gone.add(at)
        self._last = gone
        if at == 0:
            self._untold = str(gone)

    def _tell_of_the_first(self) -> None:
        untold, self._untold = self._untold, None
        if untold is not None and self._tell is not None and not self._closed.is_set():
            self._tell(_("{trouble} Another voice speaks instead.").format(trouble=untold))
