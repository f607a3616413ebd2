"""The speech library that travels with us on Linux, for systems that have none. For the voice's own process."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

LIBRARY = "libespeak-ng.so.1"
"""The name under which pyttsx3 asks for it."""


def lend_library() -> None:
    """Have eSpeak NG at hand before pyttsx3 looks for it. Does nothing where the system has its own, or off Linux.

    The loader offers a library already loaded under the same name, so ours is found. It looks for its
    voices where ``ESPEAK_DATA_PATH`` says; the system's library is never given our voices, nor ours its.
    """
    if sys.platform != "linux" or _loads(LIBRARY):
        return
    found = importlib.util.find_spec("espeakng_loader")
    if found is None or found.origin is None:
        return
    folder = Path(found.origin).parent
    os.environ["ESPEAK_DATA_PATH"] = str(folder)
    _loads(str(folder / LIBRARY))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True


def library_version() -> str:
    """The version of the eSpeak library that pyttsx3 has loaded."""
    from pyttsx3.drivers import _espeak

    version: bytes = _espeak.Info()
    return version.decode("ascii", "replace")
