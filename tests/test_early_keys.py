"""The next person is early: which key says so, and what it does on the full screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from assistant import i18n
from assistant.help import page
from assistant.keys import ENTER, Act, act, footer
from assistant.language import Language
from assistant.player import Moment, Player
from assistant.settings import Settings
from assistant.shelf import TOO_MUCH, whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.closing import LONGEST, closing
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom
from assistant.units import MS_PER_SECOND
from tests.test_line_steps import ASK, COUNT, SAY, script
from tests.test_tui_steps import Sat, on_screen, to_a_question

THEY_ARE_HERE = "they are here"
LAST_OF = {
    name: closing(compose(whole_shelf().find(name), Language.EN)).cues[0].words
    for name in ("tell-ting", "tre-sider", "mellom-to")
}

# At every moment


def moments(steps: str) -> list[Moment]:
    """The first moment of a break of ``steps``, while it runs and while it waits."""
    player = Player(compose(script(steps), i18n.language()), ManualClock()())
    return [player.advance(ManualClock()()), player.toggle(ManualClock()())]


@pytest.mark.parametrize("fitted", [False, True])
@pytest.mark.parametrize("steps", [SAY, COUNT + SAY, ASK + SAY], ids=["say", "count", "ask"])
def test_e_ends_every_break_gently_also_one_that_waits(steps: str, fitted: bool) -> None:
    assert [act("e", moment, fitted=fitted) for moment in moments(steps)] == [Act.EARLY, Act.EARLY]


@pytest.mark.parametrize(
    ("steps", "fitted", "space", "enter"),
    [
        (SAY, True, Act.EARLY, Act.PAUSE),
        (SAY, False, Act.PAUSE, Act.PAUSE),
        (COUNT + SAY, True, Act.EARLY, Act.MARK),
        (COUNT + SAY, False, Act.MARK, Act.PAUSE),
        (ASK + SAY, True, Act.EARLY, Act.WRITE),
        (ASK + SAY, False, Act.PAUSE, Act.WRITE),
    ],
)
def test_the_space_bar_ends_only_what_fits_a_gap_and_enter_counts_there(
    steps: str, fitted: bool, space: Act, enter: Act
) -> None:
    running, waiting = moments(steps)

    assert [act(key, running, fitted=fitted) for key in (" ", ENTER, "p")] == [space, enter, Act.PAUSE]
    assert act(" ", waiting, fitted=fitted) is Act.PAUSE


@pytest.mark.parametrize(
    ("steps", "fitted", "shown"),
    [
        (SAY, False, [("space", "pause"), ("n", "next"), ("e", THEY_ARE_HERE)]),
        (SAY, True, [("space", THEY_ARE_HERE), ("p", "pause"), ("n", "next")]),
        (COUNT + SAY, False, [("space", "one more"), ("p", "pause"), ("n", "next"), ("e", THEY_ARE_HERE)]),
        (COUNT + SAY, True, [("enter", "one more"), ("space", THEY_ARE_HERE), ("p", "pause"), ("n", "next")]),
    ],
)
def test_the_footer_says_once_which_key_it_is(steps: str, fitted: bool, shown: list[tuple[str, str]]) -> None:
    running, _ = moments(steps)

    assert footer(running, None, fitted=fitted) == [*shown, ("m", "too much"), ("q", "stop"), ("?", "help")]


def test_while_a_break_that_fits_a_gap_waits_space_goes_on_and_e_is_for_the_end() -> None:
    _, waiting = moments(SAY)

    assert footer(waiting, None, fitted=True)[:3] == [("space", "go on"), ("n", "next"), ("e", THEY_ARE_HERE)]


def test_help_tells_of_both_keys() -> None:
    told = dict(page.key_list()[::-1]), dict(page.key_list())

    assert told[0]["e"].startswith(THEY_ARE_HERE)
    assert "gap" in told[1]["space"]


# On the full screen


@asynccontextmanager
async def sit(
    name: str, *, fitted: bool = True, size: tuple[int, int] = (80, 24), discreet: bool = False
) -> AsyncIterator[Sat]:
    """Begin the break called ``name`` from the shell."""
    clock, shelf = ManualClock(), whole_shelf()
    start = compose(shelf.find(name), i18n.language())
    app = Mellomrom(shelf, Settings(welcomed=True), None, start=start, clock=clock, discreet=discreet)
    app.fitted = fitted
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Sat(app, pilot, clock)


@pytest.mark.parametrize(("fitted", "key"), [(True, "space"), (True, "e"), (False, "e"), (False, "E")])
async def test_the_key_leads_to_the_last_words_and_out_within_ten_seconds(fitted: bool, key: str) -> None:
    async with sit("tell-ting", fitted=fitted) as break_:
        await break_.wait(20)
        await break_.press(key)
        shown = break_.thought
        await break_.wait(LONGEST / MS_PER_SECOND)

        assert (shown, break_.is_over) == (LAST_OF["tell-ting"], True)


async def test_the_key_twice_is_out_at_once() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("space", "space")

        assert break_.is_over


async def test_the_key_in_a_pause_leads_to_the_last_words_and_out() -> None:
    async with sit("mellom-to") as break_:
        await break_.press("p", "e")
        shown = break_.thought
        await break_.wait(LONGEST / MS_PER_SECOND)

        assert (shown, break_.is_over) == (LAST_OF["mellom-to"], True)


async def test_in_a_break_of_ones_own_choosing_the_space_bar_pauses() -> None:
    async with sit("mellom-to", fitted=False) as break_:
        await break_.press("space")

        assert break_.hint == "paused – space goes on"


async def test_in_a_break_that_fits_a_gap_enter_counts_and_p_pauses() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("n", "enter", "enter")
        counted = break_.hint
        await break_.press("p")

        assert (counted, break_.hint) == ("● ●", "paused – space goes on")


async def test_while_one_writes_the_keys_are_letters_and_after_escape_they_are_keys() -> None:
    async with sit("tre-sider") as break_:
        await to_a_question(break_)
        await break_.press("enter", "e", "space", "e")
        written = break_.written
        await break_.press("escape", "e")

        assert (written, break_.thought) == ("e e", LAST_OF["tre-sider"])


async def test_in_the_last_words_too_much_is_too_much() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("space", "m")

        assert break_.line("title") == whole_shelf().find(TOO_MUCH).title.en


async def test_where_it_was_too_much_the_space_bar_pauses_again() -> None:
    async with sit("tell-ting") as break_:
        await break_.press("m", "space")

        assert break_.hint == "paused – space goes on"


@pytest.mark.parametrize("key", ["q", "n", "escape"])
async def test_in_the_last_words_other_keys_end_it_too(key: str) -> None:
    async with sit("tell-ting") as break_:
        await break_.press("space", key)

        assert break_.is_over


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("fitted", [False, True])
@pytest.mark.parametrize("name", ["tell-ting", "rolig-pust", "fem-sanser", "godta-merk-navn", "tre-sider"])
async def test_at_eighty_columns_the_keys_that_matter_most_are_always_there(
    name: str, fitted: bool, language: Language
) -> None:
    i18n.use(language)
    space = page.space()
    async with sit(name, fitted=fitted) as break_:
        while not break_.is_over:
            shown = next(row for row in reversed(on_screen(break_.app)) if row.strip()).split()
            assert {"m", "q", space} <= set(shown)
            await break_.press("n")


async def test_in_a_few_quiet_lines_it_is_the_same() -> None:
    async with sit("tell-ting", discreet=True, size=(80, 5)) as break_:
        await break_.press("space")

        assert break_.thought == LAST_OF["tell-ting"]
