"""The hours in which nothing is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import duration
from assistant.i18n import _
from assistant.plaintext import quoted

if TYPE_CHECKING:
    import datetime as dt


def quiet_hours(text: str) -> tuple[dt.time, dt.time] | None:
    """From, and until before; past midnight where the first is later. Nothing where ``text`` is empty: never.

    Raises ``ValueError`` for what is no hours; its text is one plain line in the user's language.
    """
    if not text.strip():
        return None
    hours = duration.hours(text)
    if hours is None:
        raise ValueError(
            _("“{text}” is not from one time of the day to another; write 17:00-08:00").format(text=quoted(text))
        )
    return hours
