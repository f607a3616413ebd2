"""A break on the full screen: it shows the moments of a player, and hands keys to it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen

from assistant.duration import clock_face
from assistant.help import page
from assistant.i18n import _
from assistant.line.say import sound_line
from assistant.player import Player, State
from assistant.shelf import TOO_MUCH
from assistant.timeline.model import Kind
from assistant.tui.layout import LOW, STRIP, centre, room_size
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.progress import ProgressLine
from assistant.tui.widgets.room import Room
from assistant.tui.widgets.words import Line, Words
from assistant.units import MS_PER_SECOND, Seconds

if TYPE_CHECKING:
    from asyncio import TimerHandle

    from textual.app import ComposeResult
    from textual.events import Resize, ScreenResume
    from textual.geometry import Size

    from assistant.player import Moment
    from assistant.timeline.model import Timeline
    from assistant.tui.app import Mellomrom

PICTURE_EVERY = Seconds(0.08)
"""12.5 looks a second while the sun moves with the breath."""

SLOW_PICTURE_EVERY = Seconds(0.25)
"""In silence it moves slowly."""

ROWS_OF_WORDS = 11
"""Header, words, hint, progress, keys, and the space between them."""


class BreakScreen(Screen[None]):
    """Follows one timeline after another: the one that was chosen, and the calm one when it is too much."""

    app: Mellomrom

    BINDINGS = [
        Binding("space,enter", "pause", show=False),
        Binding("n", "skip", show=False),
        Binding("v", "sound", show=False),
        Binding("m", "too_much", show=False),
        Binding("q,escape,ctrl+c", "stop", show=False, priority=True),
        Binding("t", "app.light", show=False),
        Binding("question_mark", "help", show=False),
    ]

    def __init__(self, timeline: Timeline, *, help_after: bool = False) -> None:
        super().__init__()
        self._timeline = timeline
        self._help_after = help_after
        self._player: Player | None = None
        self._alarm: TimerHandle | None = None
        self._has_left = False
        self._fitted: Size | None = None

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        with Horizontal(id="top"):
            yield Line("title")
            yield Line("left")
        yield Room(hour=self.app.hour)
        yield Words()
        yield ProgressLine()
        yield Line("note")
        yield KeyLine()

    def on_mount(self) -> None:
        """The break begins when its screen is there; nothing is asked before it."""
        if not self._is_there:
            return
        self._fit(self.app.size)
        self.query_one(Room).moving = self.app.moving
        self._begin(self._timeline)

    def on_resize(self, event: Resize) -> None:
        """Give the picture what the words leave."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        if size == self._fitted or not self._is_there:
            return
        self._fitted = size
        low = size.height < LOW
        width, height = room_size(size.width, size.height, ROWS_OF_WORDS)
        centre(self.query_one(Room), size.width, width, height, below=not low)
        centre(self.query_one(ProgressLine), size.width, max(width, min(size.width - 4, STRIP[0])), 1, above=not low)
        self.set_class(low, "-low")

    @property
    def _is_there(self) -> bool:
        """Whether there is something to show and somebody to show it to: a quick key may end what has hardly begun."""
        return not self._has_left and bool(self.query(Room))

    def _begin(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.query_one("#title", Line).show(timeline.title)
        self._player = Player(timeline, self.app.clock(), self.app.speed)
        if self.app.sound is not None:
            self.app.sound.begin(timeline)
        self.look()

    # What time does

    def look(self) -> None:
        """See where one is, show it, and look again when something will have changed."""
        if self._player is None or not self._is_there:
            return
        moment = self._player.advance(self.app.clock())
        self._show(moment)
        if not moment.state.is_over:
            self._look_in(self._until_next_look(self._player, moment))

    def _look_in(self, seconds: float) -> None:
        """Look again once, and not when it was meant to before. A timer of Textual's would cost a task every time."""
        self._look_no_more()
        self._alarm = asyncio.get_running_loop().call_later(seconds, self.call_later, self.look)

    def _look_no_more(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()

    def _until_next_look(self, player: Player, moment: Moment) -> float:
        if moment.state.waits:
            return 0.5
        second = (moment.remaining % MS_PER_SECOND or MS_PER_SECOND) / MS_PER_SECOND / self.app.speed
        due = min(player.seconds_until(moment.cue.end), second)
        if self.app.moving and moment.cue.kind.is_breath:
            due = min(due, PICTURE_EVERY)
        elif self.app.moving and moment.cue.kind is Kind.QUIET:
            due = min(due, SLOW_PICTURE_EVERY)
        return max(due, 0.001)

    def _show(self, moment: Moment) -> None:
        sound = self.app.sound
        if sound is not None:
            sound.follow(moment)
        if moment.state.is_over:
            self._leave()
            return
        self.query_one(Room).show(moment.fullness, door_open=not moment.cue.door_closed)
        self.query_one(Words).show(moment.cue.words, self._hint(moment))
        self.query_one(ProgressLine).show(moment.progress)
        left = clock_face(moment.remaining) if self.app.chosen.time_left else ""
        self.query_one("#left", Line).show(left)
        self.query_one("#note", Line).show((sound and sound.trouble) or "")
        self.query_one(KeyLine).show(self._keys(moment))

    def _hint(self, moment: Moment) -> str:
        if moment.state is State.PAUSED:
            return _("paused – space goes on")
        if moment.state is State.INTERRUPTED:
            return _("the break has waited – space goes on, q stops")
        return moment.cue.hint

    def _keys(self, moment: Moment) -> list[tuple[str, str]]:
        sound = self.app.sound
        return [
            (page.space(), _("go on") if moment.state.waits else _("pause")),
            ("n", _("next")),
            *([("v", sound_line(sound.mode).lower())] if sound is not None else []),
            ("m", _("too much")),
            ("q", _("stop")),
            ("?", _("help")),
        ]

    def _leave(self) -> None:
        self._look_no_more()
        self._has_left = True
        if self._help_after:
            self.app.help_then_leave()
        else:
            self.app.leave_break()

    # What keys do

    def action_pause(self) -> None:
        """Pause, or go on."""
        if self._player is not None:
            self._player.toggle(self.app.clock())
            self.look()

    def action_skip(self) -> None:
        """Go on to the next step."""
        if self._player is not None:
            moment = self._player.skip(self.app.clock())
            if self.app.sound is not None:
                self.app.sound.follow(moment, jumped=True)
            self.look()

    def action_stop(self) -> None:
        """End here, without a question; also before it has begun."""
        if self._player is not None:
            self._player.stop(self.app.clock())
            self.look()
        else:
            self._leave()

    def action_sound(self) -> None:
        """Silent, bell, voice."""
        if self.app.sound is not None and self._player is not None:
            self.app.sound.next(self._player.advance(self.app.clock()))
            self.look()

    def action_too_much(self) -> None:
        """To looking around, at once; then to the help page. Once more: to the help page."""
        if self._timeline.script == TOO_MUCH:
            self.action_stop()
        elif self._player is not None:
            self._help_after = True
            self._begin(self.app.calm())

    def action_help(self) -> None:
        """The break waits while one reads."""
        self.wait()
        self.app.action_help()

    def on_screen_resume(self, event: ScreenResume) -> None:  # noqa: ARG002 - Textual's signature
        """After help, a change of light or a sleep: what is shown is true again."""
        self.look()

    def wait(self) -> None:
        """The machine or the programme was stopped for a while: the break waits, and says so."""
        if self._player is not None:
            self._player.interrupt(self.app.clock())
            self.look()
