"""A presentation on the full screen, on a clock that is moved by hand: what is pressed, and what the room sees."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant import i18n, paths
from assistant.language import Language
from assistant.settings import Settings, Sound
from assistant.shelf import gather
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.timeline.counting_in import counted_in
from assistant.tui.app import Mellomrom
from assistant.tui.screens.present_screen import PresentScreen
from assistant.tui.widgets.large_words import LargeWords

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from assistant.player import Moment
    from assistant.presenting.told import Told
    from assistant.timeline.model import Timeline

SHELF = gather((paths.scripts(),))
STEP = 3.0
"""Seconds between two looks; after a longer time unseen a break would wait."""

BIG, MIDDLE, SMALL = (120, 40), (80, 24), (40, 12)


@dataclass
class NoDesk:
    """The desk of a leader who follows no notes; it remembers what it was told."""

    trouble: str = ""
    told: list[Told] = field(default_factory=list)

    def tell(self, told: Told) -> None:
        self.told.append(told)

    def close(self) -> None:
        """Nothing is open."""


class Presented:
    """Somebody presents: what they press, what time does, and what the room sees."""

    def __init__(
        self, app: Mellomrom, pilot: Pilot[None], clock: ManualClock, timeline: Timeline, desk: NoDesk
    ) -> None:
        self.app, self.pilot, self.clock, self.timeline, self.desk = app, pilot, clock, timeline, desk

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        while seconds > 0:
            self.clock.forward(min(STEP, seconds))
            self.screen.look()
            seconds -= STEP
        await self.pilot.pause()

    @property
    def screen(self) -> PresentScreen:
        assert isinstance(self.app.screen, PresentScreen)
        return self.app.screen

    @property
    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def words(self) -> str:
        """What the room reads."""
        return self.screen.query_one("#large", LargeWords).said

    @property
    def size(self) -> int:
        """Rows of a capital letter."""
        return self.screen.rows


@dataclass
class Heard:
    """What would be heard: it remembers what it was told."""

    mode: Sound = Sound.BELL
    trouble: str | None = None
    is_mute: bool = False
    begun: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    followed: list[tuple[str, bool]] = field(default_factory=list)

    def warm(self) -> None:
        """The device would be opened."""

    def begin(self, timeline: Timeline, _began: object = None) -> None:
        self.begun.append(timeline.script)

    def follow(self, moment: Moment, *, jumped: bool = False) -> None:
        self.followed.append((moment.words, jumped))

    def say(self, words: str) -> None:
        self.said.append(words)

    def close(self) -> None:
        """Nothing is open."""


@asynccontextmanager
async def presented(
    script: str = "tell-ting",
    size: tuple[int, int] = BIG,
    language: Language = Language.EN,
    people: int | None = None,
    sound: Heard | None = None,
) -> AsyncIterator[Presented]:
    i18n.use(language)
    found, clock, desk = SHELF.find(script), ManualClock(), NoDesk()
    timeline = counted_in(compose(found, language, people=people))
    app = Mellomrom(SHELF, Settings(), sound, clock=clock)  # type: ignore[arg-type]
    app.opens = lambda _app: PresentScreen(timeline, found.about.of(language), desk)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Presented(app, pilot, clock, timeline, desk)
