"""To begin together: three soft bells before a break that a whole room follows, and one for the room at its end."""

from __future__ import annotations

from msgspec.structs import replace

from assistant.timeline.compose import START_BELL
from assistant.timeline.model import Cue, Kind, Timeline
from assistant.units import Ms, ms

BELLS = 3
APART = ms(3)
"""From one to the next: it has softened by then."""
LONG = Ms(BELLS * APART)

_BEFORE = -1
"""The step of what comes before the first."""


def counted_in(timeline: Timeline) -> Timeline:
    """``timeline`` after a count-in of ``LONG``, in the place of the bell that it opens with."""
    counts = (
        Cue(Ms(number * APART), APART, Kind.QUIET, _BEFORE, str(BELLS - number), voice_at=Ms(number * APART))
        for number in range(BELLS)
    )
    cues = (replace(cue, at=Ms(cue.at + LONG), voice_at=Ms(cue.voice_at + LONG)) for cue in timeline.cues)
    soft = (Ms(START_BELL + number * APART) for number in range(BELLS))
    later = (Ms(bell + LONG) for bell in timeline.bells if bell != START_BELL)
    return replace(
        timeline,
        length=Ms(timeline.length + LONG),
        cues=(*counts, *cues),
        bells=(*soft, *later),
        counted_in=BELLS,
    )
