from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from assistant.sound.clip import RATE
from assistant.voice import finish
from assistant.voice.clipfile import read_clip
from assistant.voice.limiter import limit
from assistant.voice.loudness import loudness

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def tone(seconds: float, height: float = 1.0, rate: int = RATE) -> NDArray[np.float32]:
    return np.asarray(height * np.sin(2 * np.pi * 997 * np.arange(int(seconds * rate)) / rate), np.float32)


def silence(seconds: float) -> NDArray[np.float32]:
    return np.zeros(int(seconds * RATE), np.float32)


def test_a_full_tone_of_997_hz_is_as_loud_as_the_standard_says() -> None:
    """ITU-R BS.1770: 0 dBFS in one channel is -3.01 LUFS."""
    assert loudness(tone(3.0)) == pytest.approx(-3.01, abs=0.02)


def test_pauses_do_not_make_a_line_quieter() -> None:
    paused = np.concatenate([tone(2.0, 0.1), silence(2.0), tone(2.0, 0.1)])
    assert loudness(paused) == pytest.approx(loudness(tone(2.0, 0.1)), abs=0.5)


@pytest.mark.parametrize("nothing", [silence(1.0), silence(0.0)])
def test_silence_has_no_loudness(nothing: NDArray[np.float32]) -> None:
    assert loudness(nothing) == -math.inf


def test_a_burst_is_held_under_the_ceiling_and_what_is_far_from_it_is_untouched() -> None:
    speech = tone(1.0, 0.3)
    speech[24_000] = 1.5
    limited = limit(speech, 0.7)
    assert np.abs(limited).max() <= 0.7
    np.testing.assert_array_equal(limited[:23_000], speech[:23_000])


def test_a_cut_phrase_begins_and_ends_where_it_is_heard() -> None:
    cut = finish.cut(np.concatenate([silence(0.5), tone(1.0, 0.5), silence(0.7)]))
    assert len(cut) / RATE == pytest.approx(finish.LEAD + 1.0 + finish.TAIL, abs=0.001)
    assert not cut[: int(0.009 * RATE)].any()


def test_silence_is_cut_to_nothing() -> None:
    assert not len(finish.cut(silence(1.0)))


def test_the_pause_that_is_heard_is_the_pause_that_was_asked_for() -> None:
    phrase = finish.cut(tone(0.5, 0.5))
    joined = finish.join([phrase, phrase], [1.0, 0.0])
    heard = np.flatnonzero(np.abs(joined) > 0.01)
    assert np.diff(heard).max() / RATE == pytest.approx(1.0, abs=0.002)


def test_what_macos_writes_under_a_wrong_name_is_read_at_its_own_rate(tmp_path: Path) -> None:
    stereo = np.stack([tone(1.0, 0.4, 22_050), tone(1.0, 0.4, 22_050)], axis=1)
    path = tmp_path / "raw.wav"
    soundfile.write(path, stereo, 22_050, format="AIFF")
    samples = finish.read(path)
    assert samples.shape == (RATE,)
    assert loudness(samples) == pytest.approx(loudness(tone(1.0, 0.4)), abs=0.1)


def test_a_clip_is_a_mono_16_bit_wav_of_the_length_it_says(tmp_path: Path) -> None:
    length = finish.write(tone(0.5, 0.5), tmp_path / "a.wav", tmp_path / "a.part")
    clip = read_clip(tmp_path / "a.wav")
    assert clip is not None
    assert clip.length == length == 500
    assert [path.name for path in tmp_path.glob("a.*")] == ["a.wav"]
