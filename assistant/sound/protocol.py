"""What a speaker is, for whoever plays through one. The doubles of ``assistant.testing`` are speakers, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from assistant.sound.clip import Clip
    from assistant.sound.plan import SoundPlan
    from assistant.units import Ms, Seconds


class SoundsABreak(Protocol):
    """Plays the sound of one break at a time. All methods return at once, and none raises."""

    def start(self, plan: SoundPlan) -> None:
        """Be ready for the break of ``plan``."""

    def add(self, clip: Clip, at: Ms) -> None:
        """Have ``clip`` said ``at``."""

    def play(self, position: Ms, at: Seconds) -> None:
        """Sound: the break is at ``position`` when the clock shows ``at``."""

    def seek(self, position: Ms, at: Seconds) -> None:
        """Be at ``position`` instead when the clock shows ``at``."""

    def pause(self) -> None:
        """Fade out and wait."""

    def set_volume(self, *, voice: float, bell: float, tone: float) -> None:
        """Set the volumes, from 0 to 1."""

    def say(self, clip: Clip) -> None:
        """Have ``clip`` said at once."""

    def stop(self) -> None:
        """End, with a short fade."""

    def trouble(self) -> str | None:
        """What is wrong with the sound, in one line; nothing while all is well."""
