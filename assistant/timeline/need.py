"""How much time words need: to be said, and to be taken in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from collections.abc import Mapping

A_WORD = {Language.NB: 0.177, Language.EN: 0.218}
A_LETTER = {Language.NB: 0.094, Language.EN: 0.076}
"""Seconds at the calm pace, between pauses. With what follows it is a slow estimate, about 9 % above the true lengths:
what is not yet measured is rather given too much time than too little. Fitted to the 750 lines of the bundled breaks
in the embedded voice, so that hardly any is guessed more than 0.35 s too short."""

BEGINNING = ms(0.2)
COMMA = {Language.NB: ms(0.534), Language.EN: ms(0.347)}
STOP = {Language.NB: ms(1.538), Language.EN: ms(1.335)}
"""Added for every line, for every pause inside a sentence, and for every one between two."""

LETTERS = re.compile(r"\w")
COMMAS = re.compile(r"[,;:–]")
STOPS = re.compile(r"[.!?…][»”\"’)]?\s")

LEAD = ms(0.3)
"""One sees the words a moment before one hears them."""

AFTER_BELL = ms(1.9)
"""The first words wait until the bell has softened."""

BREATHING_SPACE = ms(0.5)
"""Silence that must remain when something has been said."""

TO_CHOOSE = ms(2)
"""Silence that must remain when the choices have been read aloud."""

TO_DO_IT = ms(4)
"""Silence that must remain when one is asked to do something or to think."""


def time_to_say(text: str, language: Language, lengths: Mapping[str, Ms]) -> Ms:
    """How long the voice takes: the true length of the clip where it is known, else a slow estimate."""
    known = lengths.get(text)
    if known is not None:
        return known
    if not text:
        return Ms(0)
    spoken = ms(len(text.split()) * A_WORD[language] + len(LETTERS.findall(text)) * A_LETTER[language])
    pauses = COMMA[language] * len(COMMAS.findall(text)) + STOP[language] * len(STOPS.findall(text))
    return Ms(BEGINNING + spoken + pauses)
