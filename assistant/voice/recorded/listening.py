"""One recording, listened to: from a sound file of any rate and any number of channels to a finished clip.

Needs numpy and soundfile.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from assistant import i18n
from assistant.i18n import _
from assistant.language import numeral
from assistant.sound.clip import RATE
from assistant.units import MS_PER_SECOND, Ms
from assistant.voice import finish
from assistant.voice.loudness import loudness
from assistant.voice.phrases import least_seconds
from assistant.voice.recorded.trim import spoken
from assistant.voice.recorded.whole import is_cut_short, is_read_short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

LONGEST = 120
"""Seconds of one file, with what is around the words: more is no line."""
MOST_CHANNELS = 64
LEAST_LOUD = -60.0
"""LUFS; speech into a telephone that lies on the table is at -45."""


class Unfit(Exception):  # noqa: N818 - it says what it is
    """A recording that cannot be taken. Its text says why, in the user's language, to follow the name of the file."""


def listen(path: Path, text: str, room: Ms) -> NDArray[np.float32]:
    """The clip in which ``text`` is said, trimmed and levelled, at ``RATE``. Raises ``Unfit``."""
    samples = spoken(_mono(path))
    if not len(samples) or loudness(samples) < LEAST_LOUD:
        raise Unfit(_("no voice is heard in it"))
    seconds = len(samples) / RATE
    if seconds < least_seconds(text):
        raise Unfit(_("it is over too soon for its words; is it the right line, and all of it?"))
    if seconds * MS_PER_SECOND > room:
        line = _("it takes {seconds} s, and there are {room} s; read it a little faster")
        raise Unfit(line.format(seconds=_in_seconds(seconds), room=_in_seconds(room / MS_PER_SECOND)))
    return finish.level(samples)


def _mono(path: Path) -> NDArray[np.float32]:
    """What is recorded, in the one channel where it is loudest: to mix several may cancel some of it."""
    try:
        if is_cut_short(path):
            raise Unfit(_("it is cut short; copy or save it once more"))
        with _nothing_on_stderr(), soundfile.SoundFile(path) as file:
            if file.channels > MOST_CHANNELS or file.frames > LONGEST * file.samplerate:
                line = _("it is longer than {seconds} s; each line goes in a file of its own")
                raise Unfit(line.format(seconds=LONGEST))
            frames, rate = file.frames, file.samplerate
            samples = file.read(dtype="float32", always_2d=True)
        if is_read_short(path, frames, len(samples)):
            raise Unfit(_("it is cut short; copy or save it once more"))
    except (OSError, RuntimeError, ValueError, MemoryError):  # soundfile's own errors are RuntimeErrors
        raise Unfit(_("it is no sound file that can be read, or a damaged one")) from None
    if not np.isfinite(samples).all():
        raise Unfit(_("it is no sound file that can be read, or a damaged one"))
    loudest = int(np.square(samples, dtype=np.float64).sum(axis=0).argmax())
    return finish.at_rate(np.ascontiguousarray(samples[:, loudest]), rate)


@contextmanager
def _nothing_on_stderr() -> Iterator[None]:
    """What decoders write there themselves is for nobody."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _in_seconds(seconds: float) -> str:
    """``seconds`` with one decimal, as the language in use writes it."""
    return numeral(f"{seconds:.1f}", i18n.language())
