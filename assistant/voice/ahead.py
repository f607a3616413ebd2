"""Lines spoken ahead of time, in a thread of their own, so that nobody waits for them."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, TypeVarTuple, Unpack

from assistant.voice.protocol import VoiceFailed, VoiceGone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assistant.sound.clip import Clip
    from assistant.voice.protocol import Voice

What = TypeVarTuple("What")

log = logging.getLogger(__name__)

JOIN = 1.0
"""Seconds for the thread to notice that its voice was closed."""


class RenderAhead:
    """Renders ``texts`` in order, each once, from the moment it is made."""

    def __init__(
        self,
        voice: Voice,
        texts: Iterable[str],
        on_clip: Callable[[str, Clip], None],
        on_trouble: Callable[[str], None],
    ) -> None:
        """Begin. Both functions are called from the thread.

        ``on_clip`` is called for each text with its clip. ``on_trouble`` is called at most once, with one plain line
        for the user: as soon as the voice is gone, else at the end if lines are missing.
        """
        self._voice = voice
        self._texts = tuple(dict.fromkeys(texts))
        self._on_clip = on_clip
        self._on_trouble = on_trouble
        self.is_gone = False
        """Whether nobody speaks any more: no other line will come."""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="render-ahead", daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until all is rendered, at most so long. Whether it is."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def close(self) -> None:
        """Stop at once, and close the voice: nothing else would end a line under way. Nobody is called after this."""
        self._closed.set()
        self._voice.close()
        if threading.current_thread() is not self._thread:
            self._thread.join(JOIN)

    def _run(self) -> None:
        try:
            self._render_all()
        except Exception:  # whoever is called may be leaving the stage; the break goes on
            log.debug("rendering ahead has ended", exc_info=True)

    def _render_all(self) -> None:
        trouble = ""
        for text in self._texts:
            if self._closed.is_set():
                return
            try:
                clip = self._voice.render(text)
            except VoiceFailed as failed:
                trouble = str(failed)
                if isinstance(failed, VoiceGone):
                    self.is_gone = True
                    break
            else:
                self._tell(self._on_clip, text, clip)
        if trouble:
            self._tell(self._on_trouble, trouble)

    def _tell(self, whom: Callable[[Unpack[What]], None], *what: *What) -> None:
        if not self._closed.is_set():
            whom(*what)
