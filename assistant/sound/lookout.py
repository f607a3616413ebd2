"""Looks for a better device while one is open. PortAudio only looks when it starts: another process is asked."""

from __future__ import annotations

import sys
import threading

from assistant.clock import now
from assistant.sound.devices import named
from assistant.sound.probe import SoundReport, probe
from assistant.units import Seconds

EVERY = Seconds(20)
"""So often it is asked: each time costs 0.15 s of work."""
FOLLOWED = sys.platform == "linux"
"""Whether a sound server moves by itself what plays on the system's own device."""


class Lookout:
    """Asks now and then what devices there are, and waits for no answer."""

    def __init__(self) -> None:
        self._asking = threading.Thread()
        self._due = Seconds(now() + EVERY)
        self._report: SoundReport | None = None
        self._told: SoundReport | None = None
        """What was there when a better device was told of: once is enough."""

    def sees_better(self, used: str | None, wanted: str) -> bool:
        """Whether ``wanted`` has come by the last answer, or, where it is empty, the system has another of its own."""
        if FOLLOWED and not wanted:
            return False
        if now() > self._due and not self._asking.is_alive():
            self._due = Seconds(now() + EVERY)
            self._asking = threading.Thread(target=self._ask, name="sound: lookout", daemon=True)
            self._asking.start()
        report, self._report = self._report, None
        if report is None or report == self._told:
            return False
        has_come = named(report.outputs, wanted) is not None
        better = has_come if wanted else report.default not in {None, used}
        self._told = report if better else None
        return better

    def _ask(self) -> None:
        self._report = probe()
