"""From the key at home to the first sample of the bell: the product in a terminal, on a null sink that is recorded."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from assistant.clock import now
from assistant.sound.clip import RATE
from assistant.sound.output import LATENCY
from assistant.sound.samples import factor
from tests.pty_terminal import Terminal
from tests.sound.null_sink import missing, running_null_sink, wait_until

if TYPE_CHECKING:
    from tests.sound.null_sink import Recording

TIMES = 5
TO_CHOOSE = 3.0
"""Seconds in which the screen is drawn and the device opened, while somebody chooses."""
LOUD = factor(-50)
SETTINGS = 'sound = "bell"\nwelcomed = true\nbell-volume = 1.0\n'


def main() -> None:
    """Beside the latency that the device is asked for, which nobody can take away."""
    lacking = missing()
    if lacking is not None:
        print(f"  not measured: {lacking}")
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ.update({"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder})
        (home / "mellomrom").mkdir()
        (home / "mellomrom" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        (home / "pulse").mkdir()
        with running_null_sink(home / "pulse") as sink, sink.recorded() as tape:
            os.environ.update(sink.environment)
            seconds = [_from_key_to_bell(tape) for _ in range(TIMES)]
    middle = median(seconds)
    print(f"  {middle * 1000:.0f} ms ({middle / LATENCY:.2f} x the latency), fastest {min(seconds) * 1000:.0f} ms")


def _from_key_to_bell(tape: Recording) -> float:
    with Terminal() as terminal:
        wait_until(lambda: len(terminal.written) > 1_000, 20)
        time.sleep(TO_CHOOSE)
        pressed, before = now(), len(tape.samples)
        terminal.type("\r")
        wait_until(lambda: bool(np.any(np.abs(tape.samples[before:]) > LOUD)), 5)
        first = before + int(np.flatnonzero(np.abs(tape.samples[before:]) > LOUD)[0])
    time.sleep(1)
    return first / RATE + tape.begins - pressed


if __name__ == "__main__":
    main()
