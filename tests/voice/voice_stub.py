"""A pyttsx3 that is not the real one, for engines that this computer does not have."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STUB = '''
import time
import numpy, soundfile

class Voice:
    def __init__(self, id, languages):
        self.id, self.name, self.languages = id, id, languages

class Engine:
    """As on macOS: it writes AIFF whatever the name says, and chats on standard output."""

    def __init__(self):
        voices = [Voice("Nora", ["nb_NO"]), Voice("Daniel", ["en_GB"])]
        self._properties = {"voice": None, "rate": 200, "voices": voices}

    def connect(self, topic, call): pass

    def getProperty(self, name): return self._properties[name]

    def setProperty(self, name, value): self._properties[name] = value

    def save_to_file(self, text, path): self._job = text, path

    def runAndWait(self):
        text, path = self._job
        if "hang" in text: time.sleep(60)
        print("Audio saved to", path, flush=True)
        seconds = SECONDS_PER_LETTER * len(text) * 100 / self._properties["rate"]
        noise = numpy.random.default_rng(1).uniform(-0.3, 0.3, int(22050 * seconds))
        soundfile.write(path, noise, 22050, format="AIFF")

def init(driver=None):
    if driver != "sapi5": raise RuntimeError("no such engine")
    return Engine()
'''

PROGRAM = """
import sys
from assistant.voice import child, system_engine
system_engine.DRIVERS[sys.platform] = ("nsss", "sapi5")
sys.exit(child.main())
"""
COMMAND = (sys.executable, "-c", PROGRAM)
"""The real child, which believes that this system has two engines, the first of which does not start."""


def put_in_place_of_pyttsx3(folder: Path, monkeypatch: pytest.MonkeyPatch, *, seconds_per_letter: float) -> None:
    """From now on children find the stub; at a dial of 100 it says a letter in so many seconds."""
    package = folder / "stubs" / "pyttsx3"
    package.mkdir(parents=True)
    code = STUB.replace("SECONDS_PER_LETTER", str(seconds_per_letter))
    (package / "__init__.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(package.parent), prepend=os.pathsep)
