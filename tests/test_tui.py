"""The full screen, driven by keys, on a clock that is moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant import i18n, settings
from assistant.horizon import horizons
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import Shelf, whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom
from assistant.tui.layout import room_size
from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.screens.help_screen import HelpScreen
from assistant.tui.screens.home_screen import HomeScreen
from assistant.tui.widgets.choices import Choices
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.progress import ProgressLine
from assistant.tui.widgets.room import Room
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from assistant.script.model import Script

SIZES = [(40, 12), (80, 24), (120, 40), (200, 60)]


def app_with(script: str | None = None, clock: ManualClock | None = None, chosen: Settings | None = None) -> Mellomrom:
    shelf = whole_shelf()
    start = compose(shelf.find(script), i18n.language()) if script else None
    return Mellomrom(shelf, chosen or Settings(welcomed=True), None, start=start, clock=clock or ManualClock())


def look(app: Mellomrom) -> None:
    """Have the screen look at the clock."""
    if isinstance(app.screen, BreakScreen):
        app.screen.look()


async def forward(app: Mellomrom, pilot: Pilot[None], clock: ManualClock, seconds: float) -> None:
    """Time passes while the screen looks every second."""
    while seconds > 0:
        clock.forward(min(1.0, seconds))
        look(app)
        seconds -= 1
    await pilot.pause()


def line(app: Mellomrom, name: str) -> str:
    return app.screen.query_one(name, Line).shown


async def test_space_at_home_starts_the_first_break_and_its_end_comes_home() -> None:
    clock = ManualClock()
    app = app_with(clock=clock)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("space")
        await pilot.pause()
        assert line(app, "#title") == "Between two conversations"

        await forward(app, pilot, clock, 121)

        assert isinstance(app.screen, HomeScreen)


async def test_the_arrows_choose_and_tell_what_each_is() -> None:
    app = app_with()
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "down")
        await pilot.pause()
        assert line(app, "#about") == "Count something you see or hear. There is no right number."

        await pilot.press("enter")
        await pilot.pause()

        assert line(app, "#title") == "Count things in the room"


async def test_a_break_shows_each_thought_in_its_time() -> None:
    clock = ManualClock()
    app = app_with("rolig-pust", clock)
    async with app.run_test() as pilot:
        shown = []
        for seconds in (0, 12, 8, 4, 16):
            await forward(app, pilot, clock, seconds)
            shown.append((line(app, "#thought"), line(app, "#hint"), line(app, "#left")))

    assert shown == [
        ("You can breathe along, or let your gaze rest. Stop any time.", "", "2:00"),
        ("Let the breath be exactly as it is.", "", "1:48"),
        ("Easy in, longer out.", "in", "1:40"),
        ("Easy in, longer out.", "out", "1:36"),
        ("Follow the pace here, or your own.", "in", "1:20"),
    ]


async def test_a_break_from_the_shell_ends_in_the_shell() -> None:
    clock = ManualClock()
    app = app_with("tell-ting", clock)
    async with app.run_test() as pilot:
        await forward(app, pilot, clock, 120)
        assert app._exit


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c"])
async def test_one_key_stops_without_a_question(key: str) -> None:
    app = app_with("tell-ting")
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app._exit


async def test_space_pauses_and_goes_on() -> None:
    clock = ManualClock()
    app = app_with("tell-ting", clock)
    async with app.run_test() as pilot:
        await pilot.press("space")
        await forward(app, pilot, clock, 60)
        paused = (line(app, "#left"), line(app, "#hint"))
        await pilot.press("space")
        await forward(app, pilot, clock, 10)

        assert paused == ("2:00", "paused – space goes on")
        assert (line(app, "#left"), line(app, "#hint")) == ("1:50", "")


async def test_a_machine_that_slept_finds_the_break_waiting() -> None:
    clock = ManualClock()
    app = app_with("tell-ting", clock)
    async with app.run_test() as pilot:
        clock.forward(10_000)
        await forward(app, pilot, clock, 1)

        assert (line(app, "#left"), line(app, "#hint")) == ("2:00", "the break has waited – space goes on, q stops")


async def test_n_goes_on_to_the_next_step() -> None:
    app = app_with("tell-ting")
    async with app.run_test() as pilot:
        await pilot.press("n")
        await pilot.pause()

        assert line(app, "#left") == "1:48"


async def test_too_much_leads_to_looking_around_and_then_to_help_and_home() -> None:
    clock = ManualClock()
    app = app_with(clock=clock)
    async with app.run_test() as pilot:
        await pilot.press("space", "m")
        await pilot.pause()
        assert line(app, "#thought") == "All right. Here it is enough to look around."

        await forward(app, pilot, clock, 60)
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)

        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_help_lets_the_break_wait_and_comes_back_to_it() -> None:
    app = app_with("tell-ting")
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)

        await pilot.press("escape")
        await pilot.pause()

        assert isinstance(app.screen, BreakScreen)
        assert line(app, "#hint") == "the break has waited – space goes on, q stops"


async def test_words_are_shown_as_they_stand() -> None:
    app = app_with("tell-ting")
    async with app.run_test() as pilot:
        for text in ("Pause [slowly] now", "look [/]", "[@click=app.bell]x[/]", "\\[b]"):
            app.screen.query_one("#thought", Line).show(text)
            await pilot.pause()
            assert app.screen.query_one("#thought", Line).visual.plain == text  # type: ignore[attr-defined]


async def test_light_or_dark_is_remembered() -> None:
    app = app_with()
    async with app.run_test() as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert app.theme == "light"
        while settings.load()[0].theme != "light":
            await pilot.pause(0.01)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", Language)
async def test_no_word_of_any_break_is_cut(size: tuple[int, int], language: Language) -> None:
    i18n.use(language)
    clock = ManualClock()
    longest = max((cue.words for script in whole_shelf().scripts for cue in compose(script, language).cues), key=len)
    app = app_with("rolig-pust", clock)
    async with app.run_test(size=size) as pilot:
        thought = app.screen.query_one("#thought", Line)
        thought.show(longest)
        await pilot.pause()
        region = thought.region
        shown = " ".join(
            "".join(segment.text for segment in strip).strip() for strip in thought.render_lines(thought.size.region)
        )

        assert " ".join(shown.split()) == longest
        assert app.screen.region.contains_region(region)
        assert region.bottom < app.screen.query_one(KeyLine).region.y


@pytest.mark.parametrize("size", SIZES)
async def test_everything_on_the_screen_stands_on_it_and_nothing_lies_on_another(size: tuple[int, int]) -> None:
    app = app_with("rolig-pust")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        regions = [
            widget.region
            for widget in [
                *app.screen.query(Room),
                *app.screen.query(Line),
                *app.screen.query(ProgressLine),
                *app.screen.query(KeyLine),
            ]
            if widget.display and widget.region
        ]

        assert all(app.screen.region.contains_region(region) for region in regions)
        assert not any(a.overlaps(b) for n, a in enumerate(regions) for b in regions[:n])


async def test_a_terminal_of_any_size_does_not_stop_a_break() -> None:
    app = app_with("rolig-pust")
    async with app.run_test() as pilot:
        for size in [(20, 5), (1, 1), (300, 100), (61, 20), (10, 40), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert line(app, "#left") == "2:00"


async def test_home_shows_every_break_at_40_by_12() -> None:
    app = app_with()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        listed = app.screen.query_one(Choices)
        for script in horizons(whole_shelf())[1].scripts:
            assert script.title.of(i18n.language()) in str(listed.render())
            await pilot.press("down")


@pytest.mark.parametrize(
    ("width", "height", "room"), [(120, 40, (88, 22)), (80, 24, (52, 13)), (40, 12, (36, 2)), (30, 8, (0, 0))]
)
def test_the_picture_takes_what_the_words_leave(width: int, height: int, room: tuple[int, int]) -> None:
    assert room_size(width, height, others=11) == room


def test_without_motion_the_screen_does_not_move(monkeypatch: pytest.MonkeyPatch) -> None:
    assert app_with().moving
    assert not app_with(chosen=Settings(motion=False)).moving


@pytest.mark.parametrize("ended_by", ["q", "time"])
async def test_too_much_in_a_break_from_the_shell_leads_to_help_and_then_to_the_shell(ended_by: str) -> None:
    clock = ManualClock()
    app = app_with("tell-ting", clock)
    async with app.run_test() as pilot:
        await pilot.press("m")
        if ended_by == "q":
            await pilot.press("q")
        else:
            await forward(app, pilot, clock, 61)
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)

        await pilot.press("q")
        await pilot.pause()
        assert app._exit


async def test_a_look_that_comes_after_the_end_changes_nothing() -> None:
    app = app_with()
    async with app.run_test() as pilot:
        await pilot.press("space")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BreakScreen)
        await pilot.press("q")
        screen.look()
        await pilot.pause()

        assert isinstance(app.screen, HomeScreen)


async def test_a_break_that_cannot_be_run_is_told_of_at_home(script_of: Callable[[str], Script]) -> None:
    step = '[[steps]]\ndo = "say"\nseconds = 1\ntext = { nb = "WORDS", en = "WORDS" }\n'
    crowded = script_of(step.replace("WORDS", "ord " * 60) * 4)
    app = Mellomrom(Shelf((*whole_shelf().scripts, crowded)), Settings(welcomed=True), None)
    async with app.run_test() as pilot:
        await pilot.press("end", "space")
        await pilot.pause()

        assert isinstance(app.screen, HomeScreen)
        assert "can take from" in line(app, "#about")
