"""Pictures of the screens, looked at and kept. ``pytest --snapshot-update`` takes new ones: look at those too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from assistant import i18n
from assistant.language import Language
from assistant.picture.hour import Hour
from assistant.settings import Settings, Theme
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot


def look(app: Mellomrom) -> None:
    """Have the screen look at the clock."""
    if isinstance(app.screen, BreakScreen):
        app.screen.look()


PICTURES = {
    "home-120x40-dark": (None, 0, (120, 40), Theme.DARK, Hour.NIGHT, Language.EN),
    "home-40x12-light": (None, 0, (40, 12), Theme.LIGHT, Hour.NOON, Language.NB),
    "breath-80x24-dark": ("rolig-pust", 24, (80, 24), Theme.DARK, Hour.NOON, Language.NB),
    "breath-80x24-light": ("rolig-pust", 24, (80, 24), Theme.LIGHT, Hour.MORNING, Language.EN),
    "ritual-40x12-dark": ("mellom-to", 13, (40, 12), Theme.DARK, Hour.DUSK, Language.NB),
    "room-closed-120x40-light": ("indre-rom", 100, (120, 40), Theme.LIGHT, Hour.DUSK, Language.NB),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_screen_looks_as_it_did_when_it_was_looked_at(name: str, snap_compare: Callable[..., bool]) -> None:
    script, seconds, size, theme, hour, language = PICTURES[name]
    i18n.use(language)
    clock, shelf = ManualClock(), whole_shelf()
    start = compose(shelf.find(script), language) if script else None
    app = Mellomrom(shelf, Settings(theme=theme, welcomed=True), None, start=start, clock=clock)
    app.hour = hour

    async def move(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        for _ in range(seconds):
            clock.forward(1.0)
            look(app)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=move)
