"""Keeps the deck on a device: opens it, sees when it is gone, opens it again, and leaves it without a click."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from assistant.clock import now
from assistant.sound.output import NoSound, Output
from assistant.sound.trouble import Trouble
from assistant.units import Seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.sound.deck import Deck

STALLED = 3
"""Looks in a row without a new block after which the device counts as gone."""
REOPENED = 5
"""Times that the device is opened again before it is given up."""
RETRIES = (Seconds(0.3), Seconds(1.0))
"""Pauses before each attempt to open it again."""
TO_SETTLE = Seconds(3.0)
"""A device that slept, or that has to be reached by radio, begins to play within this."""
TO_FADE = Seconds(0.7)
"""No fade takes longer to be heard."""


class Keeper:
    """The deck's place on the default output device."""

    def __init__(self, deck: Deck, lost: Callable[[], None]) -> None:
        """``lost`` is called, in some thread, when the device is gone; ``reopen`` is then to be called."""
        self._deck = deck
        self._lost = lost
        self._output = Output(deck.fill, lost)
        self._reopened = 0
        self._seen = 0
        self._idle = 0

    @property
    def is_open(self) -> bool:
        """Whether there is a device."""
        return self._output.is_open

    def open(self) -> None:
        """Begin to sound on the device; raises ``NoSound``, also if it does not begin to play."""
        self._output.open()
        if not self._deck.settled.wait(TO_SETTLE):
            self._output.close()
            raise NoSound(Trouble.NO_CALLBACK)

    def look(self) -> None:
        """See whether the device still asks for samples. To be called about once a second."""
        blocks = self._output.blocks
        self._idle = self._idle + 1 if blocks == self._seen and self.is_open else 0
        self._seen = blocks
        if self._idle >= STALLED:
            self._idle = 0
            self._lost()

    def reopen(self) -> None:
        """The device is gone: try again, with the one that is the default by now. Raises ``NoSound``."""
        self._reopened += 1
        for pause in RETRIES if self._reopened <= REOPENED else ():
            self._output.close()
            time.sleep(pause)
            self._deck.new_stream()
            try:
                self._output.look_again()
                self.open()
            except NoSound:
                continue
            return
        raise NoSound(Trouble.LOST)

    def fade(self) -> None:
        """Fade out all that sounds, and wait until that has been heard."""
        if not self.is_open:
            return
        deadline = now() + TO_FADE
        if self._deck.fade_out(TO_FADE):
            time.sleep(max(0.0, min(self._deck.heard_so_far(), deadline) - now()))

    def close(self) -> None:
        """Leave the device, at once."""
        self._output.close()
