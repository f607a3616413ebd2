"""Coming in without cutting a sound in two."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.sound.landing import PATIENT, inside, nearer
from assistant.sound.plan import Part
from assistant.sound.soundtrack import Placed, Soundtrack

WORD = Placed(10_000, np.ones(60_000, np.float32), Part.VOICE)
NEXT = Placed(100_000, np.ones(20_000, np.float32), Part.VOICE)


@pytest.mark.parametrize(
    ("position", "within"), [(9_999, False), (10_000, False), (10_001, True), (69_999, True), (70_000, False)]
)
def test_a_sound_is_under_way_between_its_first_sample_and_its_end(position: int, within: bool) -> None:
    assert inside([WORD], position) is within


@pytest.mark.parametrize(
    ("position", "wanted", "reached"),
    [
        (80_000, 90_000, 90_000),  # on, through silence
        (80_000, 110_000, 100_000),  # on, to the beginning of what comes
        (90_000, 80_000, 80_000),  # back, through silence
        (90_000, 50_000, 70_000),  # back, to the end of what was
        (20_000, 90_000, 20_000),  # not out of a sound
        (100_000, 110_000, 100_000),  # not past the beginning of one
    ],
)
def test_one_moves_through_silence_only(position: int, wanted: int, reached: int) -> None:
    assert nearer([WORD, NEXT], position, wanted) == reached


@pytest.mark.parametrize("part", [Part.VOICE, Part.BELL])
def test_a_word_or_bell_just_missed_begins_where_one_comes_in(part: Part) -> None:
    track = Soundtrack([Placed(0, np.ones(200_000, np.float32), part)])

    assert [sound.start for sound in track.entered_at(PATIENT[part]).sounds] == [PATIENT[part]]


@pytest.mark.parametrize("part", list(PATIENT))
def test_what_was_missed_by_more_stays_where_it_is(part: Part) -> None:
    track = Soundtrack([Placed(0, np.ones(200_000, np.float32), part)])

    assert track.entered_at(PATIENT[part] + 1) is track


def test_what_is_over_stays_over() -> None:
    track = Soundtrack([Placed(0, np.ones(100, np.float32), Part.VOICE)])

    assert track.entered_at(100) is track
