"""Devices that come and go while a break is heard: two real sinks, and a sound server that is there or is not."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.clock import now
from assistant.settings import Ambience
from assistant.sound.clip import RATE
from assistant.sound.plan import SoundPlan
from assistant.sound.trouble import Trouble
from assistant.units import Ms
from tests.sound.chirps import chirp, write_clip
from tests.sound.null_sink import CALLED, HEADPHONES, missing, running_null_sink, wait_until
from tests.sound.rehearsal import largest_step, rehearsal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.sound.clip import Clip
    from tests.sound.null_sink import NullSink, Recording
    from tests.sound.rehearsal import Rehearsal

pytestmark = [
    pytest.mark.sound,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="a null sink of PulseAudio is for Linux"),
]

SEA = SoundPlan(ambience=Ambience.SEA, length=Ms(120_000))
LANDMARK = chirp(Ms(600))
NO_CLICK = 0.02
"""A step between samples that is the sea's own."""


@pytest.fixture
def two(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSink]:
    lacking = missing()
    if lacking is not None:
        pytest.skip(lacking)
    with running_null_sink(tmp_path_factory.mktemp("pulse")) as sink:
        sink.become_default(monkeypatch)
        yield sink


@pytest.fixture
def landmark(tmp_path: Path) -> Clip:
    return write_clip(tmp_path / "landmark.wav", LANDMARK)


def heard_on_time(heard: Rehearsal, recording: Recording, position: float) -> None:
    """Let the break go on until the landmark at ``position`` has been heard in ``recording``, when it should be."""
    heard.recording = recording
    heard.until(position + 1)
    error, found = heard.find(LANDMARK, position)
    print(f"the landmark is {error:+.1f} ms off")
    assert abs(error) < 20
    assert found.fit > 0.95


def test_the_device_that_was_chosen_is_played_on_and_no_other(two: NullSink, landmark: Clip) -> None:
    two.plug_in()
    with (
        two.recorded() as other,
        two.recorded(HEADPHONES) as chosen,
        rehearsal(chosen, SEA, device="headPHONES") as heard,
    ):
        heard.speaker.add(landmark, Ms(1_000))
        heard.play()
        heard_on_time(heard, chosen, 1)
        assert heard.speaker.trouble() is None
        assert not other.samples.any()


def test_a_chosen_device_that_comes_in_a_break_is_taken_without_a_click(two: NullSink, landmark: Clip) -> None:
    with two.recorded() as before, rehearsal(before, SEA, CALLED, Trouble.NOT_THERE) as heard:
        for at in (2, 25):
            heard.speaker.add(landmark, Ms(at * 1_000))
        heard.play()
        heard_on_time(heard, before, 2)
        two.plug_in()
        with two.recorded(HEADPHONES) as after:
            assert wait_until(lambda: heard.speaker.trouble() is None, 15)
            heard_on_time(heard, after, 25)
            assert largest_step(after.samples[: after_landmark(heard, after, 25)]) < NO_CLICK
            left = before.samples[round((heard.begins + 3.5 - before.begins) * RATE) :]
            assert largest_step(left) < NO_CLICK
            assert not left[-RATE:].any()


def after_landmark(heard: Rehearsal, recording: Recording, position: float) -> int:
    """The sample of ``recording`` at which the landmark at ``position`` has not begun yet."""
    return round((heard.begins + position - 0.1 - recording.begins) * RATE)


def from_where_it_was(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """From its first sample on: a server that moves a sound to another device begins there in the midst of a wave."""
    return sound[np.flatnonzero(sound)[0] :]


def test_a_device_that_goes_in_a_break_leaves_it_to_the_one_that_is_there(two: NullSink, landmark: Clip) -> None:
    two.plug_in()
    with two.recorded() as after, two.recorded(HEADPHONES) as before, rehearsal(before, SEA, CALLED) as heard:
        for at in (2, 14):
            heard.speaker.add(landmark, Ms(at * 1_000))
        heard.play()
        heard_on_time(heard, before, 2)
        two.unplug()
        heard_on_time(heard, after, 14)
        assert largest_step(from_where_it_was(after.samples[: after_landmark(heard, after, 14)])) < NO_CLICK


@contextmanager
def comes_back(folder: Path, heard: Rehearsal) -> Iterator[Recording]:
    """The sound server of ``folder`` comes, and is played on: what is recorded of it from then on."""
    with running_null_sink(folder) as come, come.recorded() as tape:
        assert wait_until(lambda: heard.speaker.trouble() is None, 15)
        yield tape


def test_with_no_device_at_the_start_the_sound_comes_when_one_does(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, landmark: Clip
) -> None:
    folder = tmp_path_factory.mktemp("pulse")
    with running_null_sink(folder) as gone:
        gone.become_default(monkeypatch)
    # The only sound of it: PortAudio finds no device but the one that the sound server would have.
    with (
        running_null_sink(tmp_path_factory.mktemp("other")) as elsewhere,
        elsewhere.recorded() as unused,
        rehearsal(unused, SEA, trouble=Trouble.NO_DEVICE) as heard,
    ):
        heard.speaker.add(landmark, Ms(16_000))
        heard.play()
        with comes_back(folder, heard) as tape:
            heard_on_time(heard, tape, 16)
            assert largest_step(tape.samples[: after_landmark(heard, tape, 16)]) < NO_CLICK


def test_a_sound_server_that_comes_back_much_later_is_played_on_where_the_clock_is(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, landmark: Clip
) -> None:
    folder = tmp_path_factory.mktemp("pulse")
    with running_null_sink(folder) as first, first.recorded() as tape:
        first.become_default(monkeypatch)
        with rehearsal(tape, SEA) as heard:
            heard.speaker.add(landmark, Ms(30_000))
            heard.play()
            heard.until(1)
            first.kill()
            assert wait_until(lambda: heard.speaker.trouble() == Trouble.LOST.line, 15)
            lost = now()
            with comes_back(folder, heard) as second_tape:
                print(f"back {now() - lost:.1f} s after it was told")
                heard_on_time(heard, second_tape, 30)
                assert np.abs(second_tape.samples).max() < 0.9
