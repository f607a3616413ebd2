"""Home tells quietly of breaks that could not be read."""

from __future__ import annotations

import pytest

from assistant import i18n, paths
from assistant.cli.for_guests import keeping_nothing
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.tui.app import Mellomrom

SIZES = [(40, 12), (80, 24), (120, 40)]


def home(*, guest: bool = False) -> Mellomrom:
    shelf = whole_shelf()
    return Mellomrom(keeping_nothing(shelf) if guest else shelf, Settings(welcomed=True), None, clock=ManualClock())


def broken(*names: str) -> None:
    paths.own_scripts().mkdir(parents=True)
    for name in names:
        (paths.own_scripts() / name).write_text("seconds = 14,5", "utf-8")


async def on_screen(app: Mellomrom, size: tuple[int, int]) -> str:
    """All that stands on the screen."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        return " ".join(" ".join(strip.text for strip in app.screen._compositor.render_strips()).split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", Language)
async def test_one_that_could_not_be_read_is_told_of_and_what_is_chosen_is_seen(
    language: Language, size: tuple[int, int]
) -> None:
    i18n.use(language)
    broken("a.toml")

    shown = await on_screen(home(), size)

    assert i18n._("1 break could not be read; “mellomrom list” says why") in shown
    assert "›" in shown


async def test_more_are_counted() -> None:
    broken("a.toml", "b.toml")

    assert "2 breaks could not be read; “mellomrom list” says why" in await on_screen(home(), (80, 24))


async def test_where_all_could_be_read_nothing_is_said() -> None:
    assert "could not be read" not in await on_screen(home(), (80, 24))


async def test_to_a_guest_it_is_no_matter() -> None:
    broken("a.toml")

    assert "could not be read" not in await on_screen(home(guest=True), (80, 24))
