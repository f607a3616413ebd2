"""A break on the full screen: it shows the moments of a sitting, and hands keys to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from assistant.answers import Answering, Became
from assistant.cycle import phases
from assistant.duration import clock_face
from assistant.keys import footer, least_first
from assistant.player import State
from assistant.shelf import TOO_MUCH
from assistant.sitting import Sitting
from assistant.tui.break_hints import hint
from assistant.tui.break_keys import BreakKeys
from assistant.tui.layout import LOW, STRIP, centre, room_size
from assistant.tui.look_again import Alarm, until_next_look
from assistant.tui.widgets.cycle import Cycle
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.progress import ProgressLine
from assistant.tui.widgets.room import Room
from assistant.tui.widgets.top import Top
from assistant.tui.widgets.words import Line, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.events import Resize, ScreenResume
    from textual.geometry import Size

    from assistant.player import Moment
    from assistant.timeline.model import Timeline
    from assistant.units import Seconds

ROWS_OF_WORDS = 11
"""Header, words, hint, progress, keys, and the space between them."""


class BreakScreen(BreakKeys):
    """Follows one timeline after another: the one that was chosen, and the calm one when it is too much."""

    def __init__(
        self, timeline: Timeline, began: Seconds | None = None, *, help_after: bool = False, fitted: bool = False
    ) -> None:
        """``began`` is what the clock showed when the break began; without it, it begins with the screen.

        ``fitted`` says that it is to fill a gap, so that the space bar ends it when somebody comes early.
        """
        super().__init__()
        self._began = began
        self._timeline = timeline
        self._help_after = help_after
        self._fits_a_gap = fitted
        self._sat_down = (timeline.script, self.app.now())
        """The break that the sitting began with, and when."""
        self._answering = Answering()
        self._alarm = Alarm(lambda: self.call_later(self.look))
        self._has_left = False
        self._has_picture = False
        self._fitted: tuple[Size, Timeline] | None = None

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield Top()
        yield from self.picture()
        yield Words()
        yield ProgressLine()
        yield Line("note")
        yield KeyLine()

    def picture(self) -> Iterable[Widget]:
        """What is seen above the words."""
        yield Room(hour=self.app.hour)

    def on_mount(self) -> None:
        """The break has begun with the key that chose it, else it begins now; nothing is asked before it."""
        if not self._is_there:
            return
        for room in self.query(Room):
            room.moving = self.app.moving
        self._sit_down(self._timeline, self._began)

    def on_resize(self, event: Resize) -> None:
        """Give the picture what the words leave."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        if (size, self._timeline) == self._fitted or not self._is_there:
            return
        self._fitted = (size, self._timeline)
        low = size.height < LOW
        # Room for the longest choice from the start, so that the picture does not change its size in a break.
        options = max(len(cue.choices) for cue in self._timeline.cues)
        width, height = room_size(size.width, size.height, ROWS_OF_WORDS + options)
        if low and options:
            height = 0
        for picture in self.query("Room, Cycle").results(Widget):
            centre(picture, size.width, width, height, below=not low)
        centre(self.query_one(ProgressLine), size.width, max(width, min(size.width - 4, STRIP[0])), 1, above=not low)
        self._has_picture = height > 0
        self.set_class(low, "-low")

    @property
    def _is_there(self) -> bool:
        """Whether there is something to show and somebody to show it to: a quick key may end what has hardly begun."""
        return not self._has_left and bool(self.query(Words))

    def _sit_down(self, timeline: Timeline, began: Seconds | None = None) -> None:
        """Begin a sitting with ``timeline``; one that was under way is over."""
        self._note()
        self._sat_down = (timeline.script, self.app.now())
        self._sitting = Sitting(timeline, began or self.app.clock(), self.app.leads, self.app.speed, self.app.closes)
        self._begin(timeline)
        self.look()

    def _begin(self, timeline: Timeline) -> None:
        """What is followed now is ``timeline``."""
        self._timeline = timeline
        self.query_one("#title", Line).show(timeline.title)
        if any(cue.phase is not None for cue in timeline.cues) and self.query(Room) and not self.query(Cycle):
            self.mount(Cycle(phases(self.app.shelf)), before=self.query_one(Words))
            self._fitted = None
        self._fit(self.app.size)
        if self.app.sound is not None:
            self.app.sound.begin(timeline)

    # What time does

    def look(self, *, jumped: bool = False) -> None:
        """See where one is, show it, and look again when something will have changed. ``jumped``: by a skip."""
        if self._sitting is None or not self._is_there:
            return
        moment = self._sitting.advance(self.app.clock())
        if self._sitting.timeline is not self._timeline:
            self._begin(self._sitting.timeline)
        if self.app.sound is not None:
            self.app.sound.follow(moment, jumped=jumped)
        if moment.state.is_over:
            self._leave()
            return
        self._show(moment)
        self._alarm.set(until_next_look(self._sitting.player, moment, moving=self.app.moving))

    def _show(self, moment: Moment) -> None:
        sound, became = self.app.sound, self._answering.became(self._timeline.script, moment)
        self._show_picture(moment)
        self.query_one(Words).show(moment.words, hint(moment, became), moment.choices)
        self.query_one(ProgressLine).show(moment.progress)
        self.query_one("#left", Line).show(clock_face(moment.remaining) if self.app.chosen.time_left else "")
        self.query_one("#note", Line).show((sound and sound.trouble) or "")
        if moment.state is not State.WRITING:
            keys = footer(
                moment,
                sound.mode if sound is not None else None,
                answered=became in {Became.WRITTEN, Became.NOT_KEPT},
                fitted=self._fits_a_gap,
            )
            self.query_one(KeyLine).show(keys, least_first(fitted=self._fits_a_gap))

    def _show_picture(self, moment: Moment) -> None:
        """The room, or the cycle of caring where the script speaks of it."""
        phase = moment.cue.phase
        for room in self.query(Room):
            room.show(moment.fullness, door_open=not moment.cue.door_closed)
            room.display = phase is None and self._has_picture
        for cycle in self.query(Cycle):
            cycle.show(phase or 0)
            cycle.display = phase is not None and self._has_picture

    def _note(self) -> None:
        if self._sitting is not None:
            self.app.has_run(*self._sat_down, self._sitting.ran)

    def _leave(self) -> None:
        self._alarm.cancel()
        self._note()
        self._has_left = True
        if self._help_after:
            self.app.help_then_leave()
        else:
            self.app.leave_break()

    def _too_much(self) -> None:
        """To looking around, at once; then to the help page. Once more: to the help page."""
        self._help_after, self._fits_a_gap = True, False
        if self._timeline.script == TOO_MUCH:
            self.action_stop()
        else:
            self._sit_down(self.app.calm())

    def on_screen_resume(self, event: ScreenResume) -> None:  # noqa: ARG002 - Textual's signature
        """After help, a change of light or a sleep: what is shown is true again."""
        self.look()
