"""Text as it stands: no terminal escapes, no control characters, no tricks with direction."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor, modes
    r"|\x1b[\]PX^_].*?(?:\x1b\\|\x07|$)"  # OSC, DCS, SOS, PM, APC: titles, links, clipboard
    r"|\x1b[ -/]*[0-~]"  # all other escapes
    r"|\x9b[0-?]*[ -/]*[@-~]"  # CSI in one byte
)
"""ECMA-48 control sequences."""

BANNED = {"Cc", "Cf", "Cs", "Co"}
"""Controls, format characters such as overrides of direction, halves of pairs, and private ones."""

STOPS = ".!?…"
SENTENCE_ENDS = re.compile(
    r"(?<!\b[Ff]\.eks)(?<!\b[Bb]l\.a)(?<!\b[Ee]\.g)(?<!\b[Ii]\.e)"
    rf"[{STOPS}]+[»”\"’)]?(?:\s+(?=[«“\"‘(]?[A-ZÀ-Þ{{])|\s*$)"
)
"""Not after an abbreviation; and only before a capital, or a place that is filled in, or at the end."""

LONGEST = 200

LONGEST_QUOTED = 50


def without_controls(text: str) -> str:
    """``text`` on one line, without escapes, control characters or bidirectional overrides."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    spaced = (" " if character.isspace() else character for character in ESCAPES.sub("", text))
    return " ".join("".join(character for character in spaced if unicodedata.category(character) not in BANNED).split())


def has_controls(text: str) -> bool:
    """Whether there is anything in ``text`` that is left out when it is shown; new lines and tabs are only spaces."""
    return any(unicodedata.category(character) in BANNED for character in text if not character.isspace())


def sentences(text: str) -> list[str]:
    """The sentences of ``text``, in order, each with its stop."""
    ends = (end.end() for end in SENTENCE_ENDS.finditer(text))
    parts = (text[first:end].strip() for first, end in pairwise([0, *ends, len(text)]))
    return [part for part in parts if part]


def shorten(text: str, longest: int = LONGEST) -> str:
    """``text`` as it may stand in one line of a message."""
    plain = without_controls(text)
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def quoted(text: str) -> str:
    """``text`` as it may stand inside a line of ours."""
    return shorten(text, LONGEST_QUOTED)
