"""The deck is all in it: each item has its breaks or its article, and each of those stands whole in both languages."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import paths
from assistant.articles.library import FOLDER, articles
from assistant.language import Language
from assistant.script.deck import ITEMS, SLIDES
from assistant.script.model import Struct, Text
from assistant.shelf import ORDER, TOO_MUCH, gather
from assistant.timeline.compose import compose
from assistant.units import ms

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER, *LINES = Path(__file__).with_name("deck.tsv").read_text("utf-8").splitlines()
DECK = [line.split("\t") for line in LINES]
"""For each item its id, what it says in a few words of ours, and the breaks that must carry it; - for none."""

SHELF = gather((paths.scripts(),))
BREAKS = [*ORDER, TOO_MUCH]
IN_ARTICLES_ONLY = {"C4", "E3", "L0"}
"""A source, a heading over three others, and the horizons that one chooses among."""

OF_MELLOMROM_ITSELF = {"art-kunnskapsgrunnlag", "art-personvern"}
SOURCES = {Language.NB: "\n## Kilder\n", Language.EN: "\n## Sources\n"}
NOT_SAID = re.compile(r"\b(?:klient|pasient|client|patient)\w*", re.IGNORECASE)
ARTICLES = [(article.id, language) for article in articles() for language in Language]


def texts(part: object) -> Iterator[Text]:
    """Every text in a script or a part of one."""
    if isinstance(part, Text):
        yield part
    if isinstance(part, Struct):
        part = tuple(getattr(part, name) for name in part.__struct_fields__)
    if isinstance(part, tuple):
        for inner in part:
            yield from texts(inner)


def article_text(article: str, language: Language) -> str:
    return (FOLDER / language.value / f"{article}.md").read_text("utf-8")


def test_the_table_has_each_item_of_the_deck_once_and_in_its_order() -> None:
    assert HEADER.split("\t") == ["item", "gist", "scripts"]
    assert [item for item, *_ in DECK] == SLIDES.split()
    assert len(DECK) == len(ITEMS) == 115


def test_each_item_is_told_in_three_to_ten_words_of_its_own() -> None:
    gists = [gist for _, gist, _ in DECK]
    assert [gist for gist in gists if not 3 <= len(gist.split()) <= 10 or gists.count(gist) > 1] == []


def test_the_breaks_carry_what_the_table_says_and_nothing_else() -> None:
    said = {(item, script) for item, _, scripts in DECK for script in scripts.split() if script != "-"}
    done = {(item, script.id) for script in SHELF.scripts for item in script.carries}
    assert (said - done, done - said) == (set(), set())


def test_each_item_is_carried_by_a_break_but_three_that_are_read_about() -> None:
    by_breaks = {item for script in SHELF.scripts for item in script.carries}
    by_articles = {item for article in articles() for item in article.carries}
    assert ITEMS - by_breaks == IN_ARTICLES_ONLY
    assert by_articles >= IN_ARTICLES_ONLY


def test_nothing_carries_an_item_that_is_not_in_the_deck_or_one_item_twice() -> None:
    carriers = [(script.id, script.carries) for script in SHELF.scripts]
    carriers += [(article.id, article.carries) for article in articles()]
    assert [name for name, items in carriers if set(items) - ITEMS or len(set(items)) < len(items)] == []


def test_each_article_is_about_the_deck_but_those_about_mellomrom_itself() -> None:
    assert {article.id for article in articles() if not article.carries} == OF_MELLOMROM_ITSELF


@pytest.mark.parametrize("language", Language)
def test_each_article_stands_in_its_language_and_no_other_does(language: Language) -> None:
    assert {file.stem for file in (FOLDER / language.value).glob("*.md")} == {article.id for article in articles()}


@pytest.mark.parametrize(("article", "language"), ARTICLES)
def test_an_article_has_a_title_a_few_hundred_words_and_its_sources(article: str, language: Language) -> None:
    body, _, sources = article_text(article, language).partition(SOURCES[language])

    assert re.match(r"# \S.*\n", body)
    assert 200 <= len(body.split()) <= 520
    assert re.search(r"^- \S", sources, re.MULTILINE)


@pytest.mark.parametrize(("article", "language"), ARTICLES)
def test_an_article_makes_nobody_a_client_or_a_patient(article: str, language: Language) -> None:
    assert NOT_SAID.findall(article_text(article, language)) == []


@pytest.mark.parametrize("script", BREAKS)
def test_every_text_of_a_break_stands_in_both_languages(script: str) -> None:
    assert [text for text in texts(SHELF.find(script)) if not (text.nb.strip() and text.en.strip())] == []


@pytest.mark.parametrize("script", BREAKS)
def test_no_text_of_a_break_was_left_untranslated(script: str) -> None:
    assert [text.nb for text in texts(SHELF.find(script)) if text.nb == text.en] == []


def test_only_the_one_for_when_it_is_too_much_is_not_shown_in_the_list() -> None:
    assert {script.id for script in SHELF.scripts} - {script.id for script in SHELF} == {"se-deg-rundt"}


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("script", BREAKS)
def test_a_break_takes_exactly_as_long_as_it_is_asked_to_at_every_second(script: str, language: Language) -> None:
    asked = SHELF.find(script)
    for seconds in range(asked.lengths.least, asked.lengths.most + 1):
        timeline = compose(asked, language, ms(seconds))
        assert (timeline.length, timeline.cues[0].at, timeline.cues[-1].end) == (ms(seconds), 0, ms(seconds))
        assert all(before.end == after.at for before, after in pairwise(timeline.cues))
