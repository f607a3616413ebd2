"""A sounddevice module that imagines its device, and lets it behave badly; for children, by way of ``PYTHONPATH``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MODULE = """
import os, threading, time
import numpy as np

MODE, LOG = os.environ["IMAGINED_MODE"], os.environ["IMAGINED_LOG"]
if MODE == "no library":
    raise OSError("PortAudio library not found")
if MODE == "hangs at once":
    time.sleep(60)


class PortAudioError(Exception):
    pass


def _initialize():
    pass


_terminate = _initialize


def get_portaudio_version():
    return 0, "imagined"


def query_devices(*_, **__):
    if MODE == "cannot be listed":
        raise PortAudioError("Error querying device")
    return []


class OutputStream:
    latency = 0.1

    def __init__(self, *, samplerate, channels, blocksize, callback, finished_callback, **_):
        with open(LOG, "a") as log:
            log.write("opened\\n")
        with open(LOG) as log:
            self.number = len(log.readlines())
        if MODE == "no device" or (MODE == "lost for good" and self.number > 1):
            raise PortAudioError("no device")
        self.ended = threading.Event()
        self.callback, self.finished = callback, finished_callback
        self.pace = blocksize / samplerate
        self.out = np.zeros((blocksize, channels), np.float32)
        self.outputBufferDacTime = 0.0
        self.left = {"lost": 20, "lost for good": 20, "always lost": 20, "stalls": 40}.get(MODE, 1 << 30)
        if MODE == "lost" and self.number > 1:
            self.left = 1 << 30
        if MODE == "stalls" and self.number > 1:
            self.left = 1 << 30

    @property
    def time(self):
        return time.monotonic()

    def start(self):
        if MODE == "hangs":
            time.sleep(60)
        if MODE == "never asks":
            return
        for _ in range(5):
            self.ask()
        if MODE != "only fills":
            threading.Thread(target=self.run, daemon=True).start()

    def ask(self):
        self.outputBufferDacTime = self.time + self.latency
        self.callback(self.out, len(self.out), self, None)

    def run(self):
        while self.left and not self.ended.wait(self.pace):
            self.left -= 1
            self.ask()
        if MODE != "stalls":
            self.finished()

    def abort(self, ignore_errors=True):
        self.ended.set()

    close = abort
"""


def imagine(mode: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let children have the device that ``mode`` says; the file that is returned has a line for each opening."""
    (folder / "sounddevice.py").write_text(MODULE, encoding="utf-8")
    log = folder / "opened"
    log.touch()
    known = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *([known] if known else [])]))
    monkeypatch.setenv("IMAGINED_MODE", mode)
    monkeypatch.setenv("IMAGINED_LOG", str(log))
    return log
