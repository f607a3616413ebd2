"""Doubles for the edges of the house, shipped for those who test against it. Each can be made to fail."""

from __future__ import annotations

import wave
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.sound.clip import RATE, Clip
from assistant.sound.plan import Part, SoundPlan
from assistant.units import MS_PER_SECOND, Ms, Seconds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any, Self


@dataclass
class ManualClock:
    """A clock that moves only when it is told to."""

    at: Seconds = Seconds(1_000.0)

    def __call__(self) -> Seconds:
        """Seconds, as any clock says them."""
        return self.at

    def forward(self, seconds: float) -> Seconds:
        """Move on, and say what it shows then."""
        self.at = Seconds(self.at + seconds)
        return self.at


@dataclass
class SilentVoice:
    """A voice that says everything in silence, at an even pace."""

    folder: Path
    ms_per_word: int = 550
    fails_on: str | None = None
    """A text with these words in it cannot be said."""
    name: str = "silent"
    said: list[str] = field(default_factory=list)
    closed: bool = False

    def render(self, text: str) -> Clip:
        """A silent clip as long as ``text`` would take; raises ``VoiceFailed`` where it was told to."""
        from assistant.voice.protocol import VoiceFailed

        if self.fails_on is not None and self.fails_on in text:
            raise VoiceFailed(text)
        self.said.append(text)
        length = Ms(self.ms_per_word * len(text.split()))
        path = self.folder / f"{len(self.said)}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(bytes(2 * RATE * length // MS_PER_SECOND))
        return Clip(path, length)

    def close(self) -> None:
        """Nothing is held; only remembered."""
        self.closed = True


@dataclass
class TypedKeys:
    """Keys pressed at known seconds of a ``ManualClock``, which moves on while they are waited for."""

    clock: ManualClock
    pressed: dict[float, str] = field(default_factory=dict)
    """Seconds from the first wait, and the key that comes then."""
    listens: bool = True
    returned: bool = False
    lines: list[str] = field(default_factory=list)
    """What is written when a line is asked for, in order."""
    sleeps: dict[float, float] = field(default_factory=dict)
    """Seconds from the first wait at which the machine sleeps, and for how many seconds."""
    _began: Seconds | None = None

    def __enter__(self) -> Self:
        self._began = self.clock()
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was changed."""

    def wait(self, seconds: float) -> str | None:
        """The next key that comes within ``seconds``; the clock then shows when."""
        since = self.clock() - (self._began or 0)
        for at in sorted(self.pressed):
            if at <= since + seconds:
                self.clock.forward(max(0.0, at - since))
                return self.pressed.pop(at)
        for at in sorted(self.sleeps):
            if at <= since + seconds:
                seconds += self.sleeps.pop(at)
        self.clock.forward(seconds)
        return None

    def line(self) -> str:
        """The next line, after a minute of thought."""
        self.clock.forward(60)
        return self.lines.pop(0) if self.lines else ""


@dataclass
class MemorySpeaker:
    """A speaker that remembers what it was told, and sounds nothing."""

    told: list[tuple[Any, ...]] = field(default_factory=list)
    """What was called, with what."""
    clips: list[tuple[Clip, Ms]] = field(default_factory=list)
    said: list[Clip] = field(default_factory=list)
    said_as: list[Part] = field(default_factory=list)
    positions: list[Ms] = field(default_factory=list)
    plan: SoundPlan = field(default_factory=SoundPlan)
    output: tuple[str, Ms] = ("", Ms(0))
    """The device that is wanted, and its delay."""
    fails_with: str | None = None
    """What is wrong with it, as a user would read it."""
    is_mute: bool = False
    """Whether nothing of it can be heard."""

    def start(self, plan: SoundPlan) -> None:
        """Remember the plan."""
        self.told.append(("start", plan))
        self.plan = plan

    def add(self, clip: Clip, at: Ms) -> None:
        """Remember a clip and its place."""
        self.clips.append((clip, at))

    def play(self, position: Ms, at: Seconds) -> None:
        """Remember where the break was."""
        self.told.append(("play", position, at))
        self.positions.append(position)

    def seek(self, position: Ms, at: Seconds) -> None:
        """Remember where the break went."""
        self.told.append(("seek", position, at))
        self.positions.append(position)

    def pause(self) -> None:
        """Remember it."""
        self.told.append(("pause",))

    def set_volume(self, volumes: Mapping[Part, float]) -> None:
        """Remember the volumes."""
        self.told.append(("set_volume", dict(volumes)))

    def set_output(self, device: str, delay: Ms) -> None:
        """Remember the device."""
        self.output = (device, delay)

    def say(self, clip: Clip, part: Part = Part.VOICE) -> None:
        """Remember what was said at once, and as what."""
        self.said.append(clip)
        self.said_as.append(part)

    def stop(self) -> None:
        """Remember it."""
        self.told.append(("stop",))

    def trouble(self) -> str | None:
        """What it was told is wrong with it."""
        return self.fails_with
