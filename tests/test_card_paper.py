"""Cards on paper: the PDF read back, and the page as a browser reads it."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from assistant import i18n
from assistant.card.layout import fit
from assistant.card.looks import MARGIN, SMALLEST, missing
from assistant.card.model import Card, card_of, foot
from assistant.card.paper import FORMATS, MM, CardRefused, Paper, paper_for, sheets
from assistant.card.pdf import pdf
from assistant.card.web import page
from assistant.language import Language
from assistant.script.model import Occasion
from assistant.shelf import whole_shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

CARD = Card("Count", ("One line.", "Another line."), "Careful: not for all.")
WIN_ANSI = "".join(
    letter
    for letter in bytes(range(0x21, 0x100)).decode("cp1252", "ignore")
    if letter.isprintable() and letter != "\xad"
)


class Read(HTMLParser):
    """What a browser finds: the text of each element by its name, and all attributes."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.text: dict[str, list[str]] = {}
        self.attributes: list[tuple[str, str | None]] = []
        self._open = ""
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.attributes += attrs
        self.text.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text[self._open][-1] += data


def words(text: str) -> str:
    return "".join(text.split())


def in_pdf(content: bytes) -> str:
    (only,) = PdfReader(io.BytesIO(content)).pages
    # A bullet stands for every code that WinAnsi leaves free; the reader knows one of them.
    return only.extract_text().replace("\x7f", "•")


def all_of(card: Card) -> str:
    return words("".join((card.title, *card.lines, card.caution)))


@pytest.mark.parametrize("language", Language)
def test_every_break_has_a_card_that_fits_on_a6(language: Language) -> None:
    i18n.use(language)
    for script in whole_shelf().scripts:
        card = card_of(script, language)
        read = words(in_pdf(pdf([card], Paper.A6)))

        assert read == all_of(card) + words(foot())
        assert f'<html lang="{language}">' in page([card], Paper.A6)


@pytest.mark.parametrize("language", Language)
def test_the_four_for_a_conversation_fit_on_a4(language: Language) -> None:
    i18n.use(language)
    scripts = [script for script in whole_shelf() if script.occasion is Occasion.IN_CONVERSATION]
    cards = [card_of(script, language) for script in scripts]

    read = words(in_pdf(pdf(cards, Paper.A4)))

    assert len(cards) == 4
    assert all(all_of(card) in read for card in cards)
    assert read.count(words(foot())) == 4


@pytest.mark.parametrize(("paper", "size"), [(Paper.A6, (105, 148)), (Paper.A4, (210, 297))])
def test_a_pdf_says_what_it_is_and_in_which_language(paper: Paper, size: tuple[int, int]) -> None:
    i18n.use(Language.NB)

    document = PdfReader(io.BytesIO(pdf([CARD, Card("Breathe", ("In.",))], paper)))

    assert document.metadata is not None
    assert (document.metadata.title, document.metadata.author) == ("Count, Breathe", "Mellomrom")
    assert str(document.root_object["/Lang"]) == "nb"
    assert [round(float(side) / MM) for side in document.pages[0].mediabox[2:]] == list(size)


def test_the_same_cards_give_the_same_bytes() -> None:
    assert pdf([CARD], Paper.A6) == pdf([CARD], Paper.A6)


def test_all_letters_of_western_europe_can_be_read_in_a_pdf() -> None:
    card = Card("ÆØÅ – «é»", (WIN_ANSI,))

    assert words(in_pdf(pdf([card], Paper.A6))) == all_of(card) + words(foot())


@pytest.mark.parametrize("letter", ["→", "字", "🙂", "ł"])
def test_a_letter_that_the_pdf_lacks_is_named_and_the_page_has_it(letter: str) -> None:
    card = Card("Mine", (f"Look {letter} there.",))

    with pytest.raises(CardRefused, match=f"the PDF has no “{letter}”, which “Mine” needs; .* ends in .html"):
        pdf([card], Paper.A6)
    assert f"Look {letter} there." in page([card], Paper.A6)


LINES = st.text(alphabet=st.sampled_from("aåw AMi,.<&"), min_size=1, max_size=400).map(str.strip).filter(bool)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.builds(Card, LINES, st.lists(LINES, min_size=1, max_size=6).map(tuple), LINES), min_size=1, max_size=4)
)
@example([Card("W" * 400, ("W" * 400,) * 6, "W" * 400)])
def test_words_are_whole_inside_the_margins_and_not_too_small_or_they_are_refused(cards: list[Card]) -> None:
    for paper in Paper:
        try:
            done = fit(sheets(cards, paper), paper)
        except CardRefused:
            continue
        width, height = (side * MM for side in FORMATS[paper].sheet)
        for sheet in done:
            assert all(row.size >= SMALLEST for row in sheet.rows)
            assert all(MARGIN * MM < row.down < height - MARGIN * MM for row in sheet.rows)
            assert all(row.look.width_of(row.text, row.size) <= width - 2 * MARGIN * MM + 0.01 for row in sheet.rows)
            assert [row.down for row in sheet.rows] == sorted(row.down for row in sheet.rows)
        set_words = words("".join(row.text for sheet in done for row in sheet.rows))
        assert set_words.replace(words(foot()), "") == "".join(map(all_of, cards))


@pytest.mark.parametrize("make", [pdf, page])
@pytest.mark.parametrize(
    ("cards", "paper", "line"),
    [
        ([CARD] * 5, Paper.A4, "one page of A4 holds four cards; name no more than that"),
        ([CARD] * 12, Paper.A6, "do not fit under each other on A6; name fewer, or choose --paper a4"),
        ([CARD, Card("Long", ("words " * 60,) * 6)], Paper.A4, "“Long” has too many words for a card at a size"),
        ([Card("Long", ("W" * 400,) * 6)], Paper.A6, "“Long” has too many words for a card at a size"),
    ],
)
def test_what_does_not_fit_is_refused(make: object, cards: Sequence[Card], paper: Paper, line: str) -> None:
    with pytest.raises(CardRefused, match=line):
        make(cards, paper)  # type: ignore[operator]


def test_one_card_is_for_a6_and_several_are_for_a4() -> None:
    assert (paper_for([CARD]), paper_for([CARD, CARD])) == (Paper.A6, Paper.A4)
    assert FORMATS[Paper.A4].sheet == (105, 148.5)


def test_few_words_are_large_and_many_are_small() -> None:
    scales = [fit([[Card("T", ("Some words of a line. " * count,) * 6)]], Paper.A6)[0].scale for count in (1, 5, 9)]

    assert scales == sorted(scales, reverse=True)
    assert scales[0] > scales[-1]


def test_the_page_for_a_browser_is_one_file_that_asks_for_nothing() -> None:
    document = page([CARD, Card("Breathe", ("In.",))], Paper.A4)
    read = Read(document)

    assert "@page { size: 210mm 297mm; margin: 0 }" in document
    assert ("http-equiv", "Content-Security-Policy") in read.attributes
    assert ("charset", "utf-8") in read.attributes
    assert not {"src", "href"} & {name for name, _value in read.attributes}
    assert not re.search(r"//|url\(|@import|<script|<link|<img", document)
    assert (read.text["h1"], read.text["h2"]) == (["Mellomrom"], ["Count", "Breathe"])
    assert read.text["p"] == ["One line.", "Another line.", "Careful: not for all.", foot(), "In.", foot()]


def test_markup_is_shown_as_it_stands() -> None:
    hostile = "<script>alert(1)</script> &amp; {x} </style> \"' <b>b</b>"
    card = Card(hostile, (hostile,), hostile)

    read = Read(page([card], Paper.A6))

    assert "script" not in read.text
    assert read.text["title"] == read.text["h2"] == [hostile]
    assert read.text["p"] == [hostile, hostile, foot()]
    assert words(in_pdf(pdf([card], Paper.A6))) == all_of(card) + words(foot())


def test_the_fonts_know_which_letters_they_lack() -> None:
    assert [missing(text) for text in ("", "Åpne «døra» – nå…", WIN_ANSI, "a→b")] == ["", "", "", "→"]
