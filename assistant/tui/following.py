"""What every screen that follows a sitting has in common: choices, help, and waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from assistant.sitting import Sitting
    from assistant.timeline.model import Timeline
    from assistant.tui.app import Mellomrom
    from assistant.tui.widgets.options import Options


class Following(Screen[None]):
    """Follows one sitting. What is seen of it, and which keys there are, is for the screens that are made from it."""

    app: Mellomrom
    _sitting: Sitting | None = None
    _timeline: Timeline
    _help_after = False
    """Whether the help page comes after it."""

    def look(self, *, jumped: bool = False) -> None:
        """See where one is, and show it. ``jumped``: by a skip."""
        raise NotImplementedError

    def wait(self) -> None:
        """The machine or the programme was stopped for a while: what runs waits, and says so."""
        if self._sitting is not None:
            self._sitting.player.hold(self.app.clock())
            self.look()

    def on_options_taken(self, taken: Options.Taken) -> None:
        """A click is as good as the digit."""
        self.choose(taken.number)
        self.look(jumped=True)

    def choose(self, number: int) -> None:
        """Do what stands behind that number, where there is something to choose."""
        if self._sitting is None:
            return
        choices = self._sitting.advance(self.app.clock()).choices
        if number > len(choices):
            return
        choice = choices[number - 1]
        after = self._sitting.choose(choice, self.app.clock())
        if choice.reply:
            self.say(choice.reply)
        if choice.then == "help" and after.state.is_over:
            self._help_after = True
        elif choice.then == "help":
            self.action_help()

    def action_help(self) -> None:
        """Help; what runs waits while one reads."""
        if self._sitting is not None:
            self._sitting.player.hold(self.app.clock())
        self.open_help()

    def open_help(self) -> None:
        """The help page over this one."""
        self.app.action_help()

    def say(self, words: str) -> None:
        """Say what a key has put in the place of other words, where the voice speaks."""
        if self.app.sound is not None:
            self.app.sound.say(words)
