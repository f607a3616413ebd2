"""What a calendar is read for, and what comes back: times and counts, and nothing else."""

from __future__ import annotations

import datetime as dt

import msgspec

from assistant.calendar.rule import Rule
from assistant.calendar.trouble import Trouble


class Ask(msgspec.Struct, frozen=True):
    """Read the file for one day."""

    path: bytes
    """As the file system has it, which need not be text."""
    day: dt.date
    rule: Rule


class Reading(msgspec.Struct, frozen=True):
    """What was found of events that the rule lets through, whatever their length, about the day that was asked for."""

    exact: tuple[tuple[int, int], ...] = ()
    """Start and end in seconds since 1970, of events whose zone is known."""
    floating: tuple[tuple[dt.datetime, dt.datetime], ...] = ()
    """Start and end as a clock on the wall shows them, wherever one is."""
    left_out: int = 0
    """Events that cannot be read."""
    zone_unknown: int = 0
    """Events in a zone that does not exist; they are among the floating ones."""
    trouble: Trouble | None = None
    """Why there is nothing at all."""


def encode(message: Ask | Reading) -> bytes:
    """``message`` as plain JSON."""
    return msgspec.json.encode(message)


def decode_ask(message: bytes) -> Ask:
    """What was asked. Raises ``ValueError`` if it is no such message."""
    return msgspec.json.decode(message, type=Ask)


def decode_reading(message: bytes) -> Reading:
    """What was found. Raises ``ValueError`` if it is no such message."""
    return msgspec.json.decode(message, type=Reading)
