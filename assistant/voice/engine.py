"""What makes sound of words in the voice's own process: the computer's own engine, or the model of a voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from assistant.voice.choose import VoiceInfo
    from assistant.voice.messages import Trouble


class EngineFailed(Exception):  # noqa: N818
    """The engine cannot be used, or has not said what it should."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class Engine(Protocol):
    """Says one phrase at a time. Not for two threads."""

    voice: VoiceInfo
    library: str
    """The version of the library, where the engine has one."""
    stays_set: bool
    """Whether it must not be set again once it has been, and is started anew for another dial."""

    def settle(self, dial: int, scratch: Path) -> None:
        """Speak at ``dial`` from now on; ``scratch`` may be written to. Raises ``EngineFailed``."""

    def spoken(self, phrase: str, scratch: Path) -> NDArray[np.float32]:
        """``phrase`` as it sounds, mono at ``RATE``, by way of ``scratch``. Raises ``EngineFailed``, ``OSError``."""
