"""One pyttsx3 engine, with its voice and its dial set once. For the voice's own process only.

pyttsx3 is made to speak aloud. Made to write files it has many ways to go wrong, which is why it lives in a
process that may be killed, why nothing is set between two lines, and why every file is looked at.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from assistant.voice.choose import VoiceInfo, pick
from assistant.voice.dial import ESPEAK
from assistant.voice.embedded import lend_library, library_version
from assistant.voice.engine import EngineFailed
from assistant.voice.messages import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from assistant.language import Language

DRIVERS = {"darwin": ("nsss", ESPEAK), "win32": ("sapi5", ESPEAK)}
"""The system's own engine, then the one that a user may have installed beside it."""

ROUNDS = 12
"""How often an engine may be told its voice and dial before we give up."""
SETTLE = 0.02
"""Seconds for eSpeak NG to take a setting: it queues them, and a queue that is cancelled loses them."""
BREATH = 0.003
"""Seconds for eSpeak NG's thread to leave the callback that said it was done, before it is asked again."""
PATIENCE = 4.0
"""Seconds for eSpeak NG to say a phrase; it takes a hundredth of one."""


def _engines() -> Iterator[tuple[str, Any]]:
    """The engines that start on this system, by the name of their driver."""
    lend_library()
    for driver in DRIVERS.get(sys.platform, (ESPEAK,)):
        try:
            import pyttsx3  # after the library has been lent

            engine = pyttsx3.init(driver)
        except Exception:  # noqa: BLE001, S112 - drivers raise what they like: the next may start
            continue
        yield driver, engine


def _voices(driver: str, engine: Any) -> tuple[VoiceInfo, ...]:
    try:
        listed = engine.getProperty("voices")
        return tuple(
            VoiceInfo(str(voice.id), str(voice.name), tuple(map(str, voice.languages or ())), driver)
            for voice in listed
        )
    except Exception:  # noqa: BLE001 - SAPI stumbles over voices of more than one language
        return ()


def all_voices() -> tuple[VoiceInfo, ...]:
    """Every voice of every engine that starts."""
    return tuple(voice for driver, engine in _engines() for voice in _voices(driver, engine))


def open_engine(language: Language) -> SystemEngine:
    """The first engine that has a voice for ``language``. Raises ``EngineFailed``."""
    trouble = Trouble.NO_ENGINE
    for driver, engine in _engines():
        voice = pick(language, _voices(driver, engine))
        if voice is not None:
            return SystemEngine(driver, engine, voice)
        trouble = Trouble.NO_VOICE
    raise EngineFailed(trouble)


class SystemEngine:
    """Says one phrase at a time into a file. Not for two threads."""

    stays_set = True

    def __init__(self, driver: str, engine: Any, voice: VoiceInfo) -> None:
        self._engine = engine
        self._is_espeak = driver == ESPEAK
        self._finished = threading.Event()
        self.voice = voice
        self.library = library_version() if self._is_espeak else ""
        engine.connect("finished-utterance", lambda **_: self._finished.set())
        if self._is_espeak:
            # An error in its callback, such as a full disk, is told nobody, and runAndWait would never return.
            sys.unraisablehook = lambda _: os._exit(1)

    def settle(self, dial: int, scratch: Path) -> None:
        """Set voice and dial for good: until both read back and a word is spoken with nothing set in between.

        Raises ``EngineFailed`` if they do not stay.
        """
        for _ in range(ROUNDS):
            clean = self._is("rate", dial) and self._is("voice", self.voice.id)
            if not clean:
                self._engine.setProperty("voice", self.voice.id)
                self._engine.setProperty("rate", dial)
                time.sleep(SETTLE)
            self._say("a", scratch)
            if clean and scratch.is_file() and scratch.stat().st_size > 1000:
                return
        raise EngineFailed(Trouble.UNSETTLED)

    def _is(self, name: str, wanted: str | int) -> bool:
        return bool(self._engine.getProperty(name) == wanted)

    def spoken(self, phrase: str, scratch: Path) -> NDArray[np.float32]:
        """``phrase`` as it sounds, mono at ``RATE``, by way of ``scratch``. Raises ``EngineFailed``, ``OSError``."""
        from assistant.voice.finish import read

        self._say(phrase, scratch)
        try:
            return read(scratch)
        except RuntimeError as error:  # soundfile's own errors
            raise EngineFailed(Trouble.BAD_SOUND) from error

    def _say(self, phrase: str, path: Path) -> None:
        """Have ``phrase`` written to ``path``; what is there afterwards may still be nothing, and must be looked at."""
        path.unlink(missing_ok=True)
        self._finished.clear()
        self._engine.save_to_file(phrase, str(path))
        self._engine.runAndWait()
        if self._is_espeak:
            # It synthesises in a thread of its own; the others have finished when runAndWait returns.
            self._finished.wait(PATIENCE)
            time.sleep(BREATH)
