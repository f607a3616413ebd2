"""Home on the full screen: what is offered first, what else there is, what can be read, and what is remembered."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from assistant import i18n, settings
from assistant.articles.library import articles
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.screens.help_screen import HelpScreen
from assistant.tui.screens.home_screen import HomeScreen
from assistant.tui.screens.reading_screen import ArticleScreen, ReadingScreen
from assistant.tui.screens.welcome_screen import WelcomeScreen
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

BETWEEN = "For the minutes between two conversations."
HORIZONS = [
    "Between conversations",
    "Reflection",
    "Lunch",
    "Into and out of the day",
    "The week",
    "A working life",
    "Together",
    "In the conversation",
]
SIZES = [(40, 12), (80, 24), (120, 40)]


def home(at: str = "10:00", chosen: Settings | None = None) -> Mellomrom:
    """The app at home, while the clock on the wall shows ``at``."""
    app = Mellomrom(whole_shelf(), chosen or Settings(welcomed=True), None, clock=ManualClock())
    on_the_wall = dt.datetime.combine(dt.date(2026, 11, 24), dt.time.fromisoformat(at)).astimezone()
    app.now = lambda: on_the_wall  # type: ignore[method-assign]
    return app


def on_screen(app: Mellomrom) -> list[str]:
    """What stands on the screen, row by row."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def line(app: Mellomrom, name: str) -> str:
    return app.screen.query_one(f"#{name}", Line).shown


def chosen(app: Mellomrom) -> str:
    """The line that is chosen, as it stands on the screen."""
    return next(" ".join(row.split()[1:]) for row in on_screen(app) if row.lstrip().startswith("› "))


def stands_alone(title: str, row: str) -> bool:
    """Whether ``row`` is ``title`` and its length, or ``title`` alone where there is room for no more."""
    return row == title or re.fullmatch(re.escape(title) + r" \d+:\d\d", row) is not None


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def each_break(app: Mellomrom, pilot: Pilot[None], do: Callable[[], object]) -> None:
    """Go to one break after the other, horizon by horizon, and ``do`` something there."""
    await pilot.pause()
    for _ in HORIZONS:
        await press(pilot, "home")
        before = ""
        while line(app, "about") != before:
            before = line(app, "about")
            do()
            await press(pilot, "down")
        await press(pilot, "right")


# What suits the hour


@pytest.mark.parametrize(
    ("at", "offered", "horizon", "why"),
    [
        ("08:00", "Into the day 2:00", "Into and out of the day", "It is morning: here is a way into the day."),
        ("10:00", "Between two conversations 2:00", "Between conversations", BETWEEN),
        ("11:45", "A lunch that is a break 21:00", "Lunch", "It is about lunch time."),
        ("16:00", "Out of the day 6:00", "Into and out of the day", "The working day is nearing its end."),
    ],
)  # fmt: skip
async def test_what_suits_the_hour_is_chosen_first_and_it_says_why(
    at: str, offered: str, horizon: str, why: str
) -> None:
    app = home(at)
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = "\n".join(on_screen(app))

        assert chosen(app) == offered
        assert f"‹  {horizon}  ›" in shown
        assert why in shown


async def test_one_key_starts_what_suits_the_hour() -> None:
    app = home("16:00")
    async with app.run_test() as pilot:
        await press(pilot, "space")

        assert isinstance(app.screen, BreakScreen)
        assert line(app, "title") == "Out of the day"


async def test_why_is_said_only_of_what_suits_the_hour() -> None:
    app = home("10:00")
    async with app.run_test() as pilot:
        await press(pilot, "down")
        of_another = line(app, "why")
        await press(pilot, "up")

        assert (of_another, line(app, "why")) == ("", BETWEEN)


async def test_the_reason_is_in_norwegian_where_norwegian_is_spoken() -> None:
    i18n.use(Language.NB)
    app = home("11:45")
    async with app.run_test() as pilot:
        await pilot.pause()

        assert chosen(app) == "Lunsj som faktisk pause 21:00"
        assert line(app, "why") not in {"", "It is about lunch time."}


# From one horizon to the next


@pytest.mark.slow
@pytest.mark.parametrize(("key", "back"), [("right", "left"), ("l", "h")])
async def test_the_arrows_turn_through_all_horizons_and_round_again(key: str, back: str) -> None:
    app = home()
    there, and_back = [], []
    async with app.run_test() as pilot:
        await pilot.pause()
        for _ in range(len(HORIZONS) + 1):
            there.append(line(app, "horizon"))
            await press(pilot, key)
        for _ in range(len(HORIZONS) + 1):
            await press(pilot, back)
            and_back.append(line(app, "horizon"))

    assert there == [f"‹  {name}  ›" for name in [*HORIZONS, HORIZONS[0]]]
    assert and_back == list(reversed(there))


async def test_each_horizon_shows_its_breaks_and_tells_of_its_first() -> None:
    app = home()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "left")
        shown = "\n".join(on_screen(app))

        assert all(title in shown for title in ("Ten seconds here", "The thing you carry", "Ask for a break"))
        assert chosen(app) == "Ten seconds here 1:00"
        assert (line(app, "about"), line(app, "why")) == (whole_shelf().find("ankre").about.en, "")


async def test_back_on_the_horizon_of_what_suits_the_hour_it_is_chosen_again() -> None:
    app = home("16:00")
    async with app.run_test() as pilot:
        await press(pilot, "down", "left", "right")

        assert chosen(app) == "Out of the day 6:00"
        assert line(app, "why") == "The working day is nearing its end."


async def test_what_is_chosen_on_another_horizon_is_what_starts() -> None:
    app = home()
    async with app.run_test() as pilot:
        await press(pilot, "left", "down", "enter")

        assert line(app, "title") == "A sip, a pastille"


@pytest.mark.slow
async def test_every_break_can_be_reached() -> None:
    app = home()
    reached: list[str] = []
    async with app.run_test() as pilot:
        await each_break(app, pilot, lambda: reached.append(line(app, "about")))

    assert sorted(reached) == sorted(script.about.en for script in whole_shelf())


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", Language)
async def test_each_break_stands_on_a_row_of_its_own_with_its_length(size: tuple[int, int], language: Language) -> None:
    i18n.use(language)
    app = home()
    rows: set[str] = set()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for _ in HORIZONS:
            for key in ("home", "end", "right"):
                rows |= {" ".join(row.removeprefix("› ").split()) for row in map(str.strip, on_screen(app))}
                await press(pilot, key)

    titles = [script.title.of(language) for script in whole_shelf()]
    assert [title for title in titles if not any(stands_alone(title, row) for row in rows)] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
async def test_what_a_break_is_can_be_read_whole_at_40_by_12(language: Language) -> None:
    i18n.use(language)
    app = home()
    cut: list[str] = []

    def read() -> None:
        about = line(app, "about")
        if about not in " ".join(" ".join(on_screen(app)).split()):
            cut.append(about)

    async with app.run_test(size=(40, 12)) as pilot:
        await each_break(app, pilot, read)

    assert cut == []


async def test_too_much_at_home_leads_to_looking_around() -> None:
    app = home()
    async with app.run_test() as pilot:
        await press(pilot, "m")

        assert line(app, "thought") == "All right. Here it is enough to look around."


# The first time


async def test_the_first_time_it_says_what_it_is_and_what_it_is_not() -> None:
    app = home(chosen=Settings())
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = "\n".join(on_screen(app))

        assert isinstance(app.screen, WelcomeScreen)
        assert "What Mellomrom is" in shown
        assert "What it is not" in shown


@pytest.mark.parametrize("key", ["space", "enter", "escape"])
async def test_one_key_goes_on_from_it_to_home(key: str) -> None:
    app = home(chosen=Settings())
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, key)

        assert isinstance(app.screen, HomeScreen)
        assert chosen(app) == "Between two conversations 2:00"


async def test_it_is_remembered_that_it_has_been_shown() -> None:
    first = home(chosen=settings.load()[0])
    async with first.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "space")
        while not settings.load()[0].welcomed:
            await pilot.pause(0.01)

    second = home(chosen=settings.load()[0])
    async with second.run_test() as pilot:
        await pilot.pause()

        assert isinstance(second.screen, HomeScreen)


async def test_who_leaves_from_it_is_shown_it_again() -> None:
    app = home(chosen=Settings())
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "q")

        assert app._exit
    assert not settings.load()[0].welcomed


async def test_a_break_from_the_shell_does_not_wait_for_it() -> None:
    shelf = whole_shelf()
    start = compose(shelf.find("tell-ting"), Language.EN)
    app = Mellomrom(shelf, Settings(), None, start=start, clock=ManualClock())
    async with app.run_test() as pilot:
        await pilot.pause()

        assert isinstance(app.screen, BreakScreen)


async def test_what_it_says_stands_on_the_help_page_too() -> None:
    app = home()
    async with app.run_test(size=(80, 90)) as pilot:
        await press(pilot, "question_mark")
        shown = "\n".join(on_screen(app))

        assert "What Mellomrom is" in shown
        assert "What it is not" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_how_to_go_on_from_it_is_seen_on_a_screen_of_any_size(size: tuple[int, int]) -> None:
    app = home(chosen=Settings())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()

        assert on_screen(app)[-1].strip().startswith("space go on")


# What there is to read


async def test_r_shows_what_there_is_to_read() -> None:
    app = home()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "r")
        shown = "\n".join(on_screen(app))

        assert isinstance(app.screen, ReadingScreen)
        assert [article.id for article in articles() if article.title(Language.EN) not in shown] == []


async def test_enter_opens_the_article_that_is_chosen() -> None:
    app = home()
    async with app.run_test() as pilot:
        await press(pilot, "r", "down")
        title = chosen(app)
        await press(pilot, "enter")

        assert isinstance(app.screen, ArticleScreen)
        assert title == articles()[1].title(Language.EN)
        assert title in "\n".join(on_screen(app))


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_an_article_closes_to_the_list_and_the_list_to_home(key: str) -> None:
    app = home()
    screens = []
    async with app.run_test() as pilot:
        await press(pilot, "r", "enter")
        for _ in range(3):
            screens.append(type(app.screen))
            if len(screens) < 3:
                await press(pilot, key)

    assert screens == [ArticleScreen, ReadingScreen, HomeScreen]


async def test_space_reads_on_to_the_next_screenful() -> None:
    app = home()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "r", "enter")
        top = on_screen(app)
        await press(pilot, "space")
        while on_screen(app) == top:
            await pilot.pause(0.01)

        assert app.screen.query_one("#page").scroll_offset.y > 0


async def test_help_from_an_article_comes_back_to_it() -> None:
    app = home()
    async with app.run_test() as pilot:
        await press(pilot, "r", "enter", "question_mark")
        shown = app.screen
        await press(pilot, "q")

        assert isinstance(shown, HelpScreen)
        assert isinstance(app.screen, ArticleScreen)


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
async def test_every_article_opens(language: Language) -> None:
    i18n.use(language)
    app = home()
    async with app.run_test() as pilot:
        await press(pilot, "r")
        for article in articles():
            await press(pilot, "enter")
            shown = " ".join(" ".join(on_screen(app)).split())
            assert article.title(language) in shown
            await press(pilot, "q", "down")


# Where people answer


async def test_no_country_is_guessed() -> None:
    app = home()
    async with app.run_test(size=(80, 90)) as pilot:
        await press(pilot, "question_mark")

        assert countries_on(app) == ["Norway", "United Kingdom", "Ireland", "United States"]


async def test_c_shows_one_country_after_the_other_and_then_all_again() -> None:
    app = home()
    shown = []
    async with app.run_test(size=(80, 90)) as pilot:
        await press(pilot, "question_mark")
        for _ in range(5):
            await press(pilot, "c")
            shown.append(countries_on(app))

    assert shown == [
        ["Norway"],
        ["United Kingdom"],
        ["Ireland"],
        ["United States"],
        ["Norway", "United Kingdom", "Ireland", "United States"],
    ]


async def test_the_country_is_remembered() -> None:
    app = home()
    async with app.run_test() as pilot:
        await press(pilot, "question_mark", "c", "c")
        while settings.load()[0].country != "gb":
            await pilot.pause(0.01)

    again = home()
    async with again.run_test(size=(80, 90)) as pilot:
        await press(pilot, "question_mark")

        assert countries_on(again) == ["United Kingdom"]


async def test_a_country_that_is_chosen_in_a_break_lets_it_wait() -> None:
    app = home()
    async with app.run_test() as pilot:
        await press(pilot, "space", "question_mark", "c", "q")

        assert line(app, "hint") == "the break has waited – space goes on, q stops"


async def test_the_arrows_still_read_on_after_a_country_was_chosen() -> None:
    app = home()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "question_mark", "c")
        await press(pilot, "down", "down")
        while app.screen.query_one("#page").scroll_offset.y == 0:
            await pilot.pause(0.01)

        assert on_screen(app)[-1].strip().startswith("q back")


def countries_on(app: Mellomrom) -> list[str]:
    """The countries whose numbers are shown, in order."""
    starts = [row.strip().partition(":")[0] for row in on_screen(app)]
    known = ["Norway", "United Kingdom", "Ireland", "United States"]
    return list(dict.fromkeys(start for start in starts if start in known))
