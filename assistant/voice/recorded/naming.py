"""What a recorded voice may be called: its name is that of a folder, on any system."""

from __future__ import annotations

import re
import unicodedata

from assistant.known_voices import SYSTEM

NAME = re.compile(r"[^\W_](?:[\w .'-]{0,38}[\w'-])?")
"""Begins with a letter or a digit, and has nothing in it that a shell or a file system would take for its own."""

DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that are no files on Windows."""


def voice_name(text: str) -> str | None:
    """``text`` as the name of a voice, its letters composed; nothing where it cannot be one."""
    name = unicodedata.normalize("NFC", text.strip())
    is_free = DEVICES.fullmatch(name) is None and name.casefold() != SYSTEM
    return name if is_free and NAME.fullmatch(name) else None
