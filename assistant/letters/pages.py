"""Words for a room: as large as they can be where they are to stand, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.balance import WORD, evenly, wrap
from assistant.letters.face import SIZES, Face, face
from assistant.plaintext import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

READABLE = 5
"""Rows of a capital letter that can be read from the back of a room; for this, words come a sentence at a time."""


@dataclass(frozen=True, slots=True)
class Wall:
    """Where the words are to stand, in columns and rows of the terminal."""

    width: int
    height: int


@lru_cache(maxsize=16)
def best_size(texts: tuple[str, ...], wall: Wall) -> int:
    """The largest size for all ``texts``, so that letters keep theirs; 0 where none of ``SIZES`` will do.

    All of a text stands there at once, unless that would make the letters smaller than can be read from the back.
    """
    # A word that is too long for any letters leaves its own sentence to common ones, and not all others.
    texts = tuple(text for text in texts if sizes((text,), wall))
    together = _largest(texts, wall)
    if together >= READABLE:
        return together
    one_by_one = _largest(tuple(sentence for text in texts for sentence in sentences(text)), wall)
    return max(together, min(one_by_one, READABLE))


@lru_cache(maxsize=64)
def sizes(texts: tuple[str, ...], wall: Wall) -> tuple[int, ...]:
    """The sizes that one may choose among: those in which no word is broken."""
    words = " ".join(texts)
    return tuple(rows for rows in SIZES if _has_place(face(rows), words, wall))


@lru_cache(maxsize=256)
def pages(words: str, rows: int, wall: Wall) -> tuple[tuple[str, ...], ...]:
    """The lines of each page that ``words`` need: whole where they can be, else by sentences, else as lines go."""
    letters = face(rows)
    room, found = letters.lines_in(wall.height), [_lines(words, letters, wall)]
    if len(found[0]) > room:
        found = [_lines(sentence, letters, wall) for sentence in sentences(words)]
    return tuple(page[first : first + room] for page in found for first in range(0, len(page), room))


def page_at(pages: Sequence[tuple[str, ...]], share: float) -> tuple[str, ...]:
    """The page that is there when ``share`` of the time of all has gone: each as long as it takes to read."""
    lengths = [sum(map(len, page)) for page in pages]
    left = share * sum(lengths)
    for page, length in zip(pages, lengths, strict=True):
        if left < length:
            return page
        left -= length
    return pages[-1]


def drawn(words: str, rows: int, wall: Wall, share: float = 0.0) -> tuple[str, ...] | None:
    """What is to be seen of ``words`` when ``share`` of their time has gone; nothing where that cannot be drawn."""
    letters = face(rows)
    if not words.strip() or not letters.has(words) or not _has_place(letters, words, wall):
        return None
    return _drawn(page_at(pages(words, rows, wall), share), rows, wall)


@lru_cache(maxsize=64)
def _drawn(lines: tuple[str, ...], rows: int, wall: Wall) -> tuple[str, ...]:
    """It is asked for at every look at the clock, and seldom another than before."""
    return face(rows).drawn(lines, wall.width, wall.height)


def _largest(texts: tuple[str, ...], wall: Wall) -> int:
    """The largest size in which each of ``texts`` fits on one page and no word is broken."""
    for rows in reversed(sizes(texts, wall)):
        letters = face(rows)
        room = letters.lines_in(wall.height)
        if all(len(wrap(text, wall.width, letters.measure)) <= room for text in texts):
            return rows
    return 0


def _has_place(letters: Face, words: str, wall: Wall) -> bool:
    """Whether there is a line for them, and none of the words is wider."""
    return letters.lines_in(wall.height) > 0 and all(
        letters.measure(word) <= wall.width for word in set(WORD.findall(words))
    )


def _lines(words: str, letters: Face, wall: Wall) -> tuple[str, ...]:
    return evenly(words, wall.width, letters.measure)
