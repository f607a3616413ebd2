"""The ways from one screen to another. Each screen is read when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from assistant import i18n
from assistant.preparing import compose_for
from assistant.settings import Sound
from assistant.shelf import TOO_MUCH
from assistant.timeline.compose import LengthRefused
from assistant.units import ms

if TYPE_CHECKING:
    import datetime as dt

    from textual.screen import Screen

    from assistant.accompaniment import Accompaniment
    from assistant.clock import Clock
    from assistant.record.ran import Ran
    from assistant.script.model import Script
    from assistant.settings import Settings
    from assistant.shelf import Shelf
    from assistant.timeline.model import Timeline
    from assistant.units import Ms, Seconds
    from assistant.workday.workday import Workday


class Doors(App[None]):
    """The half of the app that opens screens and closes them; the other half is what they have in common."""

    shelf: Shelf
    chosen: Settings
    sound: Accompaniment | None
    clock: Clock
    speed: float
    discreet: bool
    for_guest: bool
    ran: list[Ran]
    conversations: tuple[tuple[dt.datetime, dt.datetime], ...]
    _start: Timeline | None
    _leaves_after_help = False

    def _mode(self) -> Sound:
        return self.sound.mode if self.sound is not None else Sound.SILENT

    def _home(self) -> Screen[None]:
        from assistant.tui.screens.home_screen import HomeScreen

        return HomeScreen(self.shelf)

    def day(self, workday: Workday) -> Screen[None]:
        """The screen of a day."""
        from assistant.tui.screens.day_screen import DayScreen

        return DayScreen(workday)

    def settings(self) -> Screen[None]:
        """The screen of all settings."""
        from assistant.tui.screens.settings_screen import SettingsScreen

        return SettingsScreen()

    def _break(
        self, timeline: Timeline, *, began: Seconds | None = None, help_after: bool = False, fitted: bool = False
    ) -> Screen[None]:
        if self.discreet:
            from assistant.tui.screens.discreet_screen import DiscreetScreen

            return DiscreetScreen(timeline, began, help_after=help_after, fitted=fitted)
        from assistant.tui.screens.break_screen import BreakScreen

        return BreakScreen(timeline, began, help_after=help_after, fitted=fitted)

    def _help(self, *, keys_first: bool = False) -> Screen[None]:
        from assistant.tui.screens.help_screen import HelpScreen

        return HelpScreen(keys_first=keys_first)

    def start(self, script: Script, fits: Ms | None = None) -> str | None:
        """Run a break, and come back after it; one that ``fits`` a gap began already and ends on time.

        Where it cannot be run, one plain line why not.
        """
        began = self.clock()
        try:
            timeline = self._compose(script, fits)
        except LengthRefused as refused:
            asked = ms(script.lengths.usual) if fits is None else fits
            return refused.line(script.title.of(i18n.language()), asked)
        if self.sound is not None:
            # Before there is a screen, which takes as long to come as a fifth of what the first bell takes.
            self.sound.begin(timeline, began)
        self.push_screen(self._break(timeline, began=began, fitted=fits is not None))
        return None

    @property
    def in_a_break(self) -> bool:
        """Whether one is under way, though help may lie over it."""
        from assistant.tui.screens.break_screen import BreakScreen

        return any(isinstance(screen, BreakScreen) for screen in self.screen_stack)

    def action_too_much(self) -> None:
        """Look around, and read the help page after it."""
        self.push_screen(self._break(self.calm(), help_after=True))

    def calm(self) -> Timeline:
        """What is run when it is too much."""
        return self._compose(self.shelf.by_id[TOO_MUCH])

    def _compose(self, script: Script, length: Ms | None = None) -> Timeline:
        return compose_for(script, i18n.language(), length, self.chosen, self._mode())

    def has_run(self, script: str, began: dt.datetime, seconds: Seconds) -> None:
        """A break that ``began`` then ran so long."""
        from assistant.record.keeping import kept

        ran = kept(script, began, seconds, self.chosen, self.speed)
        self.ran += [ran] if ran is not None else []

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

    def action_leave(self) -> None:
        """Leave a screen for the one that it came from, or for the shell."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()

    def action_home(self) -> None:
        """All breaks; the day that one comes from goes on beneath."""
        self.push_screen(self._home())

    def action_day(self) -> None:
        """The day that is open, or one from what is kept in the settings and was said today."""
        from assistant.tui.screens.day_screen import DayScreen
        from assistant.workday.workday import begin

        if not any(isinstance(screen, DayScreen) for screen in self.screen_stack):
            self.push_screen(self.day(begin(self.shelf, self.chosen)))
        while not isinstance(self.screen, DayScreen):
            self.pop_screen()

    def action_overview(self) -> None:
        """When there were breaks, where that is noted."""
        from assistant.tui.screens.overview_screen import OverviewScreen

        self.push_screen(OverviewScreen())

    def action_settings(self) -> None:
        """Choose how it is to be."""
        self.push_screen(self.settings())

    def action_read(self) -> None:
        """Choose an article."""
        from assistant.tui.screens.reading_screen import ReadingScreen

        self.push_screen(ReadingScreen())

    def action_help(self) -> None:
        """Read the help page."""
        self.push_screen(self._help(keys_first=not self.in_a_break))

    def action_leave_help(self) -> None:
        """Go where the help page was asked for; after a break that the shell started, that is the shell."""
        if self._leaves_after_help:
            self.exit()
        else:
            self.pop_screen()
