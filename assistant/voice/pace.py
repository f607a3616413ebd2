"""How fast guidance is spoken: calm, and slow by its pauses rather than by its vowels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.voice.dial import DIALS, LEAST
from assistant.voice.phrases import Break, count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.voice.phrases import Phrase

SLOWEST, FASTEST = 0.7, 1.3
"""The factors that a user may ask for; 1.0 is calm."""

WORDS_A_MINUTE = {Language.NB: 100.0, Language.EN: 110.0}
"""The pace of a whole clip, pauses included. Norwegian words are longer."""

PAUSES = {Break.LINK: (0.3, 0.7), Break.COMMA: (0.4, 0.7), Break.STOP: (1.0, 1.5), Break.END: (0.0, 0.0)}
"""Seconds, from and to."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of one language at one rate."""

    language: Language
    rate: float

    def __post_init__(self) -> None:
        """Refuse a rate outside what a user may ask for, with ``ValueError``."""
        if not SLOWEST <= self.rate <= FASTEST:
            message = f"rate is a factor from {SLOWEST} to {FASTEST}, not {self.rate}"
            raise ValueError(message)

    @property
    def phrases_are_short(self) -> bool:
        """Whether it takes more pauses to be this slow, since no engine stretches its vowels so far."""
        return DIALS[self.language] * self.rate < LEAST

    @property
    def words_a_minute(self) -> float:
        """What a clip should come to."""
        return WORDS_A_MINUTE[self.language] * self.rate

    def pauses(self, phrases: Sequence[Phrase], speech: float) -> list[float]:
        """Seconds of silence after each phrase of a line whose words take ``speech`` seconds.

        As long as the line needs to come to its pace, but never shorter or longer than such a pause may be.
        """
        least, most = ([PAUSES[phrase.then][end] / self.rate for phrase in phrases] for end in (0, 1))
        words = sum(count_words(phrase.text) for phrase in phrases)
        missing = words * 60 / self.words_a_minute - speech - sum(least)
        room = sum(most) - sum(least)
        share = min(1.0, max(0.0, missing / room)) if room else 0.0
        return [low + share * (high - low) for low, high in zip(least, most, strict=True)]
