"""Whether the words can be made out, by a recogniser that works offline: it has no ear for calm, but for words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from assistant.language import Language
from assistant.sound.clip import RATE
from assistant.voice.system import SystemVoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

pytestmark = [pytest.mark.voice, pytest.mark.slow]
pocketsphinx = pytest.importorskip("pocketsphinx")
soxr = pytest.importorskip("soxr")

SPOKEN = (
    "Here are two minutes that are yours.",
    "You may look down, or let your eyes rest on something.",
    "Notice your breath, exactly as it is right now.",
    "Count five things that are blue.",
    "There is no right number to find.",
    "What can you hear close by, and what is further away?",
    "Let your shoulders sink a little, if they like.",
    "It will be quiet now for a while.",
    "Thoughts may wander somewhere else. That is quite all right.",
    "Look up when you are ready.",
)
DECOYS = (
    "Here are ten things that are yours.",
    "You may stand up, or let your hands rest on the table.",
    "Notice your feet, exactly where they are right now.",
    "Count seven things that are round.",
    "There is no wrong way to sit.",
    "What can you see close by, and what is above you?",
    "Let your hands open a little, if they want.",
    "It will be warmer here in a while.",
    "Sounds may come from somewhere else. That is quite all right.",
    "Look down when you are finished.",
)


def plain(text: str) -> str:
    return " ".join(re.findall("[a-z]+", text.lower()))


@pytest.fixture(scope="module")
def recognise() -> Callable[[NDArray[np.float32]], str]:
    """The one of all twenty sentences that a sound is; nothing if it is none."""
    rule = " | ".join(plain(text) for text in (*SPOKEN, *DECOYS))
    grammar = f"#JSGF V1.0;\ngrammar lines;\npublic <line> = {rule};\n"
    decoder = pocketsphinx.Decoder(lm=None, loglevel="FATAL")
    decoder.add_jsgf_string("lines", grammar)
    decoder.activate_search("lines")

    def listen(samples: NDArray[np.float32]) -> str:
        # In a quiet room: the recogniser was made for microphones and is lost in perfect silence.
        room = np.random.default_rng(1).normal(0, 0.001, len(samples) + RATE // 2)
        at_16k = soxr.resample(np.pad(samples, RATE // 4) + room, RATE, 16_000)
        decoder.start_utt()
        decoder.process_raw((at_16k * 32767).astype("<i2").tobytes(), full_utt=True)
        decoder.end_utt()
        heard = decoder.hyp()
        return heard.hypstr if heard else ""

    return listen


@pytest.fixture
def voice(tmp_path: Path) -> Iterator[SystemVoice]:
    voice = SystemVoice(Language.EN, folder=tmp_path)
    yield voice
    voice.close()


def test_nine_of_ten_lines_are_recognised_among_as_many_decoys(
    voice: SystemVoice, recognise: Callable[[NDArray[np.float32]], str]
) -> None:
    heard = [recognise(soundfile.read(voice.render(text).path, dtype="float32")[0]) for text in SPOKEN]
    right = [text for text, what in zip(SPOKEN, heard, strict=True) if what == plain(text)]
    assert len(right) >= 9, heard


def test_nothing_is_recognised_in_silence(recognise: Callable[[NDArray[np.float32]], str]) -> None:
    assert recognise(np.zeros(RATE, np.float32)) == ""
