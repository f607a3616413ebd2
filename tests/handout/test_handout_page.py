"""The sheets in a real browser: on paper one page that can be read, on a screen a page of any width."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec
import pytest

from assistant import i18n
from assistant.handout.making import HandoutRefused
from assistant.help.answering import countries
from assistant.language import Language
from assistant.shelf import whole_shelf
from tests.handout.sheets import PAPERS, printed, sheet_of, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from assistant.script.model import Script

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ENHANCED = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
SIZES = "selector => [...document.querySelectorAll(selector)].map(one => parseFloat(getComputedStyle(one).fontSize))"
POINT = 96 / 72
"""CSS pixels."""

FEW = ("tell-ting", "slurk", "minne", "ankre", "moete-demo")


def smallest(page: Page, document: str, selector: str) -> float:
    """Points of the smallest words that ``selector`` finds in ``document`` on paper."""
    page.emulate_media(media="print")
    show(page, document)
    sizes: list[float] = page.evaluate(SIZES, selector)
    return round(min(sizes) / POINT, 2)


@pytest.mark.parametrize("language", Language)
def test_every_break_is_one_page_that_can_be_read(language: Language, browser: Browser) -> None:
    i18n.use(language)
    page, looked_at = browser.new_page(), browser.new_page()

    for script in whole_shelf().scripts:
        document = sheet_of(script)
        show(page, document)
        for paper in PAPERS:
            (words,) = printed(page, paper)
            assert i18n._("Mellomrom – stopping is always fine.") in " ".join(words.split()), (script.id, paper)
        least = 9.5 if script.checklist else 10
        assert smallest(looked_at, document, "p:not(.foot, .note, .small), li, tbody th") >= least, script.id
    page.close()
    looked_at.close()


@pytest.mark.parametrize("language", Language)
def test_several_that_are_said_to_fit_do_and_are_never_squeezed(language: Language, browser: Browser) -> None:
    i18n.use(language)
    page, looked_at = browser.new_page(), browser.new_page()
    fitting = 0

    for names in itertools.chain(itertools.combinations(FEW, 2), itertools.combinations(FEW, 3)):
        try:
            document = sheet_of(*names, country="no")
        except HandoutRefused:
            continue
        fitting += 1
        show(page, document)
        assert [len(printed(page, paper)) for paper in PAPERS] == [1, 1], names
        assert smallest(looked_at, document, "p:not(.foot, .note), li") >= 10
    assert fitting >= 5
    page.close()
    looked_at.close()


@pytest.mark.parametrize("letters", ["W", "i", "Å ", "word "])
def test_the_fullest_sheet_that_is_not_refused_is_one_page(
    letters: str, browser: Browser, script_of: Callable[[str], Script]
) -> None:
    page = browser.new_page()
    step = '[[steps]]\ndo = "quiet"\nseconds = 60\ntext = {{ nb = "{0}", en = "{0}" }}\n'
    script = script_of(step.format((letters * 400)[:160].strip()))
    last = ""
    for count in range(1, 20):
        longer = msgspec.structs.replace(
            script,
            steps=script.steps * count,
            lengths=msgspec.structs.replace(script.lengths, usual=60 * count, most=3600),
        )
        try:
            last = sheet_of(longer)
        except HandoutRefused:
            break
    else:
        pytest.fail("nothing is too much")

    show(page, last)
    assert [len(printed(page, paper)) for paper in PAPERS] == [1, 1]
    page.close()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("names", [("tell-ting",), ("sukket",), ("tell-ting", "slurk"), ("rammesjekk",)])
def test_axe_finds_nothing_wrong_with_it(names: tuple[str, ...], language: Language, browser: Browser) -> None:
    from axe_playwright_python.sync_playwright import Axe

    i18n.use(language)
    for width in (320, 1280):
        # The rules are given to the page from outside, which the page itself forbids.
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        page = context.new_page()
        page.set_content(sheet_of(*names, country="no"))

        found = Axe().run(page, options=ENHANCED)

        assert [violation["id"] for violation in found.response["violations"]] == []
        assert [rule["id"] for rule in found.response["incomplete"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()


@pytest.mark.parametrize("name", ["tell-ting", "rammesjekk"])
def test_it_asks_nobody_for_anything_and_has_nothing_to_complain_of(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.html"
    file.write_text(sheet_of(name), "utf-8")
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    page.pdf()

    assert (asked, said) == ([file.as_uri()], [])
    page.close()


def test_the_numbers_can_be_read_on_paper(browser: Browser) -> None:
    page = browser.new_page()

    show(page, sheet_of("tell-ting"))
    (words,) = printed(page, "A4")

    assert all(line.number in words for country in countries() for line in country.lines)
    page.close()
