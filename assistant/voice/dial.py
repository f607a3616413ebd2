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

SLOWEST_MODEL, FASTEST_MODEL = 50, 200
"""A model that has to be set beyond these at the calm pace has another rate than it is described with."""

REFERENCE = {
    Language.NB: (
        "La blikket hvile på én ting, på kanter og farger. "
        "Kanskje vil du åpne et vindu, vaske hendene eller snu stolen."
    ),
    Language.EN: (
        "Let your gaze rest on one thing, its edges and colours. You can breathe along, watch the light or stop."
    ),
}
"""What another engine says once, so that its dial can be set right: of all lines of the bundled breaks, some for which
two engines as different as eSpeak NG and a model differ as much as for all of them together."""

REFERENCE_SECONDS = {Language.NB: 11.20, Language.EN: 9.64}
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
