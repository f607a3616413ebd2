"""Days, months and lengths of time in the words of the language in use, whatever the system speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.i18n import _, marked

if TYPE_CHECKING:
    import datetime as dt

WEEKDAYS = (
    marked("Monday"), marked("Tuesday"), marked("Wednesday"), marked("Thursday"), marked("Friday"),
    marked("Saturday"), marked("Sunday"),
)  # fmt: skip
MONTHS = (
    marked("January"), marked("February"), marked("March"), marked("April"), marked("May"), marked("June"),
    marked("July"), marked("August"), marked("September"), marked("October"), marked("November"), marked("December"),
)  # fmt: skip


MINUTE, HOUR = 60, 3600


def weekday(day: dt.date) -> str:
    """Such as Tuesday."""
    return _(WEEKDAYS[day.weekday()])


def month(day: dt.date) -> str:
    """Such as November."""
    return _(MONTHS[day.month - 1])


def whole_date(day: dt.date) -> str:
    """Such as Tuesday 24 November."""
    return _("{weekday} {day} {month}").format(weekday=weekday(day), day=day.day, month=month(day))


def long(seconds: float) -> str:
    """So long, in words: whole minutes, begun ones not counted in."""
    if seconds < MINUTE:
        return _("less than a minute")
    hours, minutes = divmod(int(seconds) // MINUTE, HOUR // MINUTE)
    if not hours:
        return _("1 minute") if minutes == 1 else _("{count} minutes").format(count=minutes)
    return (
        _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
        if minutes
        else _("{hours} h").format(hours=hours)
    )
