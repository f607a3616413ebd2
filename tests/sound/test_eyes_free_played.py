"""A break for closed eyes in a real terminal, as it is heard in a null sink."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.clock import now
from assistant.line.aloud import KEY_TONE
from assistant.sound.clip import RATE
from assistant.sound.samples import Samples, factor, read
from tests.pty_terminal import Terminal
from tests.sound.chirps import find
from tests.sound.null_sink import wait_until

if TYPE_CHECKING:
    from tests.sound.null_sink import Recording

LOUD = factor(-45)
"""Who speaks is louder than this for a tenth of a second in all."""


def heard_since(tape: Recording, moment: float) -> Samples:
    return tape.samples[max(0, round((moment - tape.begins) * RATE)) :]


def speaks_since(tape: Recording, moment: float) -> bool:
    return int((np.abs(heard_since(tape, moment)) > LOUD).sum()) > RATE // 10


@pytest.mark.sound
@pytest.mark.slow
@pytest.mark.terminal
@pytest.mark.skipif(sys.platform != "linux", reason="a null sink of PulseAudio is for Linux")
def test_it_speaks_before_it_begins_answers_a_key_with_its_tone_and_the_screen_stays_still(tape: Recording) -> None:
    began = now()
    arguments = ("break", "tell-ting", "--eyes-free", "--lang", "en", "--for", "60s")
    with Terminal(*arguments, command=(sys.executable, "-m", "assistant")) as terminal:
        terminal.wait_for("Count things in the room (1:00)")
        assert wait_until(lambda: speaks_since(tape, began), 20)
        still = terminal.text()

        terminal.type(" ")
        after = now()
        assert wait_until(lambda: speaks_since(tape, after), 20), "the break is heard"
        pressed = now()
        terminal.type("p")
        assert wait_until(lambda: len(heard_since(tape, pressed)) > 3 * RATE, 10)
        tone = find(read(KEY_TONE.path), heard_since(tape, pressed)[: 3 * RATE])

        assert terminal.text() == still
        terminal.type("q")
        assert terminal.process.wait(10) == 0
        terminal.wait_for("All right. We stop here.")
    print(f"the tone is heard {tone.at / RATE:.2f} s after the key")
    assert tone.fit > 0.6, "it may lie on the end of a word"
