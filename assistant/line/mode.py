"""Run a break in plain lines."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, TextIO

from assistant import clock
from assistant.i18n import _
from assistant.line import say
from assistant.line.keys import keys_of_terminal
from assistant.player import Player, State
from assistant.units import Seconds

if TYPE_CHECKING:
    from assistant.accompaniment import Accompaniment
    from assistant.clock import Clock
    from assistant.line.keys import Keys
    from assistant.player import Moment
    from assistant.timeline.model import Timeline

LOOK_AGAIN = Seconds(0.5)
"""So often at least one looks at the clock, so that a sleep of the machine is noticed."""

TOO_MUCH = "m"


class LineBreak:
    """One break in plain lines: a line a cue, keys where there is a terminal, sound where it was asked for."""

    def __init__(
        self,
        timeline: Timeline,
        sound: Accompaniment | None,
        *,
        speed: float = 1.0,
        clock: Clock = clock.now,
        out: TextIO | None = None,
        keys: Keys | None = None,
    ) -> None:
        self._timeline = timeline
        self._sound = sound
        self._speed = speed
        self._clock = clock
        self._out = out or sys.stdout
        self._keys = keys or keys_of_terminal()
        self._told: str | None = None
        self.too_much = False
        """Whether it was stopped by the key for that."""

    def run(self) -> Moment:
        """Follow the break to its end, or until it is stopped; the last moment says which."""
        self._line(say.opening(self._timeline))
        player = Player(self._timeline, self._clock(), self._speed)
        moment = player.advance(self._clock())
        if self._sound is not None:
            self._sound.begin(self._timeline)
            self._sound.follow(moment)
        try:
            with self._keys as keys:
                return self._follow(player, moment, keys)
        finally:
            if self._sound is not None:
                self._sound.close()

    def _follow(self, player: Player, moment: Moment, keys: Keys) -> Moment:
        cues = self._timeline.cues
        shown = -1
        while True:
            if moment.index != shown and not moment.state.is_over:
                self._line(say.cue_line(moment.cue, cues[shown] if shown >= 0 else None))
                shown = moment.index
            if moment.state.is_over:
                return moment
            self._tell_trouble()
            key = keys.wait(self._pause_until_next(player, moment))
            before = moment
            moment = self._press(key, player) if key else player.advance(self._clock())
            if keys.returned:
                keys.returned = False
                moment = player.interrupt(self._clock())
            self._tell(before, moment, jumped=key == "n")

    def _pause_until_next(self, player: Player, moment: Moment) -> Seconds:
        if moment.state.waits:
            return LOOK_AGAIN
        return min(LOOK_AGAIN, player.seconds_until(moment.cue.end))

    def _press(self, key: str, player: Player) -> Moment:
        now = self._clock()
        if key in {" ", "\r", "\n"}:
            return player.toggle(now)
        if key == "n":
            return player.skip(now)
        if key in {"q", "\x1b", "\x03", "\x04", TOO_MUCH}:
            self.too_much = key == TOO_MUCH
            return player.stop(now)
        if key == "v" and self._sound is not None:
            self._sound.next(player.advance(now))
            self._line(say.sound_line(self._sound.mode))
        elif key == "?":
            for line in (say.key_line(), *say.help_lines()):
                self._line(line)
            return player.interrupt(now)
        return player.advance(now)

    def _tell(self, before: Moment, moment: Moment, *, jumped: bool) -> None:
        if self._sound is not None:
            self._sound.follow(moment, jumped=jumped)
        if moment.state is before.state or self.too_much:
            return
        line = _("We go on.") if moment.state is State.RUNNING else say.state_line(moment)
        if line is not None:
            self._line(line)

    def _tell_trouble(self) -> None:
        line = self._sound.trouble if self._sound is not None else None
        if line is not None and line != self._told:
            self._told = line
            self._line(line)

    def _line(self, text: str) -> None:
        # Whether anybody can read it or not, the break goes on.
        with contextlib.suppress(OSError, AttributeError):
            self._out.write(text + "\n")
            self._out.flush()
