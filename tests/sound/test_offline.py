"""A break at once, for a file: sample for sample what the sound card would be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.settings import Ambience, BellSize
from assistant.sound.clip import RATE
from assistant.sound.deck import Deck
from assistant.sound.load import bell, place_clip, soundtrack
from assistant.sound.offline import render
from assistant.sound.plan import Bell, BellName, Part, SoundPlan, Tone
from assistant.timeline.model import Kind
from assistant.units import Ms, Seconds
from tests.sound.chirps import chirp, write_clip

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from assistant.sound.clip import Clip
    from assistant.sound.soundtrack import Placed

LENGTH = Ms(14_500)
PLAN = SoundPlan(
    (Bell(Ms(400), BellName.START, BellSize.LARGE), Bell(Ms(11_000), BellName.END, BellSize.LARGE)),
    (Tone(Ms(4_000), Kind.IN, Ms(3_000)), Tone(Ms(7_000), Kind.OUT, Ms(4_000))),
    Ambience.SEA,
    LENGTH,
)
VOLUMES = {Part.VOICE: 0.9, Part.BELL: 0.8, Part.TONE: 0.8, Part.AMBIENCE: 0.7}
LEAD = 0.2
"""Seconds from a block's making to its being heard."""


@pytest.fixture
def said(tmp_path: Path) -> list[tuple[Clip, Ms]]:
    words = {2_500: chirp(Ms(900)), 6_301: chirp(Ms(1_200), 2_000, 500)}
    return [(write_clip(tmp_path / f"{at}.wav", sound), Ms(at)) for at, sound in words.items()]


def not_read() -> None:
    pytest.fail("a sound of ours cannot be read")


def offline(plan: SoundPlan, said: list[tuple[Clip, Ms]]) -> NDArray[np.float32]:
    return np.concatenate(list(render(plan, placed(said), VOLUMES, LENGTH, not_read)))


def placed(said: list[tuple[Clip, Ms]]) -> list[Placed]:
    return [place_clip(str(clip.path), at) for clip, at in said]


@pytest.mark.parametrize("block", [512, 1_000, 1_024, 4_801])
def test_live_and_offline_are_the_same_to_the_last_bit(said: list[tuple[Clip, Ms]], block: int) -> None:
    deck, time, made = Deck(), 1_000.0, []
    begins = Seconds(time + 1.0)
    for part, volume in VOLUMES.items():
        deck.set_volume(part, volume)
    deck.transport.track = soundtrack(PLAN, not_read, placed(said))
    deck.post(lambda: deck.play(Ms(0), begins))
    while time < begins + LENGTH / 1_000 + 1:
        made.append(deck.fill(block, Seconds(time), Seconds(time + LEAD)))
        time += block / RATE
    first = round((begins - LEAD - 1_000.0) * RATE)

    live = np.concatenate(made)[first : first + LENGTH * RATE // 1_000]

    assert np.array_equal(live, offline(PLAN, said))


def test_it_is_as_long_as_it_was_asked_for_to_the_sample(said: list[tuple[Clip, Ms]]) -> None:
    assert len(offline(PLAN, said)) == LENGTH * RATE // 1_000


def test_a_bell_that_would_ring_beyond_the_end_fades_with_it() -> None:
    heard = offline(SoundPlan((Bell(Ms(11_000), BellName.END, BellSize.LARGE),), length=LENGTH), [])
    whole = bell(BellName.END, BellSize.LARGE) * np.float32(VOLUMES[Part.BELL])

    assert np.abs(heard[-48:]).max() < 0.0001
    assert np.abs(np.diff(heard)).max() <= np.abs(np.diff(whole)).max()
    assert np.array_equal(heard[11 * RATE : 12 * RATE], whole[:RATE])
