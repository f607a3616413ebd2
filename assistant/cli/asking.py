"""A question on the command line, answered with a letter."""

from __future__ import annotations

import sys

from assistant.cli.exits import InputWrong

YES = {"y", "yes", "j", "ja"}


def need_somebody(otherwise: str) -> None:
    """Raise ``InputWrong`` with the line ``otherwise`` where nobody sits at a terminal who can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise InputWrong(otherwise)


def says_yes(question: str) -> bool:
    """Whether whoever sits there says yes to it; anything else is no."""
    print(question, end=" ", flush=True)
    return sys.stdin.readline().strip().lower() in YES
