"""Run a break in plain lines."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from assistant import clock, paths
from assistant.answers import Answering, Became
from assistant.i18n import _
from assistant.keys import CUTS, Act, act, here, sound_words
from assistant.line import say
from assistant.line.keys import keys_of_terminal
from assistant.line.telling import Written
from assistant.sitting import Sitting
from assistant.timeline.closing import closing
from assistant.units import Seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.accompaniment import Accompaniment
    from assistant.clock import Clock
    from assistant.line.keys import Keys
    from assistant.line.telling import Tells
    from assistant.player import Moment
    from assistant.sitting import Closes, Leads
    from assistant.timeline.model import Choice, Cue, Timeline

    TellsNotes = Callable[[Moment, Timeline], object]
    """Tells the notes of a leader of a moment, and in which timeline it lies."""

LOOK_AGAIN = Seconds(0.5)
"""So often at least one looks at the clock, so that a sleep of the machine is noticed."""


class LineBreak:
    """One break in plain lines: a line a cue, keys where there is a terminal, sound where it was asked for."""

    def __init__(
        self,
        timeline: Timeline,
        sound: Accompaniment | None,
        leads: Leads,
        *,
        speed: float = 1.0,
        clock: Clock = clock.now,
        began: Seconds | None = None,
        tells: Tells | None = None,
        keys: Keys | None = None,
    ) -> None:
        """``began`` is what the clock showed when the break began, where that has been."""
        self._timeline = timeline
        self._sound = sound
        self._leads = leads
        self._speed = speed
        self._clock = clock
        self._began = began
        self.fitted = False
        """Whether it fits a gap, so that the space bar ends it when somebody comes early."""
        self.early: Callable[[], object] = lambda: None
        """Told when somebody comes early."""
        self.closes: Closes = closing
        """How it ends when somebody comes early."""
        self.picture: Sequence[str] = ()
        """What a picture on the full screen shows, in words; told after the title."""
        self.tells_notes: TellsNotes = lambda *_: None
        """Called with each moment that is looked at."""
        self._tells = tells or Written()
        self._keys = keys or keys_of_terminal()
        self._answering = Answering()
        self._shown: Cue | None = None
        self._keys_told = {""}
        """Keys of certain steps are told of once."""
        self._told: str | None = None
        self.too_much = False
        """Whether it was stopped by the key for that."""

    def run(self) -> Moment:
        """Follow the break to its end, or until it is stopped; the last moment says which."""
        self._sitting = Sitting(self._timeline, self._began or self._clock(), self._leads, self._speed, self.closes)
        try:
            with self._keys:
                return self._follow()
        finally:
            if self._sound is not None:
                self._sound.close()

    @property
    def ran(self) -> Seconds:
        """Seconds that it has run, without those that it waited."""
        return self._sitting.ran

    def _follow(self) -> Moment:
        sitting, moment = self._sitting, self._sitting.advance(self._clock())
        self._begin(moment)
        for line in self.picture:
            self._tells.line(line)
        while True:
            if moment.cue is not self._shown and not moment.state.is_over:
                self._show(moment)
            if moment.state.is_over:
                return moment
            self._tell_trouble()
            key = self._keys.wait(self._pause_until_next(moment))
            before = moment
            what = act(key, moment, fitted=self.fitted) if key else None
            if what is not None and key is not None:
                self._tells.pressed()
                self._do(what, key, moment)
            moment = sitting.advance(self._clock())
            if self._keys.returned:
                self._keys.returned = False
                moment = sitting.player.hold(self._clock())
            if sitting.timeline is not self._timeline and not moment.state.is_over:
                self._begin(moment)
            # What comes then says enough.
            self._tell(moment if what is Act.EARLY else before, moment, jumped=what in CUTS)

    def _begin(self, moment: Moment) -> None:
        """Begin, or go on with, the break that is followed now. Nothing of it has been shown."""
        self._timeline, self._shown = self._sitting.timeline, None
        if not self._sitting.is_closing:
            self._tells.opening(self._timeline)
        if self._sound is not None:
            self._sound.begin(self._timeline)
        self._others_follow(moment)

    def _show(self, moment: Moment) -> None:
        before, self._shown = self._shown, moment.cue
        self._tells.cue(moment.cue, before)
        if before is None or before.step != moment.cue.step:
            keys = say.listed(here(moment, answered=False, fitted=self.fitted)) if self._keys.listens else ""
            if keys not in self._keys_told:
                self._keys_told.add(keys)
                self._tells.keys(keys)

    def _pause_until_next(self, moment: Moment) -> Seconds:
        if moment.state.waits:
            return LOOK_AGAIN
        return min(LOOK_AGAIN, self._sitting.player.seconds_until(moment.cue.end))

    # What keys do

    def _do(self, what: Act, key: str, moment: Moment) -> None:
        player, now = self._sitting.player, self._clock()
        if what is Act.PAUSE:
            player.toggle(now)
        elif what is Act.EARLY:
            self._sitting.early(now)
            self.early()
        elif what is Act.NEXT:
            player.skip(now)
        elif what in {Act.STOP, Act.TOO_MUCH}:
            self.too_much = what is Act.TOO_MUCH
            player.stop(now)
        elif what is Act.HELP:
            self._help()
        elif what is Act.SOUND and self._sound is not None and not self._tells.aloud:
            self._sound.next(player.advance(now))
            self._tells.line(sound_words(self._sound.mode))
        else:
            self._do_here(what, key, moment)

    def _do_here(self, what: Act, key: str, moment: Moment) -> None:
        """What keys do only at certain steps."""
        player, now = self._sitting.player, self._clock()
        if what is Act.MARK:
            self._tells.line(str(player.mark(now).marks))
        elif what is Act.SWAP:
            self._say(player.swap(now).words)
        elif what is Act.CHOOSE:
            self._choose(moment.choices[int(key) - 1])
        elif what is Act.WRITE:
            self._write(moment)
        elif what is Act.KEEP:
            self._keep(moment)

    def _write(self, moment: Moment) -> None:
        self._others_follow(self._sitting.player.write(self._clock()))
        self._tells.line(_("The clock waits while you write. Enter ends it. No names or stories here."))
        self._answering.wrote(self._keys.line(), self._timeline.script, moment)
        if moment.cue.may_keep and self._answering.became(self._timeline.script, moment):
            self._tells.line(_("Nothing has been kept. k keeps it."))
        self._sitting.player.written(self._clock())

    def _keep(self, moment: Moment) -> None:
        if self._answering.became(self._timeline.script, moment) in {None, Became.KEPT}:
            return
        self._answering.keep(self._timeline.title, dt.datetime.now().astimezone())
        if self._answering.became(self._timeline.script, moment) is Became.KEPT:
            self._tells.line(_("Kept. “mellomrom kept” shows it."))
        else:
            self._tells.line(_("It could not be kept; see whether {file} can be written.").format(file=paths.answers()))

    def _choose(self, choice: Choice) -> None:
        self._tells.line(choice.words)
        self._sitting.choose(choice, self._clock())
        if choice.reply:
            self._say(choice.reply)
        if choice.then == "help":
            self._help()

    def _say(self, words: str) -> None:
        self._tells.line(words)
        if self._sound is not None and not self._tells.aloud:
            self._sound.say(words)

    def _help(self) -> None:
        for line in (say.key_line(fitted=self.fitted, aloud=self._tells.aloud), *say.help_lines()):
            self._tells.line(line)
        self._sitting.player.hold(self._clock())

    # What is told of it

    def _tell(self, before: Moment, moment: Moment, *, jumped: bool) -> None:
        self._others_follow(moment, jumped=jumped)
        if moment.state is not before.state and not self.too_much:
            self._tells.turned(moment)

    def _others_follow(self, moment: Moment, *, jumped: bool = False) -> None:
        """The sound, and the notes of a leader."""
        if self._sound is not None:
            self._sound.follow(moment, jumped=jumped)
        self.tells_notes(moment, self._sitting.timeline)

    def _tell_trouble(self) -> None:
        line = self._sound.trouble if self._sound is not None else None
        if line is not None and line != self._told:
            self._told = line
            self._tells.line(line)
