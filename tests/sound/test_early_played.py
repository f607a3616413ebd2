"""A break that is ended early as it is heard: its last words soon after the key, whole, and then nothing more."""

from __future__ import annotations

import sys
import time

import numpy as np
import pytest
import soundfile

from assistant.accompaniment import Accompaniment
from assistant.clock import now
from assistant.language import Language
from assistant.preparing import closing_for, own_voice
from assistant.settings import Settings, Sound
from assistant.shelf import whole_shelf
from assistant.sitting import Sitting
from assistant.sound.clip import RATE
from assistant.sound.speaker import Speaker
from assistant.timeline.compose import compose
from tests.sound.chirps import find
from tests.sound.null_sink import Recording, wait_until
from tests.sound.rehearsal import let_pass

pytestmark = [
    pytest.mark.sound,
    pytest.mark.voice,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="a null sink of PulseAudio is for Linux"),
]

SOON, OVER = 1.5, 10.0
"""Seconds after the key."""

BREAKS = ("mellom-to", "langt-yrkesliv")
"""One with few last words, and one whose last words take nearly all the time that there is."""


@pytest.mark.parametrize("name", BREAKS)
def test_the_last_words_are_heard_soon_and_whole_and_all_is_over_in_ten_seconds(tape: Recording, name: str) -> None:
    language, whole = Language.NB, compose(whole_shelf().find(name), Language.NB)
    voice = own_voice(language, Settings())
    words, _rate = soundfile.read(voice.render(whole.utterances[-1].text).path, dtype="float32")
    voice.close()
    sound = Accompaniment(Settings(voice_heard=True, volume=1.0), language, Sound.VOICE)
    sound.begin(whole)
    assert isinstance(sound._speaker, Speaker)
    assert wait_until(lambda: isinstance(sound._speaker, Speaker) and sound._speaker.ready, 30)
    sitting = Sitting(whole, now(), lambda *_: None, closes=closing_for(Settings(), lambda: Sound.VOICE))
    sound.follow(sitting.advance(now()))
    let_pass(4)

    pressed = now()
    sitting.early(pressed)
    sound.begin(sitting.timeline)
    while not (moment := sitting.advance(now())).state.is_over:
        sound.follow(moment)
        time.sleep(0.02)
    sound.follow(moment)
    over = now()
    let_pass(1)

    key = round((pressed - tape.begins) * RATE)
    heard = tape.samples[key:]
    found = find(words, heard, 0, round(OVER * RATE))
    assert sound.trouble is None
    assert found.fit > 0.97
    assert found.at / RATE < SOON
    assert over - pressed < OVER
    assert np.abs(heard[round(OVER * RATE) :]).max(initial=0) < 0.001
