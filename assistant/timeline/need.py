"""How much time words need: to be said, and to be taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS_A_MINUTE = {Language.NB: 95, Language.EN: 105}
"""The slow end of the calm pace, so that what is not yet measured is rather given too much time than too little."""

LEAD = ms(0.3)
"""One sees the words a moment before one hears them."""

AFTER_BELL = ms(1.6)
"""The first words wait until the bell has softened."""

BREATHING_SPACE = ms(0.5)
"""Silence that must remain when something has been said."""

TO_DO_IT = ms(4)
"""Silence that must remain when one is asked to count or sense something."""


def time_to_say(text: str, language: Language, lengths: Mapping[str, Ms]) -> Ms:
    """How long the voice takes: the true length of the clip where it is known, else a slow estimate."""
    known = lengths.get(text)
    if known is not None:
        return known
    words = len(text.split())
    if not words:
        return Ms(0)
    return ms(0.4 + words * 60 / WORDS_A_MINUTE[language])
