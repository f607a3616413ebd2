"""The sheets in a real browser: on paper one page that can be read, on a screen a page of any width."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec
import pytest

from assistant import i18n
from assistant.handout import looks
from assistant.handout.fitting import fit, height
from assistant.handout.making import HandoutRefused
from assistant.handout.model import handout
from assistant.help.answering import countries
from assistant.language import Language
from assistant.timeline.compose import compose
from tests.handout.sheets import PAPERS, SHELF, alone, asked, of_questions, printed, sheet_of, show, words_of

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
    page.emulate_media(media="null")
    return round(min(sizes) / POINT, 2)


def fullest(language: Language) -> list[str]:
    """The breaks whose sheets have least room left, as it is reckoned."""

    def left(script: Script) -> float:
        sheet = handout([(script, compose(script, language))], countries())
        return looks.HEIGHT - height(sheet, fit(sheet) or 1)

    lists = [script.id for script in SHELF.scripts if script.checklist]
    breaks = sorted((script for script in SHELF.scripts if not script.checklist), key=left)
    return lists + [script.id for script in breaks[:3]]


@pytest.mark.parametrize("language", Language)
def test_every_break_is_one_page(language: Language, page: Page) -> None:
    i18n.use(language)

    for script in SHELF.scripts:
        show(page, alone(script.id))
        assert len(printed(page, "A4")) == 1, script.id


@pytest.mark.parametrize("language", Language)
def test_the_fullest_are_one_page_of_the_lower_paper_too_down_to_the_foot(language: Language, page: Page) -> None:
    i18n.use(language)

    for name in fullest(language):
        show(page, alone(name))
        (only,) = printed(page, "US Letter")
        assert i18n._("Mellomrom – stopping is always fine.") in words_of(only), name


@pytest.mark.parametrize(
    ("names", "least"),
    [(["ogsaa-ledere"], 10), (["kollegarunden"], 10), (["tell-ting", "slurk"], 10), (["rammesjekk"], 9.5)],
)
def test_the_fullest_of_them_can_be_read(names: list[str], least: float, page: Page) -> None:
    assert smallest(page, sheet_of(*names), "p:not(.foot, .note, .small), li, tbody th") >= least


@pytest.mark.parametrize("language", Language)
def test_several_that_are_said_to_fit_do(language: Language, page: Page) -> None:
    i18n.use(language)
    fitting = 0

    for names in (*itertools.combinations(FEW, 2), FEW[1:4]):
        try:
            document = sheet_of(*names, country="no")
        except HandoutRefused:
            continue
        fitting += 1
        show(page, document)
        assert len(printed(page, "US Letter")) == 1, names
    assert fitting >= 5


@pytest.mark.parametrize("letters", ["W", "i", "Å ", "word "])
def test_the_fullest_sheet_that_is_not_refused_is_one_page(
    letters: str, page: Page, script_of: Callable[[str], Script]
) -> None:
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


@pytest.mark.parametrize("paper", PAPERS)
def test_a_long_checklist_goes_on_on_the_next_page_and_no_question_is_broken(
    paper: str, page: Page, script_of: Callable[[str], Script]
) -> None:
    script = of_questions(script_of, 45)

    show(page, sheet_of(script))
    pages = [words_of(each) for each in printed(page, paper)]

    assert 1 < len(pages) <= 3
    assert all("By when" in words for words in pages)
    assert "Question 44? What is to be done:" in pages[-1]
    found = [question for words in pages for question in asked(script, Language.EN) if question in words]
    assert found == asked(script, Language.EN)


@pytest.mark.parametrize(
    ("names", "language"),
    [(("sukket",), Language.NB), (("tell-ting", "slurk"), Language.EN), (("rammesjekk",), Language.NB)],
)
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


def test_steps_without_a_time_begin_at_the_edge_of_the_sheet(page: Page) -> None:
    left = "selector => document.querySelector(selector).getBoundingClientRect().left"
    show(page, alone("moete-demo"))

    indent = page.evaluate(left, ".break li") - page.evaluate(left, "h1")

    assert 0 < indent < 2 * looks.HANGING * POINT


def test_the_numbers_can_be_read_on_paper(page: Page) -> None:
    show(page, alone("tell-ting"))
    (only,) = printed(page, "A4")
    words = words_of(only)

    assert all(line.number in words for country in countries() for line in country.lines)
