"""Where a line breathes: its phrases, and which kind of pause follows each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

MARK = re.compile(r"(?P<stop>[.!?…]+)?(?P<comma>[,;:]|\s[–—-](?=\s))?(?P<closing>[»”’\"')\]]*)\s+")
DASH = re.compile(r"\s[–—-]$")
FEW = 1
"""A phrase of so few words stays with its neighbour: alone between two pauses it sounds lost."""

SECONDS_A_CHARACTER = 0.03


class Break(Enum):
    """What stands between a phrase and the next."""

    LINK = auto()
    """Nothing but a linking word."""
    COMMA = auto()
    STOP = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words said in one go, with the mark that ends them, for the engine to hear the tone of it."""

    text: str
    then: Break


def count_words(text: str) -> int:
    """How many words ``text`` has: what stands between spaces and has a letter or a digit in it."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def least_seconds(text: str) -> float:
    """Nobody says ``text`` faster than this, at any rate that one may ask for; a shorter sound has lost words."""
    return SECONDS_A_CHARACTER * sum(character.isalnum() for character in text)


def phrases(text: str) -> tuple[Phrase, ...]:
    """``text`` in phrases, split at commas, colons, dashes, full stops, question marks and the like.

    Nothing is split inside numbers, times and abbreviations: a mark counts only before a space, and a full
    stop only where no small letter or digit follows. Text without words has no phrases.
    """
    pieces: list[Phrase] = []
    start = 0
    for mark in MARK.finditer(text := text.strip()):
        kind = _kind(mark, text[mark.end()])
        if kind is not None:
            pieces.append(Phrase(_said(text[start : mark.end()]), kind))
            start = mark.end()
    pieces.append(Phrase(_said(text[start:]), Break.END))
    return _joined([piece for piece in pieces if count_words(piece.text)])


def _kind(mark: re.Match[str], following: str) -> Break | None:
    stop, comma = mark["stop"], mark["comma"]
    if comma:
        return Break.COMMA
    if not stop:
        return None
    goes_on = following.islower() or following.isdigit()
    if stop == "." and goes_on:
        return None
    return Break.COMMA if goes_on else Break.STOP


def _said(piece: str) -> str:
    """A dash is heard as a comma is."""
    return DASH.sub(",", " ".join(piece.split()))


def _joined(pieces: list[Phrase]) -> tuple[Phrase, ...]:
    """Phrases of few words beside their neighbours; the last one ends the line."""
    joined: list[Phrase] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        short = before is not None and min(count_words(before.text), _if_last(piece)) <= FEW
        if before is not None and before.then is Break.COMMA and short:
            joined[-1] = Phrase(f"{before.text} {piece.text}", piece.then)
        else:
            joined.append(piece)
    if joined:
        joined[-1] = Phrase(joined[-1].text, Break.END)
    return tuple(joined)


def _if_last(piece: Phrase) -> int:
    """The words of ``piece`` where nothing follows that it could stay with."""
    return FEW + 1 if piece.then is Break.COMMA else count_words(piece.text)
