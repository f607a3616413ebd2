"""A real browser for the sheets of this folder, and one page in it for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.export.conftest import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["browser"]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page as wide as a screen."""
    return browser.new_page()
