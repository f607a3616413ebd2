"""The speaker: what the app tells to play the sound of a break. It costs the app nothing, and never stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.sound.plan import Part
from assistant.sound.session import Session
from assistant.sound.spawn import module_command

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.sound.clip import Clip
    from assistant.sound.messages import Message
    from assistant.sound.plan import SoundPlan
    from assistant.units import Ms, Seconds

PATIENCE = 12.0
"""Seconds that the child may take to answer: a cold start on a busy machine is meant, too (3 s were seen)."""


class Speaker:
    """The sound of one break at a time, in a child process. All methods return at once, and none raises.

    The app's clock leads: with ``play`` and ``seek`` it says where the break was when ``assistant.clock.now`` showed
    ``at``, and the child sees to it that the right sample is heard at the right time. A sound is heard about 0.3 s
    after it is asked for. Where that matters, let the break begin a little later: ``at`` may lie ahead.

    What is wrong with the sound is told by ``trouble``. A device that was missing, or that was lost, is played on when
    it comes; all else that ends the sound ends it until the next ``start``.
    """

    def __init__(self, command: Sequence[str] | None = None, *, patience: float = PATIENCE) -> None:
        """``command`` runs another child, for tests; ``patience`` is in seconds."""
        self._command = module_command("assistant.sound.child") if command is None else list(command)
        self._patience = patience
        self._session: Session | None = None
        self._output: tuple[str, Ms] | None = None
        """The device that is wanted, and the delay of what it plays."""
        self._volumes: dict[Part, float] = {}

    @property
    def ready(self) -> bool:
        """Whether the device is open and asks for samples."""
        return self._session is not None and self._session.ready

    @property
    def is_mute(self) -> bool:
        """Whether it is known that nothing can be heard, for now or for good."""
        found = None if self._session is None else self._session.trouble()
        return found is not None and found.is_silence

    def warm(self) -> None:
        """Start the child, so that ``start`` is quick later; no device is opened yet."""
        if self._session is not None and not self._session.is_over:
            return
        self._session = Session(self._command, self._patience)
        self._tell_output()
        for part, volume in self._volumes.items():
            self._tell({"do": "volume", "part": part, "volume": volume})

    def start(self, plan: SoundPlan) -> None:
        """Open the device, ready for the break of ``plan``; its clips are to be added next."""
        self.warm()
        self._tell({"do": "plan", "plan": plan.plain()})

    def add(self, clip: Clip, at: Ms) -> None:
        """Have ``clip`` said ``at``. One that is added up to 0.4 s late is said late, and later than that, not."""
        self._tell({"do": "clip", "path": str(clip.path.absolute()), "at": at})

    def play(self, position: Ms, at: Seconds) -> None:
        """Sound: the break is at ``position`` when the clock shows ``at``."""
        self._tell({"do": "play", "position": position, "at": at})

    def pause(self) -> None:
        """Fade out and wait; ``play`` goes on."""
        self._tell({"do": "pause"})

    def seek(self, position: Ms, at: Seconds) -> None:
        """Be at ``position`` instead when the clock shows ``at``. A word or bell just missed there is heard whole."""
        self._tell({"do": "seek", "position": position, "at": at})

    def set_volume(self, volumes: Mapping[Part, float]) -> None:
        """Set the volumes that are given, from 0 (silent) to 1 (as made)."""
        self._volumes |= volumes
        for part, volume in volumes.items():
            self._tell({"do": "volume", "part": part, "volume": volume})

    def set_output(self, device: str, delay: Ms) -> None:
        """Sound on the device that ``device`` names, and send everything earlier by ``delay``."""
        if (device, delay) != self._output:
            self._output = (device, delay)
            self._tell_output()

    def say(self, clip: Clip, part: Part = Part.VOICE) -> None:
        """Have ``clip`` heard at once, as loud as ``part`` is set, whatever the break does, once started."""
        self._tell({"do": "say", "path": str(clip.path.absolute()), "part": part})

    def stop(self) -> None:
        """End: the child fades out and leaves by itself, and is made to if it does not. ``start`` begins anew."""
        if self._session is not None:
            self._session.stop()

    def wait(self, seconds: float) -> bool:
        """Wait until the child is gone, for so many seconds at most; says whether it is."""
        return self._session is None or self._session.wait(seconds)

    def trouble(self) -> str | None:
        """What is wrong with the sound, as one line for the screen; nothing while all is well."""
        found = None if self._session is None else self._session.trouble()
        return None if found is None else found.line

    def _tell_output(self) -> None:
        if self._output is not None:
            device, delay = self._output
            self._tell({"do": "output", "device": device, "delay": delay})

    def _tell(self, message: Message) -> None:
        if self._session is not None:
            self._session.tell(message)
