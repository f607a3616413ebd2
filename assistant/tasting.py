"""A taste of what a setting of the sound does, outside any break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language import Language
from assistant.settings import Ambience
from assistant.units import Ms, ms

if TYPE_CHECKING:
    from assistant.heard_once import HeardOnce
    from assistant.settings import Settings

VOLUME_LINE = {
    Language.NB: "Slik høres stemmen ut. Lydstyrken kan stilles nå.",
    Language.EN: "This is how the voice sounds. The volume can be set now.",
}
"""The first thing that the voice ever says, and what is heard of it when it is chosen."""

OF_THE_VOICE = {"voice-nb": Language.NB, "voice-en": Language.EN, "rate": None, "volume": None}
"""By the key of the setting: the language in which the voice is heard; nothing for the one in use."""
OF_THE_BELLS = frozenset({"bell-size", "bell-volume", "output-device"})
OF_THE_AMBIENCE = frozenset({"ambience", "ambience-volume"})
OF_THE_BREATH = frozenset({"breath-tone"})

OF_AMBIENCE, IN, OUT = ms(10), ms(4), ms(6)
"""How long the ambience is heard, and a breath in and out."""


def has_taste(key: str) -> bool:
    """Whether the setting of that key can be heard."""
    return key in OF_THE_VOICE or key in OF_THE_BELLS | OF_THE_AMBIENCE | OF_THE_BREATH


def taste(key: str, once: HeardOnce, chosen: Settings, language: Language) -> None:
    """Let what the setting of ``key`` changes be heard once, as it is ``chosen``; ``language`` is the one in use."""
    if key in OF_THE_VOICE:
        speaks = OF_THE_VOICE[key] or language
        once.say(VOLUME_LINE[speaks], speaks, chosen)
    elif key in OF_THE_BELLS:
        once.ring(chosen)
    elif key in OF_THE_AMBIENCE:
        _play_ambience(once, chosen)
    elif key in OF_THE_BREATH:
        _play_a_breath(once, chosen)


def _play_ambience(once: HeardOnce, chosen: Settings) -> None:
    from assistant.sound.plan import SoundPlan

    if chosen.ambience is Ambience.NONE:
        once.close()
    else:
        once.taste(SoundPlan(ambience=chosen.ambience, length=OF_AMBIENCE), OF_AMBIENCE, chosen)


def _play_a_breath(once: HeardOnce, chosen: Settings) -> None:
    from assistant.sound.plan import SoundPlan, Tone
    from assistant.timeline.model import Kind

    tones = (Tone(Ms(0), Kind.IN, IN), Tone(IN, Kind.OUT, OUT))
    once.taste(SoundPlan(tones=tones), Ms(IN + OUT), chosen)
