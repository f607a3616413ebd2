"""Standard output that never fails over a character that the terminal's encoding lacks."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

NEAREST = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa",
    "«": '"', "»": '"', "“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "…": "...", "·": "-",
}  # fmt: skip
"""What stands in where a character is missing: the usual Norwegian spelling without the letters."""

HANDLER = "mellomrom-nearest"


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_plain(character) for character in missing), error.end


def _plain(character: str) -> str:
    if character in NEAREST:
        return NEAREST[character]
    base = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return base or "?"


def forgive_missing_characters() -> None:
    """Write the nearest plain letters where the encoding of standard output or standard error lacks one."""
    codecs.register_error(HANDLER, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=HANDLER)


def can_draw() -> bool:
    """Whether the terminal's encoding has the half blocks that the picture is drawn with."""
    return can_write("▀─».", sys.stdout.encoding or "ascii")


def can_write(text: str, encoding: str) -> bool:
    """Whether ``encoding`` has all characters of ``text``."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
