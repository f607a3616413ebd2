"""Which question of the inner room is that of the day."""

from __future__ import annotations

import random
from functools import lru_cache


def prompt_of(shown: int, total: int) -> int | None:
    """The number, from 0, of the next question among ``total``; nothing where there are none.

    ``shown`` is on how many days before this one a question was shown: none comes again until all have been shown,
    whatever days are left out.
    """
    if total < 1:
        return None
    count = max(0, shown)
    return _drawn(count // total, total)[count % total]


@lru_cache(maxsize=8)
def _drawn(lap: int, total: int) -> tuple[int, ...]:
    """All of them in the order of one time through, which does not begin with the one that the last ended with."""
    if total < 3:
        return tuple(range(total))  # two can only take turns
    drawn = _shuffled(lap, total)
    # What was last the time before is also last where it was moved: only the first place is ever changed.
    if lap > 0 and drawn[0] == _shuffled(lap - 1, total)[-1]:
        drawn[0], drawn[1] = drawn[1], drawn[0]
    return tuple(drawn)


def _shuffled(lap: int, total: int) -> list[int]:
    return random.Random(f"{lap} of {total}").sample(range(total), total)  # noqa: S311 - a choice, not a secret
