"""A voice that was recorded: it says what was recorded, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.voice.clipfile import read_clip
from assistant.voice.protocol import VoiceFailed
from assistant.voice.recorded.code import clip_name

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.sound.clip import Clip


class RecordedVoice:
    """The lines of one person in one language. Nothing is started, and nothing is kept open."""

    def __init__(self, name: str, folder: Path) -> None:
        """``folder`` has a clip for each line, named by its code."""
        self._name = name
        self._folder = folder.absolute()

    @property
    def name(self) -> str:
        """What the person called the voice."""
        return self._name

    def find(self, text: str) -> Clip | None:
        """The clip of ``text``, if it was recorded and the file is sound. Quick."""
        return read_clip(self._folder / clip_name(text))

    def render(self, text: str) -> Clip:
        """The clip of ``text``. Raises ``VoiceFailed`` for a line that was not recorded."""
        clip = self.find(text)
        if clip is None:
            raise VoiceFailed(_("One line was not recorded."))
        return clip

    def close(self) -> None:
        """Nothing is under way."""
