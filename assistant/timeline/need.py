"""How much time words need: to be said, and to be taken in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS_A_MINUTE = {Language.NB: 110, Language.EN: 120}
"""Between pauses, at the calm pace. With what follows it is a slow estimate: what is not yet measured is rather given
too much time than too little. Fitted to the lines of the bundled breaks in the embedded voice."""

BEGINNING, COMMA, STOP = ms(0.5), ms(0.55), ms(1.1)
"""Added for every line, for every pause inside a sentence, and for every one between two."""

COMMAS = re.compile(r"[,;:–]")
STOPS = re.compile(r"[.!?…]\s")

LEAD = ms(0.3)
"""One sees the words a moment before one hears them."""

AFTER_BELL = ms(1.9)
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
    if not text:
        return Ms(0)
    words = ms(len(text.split()) * 60 / WORDS_A_MINUTE[language])
    return Ms(BEGINNING + words + COMMA * len(COMMAS.findall(text)) + STOP * len(STOPS.findall(text)))
