"""The number that every page of an Ogg stream carries. Needs mutagen.

Encoders draw it by lot. Here it comes from what is in the stream, so that the same sound is the same file.
Format: RFC 3533.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO

from mutagen.ogg import OggPage

if TYPE_CHECKING:
    from collections.abc import Iterator


def number_by_content(file: BinaryIO) -> None:
    """Give the one stream in ``file`` a number that comes from its packets; all else stays as it is."""
    serial = 0
    for page in _pages(file):
        for packet in page.packets:
            serial = zlib.crc32(packet, serial)
    at = 0
    for page in _pages(file):
        page.serial = serial
        after = file.tell()
        file.seek(at)
        at = after
        file.write(page.write())  # with the checksum that it has now
        file.seek(after)


def _pages(file: BinaryIO) -> Iterator[OggPage]:
    file.seek(0)
    while True:
        try:
            yield OggPage(file)
        except EOFError:
            return
