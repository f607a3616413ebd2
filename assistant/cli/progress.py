"""How far something is that takes a while."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEPS = 1000
"""Of the bar."""


@contextlib.contextmanager
def progress(label: str = "", *, with_time: bool = False) -> Iterator[Callable[[float], None]]:
    """Takes which share is done, and shows it where somebody looks; nothing in a pipe.

    It stands on standard error, beside what is written. ``with_time`` says how long it takes yet. Where a share is less
    than the one before it, the bar waits for it to come up.
    """
    if not sys.stderr or not sys.stderr.isatty():
        yield _not_told
        return
    with click.progressbar(length=STEPS, label=label, file=sys.stderr, show_eta=with_time) as bar:

        def told(share: float) -> None:
            bar.update(max(0, int(share * STEPS) - bar.pos))

        yield told
        told(1.0)


def _not_told(_share: float) -> None:
    """Nobody looks."""
