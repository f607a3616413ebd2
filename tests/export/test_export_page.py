"""The page of a break in a real browser: it plays, obeys the keys, and asks nobody for anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.settings import Theme
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from tests.export.export_files import export
from tests.export.export_pages import state, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = "rolig-pust"
ENHANCED = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
WIDTHS = (320, 360, 1280, 2560)


def clock(page: Page) -> float:
    return float(page.evaluate("document.getElementById('sound').currentTime"))


def test_space_starts_pauses_and_goes_on(opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="40s")
    assert state(page) == "ready"

    page.keyboard.press(" ")
    wait_for(page, "document.getElementById('sound').currentTime > 0.3")
    assert state(page) == "running"

    page.keyboard.press(" ")
    stood = clock(page)
    assert state(page) == "paused"
    assert page.evaluate("document.getElementById('sound').paused")
    assert "Paused" in page.locator("#live").inner_text()

    page.keyboard.press(" ")
    wait_for(page, f"document.getElementById('sound').currentTime > {stood + 0.2}")
    assert state(page) == "running"


def test_n_goes_on_to_what_is_said_next_in_sound_and_words(opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="120s")
    cues = compose(whole_shelf().find(SCRIPT), Language.EN).cues
    page.keyboard.press(" ")
    wait_for(page, "document.getElementById('sound').currentTime > 0.1")

    page.keyboard.press("n")

    assert page.locator("#thought").inner_text() == cues[1].words
    assert cues[1].at / 1000 <= clock(page) < cues[1].at / 1000 + 2


def test_q_ends_it_at_once_and_it_can_be_begun_again(opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="40s")
    page.keyboard.press(" ")
    wait_for(page, "document.getElementById('sound').currentTime > 0.3")

    page.keyboard.press("q")

    assert state(page) == "ready"
    assert page.evaluate("document.getElementById('sound').paused")
    page.keyboard.press(" ")
    wait_for(page, "document.getElementById('sound').currentTime > 0.1")
    assert clock(page) < 5


def test_m_pauses_and_shows_where_to_look_and_who_answers(opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="40s")
    page.keyboard.press(" ")
    wait_for(page, "document.getElementById('sound').currentTime > 0.1")

    page.keyboard.press("m")

    help_ = page.locator("#help")
    assert help_.is_visible()
    assert state(page) == "paused"
    text = help_.inner_text()
    assert "Find something that is quite still." in text
    assert {"113", "999", "988", "112"} <= set(re.findall(r"\b\d+\b", text))
    page.keyboard.press("Escape")
    assert not help_.is_visible()


def test_keys_of_one_letter_can_be_switched_off(opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="40s")
    page.locator("#letters").uncheck()

    page.keyboard.press("m")

    assert not page.locator("#help").is_visible()


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing_wrong_with_it_at_any_moment(
    theme: Theme, language: Language, browser: Browser, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    from assistant import i18n

    i18n.use(language)
    for script, moves in (
        (SCRIPT, ("", " ", "m")),
        ("dele-skaansomt", ("", " ", "n", "n", "n")),
        ("syklusen", (" ", "n")),
    ):
        export(script, "-o", tmp_path / "x.html", "--no-voice")
        # The rules are given to the page from outside, which the page itself forbids.
        context = browser.new_context(color_scheme=theme.value, bypass_csp=True)
        page = context.new_page()
        page.goto((tmp_path / "x.html").as_uri())
        for move in moves:
            if move:
                page.keyboard.press(move)
            found = Axe().run(page, options=ENHANCED)
            assert [violation["id"] for violation in found.response["violations"]] == []
            assert [rule["id"] for rule in found.response["incomplete"]] == []
        context.close()


def test_it_asks_nobody_for_anything_and_could_not(browser: Browser, tmp_path: Path) -> None:
    export(SCRIPT, "-o", tmp_path / "x.html", "--no-voice", "--for", "20s")
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((tmp_path / "x.html").as_uri())
    page.keyboard.press(" ")
    wait_for(page, "document.documentElement.dataset.state === 'over'")

    assert asked == [(tmp_path / "x.html").as_uri()]
    assert said == []
    assert page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'through', () => 'refused')") == "refused"
    assert "Content Security Policy" in said[0]
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_every_width(width: int, opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", width=width, lasts="40s")

    page.keyboard.press(" ")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in page.locator("#keys button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 800
        assert min(box["width"], box["height"]) >= 40


def test_the_sun_rises_and_sinks_with_the_breath_unless_nothing_is_to_move(opened: Callable[..., Page]) -> None:
    heights = "() => getComputedStyle(document.getElementById('picture')).getPropertyValue('--full')"
    moving, still = (
        opened(SCRIPT, "--no-voice", lasts="120s", reduced_motion=motion) for motion in ("no-preference", "reduce")
    )
    for page in (moving, still):
        page.keyboard.press(" ")
        for _ in range(2):
            page.keyboard.press("n")
        wait_for(page, "document.getElementById('hint').textContent === 'in'")
    seen = {page: {page.evaluate(heights)} for page in (moving, still)}

    wait_for(moving, "Number(document.getElementById('picture').style.getPropertyValue('--full')) > 0.9")

    seen[moving].add(moving.evaluate(heights))
    seen[still].add(still.evaluate(heights))
    assert len(seen[moving]) == 2
    assert len(seen[still]) == 1


def test_the_door_closes_for_the_inner_room(opened: Callable[..., Page]) -> None:
    page = opened("indre-rom", "--no-voice")
    cues = compose(whole_shelf().find("indre-rom"), Language.EN).cues
    page.keyboard.press(" ")
    doors = []
    while state(page) != "over":
        doors.append(page.locator("#picture").get_attribute("data-door"))
        page.keyboard.press("n")

    assert doors[0] == "ajar"
    assert any(cue.door_closed for cue in cues)
    assert "closed" in doors


def test_it_can_be_printed_and_read_without_any_code(browser: Browser, tmp_path: Path) -> None:
    export(SCRIPT, "-o", tmp_path / "x.html", "--no-voice")
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto((tmp_path / "x.html").as_uri())
    printed = browser.new_context().new_page()
    printed.goto((tmp_path / "x.html").as_uri())
    printed.emulate_media(media="print")

    for page in (plain, printed):
        assert page.get_by_text("Let the breath be exactly as it is.").is_visible()
        assert not page.locator("#keys").is_visible()
        page.context.close()
