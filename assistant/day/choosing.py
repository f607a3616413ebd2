"""Which break is offered, with what has been offered before and the time that there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.day.due import Due
from assistant.day.gaps import SPARE, Fit, Form, fit
from assistant.day.turn import FIRST, LAST, LUNCH, RITUAL, order
from assistant.units import Ms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from assistant.script.model import Lengths


OPENS = {Due.FIRST: FIRST, Due.BETWEEN: RITUAL, Due.LUNCH: LUNCH, Due.LAST: LAST}
"""What comes first in a day for each; when it has been offered, or does not fit, it is the turn of the others."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A break of a length, or a sentence."""

    script: str | None
    """The id of the break; nothing for a sentence."""
    fit: Fit


A_SENTENCE = Chosen(None, Fit(Form.SENTENCE, Ms(0)))


class Choosing:
    """Remembers what has been offered since the day began, and the last that was."""

    def __init__(self, lengths: Mapping[str, Lengths], spare: float = SPARE) -> None:
        """Only breaks that ``lengths`` has are offered, and ``spare`` seconds are left after them."""
        self._lengths = lengths
        self.spare = spare
        self._order: tuple[str, ...] = ()
        self._begun: set[str] = set()
        self._turn = 0
        self._last: str | None = None

    def begin(self, day: dt.date) -> None:
        """A new day: everything has its turn again, but what was the last of all is still not the next."""
        self._order, self._begun, self._turn = order(day), set(), 0

    def has_been(self, due: Due) -> bool:
        """Whether the break that opens ``due`` has been offered today."""
        return OPENS[due] in self._begun

    def opens(self, due: Due, free: float | None) -> bool:
        """Whether the break that opens ``due`` may be offered where ``free`` seconds are free."""
        chosen = None if self.has_been(due) else self._fitted(OPENS[due], free)
        return chosen is not None and chosen.script is not None

    def choose(self, due: Due, free: float | None) -> Chosen:
        """What is to be offered now: never what was offered last, and a sentence where nothing else fits."""
        opening = () if self.has_been(due) else (OPENS[due],)
        turns = (*self._order[self._turn :], *self._order[: self._turn])
        fitting = (self._fitted(script, free) for script in (*opening, *turns) if script != self._last)
        return next((chosen for chosen in fitting if chosen is not None), A_SENTENCE)

    def keep(self, script: str | None, due: Due, free: float | None) -> Chosen:
        """The same again, as long as it can be now; another where that does not fit any more."""
        return (self._fitted(script, free) if script is not None else None) or self.choose(due, free)

    def offered(self, script: str | None) -> None:
        """Take note that ``script`` is what is offered now."""
        if script is None or script == self._last:
            return
        self._last = script
        self._begun.add(script)
        if script in self._order:
            self._turn = (self._turn + 1) % len(self._order)

    def _fitted(self, script: str, free: float | None) -> Chosen | None:
        lengths = self._lengths.get(script)
        fitted = fit(free, lengths.least, lengths.usual, self.spare) if lengths is not None else None
        if fitted is None:
            return None
        return A_SENTENCE if fitted.form is Form.SENTENCE else Chosen(script, fitted)
