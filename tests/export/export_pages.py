"""What the tests of pages ask of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_CUES = 100


def state(page: Page) -> str:
    """Whether the break of a page is ready, running, paused or over."""
    return str(page.evaluate("document.documentElement.dataset.state"))


def wait_for(page: Page, condition: str) -> None:
    """Until it holds. Playwright's own waiting evaluates words in the page, which the page forbids."""
    end = time.monotonic() + 30
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"it never came to that: {condition}"


def on_to_the_choice(page: Page) -> None:
    """From cue to cue until something can be chosen."""
    for _ in range(MOST_CUES):
        if page.locator("#choices > *").count():
            return
        page.keyboard.press("n")
    raise AssertionError("there is no choice")
