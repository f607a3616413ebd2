"""The day on the full screen, on clocks moved by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from assistant import i18n
from assistant.accompaniment import Accompaniment
from assistant.day.plan import Plan
from assistant.language import Language
from assistant.settings import Settings, Sound
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock, MemorySpeaker
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.screens.day_screen import DayScreen
from assistant.tui.screens.home_screen import HomeScreen
from assistant.tui.widgets.room import Room
from assistant.tui.widgets.words import Line
from assistant.workday.workday import Workday

if TYPE_CHECKING:
    from textual.pilot import Pilot

OSLO = ZoneInfo("Europe/Oslo")
SIZES = [(40, 12), (80, 24), (120, 40), (200, 60)]
CORNERS = [(30, 34), (46, 34), (62, 34), (64, 34)]
EIGHT = "08:30-09:15 09:30-10:15 10:30-11:15 12:00-12:45 13:00-13:45 13:48-14:35 14:38-15:00 15:01-15:45"
MORNING = "09:00-09:45 10:00-10:45"


class Desk:
    """An app with a day in it, and the clocks that both go by."""

    def __init__(
        self, sessions: str | None = MORNING, at: str = "09:20", sound: Accompaniment | None = None, **chosen: object
    ) -> None:
        settings = Settings(welcomed=True, **chosen)  # type: ignore[arg-type]
        self.clock = ManualClock()
        self.wall = dt.datetime.combine(dt.date(2026, 11, 24), dt.time.fromisoformat(at), OSLO)
        shelf = whole_shelf()
        self.app = Mellomrom(shelf, settings, sound, clock=self.clock)
        workday = Workday(shelf, settings, Plan(sessions), OSLO)
        self.app.opens = lambda app: app.day(workday)
        self.app.now = lambda: self.wall  # type: ignore[method-assign]

    async def until(self, pilot: Pilot[None], at: str) -> None:
        """The clocks go on to a time of the day, and the screen looks."""
        then = dt.datetime.combine(self.wall.date(), dt.time.fromisoformat(at), OSLO)
        seconds = (then - self.wall).total_seconds()
        self.wall = then
        if isinstance(self.app.screen, BreakScreen):
            while seconds > 0:  # so long that it does not think that the machine was asleep
                self.clock.forward(min(seconds, 1.0))
                seconds -= 1.0
                self.app.screen.look()
                await pilot.pause()
                if not isinstance(self.app.screen, BreakScreen):
                    break
        day = next(screen for screen in self.app.screen_stack if isinstance(screen, DayScreen))
        day.look()
        await pilot.pause()

    def line(self, name: str) -> str:
        return self.app.screen.query_one(f"#{name}", Line).shown

    @property
    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]


async def test_a_day_begins_with_where_one_is() -> None:
    desk = Desk()
    async with desk.app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()

        assert (desk.line("title"), desk.line("left")) == ("Tuesday 24 November", "09:20")
        assert (desk.line("thought"), desk.line("hint")) == ("In conversation until 09:45", "then a gap of 15 minutes")
        assert any("› 09:00–09:45     10:00–10:45" in row for row in desk.rows)


async def test_when_a_conversation_is_over_a_break_is_offered_and_one_key_starts_it() -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:45")
        assert (desk.line("thought"), desk.line("hint")) == ("Between two conversations", "2:00, done at 09:47")

        await pilot.press("space")
        await pilot.pause()

        assert isinstance(desk.app.screen, BreakScreen)
        assert desk.line("title") == "Between two conversations"
        await desk.until(pilot, "09:47:01")
        assert isinstance(desk.app.screen, DayScreen)
        assert (desk.line("thought"), desk.line("hint")) == ("A gap until 10:00", "12 minutes until then")


async def test_a_break_taken_late_ends_with_the_time_to_spare() -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:45")
        await desk.until(pilot, "09:57:30")
        await pilot.press("space")
        await pilot.pause()

        assert desk.line("left") == "1:30"
        await desk.until(pilot, "09:59:01")
        assert isinstance(desk.app.screen, DayScreen)


@pytest.mark.parametrize(("key", "again"), [("l", True), ("x", False)])
async def test_later_comes_once_more_and_not_today_does_not(key: str, *, again: bool) -> None:
    desk = Desk("09:00-09:45 10:30-11:15")
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:45")
        await pilot.press(key)
        await pilot.pause()
        assert desk.line("thought") == "A gap until 10:30"

        await desk.until(pilot, "09:50")

        assert (desk.line("thought") == "Between two conversations") is again


@pytest.mark.parametrize("key", ["space", "c"])
async def test_a_conversation_that_is_over_early_is_over_with_one_key(key: str) -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()

        assert desk.line("thought") == "Between two conversations"


async def test_who_comes_early_is_with_somebody_at_once() -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:50")
        await pilot.press("e")
        await pilot.pause()

        assert desk.line("thought") == "In conversation until 10:45"


async def test_space_ends_an_offered_break_gently_within_ten_seconds() -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:45")
        await pilot.press("space")
        await pilot.pause()
        await desk.until(pilot, "09:45:30")
        assert desk.line("left") == "1:30"

        await pilot.press("space")
        await pilot.pause()

        assert desk.line("thought")
        await desk.until(pilot, "09:45:40")
        assert isinstance(desk.app.screen, DayScreen)


async def test_who_comes_early_in_a_break_is_with_somebody_when_it_is_over() -> None:
    desk = Desk("10:00-10:45 11:55-12:45", at="10:20")
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "11:26")
        await pilot.press("space")
        await pilot.pause()
        await desk.until(pilot, "11:27")

        await pilot.press("space")
        await pilot.pause()
        await desk.until(pilot, "11:30")

        assert desk.line("thought") == "In conversation until 12:45"


async def test_home_that_is_opened_from_the_day_that_home_opened_leaves_the_day_open() -> None:
    app = Mellomrom(whole_shelf(), Settings(welcomed=True), None, clock=ManualClock())
    async with app.run_test() as pilot:
        for key in ("d", "b"):
            await pilot.press(key)
            await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert any(isinstance(screen, DayScreen) for screen in app.screen_stack)

        await pilot.press("d")
        await pilot.pause()

        assert isinstance(app.screen, DayScreen)


async def test_space_gives_a_break_that_fits_where_none_is_offered() -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:45")
        await pilot.press("x")
        await desk.until(pilot, "09:57")
        await pilot.press("space")
        await pilot.pause()

        assert isinstance(desk.app.screen, BreakScreen)
        assert desk.line("left") == "2:00"


async def test_a_sentence_is_no_break_to_take() -> None:
    desk = Desk("09:00-09:45 09:46-10:45")
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:45")
        assert desk.line("thought").endswith(".")

        await pilot.press("space")
        await pilot.pause()

        assert isinstance(desk.app.screen, DayScreen)
        assert desk.line("thought") == "A gap until 09:46"


async def test_nothing_is_looked_at_or_offered_during_a_break() -> None:
    desk = Desk("09:00-09:45 10:30-11:00 11:00-11:30")
    async with desk.app.run_test() as pilot:
        await desk.until(pilot, "09:45")
        await pilot.press("space")
        await pilot.pause()
        break_ = desk.app.screen
        desk.wall = desk.wall.replace(hour=11, minute=45)
        day = next(screen for screen in desk.app.screen_stack if isinstance(screen, DayScreen))
        day.look()
        await pilot.pause()

        assert desk.app.screen is break_
        assert day.query_one("#left", Line).shown == "09:45"


async def test_home_gives_way_when_something_is_offered() -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await pilot.press("b")
        await pilot.pause()
        assert isinstance(desk.app.screen, HomeScreen)

        await desk.until(pilot, "09:45")

        assert isinstance(desk.app.screen, DayScreen)


async def test_home_leads_to_the_day_and_back() -> None:
    app = Mellomrom(whole_shelf(), Settings(welcomed=True), None, clock=ManualClock())
    async with app.run_test() as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, DayScreen)

        await pilot.press("q")
        await pilot.pause()

        assert isinstance(app.screen, HomeScreen)
        assert app.is_running


async def test_q_leaves_the_day() -> None:
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await pilot.press("q")
        await pilot.pause()

        assert not desk.app.is_running


def bells(speaker: MemorySpeaker) -> int:
    return len(speaker.said)


@pytest.mark.parametrize(("wanted", "count"), [(True, 1), (False, 0)])
async def test_a_soft_bell_rings_once_where_it_was_chosen(count: int, *, wanted: bool) -> None:
    speakers: list[MemorySpeaker] = []

    def speaker() -> MemorySpeaker:
        speakers.append(MemorySpeaker())
        return speakers[-1]

    chosen = Settings(offer_bell=wanted)
    sound = Accompaniment(chosen, Language.EN, Sound.SILENT, clock=ManualClock(), speaker=speaker)
    desk = Desk(sound=sound, offer_bell=wanted)
    async with desk.app.run_test() as pilot:
        for at in ("09:44:59", "09:45", "09:45:01", "09:50"):
            await desk.until(pilot, at)

        assert sum(map(bells, speakers)) == count


async def test_the_door_is_closed_while_one_talks() -> None:
    desk = Desk()
    async with desk.app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        talking = desk.app.screen.query_one(Room)._pose.door
        await desk.until(pilot, "09:50")

        assert desk.app.screen.query_one(Room)._pose.door is not talking


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_is_said_stands_whole_on_every_screen(size: tuple[int, int], language: Language) -> None:
    i18n.use(language)
    desk = Desk()
    async with desk.app.run_test(size=size) as pilot:
        await pilot.pause()
        for at in ("09:20", "09:45", "09:50", "12:00"):
            await desk.until(pilot, at)
            text = " ".join(" ".join(desk.rows).split())

            assert desk.line("thought") in text
            assert desk.line("hint") in text
            assert {Language.NB: "mellomrom ", Language.EN: "space "}[language] in desk.rows[-1]


@pytest.mark.parametrize("size", CORNERS, ids=str)
async def test_in_a_narrow_corner_every_conversation_is_seen(size: tuple[int, int]) -> None:
    desk = Desk(EIGHT)
    async with desk.app.run_test(size=size) as pilot:
        await pilot.pause()
        text = "\n".join(desk.rows)

    assert all(times.replace("-", "–") in text for times in EIGHT.split())


async def test_a_screen_that_goes_stops_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Workday] = []

    def close(self: Workday) -> None:
        closed.append(self)

    monkeypatch.setattr(Workday, "close", close)
    desk = Desk()
    async with desk.app.run_test() as pilot:
        await pilot.pause()

    assert len(closed) == 1
