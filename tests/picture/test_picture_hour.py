"""The light of the hour."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.picture.hour import Hour, hour_of


@pytest.mark.parametrize(
    ("time", "hour"),
    [
        ("00:00", Hour.NIGHT),
        ("04:59", Hour.NIGHT),
        ("05:00", Hour.MORNING),
        ("09:59", Hour.MORNING),
        ("10:00", Hour.NOON),
        ("15:59", Hour.NOON),
        ("16:00", Hour.DUSK),
        ("20:59", Hour.DUSK),
        ("21:00", Hour.NIGHT),
        ("23:59", Hour.NIGHT),
    ],
)
def test_every_time_of_day_has_its_light(time: str, hour: Hour) -> None:
    assert hour_of(dt.time.fromisoformat(time)) is hour
