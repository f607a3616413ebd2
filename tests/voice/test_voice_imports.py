"""What the screen pays for: the voice's heavy parts live in its own process."""

from __future__ import annotations

import subprocess
import sys

from assistant.voice.process import PACKAGE_PARENT

HEAVY = ("numpy", "soundfile", "soxr", "pyttsx3", "textual", "msgspec", "espeakng_loader")
LOAD = f"""
import sys
import assistant.voice.child_voice, assistant.voice.ahead, assistant.voice.cache
import assistant.voice.caching, assistant.voice.choose
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_nothing_heavy_is_loaded_with_the_voice() -> None:
    done = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True, cwd=PACKAGE_PARENT)
    assert done.stdout.strip() == "[]"
