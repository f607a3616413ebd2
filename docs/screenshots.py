"""Take the pictures in this folder: ``uv run python docs/screenshots.py``. It needs rsvg-convert (librsvg2-bin)."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.language import Language
from assistant.picture.hour import Hour
from assistant.settings import Settings, Theme
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.tui.app import Mellomrom

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parent

PICTURES = (
    # name, script or home, seconds into it, columns, rows, theme, hour, language
    ("home", None, 0, 100, 30, Theme.DARK, Hour.DUSK, Language.EN),
    ("hjem", None, 0, 100, 30, Theme.LIGHT, Hour.MORNING, Language.NB),
    ("break", "rolig-pust", 48, 108, 32, Theme.DARK, Hour.NOON, Language.EN),
    ("pause", "rolig-pust", 48, 108, 32, Theme.DARK, Hour.NOON, Language.NB),
    ("inner-room", "indre-rom", 100, 108, 32, Theme.DARK, Hour.DUSK, Language.EN),
)
"""What the documents show."""


async def take(
    script: str | None, seconds: int, columns: int, rows: int, theme: Theme, hour: Hour, language: Language
) -> str:
    """One picture, as SVG, of ``script`` (home where there is none) so many ``seconds`` into it."""
    i18n.use(language)
    shelf, clock = whole_shelf(), ManualClock()
    start = compose(shelf.find(script), language) if script else None
    app = Mellomrom(shelf, Settings(theme=theme), None, start=start, clock=clock)
    app.hour = hour
    async with app.run_test(size=(columns, rows)) as pilot:
        for _ in range(seconds):
            clock.forward(1.0)
            app.show_now()
        await pilot.pause()
        # Without it, the space between a key and what it does is lost in some viewers.
        return app.export_screenshot(title="Mellomrom").replace("<text ", '<text xml:space="preserve" ')


def main(folders: Sequence[str]) -> None:
    """Take them all, into the folder that is named, else into this one."""
    folder = Path(folders[0]) if folders else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, *picture in PICTURES:
        path = folder / f"{name}.png"
        svg = asyncio.run(take(*picture))
        subprocess.run(["rsvg-convert", "--output", path], input=svg.encode(), check=True)
        print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
