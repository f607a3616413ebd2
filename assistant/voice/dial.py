"""Where an engine's own speed dial is set. Every engine means something else by its words a minute."""

from __future__ import annotations

from assistant.language import Language

ESPEAK = "espeak"

DIALS = {Language.NB: 96, Language.EN: 94}
"""Measured with eSpeak NG 1.52 over some seventy lines of guidance in each language, those of the bundled breaks
among them, so that they come to ``pace.WORDS_A_MINUTE``, within five. Other engines begin here too."""

LEAST = 80
"""eSpeak NG goes no slower."""
LEAST_OF_OTHERS, MOST = 40, 300
"""What no other engine needs to go below or above to speak calmly."""

REFERENCE = {
    Language.NB: (
        "Du kan se ned, eller la blikket hvile på noe i rommet. Følg streken på skjermen, eller din egen takt."
    ),
    Language.EN: ("Notice your breath, exactly as it is right now. What you felt in there is an ordinary reaction."),
}
"""What another engine says once, so that its dial can be set right: words as long as guidance has them."""

REFERENCE_SECONDS = {Language.NB: 10.18, Language.EN: 8.24}
"""How long eSpeak NG speaks it at its dial, pauses left out."""

NEAR = 0.05
"""A dial that is off by less than this stays: engines round it anyway."""


def first_dial(language: Language, rate: float) -> int:
    """Where to begin, for ``rate`` times the calm pace."""
    return max(LEAST, round(DIALS[language] * rate))


def better_dial(language: Language, rate: float, dial: int, seconds: float) -> int | None:
    """Where to set an engine that takes ``seconds`` for the reference at ``dial``; nothing if that is near enough."""
    wanted = REFERENCE_SECONDS[language] / rate
    better = min(MOST, max(LEAST_OF_OTHERS, round(dial * seconds / wanted)))
    return better if abs(better - dial) > NEAR * dial else None
