"""What a break can be written as, by the suffix of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """A kind of sound file, by the names that libsndfile has for it."""

    container: str
    coding: str
    mime: str = ""
    """What a page calls it, where a page may hold it."""
    effort: float | None = None
    """From 0 to 1: the more, the smaller; as it is usual for it, where nothing is said."""
    even: bool = False
    """Whether every second takes the same number of bytes."""


WAV = SoundFormat("WAV", "PCM_16")
FLAC = SoundFormat("FLAC", "PCM_16")
VORBIS = SoundFormat("OGG", "VORBIS")
OPUS = SoundFormat("OGG", "OPUS")
MP3 = SoundFormat("MP3", "MPEG_LAYER_III")

PLAYED_EVERYWHERE = SoundFormat("MP3", "MPEG_LAYER_III", "audio/mpeg", effort=0.9, even=True)
"""In an uneven one browsers jump up to 0.4 s beside the place that they are asked to go to."""
SMALL = SoundFormat("OGG", "OPUS", "audio/ogg; codecs=opus")
SMALLEST = SoundFormat("OGG", "OPUS", "audio/ogg; codecs=opus", effort=0.95)
"""Takes four times as long to write."""

SOUNDS = {".wav": WAV, ".flac": FLAC, ".ogg": VORBIS, ".opus": OPUS, ".mp3": MP3}
CAPTIONS = (".srt", ".vtt")
MANUSCRIPTS = (".txt", ".md")
PAGE = ".html"
SUFFIXES = (*SOUNDS, *CAPTIONS, *MANUSCRIPTS, PAGE)


class UnknownSuffix(ValueError):  # noqa: N818 - it says what is wrong
    """A file name that does not say what is to be written. Its text is one plain line in the user's language."""


def suffix_of(path: Path) -> str:
    """What ``path`` is to become; raises ``UnknownSuffix``."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        what = _("{file}: the name must end in one of {suffixes}")
        raise UnknownSuffix(what.format(file=shorten(str(path)), suffixes=" ".join(SUFFIXES)))
    return suffix
