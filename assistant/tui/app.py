"""The app: which screen is up, and what the user has chosen."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from textual import constants
from textual.app import App
from textual.filter import NoColor

from assistant import clock as clocks
from assistant import i18n, settings
from assistant.picture.hour import hour_of
from assistant.preparing import compose_for, leading
from assistant.settings import Sound, Theme
from assistant.shelf import TOO_MUCH
from assistant.timeline.compose import LengthRefused
from assistant.tui.themes import themes
from assistant.units import ms

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.screen import Screen

    from assistant.accompaniment import Accompaniment
    from assistant.clock import Clock
    from assistant.script.model import Script
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


class Mellomrom(App[None]):
    """Mellomrom on the full screen. With ``start`` it runs that break and leaves; without, it is at home."""

    ENABLE_COMMAND_PALETTE = False
    INLINE_PADDING = 0
    CSS_PATH = "style.tcss"

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
        self.chosen = chosen
        self.sound = sound
        """What is heard; nothing can be where a break is run faster."""
        self.speed = speed
        self.clock = clock
        self.leads = leading(shelf, chosen, self._mode, people)
        """What a choice in a break leads into."""
        self.hour = hour_of(self.now().time())
        self.discreet = discreet
        """Whether it is to be some quiet lines under the prompt, and not the full screen."""
        self.moving = chosen.motion and self.animation_level != "none" and not discreet
        self._start = start
        self.began: Seconds | None = None
        """What the clock showed when the break that it starts with began; else that begins with its screen."""
        self._leaves_after_help = False
        for theme in themes():
            self.register_theme(theme)
        # Set before anything is drawn, so nothing needs to be drawn again.
        self.set_reactive(App.theme, chosen.theme.value)
        self.stylesheet.set_variables(self.get_css_variables())

    def now(self) -> dt.datetime:
        """What the clock on the wall shows."""
        return dt.datetime.now().astimezone()

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return self._home() if self._start is None else self._break(self._start, began=self.began)

    def on_mount(self) -> None:
        """Be ready to be ended from outside."""
        if sys.platform != "win32":
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)
            if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
                signal.signal(signal.SIGHUP, self._hang_up)
        self.app_resume_signal.subscribe(self, self._after_a_stop)
        if self._start is None and not self.chosen.welcomed:
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

    # Which screen is up. Each is read when it is wanted.

    def _home(self) -> Screen[None]:
        from assistant.tui.screens.home_screen import HomeScreen

        return HomeScreen(self.shelf)

    def _break(self, timeline: Timeline, *, began: Seconds | None = None, help_after: bool = False) -> Screen[None]:
        if self.discreet:
            from assistant.tui.screens.discreet_screen import DiscreetScreen

            return DiscreetScreen(timeline, began, help_after=help_after)
        from assistant.tui.screens.break_screen import BreakScreen

        return BreakScreen(timeline, began, help_after=help_after)

    def _help(self) -> Screen[None]:
        from assistant.tui.screens.help_screen import HelpScreen

        return HelpScreen()

    def start(self, script: Script) -> str | None:
        """Run a break, and come home after it. Where it cannot be run, one plain line why not."""
        try:
            timeline = self._compose(script)
        except LengthRefused as refused:
            return refused.line(script.title.of(i18n.language()), ms(script.lengths.usual))
        self.push_screen(self._break(timeline))
        return None

    def start_calm(self) -> None:
        """Look around, and read the help page after it."""
        self.push_screen(self._break(self.calm(), help_after=True))

    def calm(self) -> Timeline:
        """What is run when it is too much."""
        return self._compose(self.shelf.by_id[TOO_MUCH])

    def _compose(self, script: Script) -> Timeline:
        return compose_for(script, i18n.language(), None, self.chosen, self._mode())

    def _mode(self) -> Sound:
        return self.sound.mode if self.sound is not None else Sound.SILENT

    def leave_break(self) -> None:
        """Go where a break came from: home, or the shell."""
        if self._start is not None:
            self.exit()
        else:
            self.pop_screen()

    def help_then_leave(self) -> None:
        """The help page in the place of a break that is over."""
        if self._start is not None:
            self._leaves_after_help = True
            self.push_screen(self._help())
        else:
            self.switch_screen(self._help())

    def action_read(self) -> None:
        """Choose an article."""
        from assistant.tui.screens.reading_screen import ReadingScreen

        self.push_screen(ReadingScreen())

    def action_help(self) -> None:
        """Read the help page."""
        self.push_screen(self._help())

    def action_leave_help(self) -> None:
        """Go where the help page was asked for; after a break that the shell started, that is the shell."""
        if self._leaves_after_help:
            self.exit()
        else:
            self.pop_screen()

    def action_light(self) -> None:
        """Dark or light, remembered."""
        other = Theme.LIGHT if self.theme == Theme.DARK.value else Theme.DARK
        self.theme = other.value
        settings.remember_soon({"theme": other.value})

    def _after_a_stop(self, _app: App[None]) -> None:
        from assistant.tui.screens.break_screen import BreakScreen

        if isinstance(self.screen, BreakScreen):
            self.screen.wait()
