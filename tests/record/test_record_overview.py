"""The record on the full screen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from assistant import paths, settings
from assistant.language import Language
from assistant.record.store import note, ran
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.screens.overview_screen import OverviewScreen
from assistant.tui.screens.settings_screen import SettingsScreen
from assistant.units import Seconds
from tests.conftest import wait_until_written

if TYPE_CHECKING:
    from textual.pilot import Pilot

NOW = dt.datetime(2026, 11, 24, 13, 30, tzinfo=dt.UTC)


def opened(*, record: bool = True) -> Mellomrom:
    app = Mellomrom(whole_shelf(), Settings(record=record, welcomed=True), None, clock=ManualClock())
    app.now = lambda: NOW  # type: ignore[method-assign]
    app.opens = lambda _app: OverviewScreen()
    return app


async def settled(app: Mellomrom, pilot: Pilot[None]) -> None:
    """The record has been read, and is shown."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def shown(app: Mellomrom) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


@pytest.fixture
def breaks() -> None:
    for day, hour in ((3, 9), (3, 10), (3, 15), (24, 9)):
        note("mellom-to", NOW.replace(day=day, hour=hour, minute=45), 120)
    note("mellom-to", NOW.replace(month=10, day=5), 120)


@pytest.mark.usefixtures("breaks")
async def test_a_month_has_dots_and_today_is_a_ribbon() -> None:
    app = opened()
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(app, pilot)
        text = shown(app)

    assert "November 2026" in text
    assert "3 • •" in text
    assert "(24)•" in text
    assert "Today: 09:45" in text


@pytest.mark.usefixtures("breaks")
async def test_the_arrows_go_to_the_months_before_and_not_into_what_is_to_come() -> None:
    app = opened()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("left")
        await settled(app, pilot)
        assert "October 2026" in shown(app)
        await pilot.press("right", "right")
        await settled(app, pilot)

        assert "November 2026" in shown(app)


@pytest.mark.usefixtures("breaks")
async def test_on_a_small_screen_every_week_stands_in_one_row() -> None:
    app = opened()
    async with app.run_test(size=(40, 24)) as pilot:
        await settled(app, pilot)
        rows = shown(app).splitlines()

    assert any(all(str(day) in row for day in range(16, 23)) for row in rows)
    assert any("3 •" in row for row in rows)


async def test_where_nothing_is_recorded_it_says_how_it_can_be() -> None:
    app = opened(record=False)
    async with app.run_test() as pilot:
        await settled(app, pilot)
        assert "Nothing is recorded." in shown(app)

        await pilot.press("s")
        await pilot.pause()

        assert isinstance(app.screen, SettingsScreen)


async def test_a_record_that_cannot_be_read_is_told_of() -> None:
    paths.record().parent.mkdir(parents=True)
    paths.record().write_bytes(b"no database" * 1000)
    app = opened()
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(app, pilot)

        assert "the record was damaged; it is set aside as" in " ".join(shown(app).split())


@pytest.mark.parametrize(
    ("chosen", "seconds", "speed", "kept"),
    [
        (Settings(record=True), 30, 1.0, [("rolig-pust", 30)]),
        (Settings(record=True), 5, 1.0, []),
        (Settings(record=True), 20, 2.0, []),
        (Settings(), 30, 1.0, []),
    ],
    ids=["recorded", "a look at it", "a rehearsal", "switched off"],
)
async def test_a_break_that_was_run_stands_in_the_record_where_that_is_on(
    chosen: Settings, seconds: int, speed: float, kept: list[tuple[str, int]]
) -> None:
    settings.remember({"record": chosen.record})
    shelf, clock = whole_shelf(), ManualClock()
    start = compose(shelf.find("rolig-pust"), Language.EN)
    app = Mellomrom(shelf, chosen, None, start=start, speed=speed, clock=clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, BreakScreen)
        for _ in range(seconds):
            clock.forward(1.0)
            app.screen.look()
        await pilot.press("q")
        await pilot.pause()
    wait_until_written("record")

    today = dt.datetime.now().astimezone().date()
    assert [(one.script, one.seconds) for one in ran(today, today)] == kept


async def test_what_is_switched_off_elsewhere_is_off() -> None:
    app = opened()
    settings.remember({"record": False})
    async with app.run_test():
        app.has_run("rolig-pust", NOW, Seconds(60))
    wait_until_written("record")

    assert not paths.record().exists()
