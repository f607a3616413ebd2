"""A setting that is a number."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from assistant import i18n
from assistant.duration import parse_duration
from assistant.i18n import _
from assistant.language import numeral
from assistant.settings.kind import refused

if TYPE_CHECKING:
    from assistant.settings.model import Value

NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?", re.ASCII)
ALMOST = 1e-6
"""Of a step: what is lost where numbers with a point are counted in steps."""

MINUTES, SECONDS, MILLISECONDS = ("min", 60_000), ("s", 1000), ("ms", 1)
"""A unit, and how many milliseconds one is."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A number that goes up and down in steps; any number between can be written."""

    has_steps: ClassVar[bool] = True
    is_written: ClassVar[bool] = True

    least: float
    most: float
    step: float
    unit: tuple[str, int] | None = None
    """Where it is a length of time it is a whole number of these."""

    def shown(self, value: Value) -> str:
        """With its unit."""
        return f"{self.written(value)} {self.unit[0]}" if self.unit else self.written(value)

    def written(self, value: Value) -> str:
        """Without its unit."""
        return _numeral(float(value)) if isinstance(value, int | float) else ""

    def read(self, text: str) -> Value:
        """A number, with or without its unit."""
        number = self._number(text.strip())
        if number is None or not self.least <= number <= self.most or (self.unit and number != int(number)):
            raise refused(text, self.takes)
        return int(number) if self.unit else number

    def turned(self, value: Value, steps: int) -> Value:
        """To the next whole step, no further than the ends."""
        now = float(value) / self.step if isinstance(value, int | float) else 0.0
        whole = math.floor(now + ALMOST) if steps > 0 else math.ceil(now - ALMOST)
        number = min(self.most, max(self.least, round((whole + steps) * self.step, 6)))
        return int(number) if self.unit else number

    @property
    def takes(self) -> str:
        """Between which ends."""
        return _("a number from {least} to {most}").format(least=_numeral(self.least), most=_numeral(self.most))

    @property
    def in_file(self) -> str:
        """TOML has a point in its numbers in every language."""
        return _("a number from {least} to {most}").format(least=f"{self.least:g}", most=f"{self.most:g}")

    def _number(self, text: str) -> float | None:
        bare = text.removesuffix(self.unit[0]).rstrip() if self.unit else text
        if NUMBER.fullmatch(bare):
            return float(bare.replace(",", "."))
        length = parse_duration(text) if self.unit else None
        return length / self.unit[1] if self.unit and length is not None else None


def _numeral(number: float) -> str:
    return numeral(f"{number:g}", i18n.language())
