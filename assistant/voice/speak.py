"""From a line to a finished clip. For the voice's own process only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.voice import finish
from assistant.voice.dial import REFERENCE
from assistant.voice.engine import EngineFailed
from assistant.voice.messages import Trouble
from assistant.voice.pace import Pace
from assistant.voice.phrases import least_seconds, phrases
from assistant.voice.small_steps import in_small_steps

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from assistant.language import Language
    from assistant.units import Ms
    from assistant.voice.engine import Engine


class Speaker:
    """Speaks the lines of one language at one rate."""

    def __init__(self, engine: Engine, language: Language, rate: float, scratch: Path) -> None:
        self._engine = engine
        self._language = language
        self._pace = Pace(language, rate)
        self._scratch = scratch

    def speak(self, text: str, target: Path) -> Ms:
        """Leave ``text`` as a clip at ``target``, and say how long it is. Raises ``EngineFailed``, ``OSError``."""
        parts = phrases(text)
        if self._pace.phrases_are_short:
            parts = in_small_steps(parts, self._language)
        cuts = [self._phrase(phrase.text) for phrase in parts]
        pauses = self._pace.pauses(parts, finish.seconds_of_speech(cuts))
        clip = finish.level(finish.join(cuts, pauses))
        return finish.write(clip, target, target.with_name(f"{target.stem}-{self._scratch.stem}.part"))

    def seconds_of_reference(self) -> float:
        """How long the words of the reference take at this dial."""
        return finish.seconds_of_speech([self._phrase(phrase.text) for phrase in phrases(REFERENCE[self._language])])

    def _phrase(self, text: str) -> NDArray[np.float32]:
        samples = finish.cut(self._engine.spoken(text, self._scratch))
        if finish.seconds_of_speech([samples]) < least_seconds(text):
            raise EngineFailed(Trouble.BAD_SOUND)
        return samples
