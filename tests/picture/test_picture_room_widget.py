"""The room on the screen: what it shows, and how little it sends."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.style import Style
from textual.app import App
from textual.geometry import Size

from assistant.picture.hour import Hour
from assistant.picture.layer import LEVELS
from assistant.picture.lineart import LineArt
from assistant.picture.paint import Door, Painter
from assistant.settings import Theme
from assistant.tui.themes import themes
from assistant.tui.widgets.room import STILL, Room
from assistant.tui.widgets.room_film import UPPER_HALF, Film, Pose, strip_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.strip import Strip

TOP, BOTTOM = 1.0, 0.0
PICTURES_A_SECOND = 12.5
IN, OUT = 4, 6
"""Seconds of a breath."""


class Watched(Room):
    """Notes what it asks to be sent again."""

    def __init__(self, **arguments: object) -> None:
        self.asked: list[tuple[Region, ...]] = []
        super().__init__(**arguments)  # type: ignore[arg-type]

    def refresh(self, *regions: Region, **arguments: bool) -> Watched:
        self.asked.append(regions)
        super().refresh(*regions, **arguments)
        return self


class Wall(App[None]):
    """Only a room."""

    CSS = "Screen { overflow: hidden; }"

    def __init__(self, room: Room, columns: int = 72, rows: int = 18) -> None:
        super().__init__()
        self.room = room
        room.styles.width, room.styles.height = columns, rows
        for theme in themes():
            self.register_theme(theme)
        self.theme = Theme.DARK.value

    def compose(self) -> ComposeResult:
        yield self.room


def shown(app: App[None], room: Room) -> list[Strip]:
    """What the compositor has where the room is."""
    left, right = room.region.column_span
    rows = app.screen._compositor.render_strips()
    return [row.crop(left, right).simplify() for row in rows[room.region.y : room.region.bottom]]


def painted(level: int, door: Door, theme: Theme = Theme.DARK, hour: Hour = Hour.NOON) -> list[Strip]:
    rows = Painter(72, 18, theme, hour).frame(level, door).rows
    return [strip_of(row, Style()) for row in rows]


async def test_what_is_shown_is_what_was_painted() -> None:
    app = Wall(Room())
    async with app.run_test(size=(100, 30)) as pilot:
        app.room.show(TOP, door_open=False)
        await pilot.pause()

        assert shown(app, app.room) == painted(LEVELS - 1, Door.CLOSED)


async def test_what_is_asked_for_covers_all_that_changed() -> None:
    room = Watched()
    app = Wall(room)
    painter = Painter(72, 18, Theme.DARK, Hour.NOON)
    async with app.run_test(size=(100, 30)) as pilot:
        room.show(BOTTOM, door_open=True)
        await pilot.pause()
        for level in range(1, LEVELS):
            room.asked.clear()
            room.show(level / (LEVELS - 1), door_open=True)
            (regions,) = room.asked
            covered = {(x, region.y) for region in regions for x in range(region.x, region.right)}
            before, after = (painter.frame(at, Door.AJAR).rows for at in (level - 1, level))
            different = {(x, y) for y in range(18) for x in range(72) if before[y][x] != after[y][x]}
            assert different <= covered


async def test_the_same_again_asks_for_nothing() -> None:
    room = Watched()
    app = Wall(room)
    async with app.run_test(size=(100, 30)) as pilot:
        room.show(0.5, door_open=True)
        await pilot.pause()
        room.asked.clear()

        room.show(0.5, door_open=True)
        room.show(0.5 + 0.1 / LEVELS, door_open=True)

        assert room.asked == []


async def test_standing_still_it_follows_the_door_and_not_the_breath() -> None:
    app = Wall(Room())
    async with app.run_test(size=(100, 30)) as pilot:
        app.room.moving = False
        app.room.show(TOP, door_open=True)
        await pilot.pause()
        assert shown(app, app.room) == painted(STILL, Door.AJAR)

        app.room.show(BOTTOM, door_open=False)
        await pilot.pause()
        assert shown(app, app.room) == painted(STILL, Door.CLOSED)


async def test_moving_again_it_goes_where_the_breath_is() -> None:
    app = Wall(Room())
    async with app.run_test(size=(100, 30)) as pilot:
        app.room.moving = False
        app.room.show(TOP, door_open=True)
        app.room.moving = True
        await pilot.pause()

        assert shown(app, app.room) == painted(LEVELS - 1, Door.AJAR)


async def test_it_has_the_light_of_the_theme_and_of_the_hour() -> None:
    app = Wall(Room(Hour.NIGHT))
    async with app.run_test(size=(100, 30)) as pilot:
        app.room.show(TOP, door_open=True)
        app.theme = Theme.LIGHT.value
        await pilot.pause()
        assert shown(app, app.room) == painted(LEVELS - 1, Door.AJAR, Theme.LIGHT, Hour.NIGHT)

        app.room.hour = Hour.DUSK
        await pilot.pause()
        assert shown(app, app.room) == painted(LEVELS - 1, Door.AJAR, Theme.LIGHT, Hour.DUSK)


@pytest.mark.parametrize("size", [(0, 0), (0, 4), (4, 0), (1, 1), (19, 5), (36, 6), (44, 2), (99, 29)])
async def test_any_size_shows_moments(size: tuple[int, int]) -> None:
    app = Wall(Room(), *size)
    async with app.run_test(size=(100, 30)) as pilot:
        for fullness in (BOTTOM, 0.3, TOP, -1.0, 2.0, float("nan")):
            app.room.show(fullness, door_open=fullness < 1)
            await pilot.pause()

        assert app.room.size == Size(*size)


async def test_moments_before_there_is_a_screen_are_kept() -> None:
    room = Room()
    room.show(TOP, door_open=False)
    app = Wall(room)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()

        assert shown(app, room) == painted(LEVELS - 1, Door.CLOSED)


async def test_it_lives_through_a_window_that_is_dragged() -> None:
    app = Wall(Room())
    app.room.styles.width = app.room.styles.height = "100%"
    async with app.run_test(size=(100, 30)) as pilot:
        for step in range(12):
            await pilot.resize_terminal(*[(100, 30), (20, 6), (3, 1), (130, 40)][step % 4])
            app.room.show(step / 11, door_open=step % 2 == 0)
            await asyncio.sleep(0)
        await pilot.resize_terminal(72, 18)
        await pilot.pause()

        assert shown(app, app.room) == painted(LEVELS - 1, Door.CLOSED)


async def test_where_it_is_partly_out_of_view_the_rest_is_right() -> None:
    app = Wall(Room())
    async with app.run_test(size=(40, 10)) as pilot:
        app.room.show(TOP, door_open=True)
        await pilot.pause()

        rows = [row.crop(0, 40).simplify() for row in painted(LEVELS - 1, Door.AJAR)[:10]]
        assert shown(app, app.room)[:10] == rows


async def test_it_takes_no_focus() -> None:
    app = Wall(Room())
    async with app.run_test() as pilot:
        await pilot.press("tab")

        assert app.focused is None


async def test_without_colours_it_is_a_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Wall(Room())
    async with app.run_test(size=(100, 30)) as pilot:
        app.room.show(TOP, door_open=True)
        await pilot.pause()

        text = [strip.text for strip in shown(app, app.room)]
        assert text == list(LineArt(72, 18).frame(LEVELS - 1, Door.AJAR).rows)
        assert UPPER_HALF not in "".join(text)


async def test_a_drawing_takes_the_colour_of_the_words() -> None:
    app = Wall(Room(drawing=True))
    async with app.run_test(size=(100, 30)) as pilot:
        for theme in Theme:
            app.theme = theme.value
            await pilot.pause()
            styles = {segment.style for strip in shown(app, app.room) for segment in strip}
            assert {style.color for style in styles if style} == {app.room.rich_style.color}


@pytest.mark.parametrize(("theme", "hour"), [(Theme.DARK, Hour.DUSK), (Theme.LIGHT, Hour.NOON)])
def test_a_breath_sends_few_bytes(theme: Theme, hour: Hour) -> None:
    """As Textual sends it: each region from its left edge, with the codes of its colours and of its place."""
    console = Console(force_terminal=True, color_system="truecolor")
    film = Film(Painter(72, 18, theme, hour), Style())
    up, down = round(IN * PICTURES_A_SECOND), round(OUT * PICTURES_A_SECOND)
    path = [step / up for step in range(up + 1)] + [1 - step / down for step in range(1, down + 1)]
    poses = [Pose(round(fullness * (LEVELS - 1)), Door.AJAR) for fullness in path]
    total = 0
    for before, after in pairwise(poses):
        for region in film.regions(before, after):
            part = film.strips(after)[region.y].crop(region.x, region.right)
            total += len(f"\x1b[{region.y};{region.x}H{part.render(console)}".encode())

    assert total / (IN + OUT) < 22_000


def test_rows_that_frames_share_are_one_strip() -> None:
    film = Film(Painter(72, 18, Theme.DARK, Hour.DUSK), Style())
    strips = {id(strip) for level in range(LEVELS) for strip in film.strips(Pose(level, Door.AJAR))}

    assert len(strips) < LEVELS * 18 / 2
