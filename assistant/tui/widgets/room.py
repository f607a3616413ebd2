"""The room on the screen. It is told how full the breath is, and sends only the cells that changed."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from assistant.picture.hour import Hour
from assistant.picture.layer import LEVELS
from assistant.picture.lineart import LineArt
from assistant.picture.paint import Door, Painter
from assistant.picture.sheet import LINES
from assistant.plainout import can_write
from assistant.settings import Theme
from assistant.tui.widgets.room_film import Film, Pose
from assistant.tui.widgets.room_seam import Seam

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region

STILL = 39
"""The level that the sun keeps where nothing is to move: a little above the middle."""

SEAMS = 3

FEW_COLOURS = {"standard", "windows"}
"""What Rich calls a terminal with 16 colours, too few for a sky."""


class Room(Widget, can_focus=False):
    """A picture of the size that the styles give it; it has no border and no padding.

    ``drawing`` says whether it is a line drawing instead; where it is None, the terminal decides.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Room { layout: horizontal; width: 72; height: 18; }
    """

    hour: reactive[Hour] = reactive(Hour.NOON, init=False)
    """The light of the day."""

    moving: reactive[bool] = reactive(True, init=False)
    """Whether the sun follows the breath; else it stands still. The door moves in any case."""

    def __init__(self, hour: Hour = Hour.NOON, *, drawing: bool | None = None) -> None:
        super().__init__()
        self.set_reactive(Room.hour, hour)
        self._drawing = drawing
        self._fullness = STILL / (LEVELS - 1)
        self._pose = Pose(STILL, Door.AJAR)
        self._film: Film | None = None

    def compose(self) -> ComposeResult:
        """Nothing that is seen."""
        for _ in range(SEAMS):
            yield Seam()

    def on_mount(self) -> None:
        """The picture has the colours of the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._remake())

    def on_resize(self) -> None:
        """The picture has the size of the widget."""
        self._remake()

    def show(self, fullness: float, *, door_open: bool) -> None:
        """Show the sun at a ``fullness`` of 0 to 1, and the door; costs next to nothing where that looks the same."""
        self._fullness = fullness
        level = round(min(1.0, max(0.0, fullness)) * (LEVELS - 1)) if self.moving else STILL
        before, self._pose = self._pose, Pose(level, Door.AJAR if door_open else Door.CLOSED)
        if self._film is not None and self._pose != before:
            regions = self._film.regions(before, self._pose)
            if regions:
                self.refresh(*regions)

    def watch_moving(self) -> None:
        """Stop where it stands still, or go where the breath is."""
        self.show(self._fullness, door_open=self._pose.door is Door.AJAR)

    def watch_hour(self) -> None:
        """Another light."""
        self._remake()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the picture as they are kept; only a line drawing takes its style from the theme."""
        film = self._film
        if film is None or film.is_drawing:
            return super().render_lines(crop)
        strips = film.strips(self._pose)[crop.y : crop.bottom]
        if crop.column_span == (0, self.size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        strips = [] if self._film is None else self._film.strips(self._pose)
        return strips[y] if y < len(strips) else Strip.blank(self.size.width, self.rich_style)

    def _remake(self) -> None:
        """Forget the frames, and cut the rows anew."""
        width, height = self.size
        self._film = None
        if width and height:
            self._film = Film(self._draw(width, height), self.rich_style)
            cuts = pairwise(self._film.cuts[:-1])
            for seam in self.query(Seam):
                left, right = next(cuts, (0, 0))
                seam.styles.width = right - left
        self.refresh()

    def _draw(self, width: int, height: int) -> Painter | LineArt:
        if self._wants_drawing():
            encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
            return LineArt(width, height, ascii_only=not can_write(LINES.disc[0] + LINES.sun, encoding))
        theme = Theme.DARK if self.app.current_theme.dark else Theme.LIGHT
        return Painter(width, height, theme, self.hour)

    def _wants_drawing(self) -> bool:
        if self._drawing is not None:
            return self._drawing
        few = not self.app.is_headless and self.app.console.color_system in FEW_COLOURS
        return few or self.app.no_color
