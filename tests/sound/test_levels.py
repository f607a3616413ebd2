"""Volumes that move without a click."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.sound.levels import GLIDE, Levels
from assistant.sound.plan import Part

if TYPE_CHECKING:
    from numpy.typing import NDArray


def course(levels: Levels, blocks: list[int], part: Part = Part.BELL) -> NDArray[np.float32]:
    """The gain of every sample of ``blocks``."""
    return np.concatenate([np.broadcast_to(np.float32(levels.advance(size)[part]), size) for size in blocks])


def test_a_volume_glides_to_where_it_is_set() -> None:
    levels = Levels()
    levels.set(Part.BELL, 0.25)

    gains = course(levels, [GLIDE, 10])

    assert gains[0] == 1.0
    assert np.all(gains[GLIDE:] == 0.25)
    assert np.abs(np.diff(gains)).max() < 0.001


def test_a_glide_does_not_depend_on_the_size_of_the_blocks() -> None:
    whole, pieces = Levels(), Levels()
    for levels in (whole, pieces):
        levels.set(Part.BELL, 0.3)

    assert np.array_equal(course(whole, [4_000]), course(pieces, [1, 1_023, 512, 1_500, 964]))


def test_a_glide_that_is_turned_round_goes_on_from_where_it_is() -> None:
    levels = Levels()
    levels.set(Part.BELL, 0.0)
    before = course(levels, [1_000])
    levels.set(Part.BELL, 1.0)

    assert abs(course(levels, [1])[0] - before[-1]) < 0.001


def test_other_parts_stay_as_they_are() -> None:
    levels = Levels()
    levels.set(Part.BELL, 0.0)

    assert np.all(course(levels, [GLIDE], Part.VOICE) == 1.0)


@pytest.mark.parametrize(("asked", "given"), [(-1.0, 0.0), (7.0, 1.0), (math.nan, 0.0), (math.inf, 0.0)])
def test_a_volume_out_of_bounds_is_brought_within(asked: float, given: float) -> None:
    levels = Levels()
    levels.set(Part.BELL, asked)

    assert levels.volume(Part.BELL) == given
