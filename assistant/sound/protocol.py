"""What a speaker is, for whoever plays through one. The doubles of ``assistant.testing`` are speakers, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from assistant.sound.plan import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.sound.clip import Clip
    from assistant.sound.plan import SoundPlan
    from assistant.units import Ms, Seconds


class SoundsABreak(Protocol):
    """Plays the sound of one break at a time. All methods return at once, and none raises."""

    @property
    def is_mute(self) -> bool:
        """Whether it is known that nothing can be heard."""

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

    def set_volume(self, volumes: Mapping[Part, float]) -> None:
        """Set the volumes that are given, from 0 to 1."""

    def set_output(self, device: str, delay: Ms) -> None:
        """Sound on the device that ``device`` names, the system's own where it is empty; earlier by ``delay``."""

    def say(self, clip: Clip, part: Part = Part.VOICE) -> None:
        """Have ``clip`` heard at once, as loud as ``part`` is set."""

    def stop(self) -> None:
        """End, with a short fade."""

    def trouble(self) -> str | None:
        """What is wrong with the sound, in one line; nothing while all is well."""
