"""Home: the room, and what there is to choose, horizon by horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import Screen

from assistant import i18n
from assistant.duration import clock_face
from assistant.help import page
from assistant.horizon import horizons, suits
from assistant.i18n import _
from assistant.keys import sound_words
from assistant.timeline.breath import STILL
from assistant.tui.layout import LOW, STRIP, centre, room_size
from assistant.tui.widgets.choices import Choices
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.room import Room
from assistant.tui.widgets.words import Line
from assistant.units import ms

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.geometry import Size

    from assistant.script.model import Script
    from assistant.shelf import Shelf
    from assistant.tui.app import Mellomrom

ROWS_BESIDE_THE_LIST = 10
"""Horizon, keys, about, and the space between."""

ROWS_BELOW_THE_LIST = 5
"""At least: the horizon, what a break is, and the keys."""

ROWS_OF_THE_UNREAD = 2
"""Where some break could not be read: as many as the line about it needs on a narrow screen."""

WIDTH_OF_THE_LIST = 48


class HomeScreen(Screen[None]):
    """One key starts what suits the hour; the arrows choose another, on this horizon or the next."""

    app: Mellomrom

    BINDINGS = [
        Binding("space,enter", "start", show=False, priority=True),
        Binding("left,h", "turn(-1)", show=False),
        Binding("right,l", "turn(1)", show=False),
        Binding("r", "app.read", show=False),
        Binding("v", "sound", show=False),
        Binding("m", "app.too_much", show=False),
        Binding("d", "app.day", show=False),
        Binding("s", "app.settings", show=False),
        Binding("t", "app.light", show=False),
        Binding("q,escape,ctrl+c", "app.leave", show=False, priority=True),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._horizons = horizons(shelf)
        self._unread = len(shelf.problems)
        self._offered, self._why = suits(shelf, self.app.now().time())
        self._at = next(at for at, horizon in enumerate(self._horizons) if self._offered in horizon.scripts)
        self._fitted: Size | None = None
        self._speaks = i18n.language()

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield Room(hour=self.app.hour)
        yield Line("horizon")
        yield Choices(self._entries())
        yield Line("why")
        yield Line("about")
        if self._unread:
            yield Line("unread")
        yield KeyLine()

    def on_mount(self) -> None:
        """What suits the hour is chosen already."""
        self.query_one(Room).show(STILL, door_open=True)
        self._show_horizon()
        self.query_one(Choices).focus()
        self._show_unread()
        self._show_keys()

    def on_screen_resume(self) -> None:
        """A break may be begun soon; and after the settings it may speak another language."""
        if self.app.sound is not None:
            self.app.sound.warm()
        if self._speaks is not i18n.language():
            self._speaks = i18n.language()
            self._why = suits(self.app.shelf, self.app.now().time())[1]
            self._show_horizon()
            self._show_unread()
            self._show_keys()

    def on_resize(self, event: Resize) -> None:
        """Give the picture what the list leaves."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        if size == self._fitted or not self.query(Room):
            return
        self._fitted = size
        low = size.height < LOW
        unread = ROWS_OF_THE_UNREAD if self._unread else 0
        # Room for the longest list, so that nothing moves when one goes from one horizon to the next.
        rows = max(len(horizon.scripts) for horizon in self._horizons)
        width, height = room_size(size.width, size.height, ROWS_BESIDE_THE_LIST + unread + rows)
        # The list needs every row of a small screen, so there is no strip here.
        centre(self.query_one(Room), size.width, width, height if height > STRIP[1] else 0, below=not low)
        rows = min(rows, max(1, size.height - ROWS_BELOW_THE_LIST - unread))
        centre(self.query_one(Choices), size.width, min(size.width, WIDTH_OF_THE_LIST), rows)
        self.set_class(low, "-low")
        if low:  # the style that comes with it can change how high the text is after it was laid
            self.call_after_refresh(self.query_one("#about").refresh, layout=True)

    def on_choices_changed(self) -> None:
        """Say what the chosen one is; of what suits the hour also why."""
        self.query_one("#about", Line).show(self._chosen.about.of(i18n.language()))
        self.query_one("#why", Line).show(self._why if self._chosen is self._offered else "")

    def on_choices_taken(self) -> None:
        """A click starts a break as well."""
        self.action_start()

    def action_start(self) -> None:
        """Start the chosen break."""
        why_not = self.app.start(self._chosen)
        if why_not is not None:
            self.query_one("#about", Line).show(why_not)

    def action_turn(self, horizons_on: int) -> None:
        """To the next horizon, or to the one before; after the last comes the first."""
        self._at = (self._at + horizons_on) % len(self._horizons)
        self._show_horizon()

    def action_sound(self) -> None:
        """Silent, bell, voice."""
        if self.app.sound is not None:
            self.app.sound.next(None)
            self.app.sound.warm()
            self._show_keys()

    @property
    def _chosen(self) -> Script:
        return self._horizons[self._at].scripts[self.query_one(Choices).chosen]

    def _show_horizon(self) -> None:
        horizon = self._horizons[self._at]
        self.query_one("#horizon", Line).show(f"‹  {horizon.name}  ›")
        first = horizon.scripts.index(self._offered) if self._offered in horizon.scripts else 0
        self.query_one(Choices).offer(self._entries(), first)

    def _entries(self) -> list[tuple[str, str]]:
        speaking = i18n.language()
        return [
            (script.title.of(speaking), clock_face(ms(script.lengths.usual)))
            for script in self._horizons[self._at].scripts
        ]

    def _show_unread(self) -> None:
        """Say that some breaks are missing here, where some are."""
        for line in self.query("#unread").results(Line):
            one = _("1 break could not be read; “mellomrom list” says why")
            more = _("{count} breaks could not be read; “mellomrom list” says why")
            line.show(one if self._unread == 1 else more.format(count=self._unread))

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show(
            (
                (page.space(), _("start")),
                ("↑ ↓", _("choose")),
                ("← →", _("horizon")),
                *([("v", sound_words(self.app.sound.mode).lower())] if self.app.sound is not None else []),
                ("d", _("the day")),
                ("r", _("read")),
                ("s", _("settings")),
                ("m", _("too much")),
                ("t", _("light or dark")),
                ("q", _("leave")),
                ("?", _("help")),
            ),
            ("t", "v", "s", "r", "d", "?", "↑ ↓"),
        )
