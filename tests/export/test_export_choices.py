"""What a page does with choices, and with words that look like markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from tests.export.export_files import export
from tests.export.export_pages import on_to_the_choice, state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NASTY = "</script><b>x</b>&amp;"


@pytest.fixture
def at_a_choice(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Exports a break and goes on to where something can be chosen."""
    pages = []

    def go(script: str) -> Page:
        export(script, "-o", tmp_path / "x.html", "--no-voice")
        page = browser.new_page()
        pages.append(page)
        page.goto((tmp_path / "x.html").as_uri())
        page.keyboard.press(" ")
        on_to_the_choice(page)
        return page

    yield go
    for page in pages:
        page.close()


@pytest.mark.browser
@pytest.mark.slow
def test_a_choice_that_ends_it_ends_it_and_one_for_help_opens_the_help(at_a_choice: Callable[[str], Page]) -> None:
    page = at_a_choice("godta-merk-navn")

    page.keyboard.press("3")

    assert page.locator("#help").is_visible()
    page.locator("#go-on").click()
    page.keyboard.press("q")
    page.keyboard.press(" ")
    on_to_the_choice(page)
    page.get_by_role("button", name="Done").click()
    assert state(page) == "over"


@pytest.mark.browser
@pytest.mark.slow
def test_a_reply_comes_in_the_place_of_the_question_and_is_told(at_a_choice: Callable[[str], Page]) -> None:
    page = at_a_choice("var-det-pause")

    page.keyboard.press("2")

    reply = "It happens. Not everything that looks like a break is one."
    assert page.locator("#thought").inner_text() == reply
    assert page.locator("#live").inner_text() == reply
    assert page.locator("#choices > *").count() == 0
    assert state(page) == "running"


@pytest.mark.browser
@pytest.mark.slow
def test_what_leads_to_another_break_says_that_it_is_not_in_this_file(at_a_choice: Callable[[str], Page]) -> None:
    page = at_a_choice("godta-merk-navn")

    assert page.locator("#choices .elsewhere").inner_text() == "2 Another break (not in this file)"
    page.keyboard.press("2")
    assert state(page) == "running"
    assert page.locator("#choices > *").count() == 3


class Marks(HTMLParser):
    """Which elements there are, and the text of a few of them."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = ["before"]
        self.texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts[self.elements[-1]] = self.texts.get(self.elements[-1], "") + data


def test_words_of_a_script_are_words(tmp_path: Path) -> None:
    own = next(paths.scripts().rglob("tell-ting.toml")).read_text("utf-8")
    own = re.sub(r'en = "[^"]*"', f'en = "{NASTY}"', own).replace('id = "tell-ting"', 'id = "mine"')
    (tmp_path / "own.toml").write_text(own, "utf-8")

    export(tmp_path / "own.toml", "-o", tmp_path / "x.html", "--no-voice")
    export("tell-ting", "-o", tmp_path / "y.html", "--no-voice")

    ours, theirs = Marks(), Marks()
    ours.feed((tmp_path / "y.html").read_text("utf-8"))
    theirs.feed((tmp_path / "x.html").read_text("utf-8"))
    assert set(theirs.elements) == set(ours.elements)
    assert "b" not in theirs.elements
    assert theirs.elements.count("script") == 2
    assert theirs.texts["h1"].strip() == NASTY
    (held,) = re.findall(
        r'<script type="application/json" id="break">(.*?)</script>', (tmp_path / "x.html").read_text()
    )
    assert json.loads(held)["cues"][0]["words"] == NASTY
