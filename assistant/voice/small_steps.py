"""More pauses for those who want it slower than an engine can speak: phrases of a few words each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.voice.phrases import Break, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

LINKS = {
    Language.NB: re.compile("og|men|eller|som|at|når|hvis|mens|der|i|på|mot|til|fra|med|av|ved|for|over|under"),
    Language.EN: re.compile("and|but|or|that|which|when|if|while|in|on|at|to|from|with|of|by|for|over|under"),
}
"""Words before which one may breathe."""

FEWEST = 2
"""Words on either side of such a breath."""


def in_small_steps(phrases: Iterable[Phrase], language: Language) -> tuple[Phrase, ...]:
    """``phrases``, the long ones split before linking words, as near to their middle as there is one."""
    return tuple(step for phrase in phrases for step in _split(phrase, LINKS[language]))


def _split(phrase: Phrase, links: re.Pattern[str]) -> list[Phrase]:
    words = phrase.text.split()
    places = [at for at in range(FEWEST, len(words) - FEWEST + 1) if links.fullmatch(words[at].lower())]
    if not places:
        return [phrase]
    at = min(places, key=lambda place: abs(2 * place - len(words)))
    # The comma keeps the tone up: the sentence goes on.
    first = Phrase(" ".join(words[:at]).rstrip(",") + ",", Break.LINK)
    return _split(first, links) + _split(Phrase(" ".join(words[at:]), phrase.then), links)
