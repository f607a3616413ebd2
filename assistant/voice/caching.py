"""A voice that says each line once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from assistant.voice.cache import ClipCache
from assistant.voice.child_voice import ChildVoice
from assistant.voice.clipfile import read_clip
from assistant.voice.protocol import Voice
from assistant.voice.session import Patience

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.language import Language
    from assistant.sound.clip import Clip
    from assistant.voice.identity import Identity
    from assistant.voice.model import Model

FOR_A_MODEL = Patience(ready=15.0, line=10.0)
"""It is big, and slow where the computer is."""


class IdentifiedVoice(Voice, Protocol):
    """A voice that names its files by its identity, in the folder of the cache."""

    @property
    def identity(self) -> Identity | None:
        """Who speaks; nothing before the first line."""
        ...


class CachingVoice:
    """Looks for a clip first, and has it spoken only if there is none."""

    def __init__(self, voice: IdentifiedVoice, cache: ClipCache) -> None:
        """``voice`` renders into the folder of ``cache``."""
        self._voice = voice
        self._cache = cache
        self._said: dict[str, Clip] = {}

    @property
    def name(self) -> str:
        """What the voice calls itself."""
        return self._voice.name

    def find(self, text: str) -> Clip | None:
        """The clip of ``text``, if it is there already. Quick: no voice is started."""
        said = self._said.get(text)
        if said is not None and read_clip(said.path) is not None:
            return said
        return self._cache.find(text)

    def render(self, text: str) -> Clip:
        """The clip of ``text``, found or made. Raises ``VoiceFailed``."""
        found = self.find(text)
        if found is not None:
            return found
        clip = self._said[text] = self._voice.render(text)
        if self._voice.identity is not None:
            self._cache.remember(self._voice.identity)
        self._cache.tidy()
        return clip

    def close(self) -> None:
        """Stop the voice at once. What is there can still be found."""
        self._voice.close()


def system_voice(language: Language, *, rate: float = 1.0, folder: Path) -> CachingVoice:
    """The computer's own voice, with its clips kept in ``folder``. Starts nothing yet."""
    cache = ClipCache(folder, language=language, rate=rate)
    return CachingVoice(ChildVoice(language, rate=rate, folder=folder), cache)


def natural_voice(model: Model, language: Language, *, rate: float = 1.0, folder: Path) -> CachingVoice:
    """The voice of ``model``, with its clips kept in ``folder``. Starts nothing yet."""
    cache = ClipCache(folder, language=language, rate=rate, identity=model.identity)
    return CachingVoice(ChildVoice(language, rate=rate, folder=folder, model=model, patience=FOR_A_MODEL), cache)
