"""The app in a real browser: its breaks run by its keys, and the page round it holds what a page must."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from assistant import settings
from assistant.language import Language
from assistant.picture.colour import code
from assistant.picture.palette import UI
from assistant.settings import Theme
from tests.serving.served import Served, Tab

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOME = "Between two conversations"
BREAK = "That conversation is over."
LEFT = re.compile(r"\b[12]:[0-5]\d\b")
ENHANCED = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
TIMES = 20
MANY = 5


def left(tab: Tab) -> str | None:
    """The time that a break shows."""
    found = LEFT.search(tab.text().splitlines()[0])
    return found[0] if found is not None else None


def ground(tab: Tab) -> str:
    """The colour where the app draws nothing: the edges."""
    return str(tab.page.evaluate("getComputedStyle(document.querySelector('.xterm-viewport')).backgroundColor"))


def fits(tab: Tab, width: int, height: int) -> bool:
    """Whether the app fills a window of that size, to less than a letter."""
    box = tab.page.locator(".xterm-screen").bounding_box()
    return box is not None and 0 <= width - box["width"] < 16 and 0 <= height - box["height"] < 32


@pytest.mark.timeout(300)
def test_a_break_starts_runs_and_stops_by_keys_time_after_time(served: Served, tab: Callable[..., Tab]) -> None:
    visitor = tab(served.address)
    for time in range(TIMES):
        visitor.wait_for(HOME, "start")

        visitor.press(" " if time % 2 else "Enter")
        visitor.wait_for(BREAK)
        visitor.wait_until(lambda: left(visitor) is not None, "the time left")

        visitor.press("q")
        visitor.wait_for("Slow breathing")
        assert visitor.page.evaluate("document.hasFocus() && document.activeElement.tagName") == "TEXTAREA"
        visitor.reload()

    assert visitor.errors == []
    assert {urlsplit(address).netloc for address in visitor.asked} == {served.host}


def test_it_ends_with_a_page_that_opens_it_again(served: Served, tab: Callable[..., Tab]) -> None:
    visitor = tab(served.address)
    visitor.wait_for(HOME)

    visitor.press("q")
    visitor.wait_until(visitor.page.locator("#again").is_visible, "the page after it")
    assert visitor.page.locator("#over").inner_text() == "Mellomrom is closed here."
    assert not visitor.page.locator("#gone").is_visible()
    visitor.wait_until(lambda: not served.apps(), "the end of the app")

    visitor.press("Enter")
    visitor.wait_until(lambda: visitor.page.locator("body.-first-byte").count(), "the app again")
    assert len(served.apps()) == 1


def test_a_page_whose_server_has_ended_says_so(served: Served, tab: Callable[..., Tab]) -> None:
    visitor = tab(served.address)
    visitor.wait_for(HOME)

    assert served.ends() == (0, "")

    visitor.wait_until(visitor.page.locator("#gone").is_visible, "the word that it is gone")
    assert not visitor.page.locator("#again").is_visible()


def test_whoever_comes_when_all_places_are_taken_is_told_and_may_try_again(
    been_here_before: None, tab: Callable[..., Tab]
) -> None:
    with Served(places=1) as served:
        first = tab(served.address)
        first.wait_for(HOME)
        second = tab(served.address)
        second.wait_until(second.page.locator("#full").is_visible, "the line that says so")
        assert second.page.locator("#full").inner_text().startswith("All places are taken.")
        assert not second.page.locator("#over").is_visible()

        first.page.close()
        second.wait_until(lambda: not served.apps(), "a free place")
        second.press("Enter")

        second.wait_for(HOME)


def test_the_edges_have_the_ground_of_the_app_dark_or_light(served: Served, tab: Callable[..., Tab]) -> None:
    visitor = tab(served.address)
    visitor.wait_for(HOME)
    colours = {theme: "rgb({}, {}, {})".format(*UI[theme].ground) for theme in Theme}
    assert ground(visitor) == colours[Theme.DARK], code(UI[Theme.DARK].ground)

    visitor.press("t")

    visitor.wait_until(lambda: ground(visitor) == colours[Theme.LIGHT], "the light ground")


def test_it_has_the_whole_window_and_follows_its_size(served: Served, tab: Callable[..., Tab]) -> None:
    visitor = tab(served.address)
    visitor.wait_for(HOME)

    for width, height in ((360, 640), (1600, 900)):
        visitor.page.set_viewport_size({"width": width, "height": height})

        visitor.wait_until(lambda w=width, h=height: fits(visitor, w, h), "the whole window")  # type: ignore[misc]
        visitor.wait_until(lambda: "space start" in visitor.text(), "the keys in the last row")


def test_ctrl_z_does_not_stop_it(served: Served, tab: Callable[..., Tab]) -> None:
    visitor = tab(served.address)
    visitor.wait_for(HOME, "start")

    visitor.press("Control+z", " ")
    visitor.wait_for(BREAK)
    visitor.wait_until(lambda: left(visitor) is not None, "the time left")
    visitor.press("Control+z")

    began = left(visitor)
    visitor.wait_until(lambda: left(visitor) not in {None, began}, "another time")
    assert [app.status() for app in served.apps()] != ["stopped"]


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing_wrong_with_the_page(
    theme: Theme, language: Language, browser: Browser, been_here_before: None
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with Served(language=language.value) as served:
        # The rules are given to the page from outside, which the page itself forbids.
        context = browser.new_context(color_scheme=theme.value, bypass_csp=True)
        visitor = Tab(context.new_page(), served.address)
        visitor.wait_until(lambda: visitor.page.locator("body.-first-byte").count(), "the app")
        assert visitor.page.locator("html").get_attribute("lang") == language.value
        found = [Axe().run(visitor.page, options=ENHANCED)]
        visitor.press("q")
        visitor.wait_until(visitor.page.locator("#again").is_visible, "the page after it")
        found.append(Axe().run(visitor.page, options=ENHANCED))
        served.ends(signal.SIGINT)
        context.close()

    assert [rule["id"] for page in found for rule in page.response["violations"]] == []


def test_without_javascript_one_line_says_what_is_needed(served: Served, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address)

    assert "needs JavaScript" in page.locator("noscript").inner_text()
    assert not page.locator("#opening").is_visible()
    context.close()


def test_many_tabs_reloads_and_tabs_that_are_closed_leave_no_process(served: Served, tab: Callable[..., Tab]) -> None:
    settings.remember({"motion": False})  # moving pictures are much to draw
    tabs = [tab(served.address) for _ in range(MANY)]
    for visitor in tabs:
        visitor.wait_for("start")
    assert len(served.apps()) == MANY

    tabs[0].reload()
    tabs[0].wait_for("start")
    tabs[0].wait_until(lambda: len(served.apps()) == MANY, "the end of the app before")
    for visitor in tabs[1:]:
        visitor.page.close()

    tabs[0].wait_until(lambda: len(served.apps()) == 1, "the end of all others")
    tabs[0].press(" ")
    tabs[0].wait_for("pause")
