"""How a command ends."""

from __future__ import annotations

from enum import IntEnum


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
