"""Home: the room, and what there is to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import Screen

from assistant import i18n
from assistant.duration import clock_face
from assistant.help import page
from assistant.i18n import _
from assistant.line.say import sound_line
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

ROWS_BESIDE_THE_LIST = 7
"""Keys, about, and the space between."""

ROWS_BELOW_THE_LIST = 4
"""At least: what a break is, and the keys."""

WIDTH_OF_THE_LIST = 44


class HomeScreen(Screen[None]):
    """One key starts the first break; the arrows choose another."""

    app: Mellomrom

    BINDINGS = [
        Binding("space,enter", "start", show=False, priority=True),
        Binding("v", "sound", show=False),
        Binding("m", "too_much", show=False),
        Binding("t", "app.light", show=False),
        Binding("q,escape,ctrl+c", "app.quit", show=False, priority=True),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._scripts = list(shelf)
        self._fitted: Size | None = None

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield Room(hour=self.app.hour)
        yield Choices([self._entry(script) for script in self._scripts])
        yield Line("about")
        yield KeyLine()

    def on_mount(self) -> None:
        """The first break is chosen already."""
        self._fit(self.app.size)
        self.query_one(Room).show(STILL, door_open=True)
        self.query_one(Choices).focus()
        self.on_choices_changed()
        self._show_keys()

    def on_resize(self, event: Resize) -> None:
        """Give the picture what the list leaves."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        if size == self._fitted or not self.query(Room):
            return
        self._fitted = size
        low = size.height < LOW
        width, height = room_size(size.width, size.height, ROWS_BESIDE_THE_LIST + len(self._scripts))
        # The list needs every row of a small screen, so there is no strip here.
        centre(self.query_one(Room), size.width, width, height if height > STRIP[1] else 0, below=not low)
        rows = min(len(self._scripts), max(1, size.height - ROWS_BELOW_THE_LIST))
        centre(self.query_one(Choices), size.width, min(size.width, WIDTH_OF_THE_LIST), rows)
        self.set_class(low, "-low")

    def on_choices_changed(self) -> None:
        """Say what the chosen one is."""
        self.query_one("#about", Line).show(self._chosen.about.of(i18n.language()))

    def on_choices_taken(self) -> None:
        """A click starts a break as well."""
        self.action_start()

    def action_start(self) -> None:
        """Start the chosen break."""
        why_not = self.app.start(self._chosen)
        if why_not is not None:
            self.query_one("#about", Line).show(why_not)

    def action_sound(self) -> None:
        """Silent, bell, voice."""
        if self.app.sound is not None:
            self.app.sound.next(None)
            self._show_keys()

    def action_too_much(self) -> None:
        """To looking around, at once."""
        self.app.start_calm()

    @property
    def _chosen(self) -> Script:
        return self._scripts[self.query_one(Choices).chosen]

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show(
            (
                (page.space(), _("start")),
                ("↑ ↓", _("choose")),
                *([("v", sound_line(self.app.sound.mode).lower())] if self.app.sound is not None else []),
                ("m", _("too much")),
                ("t", _("light or dark")),
                ("q", _("leave")),
                ("?", _("help")),
            )
        )

    @staticmethod
    def _entry(script: Script) -> tuple[str, str]:
        return script.title.of(i18n.language()), clock_face(ms(script.lengths.usual))
