"""A private PulseAudio with a null sink as its only device, and a recording of what is played into it.

For tests marked ``sound``. It needs no sound card, no rights, no D-Bus, and leaves nothing behind; where PulseAudio,
PortAudio or what joins them is missing, such tests are skipped and say so.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.clock import now
from assistant.sound.clip import RATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest
    from numpy.typing import NDArray

NAME = "rehearsal"
HEADPHONES = "headphones"
"""A second sink, which can be plugged in; PortAudio knows it by the name ``CALLED``."""
CALLED = "Imagined Headphones"
ALSA = f"""</usr/share/alsa/alsa.conf>
pcm.!default {{ type pulse }}
ctl.!default {{ type pulse }}
pcm."{CALLED}" {{ type pulse device {HEADPHONES} }}
"""
AHEAD = 0.010
"""Seconds: a null sink makes its sound so long before its time as the recorder asks for (2, 5 and 10 ms were tried)."""
PLUGIN = "alsa-lib/libasound_module_pcm_pulse.so"
STEADY = 0.1
"""A recording that comes in steps smaller than this (seconds) has settled; a null sink idles in steps of two."""


def wait_until(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether ``holds`` came true within ``seconds``."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True


def missing() -> str | None:
    """What a null sink would need and this machine has not."""
    programs = [name for name in ("pulseaudio", "pactl", "parec") if shutil.which(name) is None]
    if programs:
        return f"{programs[0]} is not installed"
    if not any(list(Path("/usr").glob(f"{place}/{PLUGIN}")) for place in ("lib", "lib/*", "lib64")):
        return "the ALSA plugin for PulseAudio is not installed"
    return None if ctypes.util.find_library("portaudio") else "PortAudio is not installed"


@dataclass
class Recording:
    """What came out of the null sink: mono, 48 kHz."""

    process: subprocess.Popen[bytes]
    pieces: list[bytes] = field(default_factory=list)
    marks: list[tuple[float, int]] = field(default_factory=list)
    """What the clock showed when so many samples had been read."""

    def listen(self) -> None:
        assert self.process.stdout is not None
        count = 0
        while piece := os.read(self.process.stdout.fileno(), 1 << 16):
            count += len(piece) // 2
            self.pieces.append(piece)
            self.marks.append((now(), count))

    @property
    def settled(self) -> bool:
        times = [at for at, _ in self.marks[-20:]]
        return len(times) == 20 and times[-1] - times[0] < 20 * STEADY and now() - times[-1] < STEADY

    @property
    def begins(self) -> float:
        """What the clock showed at its first sample."""
        return min(at - count / RATE for at, count in self.marks[5:]) + AHEAD

    @property
    def samples(self) -> NDArray[np.float32]:
        return np.asarray(np.frombuffer(b"".join(self.pieces), "<i2") / 32_768, np.float32)


@dataclass
class NullSink:
    """A running PulseAudio."""

    environment: dict[str, str]
    server: subprocess.Popen[bytes]

    def become_default(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Be the only sound device for this test, and for the processes that it starts."""
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)

    def kill(self) -> None:
        """Gone, as by a crash."""
        self.server.kill()
        self.server.wait()

    def plug_in(self) -> None:
        """Have a second sink."""
        self._pactl("load-module", "module-null-sink", *_null_sink(HEADPHONES).split())

    def unplug(self) -> None:
        """Have it no more."""
        modules = self._pactl("list", "short", "modules")
        number = next(line.split()[0] for line in modules.splitlines() if HEADPHONES in line)
        self._pactl("unload-module", number)

    def _pactl(self, *words: str) -> str:
        asked = subprocess.run(
            ["pactl", *words], env=os.environ | self.environment, capture_output=True, text=True, check=True
        )
        return asked.stdout

    @contextmanager
    def recorded(self, name: str = NAME) -> Iterator[Recording]:
        """Record all that is played into the sink ``name`` meanwhile."""
        command = ["parec", "-d", f"{name}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1", "--raw"]
        process = subprocess.Popen(
            [*command, f"--latency-msec={AHEAD * 1000:.0f}"],
            env=os.environ | self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        recording = Recording(process)
        listener = threading.Thread(target=recording.listen)
        listener.start()
        try:
            assert wait_until(lambda: recording.settled, 10), "the null sink never became steady"
            yield recording
        finally:
            process.terminate()
            listener.join()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()


@contextmanager
def running_null_sink(folder: Path) -> Iterator[NullSink]:
    """A PulseAudio of our own, all of whose files are in ``folder``."""
    socket = folder / "native"
    (folder / "asound.conf").write_text(ALSA, encoding="ascii")
    folder.chmod(0o700)
    environment = {
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder),
        "PULSE_SERVER": f"unix:{socket}",
        "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
    }
    words = "pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --disallow-exit --realtime=no"
    server = subprocess.Popen(
        [
            *words.split(),
            "--high-priority=no",
            f"--load=module-native-protocol-unix auth-anonymous=1 socket={socket}",
            f"--load=module-null-sink {_null_sink(NAME)}",
        ],
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert wait_until(lambda: _answers(environment), 10), "PulseAudio does not answer"
        yield NullSink(environment, server)
    finally:
        server.kill()
        server.wait()


def _null_sink(name: str) -> str:
    return f"sink_name={name} rate={RATE} format=s16le channels=2"


def _answers(environment: dict[str, str]) -> bool:
    asked = subprocess.run(["pactl", "info"], env=os.environ | environment, capture_output=True, check=False)
    return asked.returncode == 0
