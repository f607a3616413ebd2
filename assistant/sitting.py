"""One sitting: a break, and the breaks that a choice in it leads into and back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.player import Moment, Player, State
from assistant.timeline.closing import LONGEST, closing
from assistant.timeline.model import Kind
from assistant.units import Seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.timeline.model import Choice, Timeline
    from assistant.units import Ms

    Leads = Callable[[str, Ms | None], Timeline | None]
    """The timeline of the script of that id, of that length or its usual one; nothing where there is none."""

    Closes = Callable[[Timeline], Timeline]
    """What is followed in the place of a timeline that has to end now."""


class Sitting:
    """Has one player at a time. What a choice leads into is run first; then the break that was left goes on."""

    def __init__(
        self, timeline: Timeline, now: Seconds, leads: Leads, speed: float = 1.0, closes: Closes = closing
    ) -> None:
        self.player = Player(timeline, now, speed)
        self._players = [self.player]
        """All that have been followed, each once."""
        self._leads = leads
        self._closes = closes
        self.is_closing = False
        """Whether it has been ended early, and only the last words are still to come."""
        self._left: list[tuple[Player, bool]] = []
        """The players of breaks that wait, the last one left at the end, and whether they end when it is their turn."""

    @property
    def timeline(self) -> Timeline:
        """What is followed now."""
        return self.player.timeline

    @property
    def ran(self) -> Seconds:
        """Seconds of the clock that its breaks ran. Not counted: time paused, asleep or spent writing."""
        return Seconds(sum(player.ran for player in self._players))

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
        self.is_closing = False
        ends = choice.then == "end"
        ahead = self._ahead(choice)
        if ahead is not None and choice.script is not None:
            self.player.hold(now, State.PAUSED)
            self._left.append((self.player, ends))
            self._follow(Player(ahead, now, self.player.speed))
        elif ahead is not None:
            self._follow(self._at_the_same_step(ahead, now))
        elif ends:
            self.player.finish(now)
        elif choice.reply:
            self.player.reply(choice, now)
        else:
            self.player.skip(now)
        return self.advance(now)

    def early(self, now: Seconds) -> Moment:
        """End gently: on to the last words, and nothing that was left goes on after them. Once more ends at once.

        Who is in the last words already hears them out, to the end of the break where that is near.
        """
        moment = self.advance(now)
        if moment.state.is_over:
            return moment
        self._left.clear()
        last = self._closes(self.timeline)
        in_them = moment.cue.kind is Kind.SAY and moment.words.endswith(last.cues[0].words)
        is_near = moment.remaining <= (LONGEST if in_them else last.length)
        if self.is_closing or (in_them and not is_near and _heard(moment, last)):
            return self.player.finish(now)
        self.is_closing = True
        if not is_near:
            self._follow(Player(last, now, self.player.speed))
        elif moment.state.waits:
            self.player.toggle(now)
        return self.advance(now)

    def _follow(self, player: Player) -> None:
        self.player = player
        self._players.append(player)

    def _ahead(self, choice: Choice) -> Timeline | None:
        """What is to be followed from now on, where it is something else."""
        if choice.script is not None:
            return self._leads(choice.script, None)
        if choice.length is not None and choice.length != self.timeline.asked:
            return self._leads(self.timeline.script, choice.length)
        return None

    def _at_the_same_step(self, timeline: Timeline, now: Seconds) -> Player:
        """The break at another length, from the step after this one on."""
        step = self.player.advance(now).cue.step
        later = next((cue.at for cue in timeline.cues if cue.step > step), timeline.length)
        return Player(timeline, now, self.player.speed, later)


def _heard(moment: Moment, last: Timeline) -> bool:
    """Whether the words at ``moment``, which ``last`` ends with, have had their time."""
    words = last.cues[0]
    needs = last.length if words.words == moment.words else LONGEST
    return moment.position >= moment.cue.voice_at + needs - words.voice_at
