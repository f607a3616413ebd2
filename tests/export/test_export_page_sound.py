"""A page and its sound in a real browser: the page follows it, wherever it is stopped, and goes on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.language import Language
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose
from assistant.units import ms
from tests.export.export_pages import state, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = "rolig-pust"

FOLLOWED = """async (until) => {
  const by = (id) => document.getElementById(id);
  const seen = [];
  let before = null;
  const look = () => {
    const words = by("thought").textContent + "|" + by("hint").textContent;
    if (words !== before) seen.push([by("sound").currentTime * 1000, words]);
    before = words;
  };
  const watcher = new MutationObserver(look);
  watcher.observe(by("words"), { childList: true, subtree: true, characterData: true });
  look();
  by("play").click();
  while (by("sound").currentTime < until) await new Promise((done) => setTimeout(done, 20));
  watcher.disconnect();
  return seen;
}"""
"""When the words changed, on the clock of the sound."""


def test_it_follows_the_clock_of_its_sound_within_50_ms(opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="40s")
    cues = compose(whole_shelf().find(SCRIPT), Language.EN, ms(40)).cues

    seen = page.evaluate(FOLLOWED, 24)

    for (at, words), cue in zip(seen[1:], cues[:-1], strict=False):
        assert words == f"{cue.words}|{cue.hint}"
        assert abs(at - cue.at) < 50
    assert len(seen) == 1 + sum(cue.at < 24_000 for cue in cues)


def test_a_sound_that_is_stopped_from_outside_pauses_the_page_and_one_that_is_started_goes_on(
    opened: Callable[..., Page],
) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="40s")
    page.keyboard.press(" ")
    wait_for(page, "document.getElementById('sound').currentTime > 0.3")

    page.evaluate("document.getElementById('sound').pause()")

    wait_for(page, "document.documentElement.dataset.state === 'paused'")
    assert page.locator("#play-does").inner_text() == "go on"
    assert "Paused" in page.locator("#live").inner_text()

    stood = page.evaluate("document.getElementById('sound').currentTime")
    page.evaluate("void document.getElementById('sound').play()")

    wait_for(page, f"document.getElementById('sound').currentTime > {stood + 0.2}")
    assert state(page) == "running"
    assert page.locator("#play-does").inner_text() == "pause"


def test_a_page_without_sound_goes_on_by_the_clock(opened: Callable[..., Page]) -> None:
    page = opened(SCRIPT, "--no-voice", lasts="20s")
    page.evaluate("document.getElementById('sound').src = 'data:audio/mpeg;base64,AAAA'")

    page.keyboard.press(" ")

    wait_for(page, "document.getElementById('left').textContent === '0:18'")
    assert state(page) == "running"
    assert page.locator("#note").inner_text().startswith("This browser cannot play the sound")
    wait_for(page, "document.documentElement.dataset.state === 'over'")
