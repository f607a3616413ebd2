"""The soundtrack of a break: every sound at its place, mixed on demand, live or for a file. Needs numpy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.sound.ceiling import soften
from assistant.sound.ducking import Ducking, ducked
from assistant.sound.landing import just_missed
from assistant.sound.levels import AS_MADE, Gain
from assistant.sound.plan import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.sound.looped import Looped
    from assistant.sound.samples import Samples


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A sound that begins at sample ``start`` of a break."""

    start: int
    sound: Samples
    part: Part
    gain: float = 1.0

    @property
    def end(self) -> int:
        """The first sample after it."""
        return self.start + len(self.sound)


class Soundtrack:
    """All sounds of one break. It does not change; ``with_sound`` and ``entered_at`` make another one.

    The same samples come out whatever the size of the blocks that are asked for, and none is louder than -1 dBFS.
    """

    def __init__(self, sounds: Iterable[Placed] = (), ambience: Looped | None = None) -> None:
        self.sounds = tuple(sorted(sounds, key=lambda sound: (sound.start, sound.part)))
        self.ambience = ambience
        """What lies under all of them."""
        spoken = ((sound.start, sound.end) for sound in self.sounds if sound.part is Part.VOICE)
        self._ducking = Ducking(spoken)

    @property
    def end(self) -> int:
        """The first sample after the last sound; 0 where there is none."""
        return max((sound.end for sound in self.sounds), default=0)

    def with_sound(self, sound: Placed) -> Soundtrack:
        """What it holds, and one sound more."""
        return Soundtrack((*self.sounds, sound), self.ambience)

    def entered_at(self, position: int) -> Soundtrack:
        """What it holds, for one who comes in at ``position``: words and bells just missed there begin there.

        The sound card is a quarter of a second behind every key: otherwise each skip would eat the first word.
        """
        if not any(just_missed(sound, position) for sound in self.sounds):
            return self
        moved = (replace(sound, start=position) if just_missed(sound, position) else sound for sound in self.sounds)
        return Soundtrack(moved, self.ambience)

    def mix(self, start: int, frames: int, gains: Mapping[Part, Gain] = AS_MADE) -> Samples:
        """``frames`` samples from sample ``start`` on; silence before the first sound and after the last."""
        mixed = self.above(start, frames, gains)
        if self.ambience is not None:
            mixed += self.bed(start, frames) * gains[Part.AMBIENCE]
        soften(mixed)
        return mixed

    def above(self, start: int, frames: int, gains: Mapping[Part, Gain]) -> Samples:
        """What of it is no ambience, as loud as it comes."""
        mixed: Samples = np.zeros(frames, np.float32)
        depth = self._ducking.depth(start, frames)
        for sound in self.sounds:
            low, high = max(sound.start, start), min(sound.end, start + frames)
            if low >= high:
                continue
            here = slice(low - start, high - start)
            piece = sound.sound[low - sound.start : high - sound.start] * np.float32(sound.gain)
            gain = gains[sound.part]
            piece *= gain[here] if isinstance(gain, np.ndarray) else np.float32(gain)
            if depth is not None and sound.part is not Part.VOICE:
                piece *= ducked(sound.part, depth[here])
            mixed[here] += piece
        return mixed

    def bed(self, start: int, frames: int) -> Samples:
        """The ambience alone, as made; it steps back under the voice."""
        if self.ambience is None:
            return np.zeros(frames, np.float32)
        sound = self.ambience.piece(start, frames)
        depth = self._ducking.depth(start, frames)
        return sound if depth is None else sound * ducked(Part.AMBIENCE, depth)
