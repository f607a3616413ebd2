"""A month of the record, and today, in lines for every output."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.record import month, ribbon
from assistant.record.store import ran

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from assistant.record.ran import Ran

WIDEST = 60
"""Characters of the ribbon of today."""

CHARACTERS = month.DOT + ribbon.MARK + "".join(ribbon.GLYPHS.values())
"""What it is drawn with, where nothing else is asked for."""


def ran_in(first: dt.date) -> Sequence[Ran]:
    """The breaks of the month that begins with ``first``. Raises ``RecordTrouble``."""
    return ran(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def lines(
    first: dt.date,
    found: Sequence[Ran],
    now: dt.datetime,
    width: int,
    conversations: Sequence[tuple[dt.datetime, dt.datetime]] = (),
    *,
    ascii_only: bool,
) -> Iterator[str]:
    """The month that begins with ``first``, and today as a ribbon and, for who cannot see it, as times.

    ``conversations`` are today's, where a day that is open knows of some; they are not on the record.
    """
    today = now.date()
    yield from month.month(first, [one.began for one in found], today, width, ascii_only=ascii_only)
    pauses = [(one.began, float(one.seconds)) for one in found if one.began.date() == today]
    if (first.year, first.month) != (today.year, today.month) or not pauses:
        return
    hours, wide = ribbon.hours_of(today, now.tzinfo, conversations, pauses), max(ribbon.NARROWEST, min(WIDEST, width))
    yield ""
    yield _("Today: {times}").format(times=", ".join(f"{began:%H:%M}" for began, _seconds in pauses))
    drawn = ribbon.ribbon(today, hours, conversations, pauses, now, wide, ascii_only=ascii_only)
    yield from (line.rstrip() for line in drawn.lines())
