"""What a sound file says of itself. No dates: the same break is the same file. Needs mutagen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from assistant.export.formats import FLAC, MP3, OPUS, VORBIS, WAV
from assistant.language import Language

if TYPE_CHECKING:
    from assistant.export.formats import SoundFormat

PRODUCT = "Mellomrom"
ISO_639_2 = {Language.NB: "nob", Language.EN: "eng"}


@dataclass(frozen=True, slots=True)
class About:
    """What is told."""

    title: str
    language: Language
    licence: str
    """Empty where none is claimed."""


def write_tags(file: BinaryIO, sound: SoundFormat, about: About) -> None:
    """Put ``about`` into the finished sound ``file``. Raises ``OSError``."""
    import mutagen

    file.flush()
    file.seek(0)
    try:
        if sound in {WAV, MP3}:
            _id3(file, sound, about)
        else:
            _comments(file, sound, about)
    except mutagen.MutagenError as error:
        raise error.__context__ if isinstance(error.__context__, OSError) else OSError(str(error)) from error
    if sound in {VORBIS, OPUS}:
        from assistant.export.ogg import number_by_content

        number_by_content(file)


def _id3(file: BinaryIO, sound: SoundFormat, about: About) -> None:
    """ID3v2.4: TLAN takes ISO 639-2; a licence has no frame of its own."""
    from mutagen import id3, mp3, wave

    tagged: Any = wave.WAVE(file) if sound is WAV else mp3.MP3(file)
    tagged.add_tags()
    frames = [id3.TIT2(3, about.title), id3.TALB(3, PRODUCT), id3.TSSE(3, PRODUCT)]
    frames.append(id3.TLAN(3, ISO_639_2[about.language]))
    if about.licence:
        frames.append(id3.TXXX(3, desc="LICENSE", text=about.licence))
    for frame in frames:
        tagged[frame.HashKey] = frame
    file.seek(0)
    tagged.save(file)


def _comments(file: BinaryIO, sound: SoundFormat, about: About) -> None:
    """Vorbis comments, as FLAC, Vorbis and Opus all have them."""
    from mutagen import flac, oggopus, oggvorbis

    kinds: dict[SoundFormat, Any] = {FLAC: flac.FLAC, VORBIS: oggvorbis.OggVorbis, OPUS: oggopus.OggOpus}
    tagged = kinds[sound](file)
    if tagged.tags is None:
        tagged.add_tags()
    tagged["title"], tagged["album"], tagged["encoder"] = about.title, PRODUCT, PRODUCT
    tagged["language"] = ISO_639_2[about.language]
    if about.licence:
        tagged["license"] = about.licence
    file.seek(0)
    tagged.save(file)
