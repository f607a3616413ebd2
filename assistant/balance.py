"""Long text on several lines of about the same length, so that no word stands alone. Nothing of it is lost."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Measure = Callable[[str], float]

WORD = re.compile(r"[^\t-\r ]+")
"""A space that is not to be broken at is part of its word."""

PRECISION = 0.005
"""How near it the narrowest width that will do is looked for, as a share of the width."""


def columns(text: str) -> int:
    """How many columns ``text`` takes in a terminal: some letters take two, accents on their own none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
        for letter in text
    )


def wrap(text: str, width: float, measure: Measure = columns) -> tuple[str, ...]:
    """``text`` on lines that ``measure`` to at most ``width``; a word that is longer than a line is broken."""
    lines: list[str] = []
    line = ""
    for word in WORD.findall(text):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, measure)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines)


def evenly(text: str, width: float, measure: Measure = columns) -> tuple[str, ...]:
    """As ``wrap``, on as many lines, and those as even as can be without breaking more words."""
    lines = wrap(text, width, measure)
    if len(lines) < 2:
        return lines
    # No line may be narrower than the longest word, nor all of them narrower than they are on average.
    enough, too_narrow = width, max(sum(map(measure, lines)) / len(lines), *map(measure, WORD.findall(text)))
    while enough - too_narrow > PRECISION * width:
        tried = (enough + too_narrow) / 2
        narrower = wrap(text, tried, measure)
        if len(narrower) > len(lines):
            too_narrow = tried
        else:
            enough, lines = tried, narrower
    return lines


def balanced(text: str, width: int) -> str:
    """``text`` with line ends that make it even in ``width`` columns; as it stands where it needs none."""
    lines = evenly(text, width) if width > 0 else ()
    return "\n".join(lines) if len(lines) > 1 else text


def _pieces(word: str, width: float, measure: Measure) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and measure(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
