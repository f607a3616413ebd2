"""How a command ends."""

from __future__ import annotations

import contextlib
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Exit(IntEnum):
    """What the shell is told."""

    FINE = 0
    """All went well, also when a break was stopped early."""
    WRONG_INPUT = 1
    """Something in what the user gave us is wrong, and a line says what."""
    USAGE = 2
    """The command was called in a way that it does not know."""


class InputWrong(Exception):  # noqa: N818 - it says what happened
    """Something that the user gave us is wrong. Its text is one plain line in the user's language."""


def complain(line: str) -> None:
    """Say ``line`` on standard error; where nobody can hear it, go on."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"mellomrom: {line}", file=sys.stderr)


def refuse(lines: Sequence[str]) -> None:
    """One line of each that is wrong, the last of them as the end of the command. Raises ``InputWrong``; if any."""
    for line in lines[:-1]:
        complain(line)
    if lines:
        raise InputWrong(lines[-1])
