"""Whether a sound file is there to its end. What reads them takes a file that was cut short for a shorter one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LITTLE, BIG = b"RIFF", b"FORM"
"""How WAV and AIFF files begin; then they say how long they are, each in its own order of bytes."""
UNKNOWN = {0, 0xFFFFFFFF, 0x7FFFFFFF, 0x7FFFF000}
"""What stands in the place of a length where a program did not know it yet."""
HEADER = 8

PAGE = b"OggS"
LARGEST_PAGE = 65_307
"""Bytes (RFC 3533, 6)."""
FLAGS, LAST = 5, 4
"""Where in a page its flags stand, and the one of the page that is the last."""
SEGMENTS = 26
"""Where it says how many pieces it has; then come their lengths, a byte each, and then the pieces."""

TELLS = (b"Xing", b"Info")
"""What stands in the first frame of an MP3 that says how long it is; of others it can only be guessed."""
FIRST_FRAMES = 1 << 16


def is_cut_short(path: Path) -> bool:
    """Whether a WAV, AIFF, Ogg Vorbis or Opus file ends before it says it does. Raises ``OSError``."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(HEADER)
        if head[:4] in {LITTLE, BIG}:
            told = int.from_bytes(head[4:], "little" if head[:4] == LITTLE else "big")
            return told not in UNKNOWN and told + HEADER > size + 1  # one byte of padding may be missing
        if head[:4] == PAGE:
            file.seek(max(0, size - LARGEST_PAGE))
            rest = file.read()
            return not _is_last_page(rest[max(0, rest.rfind(PAGE)) :])
    return False


def _is_last_page(page: bytes) -> bool:
    """Whether it is there to its end, and says that it is the last."""
    if len(page) <= SEGMENTS or not page[FLAGS] & LAST:
        return False
    lengths = page[SEGMENTS + 1 : SEGMENTS + 1 + page[SEGMENTS]]
    return len(page) >= SEGMENTS + 1 + page[SEGMENTS] + sum(lengths)


def is_read_short(path: Path, told: int, read: int) -> bool:
    """Whether ``read`` samples are fewer than the file has ``told`` of, if it could know. Raises ``OSError``."""
    if read >= told:
        return False
    with path.open("rb") as file:
        head = file.read(FIRST_FRAMES)
    is_mp3 = head[:3] == b"ID3" or head[:1] == b"\xff"
    return not is_mp3 or any(mark in head for mark in TELLS)
