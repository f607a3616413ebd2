"""The sound device: one stream that asks for blocks of samples. Needs numpy and PortAudio."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any

import sounddevice as sd

from assistant.clock import now
from assistant.sound.clip import RATE
from assistant.sound.devices import default_output, named, outputs
from assistant.sound.trouble import Trouble
from assistant.units import Seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from assistant.sound.samples import Samples

BLOCK = 1024
"""Samples in one block."""
LATENCY = Seconds(0.2)
"""What the device is asked to keep in hand. With less, a busy machine is heard."""
PATIENCE = Seconds(1.5)
"""So long after its start some devices still have not asked for a sample, and never will."""
OTHERS = 4
"""Devices that are tried where not even the system's own can be opened."""

_REFUSES = (sd.PortAudioError, ValueError, OSError)
"""What comes of a device that cannot be opened."""


class NoSound(RuntimeError):  # noqa: N818 - it says what is wrong
    """The device cannot be used."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class Output:
    """One output device, played in mono on both sides.

    ``fill`` is asked for each block: for how many samples, when, and when they will be heard, both on our clock.
    ``lost`` is called when the stream ends without having been closed. Both are called in a thread of PortAudio.
    """

    def __init__(self, fill: Callable[[int, Seconds, Seconds], Samples], lost: Callable[[], None]) -> None:
        self._fill = fill
        self._lost = lost
        self._stream: Any = None
        self._asked = threading.Event()
        self._closing = False
        self.blocks = 0
        """How many blocks the device has asked for."""
        self.name: str | None = None
        """The device that is open, or was."""

    @property
    def is_open(self) -> bool:
        """Whether there is a stream."""
        return self._stream is not None

    def open(self, wanted: str = "") -> None:
        """Start a stream on the device that ``wanted`` names, or else on the system's own, or else on the next one.

        Raises ``NoSound`` if there is none, or one that never asks for a sample.
        """
        known = outputs()
        place = named([name for _, name in known], wanted)
        choices: list[tuple[int | None, str | None]] = [(None, default_output()), *known[:OTHERS]]
        if place is not None:
            choices.insert(0, known[place])
        if not any(self._start(*choice) for choice in choices):
            raise NoSound(Trouble.NO_DEVICE)
        if not self._asked.wait(PATIENCE):
            self.close()
            raise NoSound(Trouble.NO_CALLBACK)

    def lists(self, wanted: str) -> bool:
        """Whether PortAudio knows a device of that name."""
        return named([name for _, name in outputs()], wanted) is not None

    def could_open(self, wanted: str) -> bool:
        """Whether a device of that name could be played on, while another one is."""
        known = outputs()
        place = named([name for _, name in known], wanted)
        if place is None:
            return False
        try:
            sd.OutputStream(device=known[place][0], samplerate=RATE, channels=2).close(ignore_errors=True)
        except _REFUSES:
            return False
        return True

    def close(self) -> None:
        """End the stream at once; what the device has in hand is dropped."""
        self._closing = True
        if self._stream is not None:
            # Not stop(): that plays what is in hand, and waits for a device that may be gone.
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
            self._stream = None

    def look_again(self) -> None:
        """Have PortAudio look for devices again, which it only does when it starts; raises ``NoSound``.

        To be called while closed.
        """
        # The way that the authors advise: https://github.com/spatialaudio/python-sounddevice/issues/125
        with contextlib.suppress(sd.PortAudioError):  # it did not start the last time
            sd._terminate()  # noqa: SLF001
        try:
            sd._initialize()  # noqa: SLF001
        except sd.PortAudioError as error:
            raise NoSound(Trouble.LOST) from error

    def _start(self, device: int | None, name: str | None) -> bool:
        """Start a stream on ``device``, the system's own where it is nothing; says whether it could be."""
        self._asked.clear()
        self._closing = False
        try:
            self._stream = sd.OutputStream(
                device=device,
                samplerate=RATE,
                channels=2,
                dtype="float32",
                blocksize=BLOCK,
                latency=LATENCY,
                callback=self._block,
                finished_callback=self._finished,
            )
            self._stream.start()
        except _REFUSES:
            self.close()
            return False
        self.name = name
        return True

    def _block(self, out: NDArray[np.float32], frames: int, times: Any, status: Any) -> None:  # noqa: ARG002
        asked = now()
        lead = times.outputBufferDacTime - self._stream.time
        # The first block, and some devices always, know no time at which it is heard.
        heard = Seconds(asked + (lead if lead > 0 else self._stream.latency))
        out[:] = self._fill(frames, asked, heard)[:, None]
        self.blocks += 1
        self._asked.set()

    def _finished(self) -> None:
        if not self._closing:
            self._lost()
