"""A sheet of characters to draw on, and the two sets of characters."""

from __future__ import annotations

import msgspec


class Glyphs(msgspec.Struct, frozen=True):
    """What lines are made of."""

    across: str
    down: str
    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    top_tee: str
    bottom_tee: str
    left_tee: str
    up: str
    """A slope that rises to the right."""
    fall: str
    """A slope that falls to the right."""
    level: str
    sill: str
    light: str
    sun: str
    disc: tuple[str, str, str]
    knob: str


LINES = Glyphs(
    across="─",
    down="│",
    top_left="┌",
    top_right="┐",
    bottom_left="└",
    bottom_right="┘",
    top_tee="┬",
    bottom_tee="┴",
    left_tee="├",
    up="╱",
    fall="╲",
    level="_",
    sill="━",
    light="·",
    sun="☼",
    disc=(" ╭─╮ ", "(   )", " ╰─╯ "),
    knob="∘",
)

ASCII = Glyphs(
    across="-",
    down="|",
    top_left="+",
    top_right="+",
    bottom_left="+",
    bottom_right="+",
    top_tee="+",
    bottom_tee="+",
    left_tee="|",
    up="/",
    fall="\\",
    level="_",
    sill="=",
    light=".",
    sun="o",
    disc=(" .-. ", "(   )", " '-' "),
    knob="o",
)


class Sheet:
    """Characters, row by row. What falls outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._rows = [[" "] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str) -> None:
        """Write ``text`` to the right of ``x``."""
        if 0 <= y < self.height:
            for at, character in enumerate(text, x):
                if 0 <= at < self.width:
                    self._rows[y][at] = character

    def down(self, x: int, top: int, bottom: int, character: str) -> None:
        """The same character in every row from ``top`` up to but not including ``bottom``."""
        for y in range(top, bottom):
            self.put(x, y, character)

    def lines(self) -> tuple[str, ...]:
        """What stands on the sheet, every row of full width."""
        return tuple("".join(row) for row in self._rows)
