"""What the user has chosen, as the sound of a break has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.sound.plan import Part, SoundPlan, plan

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.timeline.model import Timeline


def plan_of(timeline: Timeline, chosen: Settings) -> SoundPlan:
    """What is to sound in ``timeline`` besides the voice."""
    return plan(timeline, chosen.bell_size, tones=chosen.breath_tone, ambience=chosen.ambience)


def volumes_of(chosen: Settings) -> dict[Part, float]:
    """How loud each part is, from 0 to 1."""
    return {
        Part.VOICE: chosen.volume,
        Part.BELL: chosen.bell_volume,
        Part.TONE: chosen.bell_volume,
        Part.AMBIENCE: chosen.ambience_volume,
    }
