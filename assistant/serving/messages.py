"""What a browser says: keys, the size of its window, whether it has the keys. What is odd is nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TypeAlias

LONGEST = 1 << 16
"""Bytes of one message; a long text that somebody pastes has room in it."""

COLUMNS, ROWS = range(10, 501), range(4, 201)
"""Sizes of a terminal that an app is asked to draw in."""

USUAL = 80, 24
"""Columns and rows where a browser tells none."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys, as a terminal sends them."""

    keys: str


@dataclass(frozen=True, slots=True)
class Resized:
    """The window has room for so much."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Looked:
    """Whether the window has the keys."""

    here: bool


@dataclass(frozen=True, slots=True)
class Ping:
    """Asks to be answered with the same."""

    mark: str


Message: TypeAlias = Typed | Resized | Looked | Ping


def read(text: str) -> Message | None:
    """The message of ``text``; nothing where it is none."""
    try:
        match json.loads(text):
            case ["stdin", str(keys)]:
                return Typed(keys)
            case ["resize", {"width": int(columns), "height": int(rows)}]:
                return Resized(within(columns, COLUMNS), within(rows, ROWS))
            case ["focus" | "blur" as what, *_]:
                return Looked(what == "focus")
            case ["ping", str(mark)]:
                return Ping(mark)
    except (ValueError, RecursionError):  # no JSON, a number of thousands of digits, or lists in lists in lists
        return None
    return None


def size(columns: str | None, rows: str | None) -> Resized:
    """The size that the address of a socket tells."""
    return Resized(within(_number(columns, USUAL[0]), COLUMNS), within(_number(rows, USUAL[1]), ROWS))


def within(number: int, allowed: range) -> int:
    """The nearest that is ``allowed``."""
    return max(allowed[0], min(number, allowed[-1]))


def _number(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise
