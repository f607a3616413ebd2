"""Makes an offer known to somebody who is not looking: a soft bell, a notification, both or nothing, as was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.accompaniment import Accompaniment
    from assistant.notify.notifier import Notifier
    from assistant.settings import Settings

LONGEST = 30.0
"""Seconds that a notification may stay."""


class Sign:
    """Given once for an offer. It never waits, and what goes wrong is told in one line by ``trouble``."""

    def __init__(self, chosen: Settings, sound: Accompaniment | None) -> None:
        self._chosen = chosen
        self._sound = sound
        self._notifier: Notifier | None = None

    def choose(self, chosen: Settings) -> None:
        """Go by ``chosen`` from now on."""
        self._chosen = chosen

    @property
    def trouble(self) -> str | None:
        """What is missing, once a sign was to be given."""
        return self._notifier.trouble if self._notifier is not None else None

    def give(self) -> None:
        """Make it known now."""
        if self._chosen.offer_bell and self._sound is not None:
            self._sound.ring()
        if self._chosen.offer_notification:
            if self._notifier is None:
                from assistant.notify.notifier import Notifier

                self._notifier = Notifier()
            self._notifier.show()

    def wait(self) -> None:
        """Stay until it has been heard and seen: whoever ends before takes it away."""
        if self._sound is not None:
            self._sound.wait()
        if self._notifier is not None:
            self._notifier.wait(LONGEST)

    def close(self) -> None:
        """Leave nothing behind."""
        if self._notifier is not None:
            self._notifier.close()
