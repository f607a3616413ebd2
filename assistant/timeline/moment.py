"""Where there is no time for a break: one sentence, for as long as there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.timeline.compose import NOTHING_MEASURED, LengthRefused
from assistant.timeline.model import Cue, Kind, Timeline
from assistant.timeline.need import BREATHING_SPACE, LEAD, time_to_say
from assistant.units import Ms

if TYPE_CHECKING:
    from assistant.language import Language

ID = "et-oyeblikk"
"""What it is called where the id of a script stands; no script has it."""


def moment(title: str, sentence: str, language: Language, length: Ms) -> Timeline:
    """``sentence``, said and shown for exactly ``length``, without bells.

    Raises ``LengthRefused`` where that is too short to hear or to read it.
    """
    needs = Ms(LEAD + time_to_say(sentence, language, NOTHING_MEASURED) + BREATHING_SPACE)
    if length < needs:
        raise LengthRefused(needs, length)
    cue = Cue(Ms(0), length, Kind.SAY, 0, sentence, spoken=sentence, voice_at=LEAD)
    return Timeline(ID, title, language, length, (cue,), ())
