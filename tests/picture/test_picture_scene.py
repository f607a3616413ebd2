"""Where things stand, at any size."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.picture.layer import LEVELS, share
from assistant.picture.scene import Box, Scene, compose

ROOMS = [(20, 6), (36, 6), (36, 9), (52, 13), (60, 16), (72, 18), (88, 22), (120, 34), (24, 40), (130, 6)]


def boxes(scene: Scene) -> list[Box]:
    assert scene.interior is not None
    inside = scene.interior
    return [box for box in (inside.frame, inside.sill, inside.door, inside.chair, scene.glass) if box is not None]


@pytest.mark.parametrize(("columns", "rows"), ROOMS)
def test_everything_lies_within_the_picture(columns: int, rows: int) -> None:
    scene = compose(columns, rows)

    for box in boxes(scene):
        assert 0 <= box.left < box.right <= scene.width
        assert 0 <= box.top < box.bottom <= scene.height


@pytest.mark.parametrize(("columns", "rows"), ROOMS)
def test_window_and_sun_are_in_the_middle(columns: int, rows: int) -> None:
    scene = compose(columns, rows)

    assert scene.glass.left + scene.glass.right == columns
    assert scene.sun.centre(0)[0] == columns / 2


@pytest.mark.parametrize(("columns", "rows"), ROOMS)
def test_door_and_chair_leave_the_window_free(columns: int, rows: int) -> None:
    inside = compose(columns, rows).interior

    assert inside is not None
    assert inside.door is None or inside.door.left >= inside.sill.right
    assert inside.chair is None or inside.chair.right <= inside.sill.left


def test_the_chair_goes_before_the_door_as_it_gets_small() -> None:
    small, smaller = compose(36, 6).interior, compose(24, 6).interior

    assert small is not None
    assert (small.door is not None, small.chair is not None) == (True, False)
    assert smaller is not None
    assert (smaller.door, smaller.chair) == (None, None)


@pytest.mark.parametrize(("columns", "rows"), [(44, 2), (44, 3), (60, 5), (19, 30)])
def test_what_is_too_small_for_a_room_is_a_strip(columns: int, rows: int) -> None:
    scene = compose(columns, rows)

    assert scene.interior is None
    assert (scene.glass.width, scene.glass.height) == (columns, 2 * rows)


@pytest.mark.parametrize(("columns", "rows"), [*ROOMS, (44, 2), (44, 3), (1, 1)])
def test_the_sun_rises_with_every_level(columns: int, rows: int) -> None:
    sun = compose(columns, rows).sun
    heights = [sun.centre(share(level))[1] for level in range(LEVELS)]

    assert all(after < before for before, after in pairwise(heights))
