"""Letters of several rows: as high as they are said to be, and as wide as they are measured."""

from __future__ import annotations

import pytest

from assistant.letters.face import SIZES, face

NORWEGIAN = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789.,:;?!«»“”–…’—éèôü%&()/+"


@pytest.mark.parametrize("rows", SIZES)
def test_a_capital_letter_fills_as_many_rows_as_its_size_says(rows: int) -> None:
    drawn = face(rows).drawn(["H"], 40, 99)
    inked = [row for row in drawn if row.strip()]

    assert len(inked) == rows
    assert all({"▌", "█", "▐"} & set(row) for row in inked), "its stems go from head to foot"


@pytest.mark.parametrize("rows", SIZES)
def test_nothing_is_drawn_outside_the_width_it_is_measured_to_have(rows: int) -> None:
    letters = face(rows)
    width = letters.measure(NORWEGIAN)
    wide = letters.drawn([NORWEGIAN], width + 20, 99)

    assert max(map(len, wide)) <= width + 11
    assert min(len(row) - len(row.lstrip()) for row in wide if row.strip()) >= 9


@pytest.mark.parametrize("rows", SIZES)
def test_it_takes_the_rows_that_it_says_and_no_line_reaches_out_of_them(rows: int) -> None:
    letters = face(rows)
    lines = ["Ågot, gjør", "Ærlig og åpen"]
    drawn = letters.drawn(lines, 200, letters.height(2))
    freely = letters.drawn(["", *lines, ""], 200, letters.height(4))

    assert len(drawn) == letters.height(2)
    assert sum(map(_ink, drawn)) == sum(map(_ink, freely)), "nothing was cut off above or below"


@pytest.mark.parametrize("rows", SIZES)
def test_as_many_lines_fit_as_it_says(rows: int) -> None:
    letters = face(rows)
    for height in range(60):
        lines = letters.lines_in(height)
        assert lines == 0 or letters.height(lines) <= height
        assert letters.height(lines + 1) > height


def test_it_has_the_letters_of_our_languages_and_knows_which_it_has_not() -> None:
    letters = face(5)

    assert letters.has(NORWEGIAN)
    assert letters.has("two words")
    assert not letters.has("a 😀")
    assert not letters.has("漢")


def test_the_dots_of_a_letter_stand_where_they_are_drawn() -> None:
    """A capital I is a stem: one column, straight, from head to foot."""
    stem = [row.strip() for row in face(5).drawn(["I"], 9, 99) if row.strip()]

    assert len(set(stem)) == 1
    assert len(stem[0]) <= 2


def test_a_tail_does_not_run_into_the_ring_of_a_letter_under_it_where_there_is_room() -> None:
    letters = face(7)
    lines = ["lyder", "blått"]

    assert len(letters.drawn(lines, 60, 40)) == letters.height(2) + 1
    assert len(letters.drawn(lines, 60, letters.height(2))) == letters.height(2)
    assert len(letters.drawn(["lyder", "flatt"], 60, 40)) == letters.height(2)


def _ink(row: str) -> int:
    return sum(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".index(cell).bit_count() for cell in row)
