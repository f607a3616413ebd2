"""What the tests of sheets ask of them."""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import msgspec
from pypdf import PdfReader

from assistant import i18n
from assistant.handout.making import make
from assistant.help.answering import those_for
from assistant.language import Language
from assistant.script.model import Ask
from assistant.settings import ALL_COUNTRIES
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from pypdf import PageObject

    from assistant.script.model import Script

SHELF = whole_shelf()

ASK = '[[steps]]\ndo = "ask"\nseconds = 12\ntext = {{ nb = "Spørsmål {0}?", en = "Question {0}?" }}\n'

PAPERS = {"A4": ("210mm", "297mm"), "US Letter": ("8.5in", "11in")}


def sheet_of(*scripts: str | Script, country: str = ALL_COUNTRIES) -> str:
    """The page with ``scripts`` in the language in use."""
    found = [SHELF.find(script) if isinstance(script, str) else script for script in scripts]
    return make([(script, compose(script, i18n.language())) for script in found], those_for(country))


def alone(name: str) -> str:
    """The page with that break only, in the language in use: many tests read it, and it is made once."""
    return _alone(name, i18n.language())


@cache
def _alone(name: str, _language: Language) -> str:
    return sheet_of(name)


def asked(script: Script, language: Language) -> list[str]:
    """What ``script`` asks."""
    return [step.text.of(language) for step in script.steps if isinstance(step, Ask)]


def of_questions(script_of: Callable[[str], Script], count: int) -> Script:
    """A checklist with so many."""
    script = script_of("".join(ASK.format(number) for number in range(count)))
    lengths = msgspec.structs.replace(script.lengths, usual=max(20, 12 * count), most=3600)
    return msgspec.structs.replace(script, checklist=True, lengths=lengths)


def show(page: Page, document: str) -> None:
    """``document`` on ``page``, without the policy of what stood there before."""
    page.goto("about:blank")
    page.set_content(document)


def printed(page: Page, paper: str) -> list[PageObject]:
    """The pages of what is shown on ``page``, as a printer gets them."""
    width, height = PAPERS[paper]
    return list(PdfReader(io.BytesIO(page.pdf(width=width, height=height, print_background=True))).pages)


def words_of(page: PageObject) -> str:
    """The words on it, a space between them: finding them takes longer than to print it."""
    # The letters as they were written: a font may have one of its own for “fi”.
    return " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())


class Read(HTMLParser):
    """What a browser finds: the words of the page, those of each kind of element, and all tags and attributes."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.of: dict[str, list[str]] = {}
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self.feed(document)
        self.words = " ".join(self.of["body"][0].split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.of.setdefault(tag, []).append("")
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.of[tag][-1] += data
