"""The hours of the room: which light the day has."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

MORNING_FROM = 5
NOON_FROM = 10
DUSK_FROM = 16
NIGHT_FROM = 21


class Hour(StrEnum):
    """A light of the day."""

    MORNING = "morning"
    NOON = "noon"
    DUSK = "dusk"
    NIGHT = "night"


def hour_of(time: dt.time) -> Hour:
    """The light at a time of day, by the clock and not by the sun: the window is a picture, not a forecast."""
    if MORNING_FROM <= time.hour < NOON_FROM:
        return Hour.MORNING
    if NOON_FROM <= time.hour < DUSK_FROM:
        return Hour.NOON
    if DUSK_FROM <= time.hour < NIGHT_FROM:
        return Hour.DUSK
    return Hour.NIGHT
