"""What the sound card's callback does with one block: orders first, then the break, then asides. Needs numpy."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.sound.aside import Aside
from assistant.sound.ceiling import soften
from assistant.sound.clip import RATE
from assistant.sound.dac import Dac
from assistant.sound.landing import just_missed
from assistant.sound.levels import Levels
from assistant.sound.plan import Part
from assistant.sound.samples import at_sample
from assistant.sound.soundtrack import Soundtrack
from assistant.sound.transport import Transport
from assistant.units import Ms, Seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.sound.samples import Samples
    from assistant.sound.soundtrack import Placed


class Deck:
    """Soundtrack, transport, volumes and clock together.

    ``fill`` runs in the thread of the sound card, and everything else that moves runs in there too: other threads
    ``post`` what they want to happen, and it happens at the edge of the next block, in the order of posting.
    """

    def __init__(self) -> None:
        self.transport = Transport()
        self.levels = Levels()
        self.aside = Aside()
        self._hushed = threading.Event()
        """Set while nothing sounds, and nothing is about to."""
        self.settled = threading.Event()
        """Set once the device plays, and it is known when each sample is heard."""
        self._dac = Dac()
        self._orders: deque[Callable[[], None]] = deque()
        self._anchor = (0, Seconds(0.0))
        """A sample of the break, and when the clock of the break was there."""
        self._sounds_until = Seconds(0.0)
        self._ran = False
        """Whether the break was running when it stepped aside."""
        self.delay = Seconds(0.0)
        """How long after the device has played it a sample is heard; to be set by an order."""

    def post(self, order: Callable[[], None]) -> None:
        """Have ``order`` done at the next block."""
        self._orders.append(order)

    def fill(self, frames: int, asked: Seconds, heard: Seconds) -> Samples:
        """The next ``frames`` samples, asked for when the clock shows ``asked``, to be heard from ``heard`` on."""
        heard = self._dac.note(frames, asked, heard)
        if not self._dac.settled:
            return Soundtrack().mix(0, frames)
        self.settled.set()
        was_silent = self._silent
        while self._orders:
            self._orders.popleft()()
        sample, at = self._anchor
        wanted = sample + round((heard + self.delay - at) * RATE)
        out = self.transport.fill(frames, wanted, self.levels)
        if not self.aside.silent:
            said = self.aside.fill(frames)
            out[: len(said)] += said
            soften(out)
        if not (was_silent and self._silent):
            # Also the block in which the last of it faded.
            self._sounds_until = Seconds(heard + frames / RATE)
        if self._silent:
            self._hushed.set()
        return out

    def fade_out(self, patience: Seconds, order: Callable[[], None] | None = None) -> bool:
        """From another thread: fade all out, and wait until the last of it is made; says whether it was in time.

        ``order`` does it another way than ``hush``.
        """
        self._hushed.clear()
        self.post(order or self.hush)
        return self._hushed.wait(patience)

    def play(self, position: Ms, at: Seconds) -> None:
        """Order: run, the break being at ``position`` when the clock shows ``at``."""
        self._anchor = (at_sample(position), at)
        self.transport.play()

    def seek(self, position: Ms, at: Seconds) -> None:
        """Order: be at ``position`` instead; held stays held."""
        self._anchor = (at_sample(position), at)
        if self.transport.runs:
            self.transport.leap()
        else:
            self.transport.place(at_sample(position))

    def put(self, placed: Placed) -> None:
        """Order: take one more sound in.

        One that should have begun a moment ago begins now; one that comes later than that is left out, for half a
        sentence is worse than none.
        """
        here = self.transport.position
        if just_missed(placed, here):
            placed = replace(placed, start=here)
        if not placed.start < here < placed.end:
            self.transport.track = self.transport.track.with_sound(placed)

    def say(self, sound: Samples, part: Part = Part.VOICE) -> None:
        """Order: sound at once, beside the break, as loud as ``part`` is set."""
        volume = self.levels.volume(part)
        self.aside.say(sound * volume)

    def set_volume(self, part: Part, volume: float) -> None:
        """Order: let ``part`` be as loud as that."""
        self.levels.set(part, volume)
        if self._silent:
            self.levels.settle()

    def hold(self) -> None:
        """Order: fade the break out, and stand still."""
        self.transport.hold()

    def replace(self, track: Soundtrack) -> None:
        """Order: another break, from its beginning; to be given when all has faded out."""
        self.transport.track = track
        self.transport.place(0)

    def new_stream(self) -> None:
        """The stream begins anew, and its reckoning with it. To be called while none runs."""
        self._dac = Dac()
        self.settled.clear()
        self.transport.cut()

    @property
    def is_idle(self) -> bool:
        """Whether nothing sounds, and nothing has been ordered that might. For the thread that orders."""
        return not self._orders and self._silent

    @property
    def sounds_until(self) -> Seconds:
        """When the last of what has sounded so far has been heard."""
        return self._sounds_until

    def hush(self) -> None:
        """Order: fade the break and the aside out."""
        self.hold()
        self.aside.fade()

    def step_aside(self) -> None:
        """Order: the same, until ``go_on``."""
        self._ran = self.transport.runs
        self.hush()

    def go_on(self) -> None:
        """Order: run again, if the break ran when it stepped aside; once, for it may be told without that."""
        ran, self._ran = self._ran, False
        if ran:
            self.transport.play()

    @property
    def _silent(self) -> bool:
        """Whether nothing sounds, and nothing is about to."""
        return self.transport.silent and self.aside.silent
