"""Letters of one size, as a terminal can draw them: a quarter of a cell is the smallest that it has.

Their outlines are those of Bitstream Vera Sans Bold, which travels with reportlab and was made to be clear in few dots.
A quarter of a cell is twice as high as wide, so the letters come out narrow, and more of them stand in a line.
"""

from __future__ import annotations

import math
import unicodedata
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageFont import FreeTypeFont

DOTS = {3: 8, 4: 11, 5: 14, 6: 16, 7: 19, 8: 22, 9: 24, 10: 27, 12: 33}
"""By the rows of a capital letter, the size of the font at which one fills them to the dot."""
SIZES = tuple(DOTS)

QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the sum of its quarters: upper left 1, upper right 2, lower left 4, lower right 8."""

TAILS = "gjpqyçJQ,;()"

NO_LETTER = "\uffff"
"""What no font has: it draws the same as any other letter that it lacks."""


class Face:
    """The letters whose capitals are so many ``rows`` high, one of ``SIZES``."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self._edge = (rows + 1) // 3
        """Rows for a ring or an accent over the first line, and for tails under the last."""
        self._between = max(2, self._edge + (rows > 6))
        """Rows from the foot of one line to the heads of the next: tails reach into them."""

    @cached_property
    def _font(self) -> FreeTypeFont:
        import reportlab
        from PIL import ImageFont

        file = Path(reportlab.__file__).with_name("fonts") / "VeraBd.ttf"
        return ImageFont.truetype(str(file), DOTS[self.rows], layout_engine=ImageFont.Layout.BASIC)

    def measure(self, text: str) -> int:
        """How many columns ``text`` takes on one line; a little less, where letters move together."""
        return math.ceil(sum(map(self._advance, text)) / 2)

    @cache  # noqa: B019 - there are few faces, and they stay
    def _advance(self, letter: str) -> float:
        return self._font.getlength(letter, "1")

    def has(self, text: str) -> bool:
        """Whether it can draw all of ``text``."""
        return all(map(self._has, set(text)))

    @cache  # noqa: B019 - there are few faces, and they stay
    def _has(self, letter: str) -> bool:
        if letter.isspace():
            return True
        drawn, missing = (self._font.getmask(each, "1") for each in (letter, NO_LETTER))
        return bytes(drawn) != bytes(missing) or drawn.size != missing.size

    def height(self, lines: int) -> int:
        """How many terminal rows so many lines take."""
        return lines * (self.rows + self._between) - self._between + 2 * self._edge

    def lines_in(self, height: int) -> int:
        """How many lines there is room for in so many terminal rows."""
        return max(0, (height - 2 * self._edge + self._between) // (self.rows + self._between))

    def drawn(self, lines: Sequence[str], width: int, height: int) -> tuple[str, ...]:
        """``lines``, each in the middle of ``width`` columns, as rows of a terminal, of which there may be ``height``.

        Where there is room, a tail and the ring of a letter under it stand a row further apart.
        """
        from PIL import Image, ImageDraw

        apart = [_meet(*pair) for pair in pairwise(lines)]
        rows = self.height(len(lines))
        if rows + sum(apart) > height:
            apart = [False] * len(apart)
        picture = Image.new("1", (2 * width, 2 * (rows + sum(apart))))
        pen = ImageDraw.Draw(picture)
        pen.fontmode = "1"
        for number, line in enumerate(lines):
            foot = self._edge + self.rows + number * (self.rows + self._between) + sum(apart[:number])
            pen.text((width - self.measure(line), 2 * foot), line, fill=1, font=self._font, anchor="ls")
        return _in_quarters(picture.tobytes(), *picture.size)


@cache
def face(rows: int) -> Face:
    """The face of that size."""
    return Face(rows)


def _meet(upper: str, lower: str) -> bool:
    """Whether a tail of ``upper`` may come down on a ring, an accent or dots of ``lower``."""
    return any(letter in TAILS for letter in upper) and unicodedata.normalize("NFD", lower) != lower


def _in_quarters(dots: bytes, width: int, height: int) -> tuple[str, ...]:
    """Eight ``dots`` of a row to a byte, the first of them the highest, as cells of four."""
    stride = (width + 7) // 8

    def pair(x: int, y: int) -> int:
        """The two dots of row ``y`` that are in column ``x``: 1 for the left, 2 for the right."""
        two = dots[y * stride + x // 4] >> (6 - 2 * (x % 4)) & 3
        return (two >> 1) | (two & 1) << 1

    return tuple(
        "".join(QUARTERS[pair(x, y) | pair(x, y + 1) << 2] for x in range(width // 2)).rstrip()
        for y in range(0, height, 2)
    )
