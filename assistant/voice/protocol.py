"""What a voice is: words in, a finished clip out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from assistant.sound.clip import Clip


class VoiceFailed(Exception):  # noqa: N818 - it says what happened, as a person would
    """A line could not be spoken. Its text is one plain line in the user's language."""


class VoiceGone(VoiceFailed):
    """No line can be spoken any more: there is no engine, no voice for the language, or it was closed."""


class Voice(Protocol):
    """Turns words into clips. May be slow: call it from a thread of its own."""

    @property
    def name(self) -> str:
        """What the voice calls itself."""
        ...

    def render(self, text: str) -> Clip:
        """A clip in which ``text`` is said. Raises ``VoiceFailed``."""
        ...

    def close(self) -> None:
        """Stop at once, whatever it is doing; may be called from any thread, and twice."""
        ...
