"""A whole break as it is heard: script, timeline, player, voice, bells, speaker, PortAudio, null sink, recording."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from assistant import paths
from assistant.accompaniment import Accompaniment
from assistant.clock import now
from assistant.language import Language
from assistant.player import Player
from assistant.script.reading import parse
from assistant.settings import Settings, Sound
from assistant.sound.clip import RATE
from assistant.sound.load import bell
from assistant.sound.plan import BellName
from assistant.sound.speaker import Speaker
from assistant.timeline.compose import compose
from assistant.units import MS_PER_SECOND
from assistant.voice.caching import system_voice
from tests.conftest import HEAD
from tests.sound.chirps import find
from tests.sound.null_sink import wait_until

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from assistant.sound.clip import Clip
    from tests.sound.null_sink import Recording

pytestmark = [
    pytest.mark.sound,
    pytest.mark.voice,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="a null sink of PulseAudio is for Linux"),
]

STEPS = """
[[steps]]
do = "say"
seconds = 8
text = { nb = "Tell noe i rommet. Ingen tall er feil.", en = "Count corners, sounds or something blue." }
[[steps]]
do = "breathe"
pattern = [["in", 3], ["out", 3]]
cycles = 1
text = { nb = "Rolig inn.", en = "Easy in." }
[[steps]]
do = "say"
seconds = 8
text = { nb = "Takk for nå.", en = "Look up when it suits you." }
"""

ON_TIME = 20
"""Milliseconds."""


@pytest.mark.parametrize("language", Language)
def test_bells_and_words_of_a_break_are_heard_on_time_whole_and_clean(tape: Recording, language: Language) -> None:
    head = HEAD.replace("usual = 60", "usual = 22")
    timeline = compose(parse((head + STEPS).encode(), "x.toml"), language)
    voice = system_voice(language, folder=paths.clips())
    sounds = {utterance.at: samples_of(voice.render(utterance.text)) for utterance in timeline.utterances}
    start, end = timeline.bells
    sounds |= {start: bell(BellName.START)[: RATE // 2], end: bell(BellName.END)[: RATE // 2]}
    voice.close()
    accompaniment = Accompaniment(Settings(voice_heard=True, volume=1.0), language, Sound.VOICE)

    accompaniment.begin(timeline)
    speaker, ahead = accompaniment._speaker, accompaniment._ahead
    assert isinstance(speaker, Speaker)
    assert ahead is not None
    assert wait_until(lambda: speaker.ready and ahead.wait(0), 30)
    began = now()
    player = Player(timeline, began)
    while not (moment := player.advance(now())).state.is_over:
        accompaniment.follow(moment)
        time.sleep(0.05)
    accompaniment.follow(moment)

    assert accompaniment.trouble is None
    heard = tape.samples
    for at, sound in sounds.items():
        due = round((began + at / MS_PER_SECOND - tape.begins) * RATE)
        found = find(sound, heard, due - RATE // 2, due + len(sound) + RATE // 2)
        assert abs(found.at - due) / RATE * MS_PER_SECOND <= ON_TIME, (at, found)
        assert found.fit > 0.97, (at, found)
    first, last = (round((began - tape.begins + seconds) * RATE) for seconds in (0, timeline.length / MS_PER_SECOND))
    assert np.abs(heard[first:last]).max() < 0.9


def samples_of(clip: Clip) -> NDArray[np.float32]:
    samples: NDArray[np.float32] = soundfile.read(clip.path, dtype="float32")[0]
    return samples
