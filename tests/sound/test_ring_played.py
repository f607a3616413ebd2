"""The bell of an offer as it is heard: accompaniment, speaker, PortAudio, null sink, recording."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from assistant import heard_once, paths
from assistant.accompaniment import Accompaniment
from assistant.clock import now
from assistant.heard_once import BELL_LENGTH, LATE_TO_RING
from assistant.language import Language
from assistant.settings import BellSize, Settings, Sound
from assistant.sound.clip import RATE
from assistant.sound.load import bell
from assistant.sound.plan import BellName
from assistant.sound.samples import factor
from assistant.sound.speaker import Speaker
from assistant.units import MS_PER_SECOND
from tests.sound.chirps import find
from tests.sound.null_sink import wait_until
from tests.sound.rehearsal import REACTION

if TYPE_CHECKING:
    from tests.sound.null_sink import Recording

LOUD = factor(-50)
"""What is softer than this is not yet, or no longer, a bell."""
SLOW = "import time; time.sleep({seconds}); from assistant.sound.child import main; main()"
"""A child that begins late."""


@pytest.mark.parametrize("size", BellSize)
def test_the_bell_is_as_long_as_its_file(size: BellSize) -> None:
    length = soundfile.info(paths.audio() / BellName.START.file(size)).duration

    assert length == BELL_LENGTH[size] / MS_PER_SECOND


@pytest.mark.sound
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a null sink of PulseAudio is for Linux")
@pytest.mark.parametrize("late", [0.0, 2.0])
def test_the_bell_is_heard_once_whole_and_clean_and_the_device_is_given_back(
    tape: Recording, monkeypatch: pytest.MonkeyPatch, late: float
) -> None:
    monkeypatch.setattr(heard_once, "LATE_TO_RING", late + 2.0)
    command = [sys.executable, "-P", "-c", SLOW.format(seconds=late)]
    sound = Accompaniment(
        Settings(volume=0.0, bell_volume=1.0), Language.EN, Sound.SILENT, speaker=lambda: Speaker(command)
    )
    asked = now()
    sound.ring()
    returned = now()
    speaker = sound._once._speaker
    assert isinstance(speaker, Speaker)
    assert wait_until(lambda: sound._once._speaker is None, 20)
    assert speaker.wait(5)
    over = now()
    assert wait_until(lambda: tape.begins + tape.marks[-1][1] / RATE > over + REACTION, 10)

    heard = tape.samples[round((asked - tape.begins) * RATE) :]
    expected = bell(BellName.START)
    found = find(expected, heard, 0, len(heard))
    elsewhere = np.concatenate([heard[: found.at], heard[found.at + len(expected) :]])
    begins = int(np.flatnonzero(np.abs(heard) > LOUD)[0]) / RATE
    print(f"from ring() to the bell: {begins:.2f} s")
    assert speaker.trouble() is None
    assert returned - asked < 0.1
    assert found.fit > 0.99
    assert np.abs(elsewhere).max(initial=0.0) < LOUD
    assert np.abs(heard).max() == pytest.approx(np.abs(expected).max(), abs=0.01)
    assert late < begins < LATE_TO_RING
