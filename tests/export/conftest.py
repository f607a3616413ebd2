"""A real browser for the pages of this folder, and pages opened in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.export.export_files import export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no Chromium here")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the page of a break as it has been exported."""
    contexts = []

    def open_(script: str | Path, *arguments: str, width: int = 1280, lasts: str = "", **looks: Any) -> Page:
        path = tmp_path / "x.html"
        export(script, "-o", path, *arguments, *(("--for", lasts) if lasts else ()))
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=False, **looks)
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
