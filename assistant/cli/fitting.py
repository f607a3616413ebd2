"""Which break is run where a length of time is named and no break: what the day would offer."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.cli.exits import InputWrong
from assistant.dates import long
from assistant.day.daybook import Daybook, Note, What
from assistant.day.gaps import SENTENCE
from assistant.day.said import sentences_from
from assistant.duration import clock_face
from assistant.horizon import fitting
from assistant.i18n import _
from assistant.timeline.compose import LengthRefused
from assistant.timeline.moment import moment
from assistant.units import MS_PER_SECOND, Ms, ms

if TYPE_CHECKING:
    from assistant.script.model import Script
    from assistant.shelf import Shelf
    from assistant.timeline.model import Timeline

LONG = ms(3600)
"""From here on it is told in hours and minutes."""


def fitted(shelf: Shelf, length: Ms, *, remembers: bool) -> Script | Timeline:
    """A break that can take exactly ``length``, another than those of today if there is one; or only a sentence.

    ``remembers``: it will have been one of today's. Raises ``InputWrong``.
    """
    now, daybook = dt.datetime.now().astimezone(), Daybook()
    if length < ms(SENTENCE):
        return _sentence(now, length)
    script = fitting(shelf, length, now, daybook.offered(now.date()))
    if script is None:
        raise InputWrong(_refusal(length))
    if remembers:
        daybook.write(Note(now, What.TAKEN, script=script.id))
    return script


def _sentence(now: dt.datetime, length: Ms) -> Timeline:
    """The one whose turn it is, or the next that can be read and heard in so short a time."""
    for sentence in sentences_from(now, i18n.language()):
        with contextlib.suppress(LengthRefused):
            return moment(_("A moment"), sentence, i18n.language(), length)
    raise InputWrong(_refusal(length))


def _refusal(length: Ms) -> str:
    line = _("no break can take {length}; “mellomrom list” shows how long they are")
    asked = Ms(max(0, length))
    return line.format(length=clock_face(asked) if asked < LONG else long(asked / MS_PER_SECOND))
