"""One sitting: a break, and the breaks that a choice in it leads into and back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.player import Moment, Player, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.timeline.model import Choice, Timeline
    from assistant.units import Ms, Seconds

    Leads = Callable[[str, Ms | None], Timeline | None]
    """The timeline of the script of that id, of that length or its usual one; nothing where there is none."""


class Sitting:
    """Has one player at a time. What a choice leads into is run first; then the break that was left goes on."""

    def __init__(self, timeline: Timeline, now: Seconds, leads: Leads, speed: float = 1.0) -> None:
        self.player = Player(timeline, now, speed)
        self._leads = leads
        self._left: list[tuple[Player, bool]] = []
        """The players of breaks that wait, the last one left at the end, and whether they end when it is their turn."""

    @property
    def timeline(self) -> Timeline:
        """What is followed now."""
        return self.player.timeline

    def advance(self, now: Seconds) -> Moment:
        """The moment at ``now``. Where a break is over that another led into, that one goes on."""
        moment = self.player.advance(now)
        while moment.state is State.FINISHED and self._left:
            self.player, ends = self._left.pop()
            self.player.toggle(now)
            moment = self.player.finish(now) if ends else self.player.skip(now)
        return moment

    def choose(self, choice: Choice, now: Seconds) -> Moment:
        """Do what ``choice`` says. The help page, where that is what it says, is for whoever asked to show."""
        if self.player.advance(now).state.waits:
            self.player.toggle(now)
        ends = choice.then == "end"
        ahead = self._ahead(choice)
        if ahead is not None and choice.script is not None:
            self.player.hold(now, State.PAUSED)
            self._left.append((self.player, ends))
            self.player = Player(ahead, now, self.player.speed)
        elif ahead is not None:
            self.player = self._at_the_same_step(ahead, now)
        elif ends:
            self.player.finish(now)
        elif choice.reply:
            self.player.reply(choice, now)
        else:
            self.player.skip(now)
        return self.advance(now)

    def _ahead(self, choice: Choice) -> Timeline | None:
        """What is to be followed from now on, where it is something else."""
        if choice.script is not None:
            return self._leads(choice.script, None)
        if choice.length is not None and choice.length != self.timeline.length:
            return self._leads(self.timeline.script, choice.length)
        return None

    def _at_the_same_step(self, timeline: Timeline, now: Seconds) -> Player:
        """The break at another length, from the step after this one on."""
        step = self.player.advance(now).cue.step
        later = next((cue.at for cue in timeline.cues if cue.step > step), timeline.length)
        return Player(timeline, now, self.player.speed, later)
