"""One recording: whatever was used to make it, it becomes a clip like all others, or it is told why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import i18n
from assistant.language import Language
from assistant.units import Ms
from assistant.voice.recorded.listening import Unfit, listen
from tests.recorded.recordings import RATE, recording, room, save, speech

TEXT = "Her kan du sitte som du vil, og se ut."
ROOM = Ms(6_000)
SECONDS = 3.0


def heard(path: Path, limit: Ms = ROOM) -> float:
    """How many seconds of ``path`` are kept."""
    return len(listen(path, TEXT, limit)) / RATE


def refused(path: Path, limit: Ms = ROOM) -> str:
    with pytest.raises(Unfit) as unfit:
        listen(path, TEXT, limit)
    return str(unfit.value)


@pytest.mark.parametrize(
    ("name", "rate", "channels", "subtype"),
    [
        ("a.wav", 8_000, 1, "PCM_U8"),
        ("a.wav", 11_025, 2, "PCM_16"),
        ("a.wav", 44_100, 1, "PCM_24"),
        ("a.wav", 48_000, 2, "FLOAT"),
        ("a.wav", 96_000, 6, "PCM_24"),
        ("a.wav", 192_000, 1, "DOUBLE"),
        ("a.flac", 96_000, 2, "PCM_24"),
        ("a.ogg", 44_100, 2, None),
        ("a.opus", 48_000, 1, None),
        ("a.mp3", 44_100, 2, None),
        ("a.aiff", 44_100, 1, "PCM_16"),
    ],
)
def test_any_rate_and_any_number_of_channels_become_one_clip(
    name: str, rate: int, channels: int, subtype: str | None, tmp_path: Path
) -> None:
    path = save(tmp_path / name, recording(SECONDS), rate=rate, channels=channels, subtype=subtype)

    clip = listen(path, TEXT, ROOM)

    assert clip.ndim == 1
    assert len(clip) / RATE == pytest.approx(SECONDS, abs=0.35)
    assert pyloudnorm.Meter(RATE).integrated_loudness(clip.astype(np.float64)) == pytest.approx(-19, abs=1)
    assert np.abs(clip).max() < 0.75


@pytest.mark.parametrize("around", [0.0, 0.5, 20.0])
@pytest.mark.parametrize("level", [-80.0, -62.0, -48.0])
def test_the_quiet_around_the_words_goes_whatever_the_room(around: float, level: float, tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", recording(SECONDS, around=around, level=level))

    assert heard(path) == pytest.approx(SECONDS, abs=0.3)


def test_a_click_beside_the_words_is_none_of_them(tmp_path: Path) -> None:
    made = recording(SECONDS, around=2.0)
    made[RATE // 2 : RATE // 2 + 200] = 0.8
    made[-RATE // 2 : -RATE // 2 + 200] = -0.8

    assert heard(save(tmp_path / "a.wav", made)) == pytest.approx(SECONDS, abs=0.3)


def test_a_faint_recording_is_as_loud_as_all_others(tmp_path: Path) -> None:
    clip = listen(save(tmp_path / "a.wav", recording(SECONDS, peak=0.02, level=-90)), TEXT, ROOM)

    assert pyloudnorm.Meter(RATE).integrated_loudness(clip.astype(np.float64)) == pytest.approx(-19, abs=1)


def test_what_lies_off_the_middle_line_is_put_back(tmp_path: Path) -> None:
    clip = listen(save(tmp_path / "a.wav", recording(SECONDS) + np.float32(0.2)), TEXT, ROOM)

    assert len(clip) / RATE == pytest.approx(SECONDS, abs=0.3)
    assert abs(float(clip.mean())) < 0.001


def test_two_channels_against_each_other_do_not_cancel(tmp_path: Path) -> None:
    made = recording(SECONDS)
    soundfile.write(tmp_path / "a.wav", np.column_stack([made, -made]), RATE)

    assert heard(tmp_path / "a.wav") == pytest.approx(SECONDS, abs=0.3)


# What cannot be taken


@pytest.mark.parametrize("level", [-200.0, -75.0, -65.0])
def test_silence_is_refused(level: float, tmp_path: Path) -> None:
    assert refused(save(tmp_path / "a.wav", room(3, level=level))) == "no voice is heard in it"


def test_a_rumble_that_nobody_hears_is_refused(tmp_path: Path) -> None:
    rumble = np.asarray(0.002 * np.sin(2 * np.pi * 8 * np.arange(3 * RATE) / RATE), np.float32)

    assert refused(save(tmp_path / "a.wav", rumble)) == "no voice is heard in it"


def test_nothing_at_all_is_refused(tmp_path: Path) -> None:
    assert refused(save(tmp_path / "a.wav", np.zeros(0, np.float32))) == "no voice is heard in it"


def test_twenty_minutes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = save(tmp_path / "a.flac", np.zeros(20 * 60 * RATE, np.float32))

    assert "longer than 120 s" in refused(path)


def test_one_that_is_too_long_for_its_place_is_told_by_how_much(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", recording(SECONDS))

    line = refused(path, Ms(2_500))
    assert line.startswith("it takes 3.")
    assert line.endswith("s, and there are 2.5 s; read it a little faster")
    i18n.use(Language.NB)
    assert "2,5" in refused(path, Ms(2_500))


def test_one_that_is_too_short_for_its_words_is_refused(tmp_path: Path) -> None:
    assert "too soon" in refused(save(tmp_path / "a.wav", recording(0.4)))


@pytest.mark.parametrize("around", [0.04, 0.2, 1.5])
@pytest.mark.parametrize("level", [-200.0, -62.0, -50.0])
def test_a_click_is_no_line_however_short_its_words_are(around: float, level: float, tmp_path: Path) -> None:
    made = room(2 * around + 0.02, level=level)
    made[int(around * RATE) : int((around + 0.02) * RATE)] = 0.8

    with pytest.raises(Unfit, match="no voice is heard in it"):
        listen(save(tmp_path / "a.wav", made), "ut", ROOM)


@pytest.mark.parametrize("level", [-80.0, -62.0, -50.0])
def test_a_word_of_half_a_second_is_one(level: float, tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", recording(0.5, level=level))

    assert len(listen(path, "ut", ROOM)) / RATE == pytest.approx(0.5, abs=0.3)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all\n" * 100, b"\0" * 10_000, b"ID3" + b"\xff" * 999])
@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.ogg"])
def test_what_is_no_sound_is_refused(content: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)

    assert refused(tmp_path / name)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.ogg", "a.opus", "a.mp3", "a.aiff"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_that_was_cut_short_is_refused_though_the_rest_would_do(
    name: str, share: float, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = save(tmp_path / name, speech(4.0))
    whole = path.read_bytes()
    assert heard(path) > 3

    path.write_bytes(whole[: int(len(whole) * share)])

    assert "cut short" in refused(path) or "damaged" in refused(path)
    assert capfd.readouterr().err == ""


def test_numbers_that_are_none_are_refused(tmp_path: Path) -> None:
    made = recording(SECONDS)
    made[5_000] = np.nan

    assert "damaged" in refused(save(tmp_path / "a.wav", made, subtype="FLOAT"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(data=st.data(), name=st.sampled_from(["a.wav", "a.flac", "a.ogg", "a.mp3"]))
def test_damage_anywhere_is_a_clip_or_one_line(data: st.DataObject, name: str, tmp_path: Path) -> None:
    raw = bytearray(save(tmp_path / name, recording(0.8, around=0.1)).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, min(len(raw), 400) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / name).write_bytes(raw)

    try:
        clip = listen(tmp_path / name, "Se ut.", ROOM)
    except Unfit as unfit:
        assert str(unfit).isprintable()
    else:
        assert np.isfinite(clip).all()
        assert 0 < len(clip) <= 6 * RATE


def test_listening_opens_no_device() -> None:
    code = "import sys; import assistant.voice.recorded.listening; print('sounddevice' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
