"""Keeps the deck on a device: sees when it is gone, looks for it or for another one, and leaves it without a click."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from assistant.clock import now
from assistant.sound.devices import named
from assistant.sound.lookout import Lookout
from assistant.sound.output import NoSound, Output
from assistant.sound.trouble import Trouble
from assistant.units import Seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.sound.deck import Deck

STALLED = 3
"""Looks in a row without a new block after which the device counts as gone."""
REOPENED = 5
"""Times that a device which goes on being lost is opened again at once."""
LASTING = Seconds(30)
"""A device that has been there so long is not one of those."""
RETRIES = (Seconds(0.3), Seconds(1.0))
"""Pauses before each attempt to open it again at once."""
AGAIN = Seconds(5)
"""Pause before each attempt after those: to look for devices takes 40 ms of work."""
TO_SETTLE = Seconds(3.0)
"""A device that slept, or that has to be reached by radio, begins to play within this."""
TO_FADE = Seconds(0.7)
"""No fade takes longer to be heard."""


class Keeper:
    """The deck's place on an output device: the one that is wanted, else the system's own, else any."""

    def __init__(self, deck: Deck, lost: Callable[[], None]) -> None:
        """``lost`` is called, in some thread, when the device is gone; ``reopen`` is then to be called."""
        self._deck = deck
        self._lost = lost
        self._output = Output(deck.fill, lost)
        self._lookout = Lookout()
        self._wanted = ""
        self._again: Seconds | None = None
        """When to look for a device again, or for a better one; nothing until one has been asked for."""
        self._opened = Seconds(0.0)
        self._reopened = 0
        self._seen = 0
        self._idle = 0
        self.trouble: Trouble | None = None
        """What is wrong with the device now, if anything."""

    @property
    def is_open(self) -> bool:
        """Whether there is a device."""
        return self._output.is_open

    def want(self, device: str) -> None:
        """Take the device that ``device`` names whenever it is there; the system's own if it is empty."""
        changed, self._wanted = device != self._wanted, device
        if changed and self.is_open:
            self._change(look_again=not self._output.lists(device))

    def open(self) -> bool:
        """Begin to sound; says whether there is a device. Where there is none, ``look`` finds one that comes."""
        try:
            self._output.open(self._wanted)
        except NoSound as error:
            found: Trouble | None = error.trouble
        else:
            found = Trouble.NOT_THERE if self._misses_wanted else None
            if not self._deck.settled.wait(TO_SETTLE):
                found = Trouble.NO_CALLBACK
                self._output.close()
        if self.is_open or self.trouble is not Trouble.LOST:
            self.trouble = found
        self._opened, self._idle = now(), 0
        self._again = Seconds(now() + AGAIN)
        return self.is_open

    def look(self) -> None:
        """See whether the device still asks for samples, and whether a better one is there. About once a second."""
        blocks = self._output.blocks
        self._idle = self._idle + 1 if blocks == self._seen and self.is_open else 0
        self._seen = blocks
        if self._idle >= STALLED:
            self._idle = 0
            self._lost()
        elif self._again is not None and now() > self._again:
            self._again = Seconds(now() + AGAIN)
            self._look_around()

    def reopen(self) -> None:
        """The device is gone: try at once to open it again, or the one that is the system's own by now."""
        self._reopened = 0 if now() - self._opened > LASTING else self._reopened + 1
        for pause in RETRIES if self._reopened <= REOPENED else ():
            self._output.close()
            time.sleep(pause)
            if self._open_anew():
                return
        self._output.close()
        self.trouble = Trouble.LOST

    def fade(self, order: Callable[[], None] | None = None) -> None:
        """Fade out all that sounds, by another ``order`` than to hold, and wait until that has been heard."""
        if not self.is_open or self._deck.is_idle:
            return
        deadline = now() + TO_FADE
        if self._deck.fade_out(TO_FADE, order):
            time.sleep(max(0.0, min(self._deck.sounds_until, deadline) - now()))

    def close(self) -> None:
        """Leave the device, at once."""
        self._output.close()

    @property
    def _misses_wanted(self) -> bool:
        return bool(self._wanted) and named([self._output.name or ""], self._wanted) is None

    def _look_around(self) -> None:
        if not self.is_open:
            self._open_anew()
        elif self._misses_wanted and self._output.lists(self._wanted):
            if self._output.could_open(self._wanted):
                self._change(look_again=False)
        elif (self._misses_wanted or not self._wanted) and self._lookout.sees_better(self._output.name, self._wanted):
            self._change(look_again=True)

    def _change(self, *, look_again: bool) -> None:
        """Go over to a better device, with a fade on either side; the break goes on meanwhile."""
        self.fade(self._deck.step_aside)
        self._output.close()
        if look_again:
            self._open_anew()
        else:
            self._deck.new_stream()
            self.open()
        self._deck.post(self._deck.go_on)

    def _open_anew(self) -> bool:
        """Have PortAudio look for devices, and open one; says whether there is any."""
        self._deck.new_stream()
        try:
            self._output.look_again()
        except NoSound as error:
            self.trouble = error.trouble
            self._again = Seconds(now() + AGAIN)
            return False
        return self.open()
