"""The app: how it begins and ends, and what the user has chosen."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from msgspec import structs
from textual import constants
from textual.app import App
from textual.binding import Binding
from textual.filter import NoColor

from assistant import clock as clocks
from assistant import i18n, settings
from assistant.picture.hour import hour_of
from assistant.preparing import closing_for, leading
from assistant.settings import Theme
from assistant.tui.doors import Doors
from assistant.tui.themes import themes

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver
    from textual.screen import Screen

    from assistant.accompaniment import Accompaniment
    from assistant.clock import Clock
    from assistant.record.ran import Ran
    from assistant.settings import Settings
    from assistant.shelf import Shelf
    from assistant.timeline.model import Timeline
    from assistant.units import Seconds


def _driver() -> type[Driver] | None:
    """Ours, where Textual would choose the one that it is made from."""
    if sys.platform == "win32" or constants.DRIVER is not None:
        return None
    from assistant.tui.driver import PromptDriver

    return PromptDriver


class ScreenFailed(Exception):  # noqa: N818 - it says what happened
    """The full screen failed from within; the terminal is as it was. Its text is what kind of error it was."""


class Mellomrom(Doors):
    """Mellomrom on the full screen. With ``start`` it runs that break and leaves; without, it is at home."""

    ENABLE_COMMAND_PALETTE = False
    INLINE_PADDING = 0
    CSS_PATH = "style.tcss"
    BINDINGS = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(
        self,
        shelf: Shelf,
        chosen: Settings,
        sound: Accompaniment | None,
        *,
        start: Timeline | None = None,
        speed: float = 1.0,
        people: int | None = None,
        discreet: bool = False,
        clock: Clock = clocks.now,
    ) -> None:
        super().__init__(driver_class=_driver())
        if self.no_color:
            # Textual would make greys of our colours; NO_COLOR asks for none.
            self._filters = [NoColor()]
        self.shelf = shelf
        self.sound = sound
        """What is heard; nothing can be where a break is run faster."""
        self.speed = speed
        self.clock = clock
        self._people = people
        self.hour = hour_of(self.now().time())
        self.discreet = discreet
        """Whether it is to be some quiet lines under the prompt, and not the full screen."""
        self._follow(chosen)
        self._start = start
        self.began: Seconds | None = None
        """What the clock showed when the break that it starts with began; else that begins with its screen."""
        self.fitted = False
        """Whether the break that it starts with fits a gap."""
        self.early: Callable[[], object] = lambda: None
        """Told when a break is ended because the next person is here."""
        self.opens: Callable[[Mellomrom], Screen[None]] | None = None
        """What it begins with, where that is neither a break nor home."""
        self.for_guest = False
        """Whether it is shown to somebody else than whose machine it runs on."""
        self.ran: list[Ran] = []
        """The breaks that have been run, for the picture of the day."""
        self.conversations: tuple[tuple[dt.datetime, dt.datetime], ...] = ()
        """Those of today, where a day is open."""
        for theme in themes():
            self.register_theme(theme)
        # Set before anything is drawn, so nothing needs to be drawn again.
        self.set_reactive(App.theme, chosen.theme.value)
        self.stylesheet.set_variables(self.get_css_variables())

    def _follow(self, chosen: Settings) -> None:
        self.chosen = chosen
        self.leads = leading(self.shelf, chosen, self._mode, self._people)
        """What a choice in a break leads into."""
        self.closes = closing_for(chosen, self._mode)
        """How a break ends when somebody comes early."""
        self.moving = chosen.motion and self.animation_level != "none" and not self.discreet

    def apply(self, chosen: Settings) -> None:
        """Go on with ``chosen`` from now on, wherever that can be seen or heard."""
        before = self.chosen
        self._follow(chosen)
        self.theme = chosen.theme.value
        if chosen.language is not before.language:
            i18n.use(chosen.language or i18n.language_of_environment(os.environ))
        if self.sound is not None:
            self.sound.choose(chosen, i18n.language())

    def now(self) -> dt.datetime:
        """What the clock on the wall shows."""
        return dt.datetime.now().astimezone()

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        if self._start is not None:
            return self._break(self._start, began=self.began, fitted=self.fitted)
        return self._home() if self.opens is None else self.opens(self)

    def on_mount(self) -> None:
        """Be ready to be ended from outside."""
        if sys.platform != "win32":
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)
            if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
                signal.signal(signal.SIGHUP, self._hang_up)
        self.app_resume_signal.subscribe(self, self._after_a_stop)
        if self._start is None and self.opens is None and not self.chosen.welcomed:
            from assistant.tui.screens.welcome_screen import WelcomeScreen

            self.push_screen(WelcomeScreen())

    def _hang_up(self, *_: object) -> None:
        """With the terminal gone there is nothing to restore, and what is written to it may never return."""
        if not os.isatty(0):
            os._exit(0)
        asyncio.get_running_loop().call_soon_threadsafe(self.exit)

    def on_ready(self) -> None:
        """The first picture is there. What was read for it stays, so it need not be looked through again."""
        gc.freeze()
        gc.enable()

    def on_unmount(self) -> None:
        """Whatever ended us: nothing goes on sounding."""
        if self.sound is not None:
            self.sound.close()

    def run_to_end(self) -> None:
        """Run until the user leaves. Raises ``ScreenFailed`` where something went wrong inside."""
        self.run(inline=self.discreet)
        if self._exception is not None:
            raise ScreenFailed(type(self._exception).__name__) from self._exception

    def _build_driver(self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None) -> Driver:
        """Ours as well where it is some lines only; Textual chooses its own there."""
        if headless or not inline or sys.platform == "win32":
            return super()._build_driver(headless, inline, mouse, size)
        from assistant.tui.driver import PromptInlineDriver

        self._driver = PromptInlineDriver(self, mouse=mouse, size=size)
        return self._driver

    def _fatal_error(self) -> None:
        """In the place of Textual's, which prints a traceback."""
        self.exit()

    def action_light(self) -> None:
        """Dark or light, remembered."""
        other = Theme.LIGHT if self.theme == Theme.DARK.value else Theme.DARK
        self.theme = other.value
        self.chosen = structs.replace(self.chosen, theme=other)
        settings.remember_soon({"theme": other.value})

    def _after_a_stop(self, _app: App[None]) -> None:
        from assistant.tui.following import Following

        if isinstance(self.screen, Following):
            self.screen.wait()
        # The shell has written over it, or nothing stands there at all.
        self.screen.refresh(repaint=True, layout=True)
