"""Long text on several lines. Nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NARROWER = tuple(percent / 100 for percent in range(97, 49, -3))
"""Shares of the width that lines of the same length are tried at."""


def wrap(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """``text`` on lines that ``measure`` to at most ``width``; a word that is longer than a line is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, measure)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines)


def balanced(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """As ``wrap``, on lines of much the same length: none of them holds a single word where that can be helped."""
    lines = wrap(text, width, measure)
    for share in NARROWER if len(lines) > 1 else ():
        narrower = wrap(text, width * share, measure)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _pieces(word: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and measure(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
