"""What the tests of sheets ask of them."""

from __future__ import annotations

import io
import unicodedata
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from pypdf import PdfReader

from assistant import i18n
from assistant.handout.making import make
from assistant.help.answering import those_for
from assistant.settings import ALL_COUNTRIES
from assistant.shelf import whole_shelf
from assistant.timeline.compose import compose

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from assistant.script.model import Script

PAPERS = {"A4": ("210mm", "297mm"), "US Letter": ("8.5in", "11in")}


def sheet_of(*scripts: str | Script, country: str = ALL_COUNTRIES) -> str:
    """The page with ``scripts`` in the language in use."""
    shelf = whole_shelf()
    found = [shelf.find(script) if isinstance(script, str) else script for script in scripts]
    return make([(script, compose(script, i18n.language())) for script in found], those_for(country))


def show(page: Page, document: str) -> None:
    """``document`` on ``page``, without the policy of what stood there before."""
    page.goto("about:blank")
    page.set_content(document)


def printed(page: Page, paper: str) -> list[str]:
    """The words of each page of what is shown on ``page``, as a printer gets it."""
    width, height = PAPERS[paper]
    content = page.pdf(width=width, height=height, print_background=True)
    # The letters as they were written: a font may have one of its own for “fi”.
    return [unicodedata.normalize("NFKC", one.extract_text()) for one in PdfReader(io.BytesIO(content)).pages]


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
