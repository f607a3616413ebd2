"""A room that takes one breath, for a test to watch: pose by pose, as fast as they can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

from assistant.picture.hour import Hour
from assistant.tui.widgets.room import Room

if TYPE_CHECKING:
    from textual.app import ComposeResult

UP, DOWN = 50, 75
"""Pictures of 4 s in and 6 s out, 12.5 a second."""

PATH = [step / UP for step in range(UP + 1)] + [1 - step / DOWN for step in range(1, DOWN + 1)]
READY, SET, TOP, DONE = "ready", "set", "top", "done"


class Breath(App[None]):
    """One breath, then it says so and waits."""

    def compose(self) -> ComposeResult:
        """A room, and a line under it."""
        yield Room(Hour.DUSK)
        yield Static(READY)

    def on_mount(self) -> None:
        """Wait for a key."""
        self.steps = iter(PATH)
        self.query_one(Room).show(0, door_open=True)

    def on_key(self) -> None:
        """At the first key all comes to rest, at the second it begins."""
        if self.query_one(Static).content == READY:
            self.query_one(Static).update(SET)
        else:
            self.step()

    def step(self) -> None:
        """The next pose as soon as this one is on the screen, or the end."""
        fullness = next(self.steps, None)
        if fullness is None:
            self.query_one(Static).update(DONE)
        else:
            if fullness == 1:
                self.query_one(Static).update(TOP)
            self.query_one(Room).show(fullness, door_open=True)
            self.call_after_refresh(self.step)


if __name__ == "__main__":
    Breath().run()
