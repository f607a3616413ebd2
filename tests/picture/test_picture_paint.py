"""The painted room."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from assistant.picture.colour import mix
from assistant.picture.frame import Cell, Frame, Run, changed
from assistant.picture.glass import TINTS
from assistant.picture.hour import Hour
from assistant.picture.layer import LEVELS, share
from assistant.picture.paint import Door, Painter
from assistant.picture.palette import SKIES
from assistant.settings import Theme

COLUMNS, ROWS = 72, 18


def cells(frame: Frame) -> list[tuple[Cell, ...]]:
    rows = [row for row in frame.rows if not isinstance(row, str)]
    assert len(rows) == frame.height
    return rows


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter(COLUMNS, ROWS, Theme.DARK, Hour.DUSK)


@pytest.mark.parametrize("width", [1, 2, 5, 13, 19, 20, 21, 36, 47, 72, 101, 130])
@pytest.mark.parametrize("height", [1, 2, 3, 5, 6, 7, 11, 18, 25, 40])
def test_every_size_is_painted_as_large_as_asked(width: int, height: int) -> None:
    painter = Painter(width, height, Theme.LIGHT, Hour.NIGHT)

    for level, door in product((0, LEVELS // 2, LEVELS - 1), Door):
        rows = painter.frame(level, door).rows
        assert [len(row) for row in rows] == [width] * height


@pytest.mark.parametrize(("width", "height"), [(0, 0), (0, 5), (5, 0)])
def test_nothing_is_painted_as_nothing(width: int, height: int) -> None:
    frame = Painter(width, height, Theme.DARK, Hour.NOON).frame(0, Door.AJAR)

    assert (frame.width, frame.height) == (width if height else 0, height)


@pytest.mark.parametrize(("theme", "hour"), list(product(Theme, Hour)))
def test_every_colour_is_one(theme: Theme, hour: Hour) -> None:
    painter = Painter(44, 11, theme, hour)
    found = {cell for level in (0, LEVELS - 1) for row in cells(painter.frame(level, Door.AJAR)) for cell in row}

    assert all(0 <= channel <= 255 for cell in found for half in cell for channel in half)


def test_two_painters_paint_the_same(painter: Painter) -> None:
    other = Painter(COLUMNS, ROWS, Theme.DARK, Hour.DUSK)
    downwards = [other.frame(level, Door.AJAR) for level in reversed(range(LEVELS))]

    assert [painter.frame(level, Door.AJAR) for level in range(LEVELS)] == downwards[::-1]


def test_a_frame_is_made_once(painter: Painter) -> None:
    assert painter.frame(7, Door.CLOSED) is painter.frame(7, Door.CLOSED)


@pytest.mark.parametrize("level", [-1, LEVELS])
def test_a_level_that_is_none_is_refused(painter: Painter, level: int) -> None:
    with pytest.raises(ValueError, match="no such level"):
        painter.frame(level, Door.AJAR)


def test_every_level_looks_different(painter: Painter) -> None:
    frames = [painter.frame(level, Door.AJAR) for level in range(LEVELS)]

    assert all(changed(before, after) for before, after in pairwise(frames))


def test_only_window_and_floor_change_with_the_sun(painter: Painter) -> None:
    inside, glass = painter.scene.interior, painter.scene.glass
    assert inside is not None
    for before, after in pairwise(range(LEVELS)):
        for run in changed(painter.frame(before, Door.AJAR), painter.frame(after, Door.AJAR)):
            in_window = glass.left <= run.start and run.end <= glass.right and 2 * run.row + 2 > glass.top
            on_floor = 2 * run.row + 2 > inside.floor
            assert in_window or on_floor, run


def test_chair_and_door_stand_still_on_the_floor(painter: Painter) -> None:
    inside = painter.scene.interior
    assert inside is not None
    assert inside.chair is not None
    assert inside.door is not None
    rows = {level: painter.frame(level, Door.AJAR).rows for level in (0, LEVELS - 1)}
    for box in (inside.chair, inside.door):
        for y in range((box.top + 1) // 2, box.bottom // 2):
            assert rows[0][y][box.left : box.right] == rows[LEVELS - 1][y][box.left : box.right]


def test_the_bars_of_the_window_stand_still(painter: Painter) -> None:
    glass, panes = painter.scene.glass, painter.scene.panes
    bars = [x for x in range(glass.left, glass.right) if not any(pane.left <= x < pane.right for pane in panes)]
    column = {
        level: [[row[x] for x in bars] for row in painter.frame(level, Door.AJAR).rows[: glass.bottom // 2]]
        for level in (0, LEVELS - 1)
    }

    assert bars
    assert column[0] == column[LEVELS - 1]


def test_only_the_door_and_its_light_change_with_the_door(painter: Painter) -> None:
    inside = painter.scene.interior
    assert inside is not None
    assert inside.door is not None
    runs = changed(painter.frame(20, Door.AJAR), painter.frame(20, Door.CLOSED))

    assert runs
    for run in runs:
        in_frame = inside.door.left <= run.start and run.end <= inside.door.right
        assert in_frame or 2 * run.row + 2 > inside.floor, run


def test_the_disc_is_where_the_sun_is_told_to_be(painter: Painter) -> None:
    sky, sun = SKIES[Hour.DUSK], painter.scene.sun
    for level in range(LEVELS // 3, LEVELS):
        x, y = sun.centre(share(level))
        cell = cells(painter.frame(level, Door.AJAR))[int(y) // 2][int(x)]
        assert cell[int(y) % 2] == mix(sky.low, sky.high, round(share(level) * TINTS) / TINTS)


def test_what_changed_is_told_in_runs() -> None:
    a, b = ((0, 0, 0), (0, 0, 0)), ((9, 9, 9), (0, 0, 0))

    assert changed(Frame(((a, a, b, a), (a, a, a, a))), Frame(((b, b, b, b), (a, a, a, a)))) == (
        Run(0, 0, 2),
        Run(0, 3, 4),
    )


def test_a_frame_has_not_changed_against_itself(painter: Painter) -> None:
    assert changed(painter.frame(3, Door.AJAR), painter.frame(3, Door.AJAR)) == ()
