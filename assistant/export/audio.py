"""Sound into a file, second by second. Needs numpy and soundfile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

import soundfile

from assistant.export.stopping import held_back
from assistant.sound.clip import RATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.export.formats import SoundFormat
    from assistant.sound.samples import Samples


class NotMade(Exception):  # noqa: N818 - it says what is wrong
    """The libsndfile of this machine cannot make that kind of sound."""


class TooBig(Exception):  # noqa: N818 - it says what is wrong
    """The sound takes more bytes than it may."""


def write_sound(file: BinaryIO, blocks: Iterable[Samples], sound: SoundFormat, most: int | None = None) -> None:
    """Write ``blocks`` to ``file`` from where it stands, as mono at ``RATE``.

    Raises ``TooBig`` as soon as it takes more than ``most`` bytes, ``NotMade``, and what writing to ``file`` raises,
    such as ``OSError`` where the disk is full. Ctrl+C ends it between two blocks.
    """
    sink = _Sink(file, most)
    how: dict[str, Any] = {"format": sound.container, "compression_level": sound.effort}
    if sound.even:
        how["bitrate_mode"] = "CONSTANT"
    try:
        with held_back() as stop_if_asked, soundfile.SoundFile(sink, "w", RATE, 1, sound.coding, **how) as written:
            for block in blocks:
                written.write(block)
                sink.check()
                stop_if_asked()
    except (soundfile.SoundFileError, AssertionError) as error:
        sink.check()  # says the cause, which its library does not
        raise NotMade(str(error)) from error
    sink.check()


class _Sink:
    """A file that remembers what went wrong: the library, written in C, lets no exception through."""

    def __init__(self, file: BinaryIO, most: int | None) -> None:
        self._file = file
        self._most = most
        self._trouble: Exception | None = None

    def check(self) -> None:
        """Raise what went wrong, if anything has."""
        if self._trouble is not None:
            raise self._trouble

    def write(self, data: bytes) -> int:
        """How many bytes were taken; none once anything has gone wrong."""
        if self._trouble is not None:
            return 0
        try:
            if self._most is not None and self._file.tell() + len(data) > self._most:
                raise TooBig  # noqa: TRY301 - it is kept like the others
            return self._file.write(data)
        except (OSError, TooBig) as error:
            self._trouble = error
            return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._file.seek(offset, whence)
        except OSError as error:
            self._trouble = error
            return 0

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: bytearray) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
