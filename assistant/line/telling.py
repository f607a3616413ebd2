"""How a break without a screen is told: written line by line, or said aloud."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, ClassVar, Protocol, TextIO

from assistant.i18n import _
from assistant.line import say
from assistant.player import State

if TYPE_CHECKING:
    from assistant.player import Moment
    from assistant.timeline.model import Cue, Timeline


class Tells(Protocol):
    """Tells what happens in a break. All methods return at once, and none raises."""

    aloud: ClassVar[bool]
    """Whether it is heard and not read. The sound cannot be chosen away then."""

    def opening(self, timeline: Timeline) -> None:
        """A break begins."""

    def cue(self, cue: Cue, before: Cue | None) -> None:
        """A cue begins, after the one ``before``."""

    def keys(self, keys: str) -> None:
        """What keys do at the step that has begun."""

    def line(self, text: str) -> None:
        """Something else, in one line."""

    def turned(self, moment: Moment) -> None:
        """The break waits from ``moment`` on, goes on or is over."""

    def pressed(self) -> None:
        """A key has been understood."""


class Written:
    """One line a cue, on standard output or wherever ``out`` goes."""

    aloud: ClassVar[bool] = False

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout

    def opening(self, timeline: Timeline) -> None:
        """Its title, and how long it is."""
        self.line(say.opening(timeline))

    def cue(self, cue: Cue, before: Cue | None) -> None:
        """What is new in it."""
        for line in say.cue_lines(cue, before):
            self.line(line)

    def keys(self, keys: str) -> None:
        """In one line."""
        self.line(keys)

    def line(self, text: str) -> None:
        """Whether anybody can read it or not, the break goes on."""
        with contextlib.suppress(OSError, AttributeError):
            self._out.write(text + "\n")
            self._out.flush()

    def turned(self, moment: Moment) -> None:
        """In one line, where the words do not say it themselves."""
        line = _("We go on.") if moment.state is State.RUNNING else say.state_line(moment)
        if line is not None:
            self.line(line)

    def pressed(self) -> None:
        """What it does can be read."""
