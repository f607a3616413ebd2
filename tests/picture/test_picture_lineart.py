"""The room without colour."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from assistant.picture.frame import changed
from assistant.picture.layer import LEVELS
from assistant.picture.lineart import LineArt
from assistant.picture.paint import Door
from assistant.picture.sheet import ASCII, LINES


def drawing(art: LineArt, level: int, door: Door = Door.AJAR) -> list[str]:
    rows = art.frame(level, door).rows
    assert all(isinstance(row, str) for row in rows)
    return [str(row) for row in rows]


def row_of_sun(rows: list[str], mark: str) -> int:
    return next(y for y, row in enumerate(rows) if mark in row)


@pytest.mark.parametrize("width", [1, 3, 19, 20, 36, 52, 72, 130])
@pytest.mark.parametrize("height", [1, 2, 3, 6, 9, 18, 40])
def test_every_size_is_drawn_as_large_as_asked(width: int, height: int) -> None:
    for ascii_only, level, door in product((True, False), (0, LEVELS - 1), Door):
        rows = drawing(LineArt(width, height, ascii_only=ascii_only), level, door)
        assert [len(row) for row in rows] == [width] * height


@pytest.mark.parametrize(("width", "height"), [(72, 18), (36, 9), (36, 6), (44, 2)])
def test_the_plain_drawing_is_plain(width: int, height: int) -> None:
    text = "".join("".join(drawing(LineArt(width, height, ascii_only=True), level)) for level in range(LEVELS))

    assert text.isascii()
    assert text.isprintable()


def test_there_is_nothing_in_it_that_switches_a_colour() -> None:
    assert "\x1b" not in "".join(drawing(LineArt(72, 18), 30))


@pytest.mark.parametrize(("width", "height", "mark"), [(72, 18, LINES.disc[0].strip()), (36, 9, LINES.sun)])
def test_the_sun_rises_row_by_row_and_is_always_seen(width: int, height: int, mark: str) -> None:
    art = LineArt(width, height)
    rows = [row_of_sun(drawing(art, level), mark) for level in range(LEVELS)]

    assert all(before - after in {0, 1} for before, after in pairwise(rows))
    assert rows[0] - rows[-1] >= 2


def test_in_a_strip_the_sun_goes_along() -> None:
    columns = [
        max(row.find(ASCII.sun) for row in drawing(LineArt(44, 2, ascii_only=True), level)) for level in range(LEVELS)
    ]

    assert all(column >= 0 for column in columns)
    assert columns == sorted(columns)
    assert columns[-1] > columns[0]


def test_more_of_the_floor_is_lit_the_higher_the_sun() -> None:
    art = LineArt(72, 18)
    lit = [sum(row.count(LINES.light) for row in drawing(art, level)) for level in (0, LEVELS // 2, LEVELS - 1)]

    assert lit[0] == 0
    assert lit == sorted(set(lit))


def test_the_door_closes() -> None:
    art = LineArt(72, 18)

    assert changed(art.frame(20, Door.AJAR), art.frame(20, Door.CLOSED))


def test_levels_that_look_the_same_are_one_frame() -> None:
    art = LineArt(72, 18)
    frames = {id(art.frame(level, Door.AJAR)) for level in range(LEVELS)}

    assert 4 <= len(frames) < LEVELS / 2


@pytest.mark.parametrize("level", [-1, LEVELS])
def test_a_level_that_is_none_is_not_drawn(level: int) -> None:
    with pytest.raises(ValueError, match="no such level"):
        LineArt(36, 9).frame(level, Door.AJAR)
