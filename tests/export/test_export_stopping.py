"""Ctrl+C while a library in C writes the sound: it is neither swallowed nor put off to the end."""

from __future__ import annotations

import io
import signal
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.export.audio import TooBig, write_sound
from assistant.export.formats import SOUNDS
from assistant.export.stopping import held_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.sound.samples import Samples

SECONDS = 60


class Interrupted(io.BytesIO):
    """A file in whose writing, deep in the library, Ctrl+C is pressed once."""

    pressed = False

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if not self.pressed and self.tell() > 5000:
            self.pressed = True
            signal.raise_signal(signal.SIGINT)
        return super().write(data)


@pytest.mark.parametrize("suffix", SOUNDS)
def test_it_stops_there_without_a_word(suffix: str, capfd: pytest.CaptureFixture[str]) -> None:
    file, asked = Interrupted(), []
    noise = np.random.default_rng(1).uniform(-0.5, 0.5, 48_000).astype(np.float32)

    def blocks() -> Iterator[Samples]:
        for number in range(SECONDS):
            asked.append(file.pressed)
            yield noise * (number / SECONDS)

    with pytest.raises(KeyboardInterrupt):
        write_sound(file, blocks(), SOUNDS[suffix])

    assert not any(asked)
    assert len(asked) < SECONDS
    assert capfd.readouterr() == ("", "")


def test_it_is_not_lost_where_something_else_goes_wrong_in_the_same_moment() -> None:
    def interrupted_and_too_big() -> None:
        with held_back():
            signal.raise_signal(signal.SIGINT)
            raise TooBig

    with pytest.raises(KeyboardInterrupt):
        interrupted_and_too_big()


def test_afterwards_the_signals_do_what_they_did() -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)

    with held_back():
        assert signal.getsignal(signal.SIGINT) != before[0]

    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
