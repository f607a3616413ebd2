"""Take the pictures in this folder: ``uv run python docs/screenshots.py``. It needs Chromium."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dateutil.tz import tzlocal

from assistant import i18n
from assistant.accompaniment import Accompaniment
from assistant.day.daybook import Daybook
from assistant.day.plan import Plan
from assistant.language import Language
from assistant.picture.hour import Hour
from assistant.presenting.desk import Desk
from assistant.record.ran import Ran
from assistant.settings import Settings, Sound, Theme
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.timeline.counting_in import counted_in
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.screens.present_screen import PresentScreen
from assistant.workday.workday import Workday

if TYPE_CHECKING:
    from collections.abc import Sequence


def look(app: Mellomrom) -> None:
    """Have the screen look at the clock."""
    if isinstance(app.screen, BreakScreen | PresentScreen):
        app.screen.look()


FOLDER = Path(__file__).parent

DAY = "the day"
WALL = "tell-ting on a wall"
SESSIONS = "08:30-09:15 09:30-10:15 10:30-11:15 12:00-12:45 13:00-13:45 14:00-14:45"
NOW = dt.datetime(2026, 11, 24, 10, 15, tzinfo=tzlocal())

PICTURES = (
    # name, script or home or the day, seconds into it, columns, rows, theme, hour, language
    ("home", None, 0, 100, 30, Theme.DARK, Hour.DUSK, Language.EN),
    ("hjem", None, 0, 100, 30, Theme.LIGHT, Hour.MORNING, Language.NB),
    ("break", "rolig-pust", 48, 108, 32, Theme.DARK, Hour.NOON, Language.EN),
    ("pause", "rolig-pust", 48, 108, 32, Theme.DARK, Hour.NOON, Language.NB),
    ("inner-room", "indre-rom", 100, 108, 32, Theme.DARK, Hour.DUSK, Language.EN),
    ("day", DAY, 0, 100, 32, Theme.DARK, Hour.NOON, Language.EN),
    ("present", WALL, 15, 120, 36, Theme.DARK, Hour.NOON, Language.EN),
    ("vis", WALL, 15, 120, 36, Theme.DARK, Hour.NOON, Language.NB),
    ("dagen", DAY, 0, 100, 32, Theme.LIGHT, Hour.NOON, Language.NB),
)
"""What the documents show."""


PAGES: tuple[tuple[str, Language, Literal["light", "dark"]], ...] = (
    ("page", Language.EN, "light"),
    ("side", Language.NB, "light"),
)
"""Exported breaks in a browser."""


async def take(
    script: str | None, seconds: int, columns: int, rows: int, theme: Theme, hour: Hour, language: Language
) -> str:
    """One picture, as SVG, of ``script`` (home where there is none, the day, or a wall) so many ``seconds`` into it."""
    i18n.use(language)
    shelf, clock = whole_shelf(), ManualClock()
    start = compose(shelf.find(script), language) if script not in {None, DAY, WALL} else None
    sound = Accompaniment(Settings(), language, Sound.SILENT)
    app = Mellomrom(shelf, Settings(welcomed=True, theme=theme), sound, start=start, clock=clock)
    app.hour = hour
    if script == DAY:
        _open_day(app)
    if script == WALL:
        timeline = counted_in(compose(shelf.find("tell-ting"), language))
        app.opens = lambda _app: PresentScreen(timeline, "", Desk(None))
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.press(*["space"] * (script == WALL))
        for _ in range(seconds):
            clock.forward(1.0)
            look(app)
        await pilot.pause()
        # It would fetch its fonts from elsewhere.
        return re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(title="Mellomrom"), flags=re.DOTALL)


def _open_day(app: Mellomrom) -> None:
    """A day in which a conversation has just ended, and there was a break after the one before."""
    book = Daybook(Path(tempfile.mkdtemp()) / "today.jsonl")
    workday = Workday(app.shelf, app.chosen, Plan(SESSIONS), tzlocal(), book)
    app.now = lambda: NOW  # type: ignore[method-assign]
    app.ran = [Ran("mellom-to", NOW.replace(hour=9, minute=17), 120)]
    app.opens = lambda app: app.day(workday)


def take_page(language: Language, scheme: Literal["light", "dark"], path: Path) -> None:
    """An exported break in Chromium, a quarter of a minute into it."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        wish = ("rolig-pust", "--for", "60s", "--no-voice", "--lang", language.value, "-o", str(file))
        subprocess.run([sys.executable, "-m", "assistant", "export", *wish], check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=_browser(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1080, "height": 720}, color_scheme=scheme)
        page.goto(file.as_uri())
        page.keyboard.press("Space")
        page.wait_for_timeout(15_000)
        page.screenshot(path=path)
        browser.close()


def _browser() -> str:
    return next(found for name in ("chromium", "google-chrome", "chrome") if (found := shutil.which(name)))


def write_png(svg: str, path: Path) -> None:
    """Have Chromium draw ``svg``."""
    width, height = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0]
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<!doctype html><meta charset=utf-8><style>body {{ margin: 0 }}</style>{svg}", "utf-8")
        size = f"--window-size={float(width):.0f},{float(height):.0f}"
        options = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--hide-scrollbars",
        )
        profile = f"--user-data-dir={folder}/profile"
        command = [_browser(), *options, profile, size, f"--screenshot={path.absolute()}", page.as_uri()]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def main(folders: Sequence[str]) -> None:
    """Take them all, into the folder that is named, else into this one."""
    folder = Path(folders[0]) if folders else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, *picture in PICTURES:
        path = folder / f"{name}.png"
        write_png(asyncio.run(take(*picture)), path)
        print(path)
    for name, language, scheme in PAGES:
        take_page(language, scheme, folder / f"{name}.png")
        print(folder / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
